import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// All tests that speak the protocol, with the web worker of dist/web in Chromium in the place of the server in memory, and
// those that are about the worker alone. `npm run build` comes first.
const root = new URL('../..', import.meta.url).pathname;
// Holds the command line, which is Node's, against a server.
const ofNode = ['test/cli/'];
const speaking = readdirSync(`${root}/test`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !/^(?:web|vscode)[/\\]/.test(name))
  .map((name) => `test/${name}`)
  .filter((name) => !ofNode.some((folder) => name.startsWith(folder)))
  .filter((name) => /from '[./]*kit\/client'/.test(readFileSync(`${root}/${name}`, 'utf8')));

export default defineConfig({
  root,
  test: {
    include: ['test/web/*.test.ts', ...speaking],
    globalSetup: ['test/web/chromium.mjs'],
    setupFiles: ['test/kit/seed.ts', 'test/web/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
