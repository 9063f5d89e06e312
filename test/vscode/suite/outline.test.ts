/** The view 年报提纲 as it stands on the screen: its items, a click on one, and the welcome where no report is open. */
import * as assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cellRange, closeAll, codeOf, findings, isInPage, openDocument, rangeOf, waitFor } from './kit';
import { onScreen, type Shown, untilShown } from './screen';

const rows = '.tree-explorer-viewlet-tree-view .monaco-list-row';
const lines = (shown: readonly Shown[]): string[] => shown.map(({ label, level }) => `${'  '.repeat(level - 1)}${label}`);

describe('the outline view', () => {
  before(function () {
    if (!isInPage) this.skip();
  });
  afterEach(closeAll);

  it('shows sections, tables and what is wrong, and a click goes there', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    await vscode.commands.executeCommand('nianbao.outline.focus');
    await untilShown(rows, (found) => found.some(({ level }) => level === 3));
    const shown = lines(await untilShown(rows, (found) => found.length > 9));
    const expected = [
      /^江岭市水务局2023年政府信息公开工作年度报告/,
      /^一、总体情况/,
      /^二、主动公开/,
      /^三、收到和处理.*2/,
      /^ {2}表三.*2/,
      /^ {4}.*6.*5.*1\.本机关不掌握.*40/,
      /^ {4}.*24.*25.*51/,
      /^四、/,
      /^五、/,
      /^六、/,
    ];
    assert.equal(shown.length, expected.length, shown.join('\n'));
    for (const [i, line] of expected.entries()) assert.match(shown[i] ?? '', line);
    await onScreen(rows, '6');
    const cell = cellRange(document, '(四)无法提供 |', -1);
    const editor = await vscode.window.showTextDocument(document);
    await waitFor(
      () => (editor.selection.isEqual(new vscode.Selection(cell.start, cell.end)) ? true : undefined),
      [vscode.window.onDidChangeTextEditorSelection],
      8_000,
      () => JSON.stringify(editor.selection),
    );
  });

  it('selects the section whose heading the cursor stands on', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    await vscode.commands.executeCommand('nianbao.outline.focus');
    await untilShown(rows, (found) => found.length > 9);
    const editor = await vscode.window.showTextDocument(document);
    for (const heading of ['四、政府信息公开', '五、存在']) {
      const { start } = rangeOf(document, `\n${heading}`);
      const place = new vscode.Position(start.line + 1, 0);
      editor.selection = new vscode.Selection(place, place);
      await untilShown(`${rows}.selected`, (found) => found.length === 1 && found[0]?.label.startsWith(heading) === true);
    }
  });

  it('says what to do where the text is no report', async () => {
    await openDocument('fixtures/notes.md');
    await vscode.commands.executeCommand('nianbao.outline.focus');
    await untilShown('.pane-body.welcome .welcome-view-content .monaco-button', (found) => found.length >= 1);
    assert.deepEqual(await onScreen(rows), []);
  });
});
