// Runs suite.lua in Neovim, which starts the built server as any editor would: `npm run neovim [-- --counts FILE]`. Installs
// Neovim where it is missing, as root on Debian; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../vscode/dist.mjs';
import { findNeovim } from './find.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-neovim-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const asked = process.argv.indexOf('--counts');
const counts = asked > 0 ? process.argv[asked + 1] : join(folder, 'counts.json');
const draft = join(folder, '年报.txt');

ensureBuilt();
// With a total of table three that is wrong.
writeFileSync(draft, readFileSync(join(root, 'docs/walkthrough/draft.md'), 'utf8').replace('| 3 | 1 | 55 |', '| 3 | 1 | 56 |'));
const { status, error } = spawnSync(findNeovim(), ['--headless', '--clean', '-c', `luafile ${join(root, 'test/neovim/suite.lua')}`], {
  stdio: ['ignore', 'inherit', 'inherit'],
  timeout: 120_000,
  env: { ...process.env, NIANBAO_ROOT: root.replace(/\/$/, ''), NIANBAO_DRAFT: draft, NIANBAO_COUNTS: counts },
});
if (!existsSync(counts)) {
  console.log(`Neovim did not come to its end${error ? `: ${error.message}` : ''}.`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} else {
  const { passed, failed } = JSON.parse(readFileSync(counts, 'utf8'));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = status === 0 ? 0 : 1;
}
