// Runs the suite in a desktop VS Code by @vscode/test-electron: the one VSCODE_EXECUTABLE names, else one it downloads.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { quietSettings } from './server.mjs';
import { root } from './setup.mjs';

/**
 * @param {{ workspace: string, extension: string, tests: string, cleanUp: (undo: () => unknown) => void }} run
 *   rejects when VS Code cannot be started or the suite fails.
 */
export async function runInElectron({ workspace, extension, tests, cleanUp }) {
  const data = mkdtempSync(join(tmpdir(), 'nianbao-code-'));
  cleanUp(() => {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(quietSettings));

  const executable = process.env.VSCODE_EXECUTABLE;
  const ended = runTests({
    ...(executable ? { vscodeExecutablePath: executable } : { cachePath: join(root, '.vscode-test') }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-gpu',
      `--user-data-dir=${data}`,
      `--extensions-dir=${join(data, 'extensions')}`,
    ],
  });
  let running = true;
  cleanUp(async () => {
    if (!running) return;
    // What test-electron understands: the first asks VS Code to close, the second kills it with its children.
    process.emit('SIGINT');
    process.emit('SIGINT');
    await ended.catch(() => undefined);
  });
  try {
    await ended;
  } finally {
    running = false;
  }
}
