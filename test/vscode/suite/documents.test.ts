/** Word files in the editor: written from a draft, opened as a draft, shown as they are read with their findings; never written to. */
import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { dropProvider } from '../../../client/src/documents/document-drop';
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

  it('dropped into a text is inserted as it is read, and among other notes only offered', async () => {
    const asked: string[] = [];
    const provider = dropProvider((from) => {
      asked.push(from.toString());
      return Promise.resolve({ text: '读到的内容' });
    });
    const drop = async (into: string, ...uris: vscode.Uri[]): Promise<vscode.DocumentDropEdit | undefined> => {
      const dropped = new vscode.DataTransfer();
      dropped.set('text/uri-list', new vscode.DataTransferItem(uris.map(String).join('\r\n')));
      const document = await openUntitled(into, 'markdown');
      const { token } = new vscode.CancellationTokenSource();
      return (await provider.provideDocumentDropEdits(document, new vscode.Position(0, 0), dropped, token)) as
        vscode.DocumentDropEdit | undefined;
    };
    const edit = await drop('', file);
    assert.equal(edit?.insertText, '读到的内容');
    assert.match(edit.title ?? '', /报告\.docx/);
    assert.equal(edit.yieldTo, undefined);
    assert.ok((await drop('# 会议记录\n', file))?.yieldTo?.length);
    assert.equal(await drop('', workspaceFile('fixtures/clean.txt')), undefined);
    assert.equal(await drop('', file, file), undefined);
    assert.deepEqual(asked, [file.toString(), file.toString()]);
    await isUntouched();
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
