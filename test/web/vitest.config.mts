import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// All tests that speak the protocol, with the web worker of dist/web in Chromium in the place of the server in memory, and
// those that are about the worker alone. `npm run build` comes first.
const root = new URL('../..', import.meta.url).pathname;
const speaking = readdirSync(`${root}/test`).filter(
  (name) => name.endsWith('.test.ts') && readFileSync(`${root}/test/${name}`, 'utf8').includes('./kit/client'),
);
// Holds the command line, which is Node's, against a server.
const ofNode = ['cli-fix.test.ts'];

export default defineConfig({
  root,
  test: {
    include: ['test/web/*.test.ts', ...speaking.filter((name) => !ofNode.includes(name)).map((name) => `test/${name}`)],
    globalSetup: ['test/web/chromium.mjs'],
    setupFiles: ['test/kit/seed.ts', 'test/web/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
