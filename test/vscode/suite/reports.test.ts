/** The drafts of test/reports and, where the machine has them, real reports: the editor shows what the command line finds. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { checked, closeAll, codeOf, filesIn, findings, findingsOf, openDocument, workspaceFile } from './kit';

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
      const expected = (await onCommandLine(path)).map(inOneLine).sort().join('\n');
      const document = await openDocument(path);
      const inEditor = (found: readonly vscode.Diagnostic[]): string => found.map(shown).map(inOneLine).sort().join('\n');
      if (expected === '') await checked();
      await findings(document, (found) => inEditor(found) === expected).catch(() => undefined);
      assert.equal(inEditor(findingsOf(document)), expected);
    });
  }
});

/** The findings that `nianbao check` printed for a file of the workspace, which the runner left in it. */
async function onCommandLine(path: string): Promise<readonly Finding[]> {
  const bytes = await vscode.workspace.fs.readFile(workspaceFile('findings.json'));
  const { files } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  };
  const file = files.find((one) => one.path === path);
  assert.ok(file, `${path} was not checked`);
  return file.findings;
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
