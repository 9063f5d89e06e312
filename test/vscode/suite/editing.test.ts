/** Work on tables in the editor: hover, fixes, lenses, hints, folds, normalizing and its undo, recomputing, formatting. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cellRange, closeAll, codeOf, findings, openDocument, waitFor } from './kit';

const wrongRow = '（一）予以公开';

/** Opens the fixture with one wrong 总计, once its findings are there. */
async function openWrong(): Promise<{ document: vscode.TextDocument; row: string; cell: vscode.Range }> {
  const document = await openDocument('fixtures/wrong-total.txt');
  const found = await findings(document, (all) => all.some((one) => codeOf(one) === 'wrong-row-total'));
  const finding = found.find((one) => codeOf(one) === 'wrong-row-total') as vscode.Diagnostic;
  return { document, row: document.lineAt(finding.range.start.line).text, cell: finding.range };
}

function run<T>(command: string, ...values: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...values);
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return (await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, undefined, 20)) ?? [];
}

describe('work on tables', () => {
  afterEach(closeAll);

  it('shows the sums of a total when the mouse rests on it', async () => {
    const { document, cell } = await openWrong();
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cell.start);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /✗/);
    assert.match(text, /总计/);
    assert.ok(text.includes(document.getText(cell)), text);
  });

  it('mends a wrong total by its quick fix, and undo brings it back', async () => {
    const { document, cell } = await openWrong();
    const before = document.getText();
    const fix = (await actionsAt(document, cell)).find(({ kind, edit }) => edit && kind?.value.startsWith('quickfix'));
    assert.ok(fix?.edit);
    assert.match(fix.title, new RegExp(document.getText(cell)));
    assert.notEqual(fix.isPreferred, true);
    await vscode.workspace.applyEdit(fix.edit);
    await findings(document, (all) => all.every((one) => codeOf(one) !== 'wrong-row-total'));
    await run('undo');
    assert.equal(document.getText(), before);
  });

  it('recomputes the totals of a report, once for all', async () => {
    const { document } = await openWrong();
    await run('nianbao.recomputeAll');
    await findings(document, (all) => all.every((one) => codeOf(one) !== 'wrong-row-total'));
    const once = document.getText();
    await run('nianbao.recomputeAll');
    assert.equal(document.getText(), once);
  });

  it('normalizes the table under the cursor in one step', async () => {
    const { document, cell } = await openWrong();
    const before = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(cell.start, cell.start);
    const value = document.getText(cell);
    await run('nianbao.normalizeTable');
    await waitFor(
      () => (document.getText() === before ? undefined : true),
      [vscode.workspace.onDidChangeTextDocument],
      8000,
      () => document.getText(),
    );
    assert.match(document.getText(), new RegExp(`\\| *${wrongRow} +\\|`));
    assert.equal(document.getText(document.getWordRangeAtPosition(editor.selection.active) ?? cell), value);
    await run('undo');
    assert.equal(document.getText(), before);
  });

  it('formats reports, and nothing else', async () => {
    const { document } = await openWrong();
    const edits =
      (await run<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
        tabSize: 2,
        insertSpaces: true,
      })) ?? [];
    assert.ok(edits.length > 0);
    const notes = await openDocument('fixtures/notes.md');
    const none = await run<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', notes.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    assert.equal(none?.length ?? 0, 0);
  });

  it('has a lens over each table, the right value behind the wrong total, folds, and highlights of the sum', async () => {
    const { document, cell } = await openWrong();
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    assert.ok(
      lenses.some(({ command }) => command?.command === 'nianbao.recomputeTable'),
      lenses.map(({ command }) => command?.title).join(),
    );
    assert.ok(lenses.some(({ command }) => command?.command === 'nianbao.normalizeTable'));
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    assert.ok(hints.some(({ position }) => position.isEqual(cell.end)));
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length >= 9, `${String(folds.length)} folds`);
    const highlights = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, cell.start);
    assert.ok(highlights.length >= 7);
    const [ranges] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [cell.start]);
    assert.ok(ranges?.parent?.parent);
  });

  it('finds reports and tables by name', async () => {
    await openWrong();
    const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '表三');
    assert.ok(
      symbols.some(({ name }) => name.endsWith('表三')),
      symbols.map(({ name }) => name).join(),
    );
  });

  it('has every cell of the fixture where the kit looks for it', async () => {
    const { document, row, cell } = await openWrong();
    assert.ok(cellRange(document, row.split('|')[0]?.trim() ?? '', -1).isEqual(cell));
  });
});
