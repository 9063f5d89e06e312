/** The drafts of test/reports and, where the machine has them, real reports: the editor shows what the command line finds. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { checked, closeAll, codeOf, extensionId, filesIn, findings, findingsOf, openDocument, workspaceFile } from './kit';

/** What of the command line's JSON is compared. Positions count from 0 in UTF-16 units, as the editor's do. */
interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

describe('the same findings in the editor as on the command line', () => {
  afterEach(closeAll);

  for (const path of ['reports', 'seeds', 'fixtures'].flatMap((folder) => filesIn(folder).map((name) => `${folder}/${name}`))) {
    it(path, async () => {
      const expected = (await onCommandLine(path)).map(inOneLine).sort();
      const document = await openDocument(path);
      if (expected.length > 0) await findings(document, (found) => found.length > 0);
      else await checked();
      assert.deepEqual(findingsOf(document).map(shown).map(inOneLine).sort(), expected);
    });
  }
});

/** The findings that `nianbao check` prints for a file of the workspace. */
async function onCommandLine(path: string): Promise<readonly Finding[]> {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension);
  const program = vscode.Uri.joinPath(extension.extensionUri, 'dist/cli.js').fsPath;
  const output = await new Promise<string>((resolve, reject) => {
    // In a desktop VS Code this process is Electron, which has to be told to be Node.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    execFile(process.execPath, [program, 'check', '--format', 'json', workspaceFile(path).fsPath], { env }, (error, stdout, stderr) => {
      // 1: there are findings of level error.
      if (error && error.code !== 1) reject(new Error(`nianbao check: ${stderr || error.message}`));
      else resolve(stdout);
    });
  });
  const { files } = JSON.parse(output) as { readonly files: readonly { readonly findings: readonly Finding[] }[] };
  return files.flatMap((file) => file.findings);
}

function shown(diagnostic: vscode.Diagnostic): Finding {
  const severities = ['error', 'warning', 'information', 'hint'] as const;
  const { start, end } = diagnostic.range;
  return { code: codeOf(diagnostic), severity: severities[diagnostic.severity], range: { start, end } };
}

function inOneLine({ code, severity, range: { start, end } }: Finding): string {
  const place = [start.line, start.character, end.line, end.character].map((number) => String(number).padStart(5)).join(' ');
  return `${place} ${severity} ${code}`;
}
