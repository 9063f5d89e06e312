// Where Neovim is; for root on Debian it is installed where it is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The command for Neovim. Throws with one line that says what to install where there is none. */
export function findNeovim() {
  const works = () => spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;
  if (works()) return 'nvim';
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    for (const command of ['apt-get update', 'apt-get install -y --no-install-recommends neovim'])
      spawnSync('sh', ['-c', command], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    if (works()) return 'nvim';
  }
  throw new Error('Neovim is missing: install it (on Debian: sudo apt-get install neovim).');
}
