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
    hookTimeout: 60_000,
    projects: [
      // No test leaves anything behind in a module: loaded once and kept warm, the whole runs in a third of the time.
      {
        extends: true,
        test: {
          name: 'examples',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...mocking, 'test/laws/**', 'test/vscode/**', 'test/web/**'],
        },
      },
      { extends: true, test: { name: 'mocking', isolate: true, include: mocking } },
      // Properties, mutations and whatever is tried on every layout: minutes, not seconds.
      { extends: true, test: { name: 'laws', isolate: false, include: ['test/laws/**/*.test.ts'] } },
    ],
  },
});
