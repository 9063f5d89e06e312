/** 新建年报, completion and Tab in tables, as a user meets them in VS Code. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, describeFindings, findings, namesOf, openUntitled, outlineOf, rangeOf, waitFor } from './kit';

describe('a new report', () => {
  afterEach(closeAll);

  it('opens untitled, whole, with the first place to be filled in selected and no findings but those', async () => {
    const document = await newReport();
    assert.equal(document.isUntitled, true);
    assert.equal(document.languageId, 'markdown');
    assert.equal(document.lineAt(0).text, '# 青禾县水利局2024年政府信息公开工作年度报告');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(document.getText(editor.selection), '（待补充）');
    const found = await findings(document, (all) => all.length > 0);
    assert.equal(describeFindings(found.filter((one) => codeOf(one) !== 'placeholder-text')), '(none)');
    // A list of what to do, each with the name of its place: no mistakes yet.
    assert.deepEqual([...new Set(found.map(({ severity }) => severity))], [vscode.DiagnosticSeverity.Information]);
    assert.ok(
      found.every(({ message }) => /^「.+」待填|^to be filled in under/.test(message)),
      describeFindings(found),
    );
    assert.equal(found.length, document.getText().split('（待补充）').length - 1);
    assert.equal((await outlineOf(document)).filter(({ name }) => /^[一二三四五六]、/.test(name)).length, 6);
    assert.equal(namesOf(await outlineOf(document)).filter((name) => /^表[二三四]$/.test(name)).length, 3);
  });
});

describe('completion', () => {
  afterEach(closeAll);

  it('offers the heading that is missing, and no words of others in what is no report', async () => {
    const text = (await newReport()).getText();
    const document = await openUntitled(text.replace('## 五、存在的主要问题及改进情况', '五、存'), 'markdown');
    const { end } = rangeOf(document, '\n五、存');
    const labels = await labelsAt(document, end);
    assert.ok(labels.includes('五、存在的主要问题及改进情况'), labels.join());
    const notes = await openUntitled('五、存', 'markdown');
    assert.ok(!(await labelsAt(notes, new vscode.Position(0, 3))).includes('五、存在的主要问题及改进情况'));
  });
});

describe('Tab in a Markdown table', () => {
  const settings = () => vscode.workspace.getConfiguration('nianbao.table');
  after(async () => {
    await settings().update('tabMoves', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('goes from figure to figure and selects it', async () => {
    const document = await newReport();
    await findings(document, (all) => all.length > 0);
    await settings().update('tabMoves', true, vscode.ConfigurationTarget.Global);
    const editor = await vscode.window.showTextDocument(document);
    const row = rangeOf(document, '2.重复申请').end;
    editor.selection = new vscode.Selection(row, row);
    await vscode.commands.executeCommand('nianbao.nextCell');
    assert.equal(document.getText(editor.selection), '0');
    const first = editor.selection;
    for (let i = 0; i < 7; i++) await vscode.commands.executeCommand('nianbao.nextCell');
    assert.equal(editor.selection.active.line, row.line + 1);
    assert.equal(document.lineAt(row.line + 1).text.indexOf('0'), editor.selection.start.character);
    for (let i = 0; i < 7; i++) await vscode.commands.executeCommand('nianbao.previousCell');
    assert.ok(editor.selection.isEqual(first));
  });
});

/** Runs the command with what it would ask for, and gives the document that it opens. */
async function newReport(): Promise<vscode.TextDocument> {
  const before = vscode.window.activeTextEditor?.document;
  await vscode.commands.executeCommand('nianbao.newReport', { agency: '青禾县水利局', year: 2024 });
  return waitFor(
    () => (vscode.window.activeTextEditor?.document === before ? undefined : vscode.window.activeTextEditor?.document),
    [vscode.window.onDidChangeActiveTextEditor],
    15_000,
    () => 'no editor has opened',
  );
}

async function labelsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
