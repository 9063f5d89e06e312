// Builds all that runs into dist/: the extension, the server, the command line, the tests that need a bundle.
// Usage: node esbuild.mjs [--watch] [--minify]
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/rules', { recursive: true });
for (const file of readdirSync('server/src/rules')) {
  if (file.endsWith('.md')) cpSync(`server/src/rules/${file}`, `dist/rules/${file}`);
}

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: !minify,
  minify,
  logLevel: 'info',
};
const builds = [
  { ...shared, entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...shared, entryPoints: { server: 'server/src/server.ts' }, outdir: 'dist' },
  { ...shared, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
];
if (!minify) {
  builds.push(
    { ...shared, entryPoints: { bench: 'test/bench/bench.ts', echo: 'test/bench/echo.ts' }, outdir: 'dist/test' },
    { ...shared, entryPoints: { index: 'test/vscode/index.ts' }, outdir: 'dist/test/vscode', external: ['vscode', 'mocha'] },
  );
}

for (const options of builds) {
  const build = await context(options);
  if (watch) await build.watch();
  else {
    await build.rebuild();
    await build.dispose();
  }
}
