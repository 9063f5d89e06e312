// Runs suite.el in Emacs with Eglot, which starts the built server as docs/editors.md tells: `npm run emacs`. Needs Emacs 29, or
// 28 with Eglot (Debian: emacs-nox elpa-eglot); without them nothing is run, and that is said. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../vscode/dist.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const emacs = (...args) => spawnSync('emacs', ['--batch', '--eval', '(package-initialize)', ...args], { stdio: 'ignore' });

if (emacs('--eval', "(require 'eglot)").status !== 0) console.log('There is no Emacs with Eglot here: nothing was run.');
else run();

function run() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-emacs-'));
  const counts = join(folder, 'counts.json');
  const draft = join(folder, '年报.txt');
  ensureBuilt();
  // With a total of table three that is wrong.
  writeFileSync(draft, readFileSync(join(root, 'docs/walkthrough/draft.md'), 'utf8').replace('| 3 | 1 | 55 |', '| 3 | 1 | 56 |'));
  spawnSync('emacs', ['--batch', '-l', join(root, 'test/emacs/suite.el')], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 120_000,
    env: { ...process.env, LANG: 'C.UTF-8', NIANBAO_ROOT: root, NIANBAO_DRAFT: draft, NIANBAO_COUNTS: counts },
  });
  const { passed, failed } = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
