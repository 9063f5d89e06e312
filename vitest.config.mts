import { defineConfig } from 'vitest/config';

/** They replace a module, which must not be loaded already. */
const mocking = ['test/lsp/lsp.test.ts'];

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    setupFiles: ['test/kit/seed.ts'],
    // For loaded machines; no test waits for a time.
    testTimeout: 60_000,
    projects: [
      // No test leaves anything behind in a module: loaded once and kept warm, the whole runs in a third of the time.
      { extends: true, test: { name: 'shared', isolate: false, include: ['test/**/*.test.ts'], exclude: [...mocking, 'test/vscode/**', 'test/web/**'] } },
      { extends: true, test: { name: 'alone', isolate: true, include: mocking } },
    ],
  },
});
