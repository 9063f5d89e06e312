/** From the figures of sentences to the cells of tables and back: definitions, references, highlights, hover, fixes. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cellRange, checked, closeAll, codeOf, findings, openDocument, openUntitled, replace } from './kit';

const row = '一、本年新收政府信息公开申请数量';

/** The number of a sentence, by the words in front of it. */
function figureRange(document: vscode.TextDocument, before: string): vscode.Range {
  const at = document.getText().indexOf(before) + before.length;
  assert.ok(at >= before.length, before);
  const digits = /^\d+/.exec(document.getText().slice(at))?.[0] ?? '';
  assert.notEqual(digits, '');
  return new vscode.Range(document.positionAt(at), document.positionAt(at + digits.length));
}

function run<T>(command: string, ...values: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...values);
}

interface Opened {
  readonly document: vscode.TextDocument;
  readonly figure: vscode.Range;
  readonly cell: vscode.Range;
}

describe('figures of sentences', () => {
  afterEach(closeAll);

  /** The clean fixture once it has been checked, with the first figure of its sentences and its cell. */
  async function open(): Promise<Opened> {
    const document = await openDocument('fixtures/clean.txt');
    await checked();
    return places(document);
  }

  /** A text with the same words that is in no file, so that nothing is saved. */
  async function openCopy(): Promise<Opened> {
    const { document } = await open();
    return places(await openUntitled(document.getText(), 'plaintext'));
  }

  function places(document: vscode.TextDocument): Opened {
    return { document, figure: figureRange(document, '共收到政府信息公开申请'), cell: cellRange(document, row, -1) };
  }

  it('lead to their cell by go to definition', async () => {
    const { document, figure, cell } = await open();
    assert.equal(document.getText(figure), document.getText(cell));
    const [link, ...more] = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, figure.start);
    assert.equal(more.length, 0);
    assert.ok(link);
    assert.ok(link.targetSelectionRange?.isEqual(cell));
    assert.ok(link.originSelectionRange?.isEqual(figure));
    assert.ok(link.targetRange.contains(cell));
    assert.equal(link.targetUri.toString(), document.uri.toString());
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(figure.start, figure.start) });
    await run('editor.action.revealDefinition');
    assert.ok(cell.contains(vscode.window.activeTextEditor?.selection.active ?? figure.start));
  });

  it('are the references of their cell', async () => {
    const { document, figure, cell } = await open();
    for (const place of [cell.start, figure.start]) {
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
      assert.deepEqual(
        found.map(({ range }) => range),
        [figure, cell],
      );
    }
  });

  it('light up with their cell, and it with them', async () => {
    const { document, figure, cell } = await open();
    const over = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, figure.start);
    assert.deepEqual(
      over.map(({ range }) => range),
      [figure, cell],
    );
    const back = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, cell.start);
    assert.ok(back.some(({ range }) => range.isEqual(figure)));
  });

  it('say in their hover what they are held against', async () => {
    const { document, figure, cell } = await openCopy();
    const texts = async (): Promise<string> => {
      const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, figure.start);
      return hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
    };
    assert.match(await texts(), new RegExp(`✓ .*${document.getText(cell)}`));
    await replace(document, figure, '99');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'mismatched-figure'));
    assert.match(await texts(), new RegExp(`✗ .*${document.getText(cell)}.*99`));
  });

  it('are mended by a quick fix, in the sentence or in the cell, neither preferred', async () => {
    const { document, figure, cell } = await openCopy();
    const before = document.getText();
    const value = document.getText(cell);
    await replace(document, figure, '99');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'mismatched-figure'));
    const actions = (
      await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, figure, vscode.CodeActionKind.QuickFix.value, 20)
    ).filter(({ title }) => title.includes('99'));
    assert.equal(actions.length, 2, actions.map(({ title }) => title).join());
    for (const { title, isPreferred } of actions) {
      assert.ok(title.includes('99') && title.includes(value), title);
      assert.notEqual(isPreferred, true);
    }
    const [intoSentence, intoCell] = actions.map(({ edit }) => edit?.get(document.uri)[0]?.range);
    assert.ok(intoSentence?.isEqual(figure));
    assert.ok(intoCell?.isEqual(cell));
    assert.ok(await vscode.workspace.applyEdit(actions[0]?.edit as vscode.WorkspaceEdit));
    assert.equal(document.getText(), before);
  });
});
