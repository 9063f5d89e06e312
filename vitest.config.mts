import { defineConfig } from 'vitest/config';

/** They replace a module, which must not be loaded already. */
const mocking = ['test/lsp/lsp.test.ts'];

/** Properties, mutations and whatever is tried on every layout: minutes, not seconds. */
const laws = [
  'test/laws/**/*.test.ts',
  'test/features/{copy-table,fixes,links,normalize,paste,preview,selection-ranges,silence}.test.ts',
  'test/findings/*.test.ts',
  'test/report/reader.test.ts',
  'test/report/sums/culprits.test.ts',
  'test/report/sentences/figures.test.ts',
];

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: '100%',
    setupFiles: ['test/kit/seed.ts'],
    // For loaded machines; no test waits for a time.
    testTimeout: 60_000,
    projects: [
      // No test leaves anything behind in a module: loaded once and kept warm, the whole runs in a third of the time.
      {
        extends: true,
        test: {
          name: 'examples',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...mocking, ...laws, 'test/vscode/**', 'test/web/**'],
        },
      },
      { extends: true, test: { name: 'mocking', isolate: true, include: mocking } },
      { extends: true, test: { name: 'laws', isolate: false, include: laws } },
    ],
  },
});
