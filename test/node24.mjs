// Runs the unit tests on Node 24, whatever runs this: the registry has its binary as a package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs vitest's examples on Node 24 with `values`, as `spawnSync` does. Installs it into `.vscode-test/` once. */
export function unitOnNode24(root, values, settings) {
  const node = nodeIn(join(root, '.vscode-test', 'node24'), settings);
  if (!node) return { status: 1 };
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  return spawnSync(node, [vitest, 'run', '--project', 'examples', '--project', 'mocking', ...values], {
    ...settings,
    shell: false,
    // Tests that start `node` start this one.
    env: { ...process.env, PATH: `${join(node, '..')}:${process.env.PATH}` },
  });
}

/** The path of Node 24 in `home`; undefined where it cannot be installed. */
function nodeIn(home, settings) {
  const node = join(home, 'node_modules/node/bin/node');
  const works = () => existsSync(node) && /^v24\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '');
  if (works()) return node;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true }));
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefix', home, 'node@24'], { ...settings, cwd: home });
  if (works()) return node;
  console.log('Node 24 could not be installed: is the npm registry in reach?');
  return undefined;
}
