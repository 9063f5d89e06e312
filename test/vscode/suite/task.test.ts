/** The problem matcher $nianbao: what a task prints with `nianbao check` stands in the Problems view, for files that are not open. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, describeFindings, extensionId, waitFor, workspaceFile } from './kit';

const { Error: ErrorLevel, Warning } = vscode.DiagnosticSeverity;

/** What the command line prints in the workspace's folder. */
function check(...argv: readonly string[]): string {
  const program = join(vscode.extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist/cli.js');
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...argv], { cwd: workspaceFile('').fsPath, encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  assert.equal(stderr, '');
  return stdout;
}

/** Runs a task that prints `output` to its end. */
async function runTask(output: string): Promise<void> {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  const terminal: vscode.Pseudoterminal = {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => {
      written.fire(output.replaceAll('\n', '\r\n'));
      closed.fire(1);
    },
    close: () => undefined,
  };
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  await vscode.tasks.executeTask(new vscode.Task({ type: 'nianbao-test' }, folder, 'check', 'nianbao', new vscode.CustomExecution(() => Promise.resolve(terminal)), ['$nianbao']));
}

/** Findings of a file that is not open, once there are `count`. */
function problemsOf(path: string, count: number): Promise<vscode.Diagnostic[]> {
  const read = () => vscode.languages.getDiagnostics(workspaceFile(path)).filter(({ source }) => source === 'nianbao');
  return waitFor(() => (read().length === count ? read() : undefined), [vscode.languages.onDidChangeDiagnostics], 8_000, () => describeFindings(read()));
}

describe('the problem matcher', () => {
  afterEach(closeAll);

  for (const [language, levels] of [['en', new Set([ErrorLevel])], ['zh', new Set([Warning])]] as const) {
    it(`takes the findings of a task (${language})`, async () => {
      const { files } = JSON.parse(check('--format', 'json', '--lang', language, 'fixtures')) as { files: { path: string; findings: { code: string; message: string; range: { start: { line: number; character: number } } }[] }[] };
      const wrong = files.find(({ path }) => path === 'fixtures/wrong-total.txt')?.findings ?? [];
      assert.ok(wrong.length > 0);
      await runTask(check('--lang', language, 'fixtures'));
      const found = await problemsOf('fixtures/wrong-total.txt', wrong.length);
      const place = (code: string, line: number, character: number, message: string) => `${String(line)}:${String(character)} ${code} ${message}`;
      assert.deepEqual(
        found.map((one) => place(codeOf(one), one.range.start.line, one.range.start.character, one.message)).sort(),
        wrong.map(({ code, range: { start }, message }) => place(code, start.line, start.character, message)).sort(),
      );
      assert.deepEqual(new Set(found.filter((one) => codeOf(one) === 'wrong-row-total').map(({ severity }) => severity)), levels);
      await problemsOf('fixtures/clean.txt', 0);
    });
  }
});
