// A temporary workspace folder for one run, so that tests and people at the keyboard may edit what they open.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { root } from './setup.mjs';

/**
 * The workspace of the suite: `fixtures/` from test/vscode, `reports/` from test, and `seeds/` from the folder of real
 * reports where there is one (NIANBAO_SHARED, or `../shared`).
 */
export function makeWorkspace() {
  const shared = process.env.NIANBAO_SHARED ?? resolve(root, '../shared');
  const workspace = emptyWorkspace();
  copy(join(root, 'test/vscode/fixtures'), join(workspace.folder, 'fixtures'));
  copy(join(root, 'test/reports'), join(workspace.folder, 'reports'));
  copy(join(shared, 'seeds'), join(workspace.folder, 'seeds'));
  return workspace;
}

/** Leaves in the workspace, as `findings.json`, what the command line finds in its reports. */
export function checkWorkspace({ folder }) {
  const folders = readdirSync(folder).filter((name) => isFolder(join(folder, name)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'json', ...folders], {
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  // 1: there are findings of level error.
  if (status !== 0 && status !== 1) throw new Error(`nianbao check: ${String(stderr)}`);
  writeFileSync(join(folder, 'findings.json'), stdout);
}

/** A workspace that holds a copy of one file or folder; `file` is the copy's path, undefined for a folder. */
export function makeWorkspaceWith(path) {
  const workspace = emptyWorkspace();
  const target = join(workspace.folder, basename(path));
  if (isFolder(path)) {
    copy(path, workspace.folder);
    return workspace;
  }
  writeFileSync(target, readFileSync(path));
  return { ...workspace, file: target };
}

function emptyWorkspace() {
  // The real path: a link in it would give files other addresses than the editor reports.
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'nianbao-')));
  const folder = join(base, '年报');
  mkdirSync(folder);
  return {
    base,
    folder,
    remove: () => {
      rmSync(base, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Copies contents only: a source that may only be read gives files that may be edited and removed. */
function copy(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copy(source, target);
    else if (entry.isFile()) writeFileSync(target, readFileSync(source));
  }
}

function isFolder(path) {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
