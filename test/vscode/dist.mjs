// Makes sure that dist/ holds what the sources say: builds when a bundle is missing or older than a source.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const bundles = [
  'extension.js',
  'server.js',
  'server-process.js',
  'cli.js',
  'command.js',
  'engine.js',
  'web/extension.js',
  'web/server.js',
  'test/vscode/index.js',
  'test/web/index.js',
];
const sources = [
  'client',
  'server',
  'l10n',
  'test/vscode/index.ts',
  'test/vscode/mocha-run.ts',
  'test/vscode/suite',
  'test/vscode/web',
  'esbuild.mjs',
  'package.json',
];

/** Runs `node esbuild.mjs` unless every bundle is newer than every source. Throws when it fails. */
export function ensureBuilt() {
  const built = bundles.map((name) => join(root, 'dist', name));
  if (built.every((path) => existsSync(path))) {
    const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
    if (sources.every((name) => newest(join(root, name)) <= oldest)) return;
  }
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The build failed.');
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // Files only: a folder's own time changes when an editor leaves and removes a temporary file.
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
