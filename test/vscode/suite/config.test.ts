/** `.nianbao.json` and comments that silence, as the user meets them: completion, effect at once, what is told of mistakes. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  checked,
  closeAll,
  codeOf,
  describeFindings,
  findings,
  openDocument,
  openUntitled,
  replaceAll,
  waitFor,
  workspaceFile,
} from './kit';

const config = workspaceFile('fixtures/.nianbao.json');

async function write(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
}

describe('.nianbao.json', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(config).then(undefined, () => undefined);
    await checked();
  });

  it('takes effect as soon as it is written, changed and deleted', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    const has =
      (severity: vscode.DiagnosticSeverity | undefined) =>
      (found: vscode.Diagnostic[]): boolean =>
        found.length > 0 && found.find((one) => codeOf(one) === 'wrong-row-total')?.severity === severity;
    await findings(document, has(vscode.DiagnosticSeverity.Error));
    await write('{ "severities": { "wrong-row-total": "information" } }');
    await findings(document, has(vscode.DiagnosticSeverity.Information));
    await write('{ "severities": { "wrong-row-total": "off" } }');
    await findings(document, has(undefined));
    await vscode.workspace.fs.delete(config);
    await findings(document, has(vscode.DiagnosticSeverity.Error));
  });

  it('is told what is wrong in it, with the name that was meant', async () => {
    await write('{\n  "severities": { "wrong-row-totl": "off" }\n}\n');
    await openDocument('fixtures/wrong-total.txt');
    const told = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(config).filter(({ source }) => source === 'nianbao');
    const found = await waitFor(
      () => (told().length > 0 ? told() : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      8_000,
      () => 'nothing told',
    );
    assert.equal(found.length, 1, describeFindings(found));
    assert.match(found[0]?.message ?? '', /wrong-row-total/);
    assert.deepEqual(found[0]?.range, new vscode.Range(1, 18, 1, 34));
    await write('{}');
    await waitFor(
      () => (told().length === 0 ? true : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      8_000,
      () => describeFindings(told()),
    );
  });
});

describe('a comment that silences', () => {
  afterEach(closeAll);

  it('counts, is asked for by one entry, and is deleted by the light bulb when it is not needed', async () => {
    const source = await openDocument('fixtures/wrong-total.txt');
    const document = await openUntitled(source.getText(), 'markdown');
    const wrong = await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    const range = wrong.find((one) => codeOf(one) === 'wrong-row-total')?.range as vscode.Range;
    const offered = await actionsAt(document, range);
    const entries = offered.filter(({ command }) => command?.command === 'nianbao.silence');
    assert.equal(entries.length, 1, offered.map((one) => one.title).join('\n'));
    const comment = new vscode.WorkspaceEdit();
    comment.insert(document.uri, new vscode.Position(range.start.line, 0), '<!-- nianbao-disable-next-line wrong-row-total -->\n');
    await vscode.workspace.applyEdit(comment);
    const left = await findings(document, (found) => !found.some((one) => codeOf(one) === 'wrong-row-total'));
    assert.ok(!left.some((one) => codeOf(one) === 'unused-silencing'), describeFindings(left));
    await replaceAll(document, document.getText().replace('wrong-row-total', 'wrong-sum'));
    const idle = await findings(document, (found) => found.some((one) => codeOf(one) === 'unused-silencing'));
    await choose(document, idle.find((one) => codeOf(one) === 'unused-silencing')?.range as vscode.Range, /删除这条注释|delete/i);
    assert.equal(document.getText(), source.getText());
  });
});

/** Does what the light bulb offers under a title. */
async function choose(document: vscode.TextDocument, range: vscode.Range, title: RegExp): Promise<void> {
  const actions = await actionsAt(document, range);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action?.edit, actions.map((one) => one.title).join('\n'));
  await vscode.workspace.applyEdit(action.edit);
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, undefined, 30);
}
