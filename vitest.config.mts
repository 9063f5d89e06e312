import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**', 'dist/**'],
    // No test leaves anything behind in a module: loaded once and kept warm, the whole runs in a third of the time.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // For loaded machines; no test waits for a time.
    testTimeout: 60_000,
  },
});
