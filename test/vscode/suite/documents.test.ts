/** Word files in the editor: written from a draft, opened as a draft, shown as they are read with their findings; never written to. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { checked, closeAll, codeOf, findings, findingsOf, openDocument, openUntitled, waitFor, workspaceFile } from './kit';

describe('a Word file', () => {
  const file = workspaceFile('documents/报告.docx');
  let bytes: Uint8Array;

  /** Written by the extension from the draft in which one total is wrong. */
  before(async () => {
    await openDocument('fixtures/wrong-total.txt');
    await checked();
    await openDocument('fixtures/wrong-total.txt');
    await vscode.commands.executeCommand('nianbao.export', { kind: 'docx', to: file });
    bytes = await vscode.workspace.fs.readFile(file);
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), 'PK');
    await closeAll();
  });
  afterEach(closeAll);

  async function isUntouched(): Promise<void> {
    assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...bytes]);
  }

  it('opens as a draft with its findings', async () => {
    await vscode.commands.executeCommand('nianbao.openAsDraft', file);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.uri.scheme, 'untitled');
    assert.equal(document.languageId, 'markdown');
    const found = await findings(document, (all) => all.some((one) => codeOf(one) === 'wrong-row-total'));
    assert.equal(found.filter((one) => codeOf(one) === 'wrong-row-total').length, 1);
    await isUntouched();
  });

  it('is shown as it is read, with its findings under its own name, each at its place', async () => {
    await vscode.commands.executeCommand('vscode.openWith', file, 'nianbao.document');
    const ofFile = (): [vscode.Uri, vscode.Diagnostic[]] | undefined =>
      vscode.languages
        .getDiagnostics()
        .find(([uri, all]) => uri.path === file.path && all.some((one) => codeOf(one) === 'wrong-row-total'));
    const [uri, all] = await waitFor(ofFile, [vscode.languages.onDidChangeDiagnostics], 10_000, () => 'no findings of the document');
    const finding = all.find((one) => codeOf(one) === 'wrong-row-total');
    assert.ok(finding);
    assert.match(finding.message, /总计|total/i);
    const text = await vscode.workspace.openTextDocument(uri);
    assert.match(text.getText(finding.range), /^\d+$/);
    const editor = await vscode.window.showTextDocument(text, { selection: finding.range });
    assert.deepEqual(editor.selection.start, finding.range.start);
    // Its findings are those of the document: they do not come twice.
    await checked();
    assert.equal(findingsOf(text).filter((one) => codeOf(one) === 'wrong-row-total').length, 1);
    await isUntouched();
  });

  it('is mended in a copy beside it', async () => {
    const clean = (await openDocument('fixtures/clean.txt')).getText();
    const heading = '四、政府信息公开行政复议、行政诉讼情况';
    assert.ok(clean.includes(heading));
    const [draft, copy] = [workspaceFile('documents/草稿.docx'), workspaceFile('documents/草稿（已改）.docx')];
    const document = await openUntitled(clean.replace(heading, '四、行政复议、行政诉讼情况'), 'plaintext');
    await findings(document, (all) => all.some((one) => codeOf(one) === 'nonstandard-heading'));
    await vscode.commands.executeCommand('nianbao.export', { kind: 'docx', to: draft });
    await vscode.commands.executeCommand('nianbao.mendDocument', draft, copy);
    await vscode.commands.executeCommand('nianbao.openAsDraft', copy);
    assert.ok(vscode.window.activeTextEditor?.document.getText().includes(heading));
  });

  it('is left without findings when nobody looks at it', async () => {
    await vscode.commands.executeCommand('vscode.openWith', file, 'nianbao.document');
    const count = (): number => vscode.languages.getDiagnostics().filter(([uri, all]) => uri.path === file.path && all.length > 0).length;
    await waitFor(
      () => (count() > 0 ? true : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      10_000,
      () => 'no findings',
    );
    await closeAll();
    await waitFor(
      () => (count() === 0 ? true : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      10_000,
      () => 'findings are left',
    );
  });
});
