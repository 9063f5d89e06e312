/** The problem matcher $nianbao: what a task prints with `nianbao check` stands in the Problems view, for files that are not open. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { codeOf, describeFindings, extensionId, waitFor, workspaceFile } from './kit';

const { Error: ErrorLevel, Warning } = vscode.DiagnosticSeverity;

/** What the command line prints in the workspace's folder. */
function check(...argv: readonly string[]): string {
  const program = join(vscode.extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist/cli.js');
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...argv], {
    cwd: workspaceFile('').fsPath,
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  assert.equal(stderr, '');
  return stdout;
}

/** Starts a task that prints `output`; gives what ends it. */
async function startTask(output: string): Promise<() => void> {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  const terminal: vscode.Pseudoterminal = {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => {
      written.fire(output.replaceAll('\n', '\r\n'));
    },
    close: () => undefined,
  };
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  await vscode.tasks.executeTask(
    new vscode.Task({ type: 'nianbao-test' }, folder, 'check', 'nianbao', new vscode.CustomExecution(() => Promise.resolve(terminal)), [
      '$nianbao',
    ]),
  );
  return () => {
    closed.fire(1);
  };
}

/** A terminal that is too narrow for the second half of a wide character leaves a blank there. */
const unwrapped = (message: string): string => message.replace(/\s/g, '');

/** Findings of a file that is not open, once they say `messages`. */
function problemsOf(path: string, messages: readonly string[]): Promise<vscode.Diagnostic[]> {
  const wanted = messages.map(unwrapped).sort().join('\n');
  const read = () => vscode.languages.getDiagnostics(workspaceFile(path)).filter(({ source }) => source === 'nianbao');
  const said = (found: readonly vscode.Diagnostic[]) =>
    found
      .map(({ message }) => unwrapped(message))
      .sort()
      .join('\n');
  return waitFor(
    () => (said(read()) === wanted ? read() : undefined),
    [vscode.languages.onDidChangeDiagnostics],
    8_000,
    () => describeFindings(read()),
  );
}

describe('the problem matcher', () => {
  // Files that no other suite has opened: of open ones the language server speaks.
  before(async () => {
    for (const [from, to] of [
      ['clean', 'clean'],
      ['wrong-total', 'wrong-total'],
      ['wrong-total', 'z'],
    ])
      await vscode.workspace.fs.copy(workspaceFile(`fixtures/${from}.txt`), workspaceFile(`tasks/${to}.txt`));
  });
  after(() => vscode.workspace.fs.delete(workspaceFile('tasks'), { recursive: true }));

  for (const [language, levels] of [
    ['en', new Set([ErrorLevel])],
    ['zh', new Set([Warning])],
  ] as const) {
    it(`takes the findings of a task (${language})`, async () => {
      const { files } = JSON.parse(check('--format', 'json', '--lang', language, 'tasks')) as {
        files: { path: string; findings: { code: string; message: string; range: { start: { line: number; character: number } } }[] }[];
      };
      const wrong = files.find(({ path }) => path === 'tasks/wrong-total.txt')?.findings ?? [];
      assert.ok(wrong.length > 0);
      const end = await startTask(check('--lang', language, 'tasks'));
      // VS Code tells the findings of a file when the next one begins, or at the end, which must not come too soon.
      const found = await problemsOf(
        'tasks/wrong-total.txt',
        wrong.map(({ message }) => message),
      );
      const place = (code: string, line: number, character: number, message: string) =>
        `${String(line)}:${String(character)} ${code} ${unwrapped(message)}`;
      assert.deepEqual(
        found.map((one) => place(codeOf(one), one.range.start.line, one.range.start.character, one.message)).sort(),
        wrong.map(({ code, range: { start }, message }) => place(code, start.line, start.character, message)).sort(),
      );
      assert.deepEqual(new Set(found.filter((one) => codeOf(one) === 'wrong-row-total').map(({ severity }) => severity)), levels);
      await problemsOf('tasks/clean.txt', []);
      end();
    });
  }
});
