/** Tables from the clipboard and onto it: what Ctrl+V inserts, what Paste As… offers, what the copying commands leave. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { clean, seen } from '../../kit/figures';
import { type Layout, layouts, prose, report } from '../../kit/layouts';
import { programs } from '../../kit/programs';
import { checked, closeAll, findings, inPage, isInPage, openDocument, openUntitled, rangeOf, waitFor } from './kit';

const [, third] = seen(clean());
const tabs = layouts.find(({ name }) => name === 'tabs, merged cells blank') as Layout;
const lines = layouts[0] as Layout;
const plain = 'copied text';
const word = { html: programs[0]?.write([third]) ?? '', text: plain };
const row = '一、本年新收政府信息公开申请数量';

/** Opens a report whose third table is left out, with the cursor where it belongs. */
async function openWithout(language: string): Promise<vscode.TextDocument> {
  const document = await openUntitled(report(lines).replace(lines.write(third), ''), language);
  await findings(document, (found) => found.length > 0);
  select(rangeOf(document, prose.three).end.translate(2, -prose.three.length));
  return document;
}

function select(start: vscode.Position, end = start): void {
  const editor = vscode.window.activeTextEditor as vscode.TextEditor;
  editor.selection = new vscode.Selection(start, end);
}

function pasted(document: vscode.TextDocument, copied: { html?: string; text: string }): Promise<void> {
  return inPage(document, { copied, keys: ['Ctrl+v'] });
}

function needsPage(test: Mocha.Context): void {
  if (!isInPage) test.skip();
}

describe('pasting', () => {
  afterEach(closeAll);

  it('writes a table from Word as the standard table, which one step undoes', async function () {
    needsPage(this);
    const document = await openWithout('markdown');
    const before = document.getText();
    await pasted(document, word);
    assert.match(document.getText(), new RegExp(`\\n\\| ${row} +\\| +41 \\| +7 \\|`));
    assert.ok(!document.getText().includes(plain));
    await findings(document, (found) => found.length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('writes text between tabs as the settings want it', async function () {
    needsPage(this);
    const document = await openWithout('plaintext');
    await pasted(document, { text: tabs.write(third) });
    // Drawn and aligned, unless the setting says tabs.
    assert.match(document.getText(), new RegExp(`\\n\\| ${row} +\\| +41 \\| +7 \\|`));
  });

  it('leaves the text as it is where a value has no place', async function () {
    needsPage(this);
    const document = await openWithout('markdown');
    const strange = third.map((cells) => cells.map((cell) => (cell.text === '2.重复申请' ? { ...cell, text: '2.上门拍照留念' } : cell)));
    await pasted(document, { html: programs[0]?.write([strange]) ?? '', text: plain });
    assert.ok(document.getText().includes(plain));
    assert.ok(!document.getText().includes(row));
  });

  it('replaces a table with figures only when that is chosen', async function () {
    needsPage(this);
    const text = report(lines).replace(`${row} | 41 |`, `${row} | 14 |`);
    const document = await openUntitled(text, 'plaintext');
    await findings(document, (found) => found.length > 0);
    select(rangeOf(document, '3.要求提供公开出版物').start);
    await pasted(document, word);
    assert.equal(document.getText(), text.replace('3.要求提供公开出版物', `${plain}3.要求提供公开出版物`));
    await inPage(document, { keys: ['Ctrl+.', 'Down', 'Enter'] });
    await waitFor(
      () => (new RegExp(`\\n\\| ${row} +\\| +41 \\| +7 \\|`).test(document.getText()) ? true : undefined),
      [vscode.workspace.onDidChangeTextDocument],
      8_000,
      () => document.getText().slice(0, 2000),
    );
    assert.ok(!document.getText().includes(plain));
    assert.ok(!document.getText().includes(`${row} | 14 |`));
  });

  it('in a file that is no report is what it always was', async function () {
    needsPage(this);
    const document = await openDocument('fixtures/notes.md');
    await checked();
    await vscode.window.showTextDocument(document);
    select(new vscode.Position(0, 0));
    await pasted(document, word);
    assert.ok(document.getText().startsWith(plain));
    assert.ok(!document.getText().includes(row));
  });
});

describe('copying', () => {
  afterEach(closeAll);

  it('leaves the table at the cursor on the clipboard', async () => {
    const document = await openDocument('fixtures/clean.txt');
    await checked();
    await vscode.window.showTextDocument(document);
    select(rangeOf(document, '五、存在的主要问题及改进情况').start.translate(-1));
    const starts = { tabs: '行政复议\t\t\t\t\t行政诉讼\t', html: '<table border="1" ', markdown: '| 项目 ' };
    for (const [target, start] of Object.entries(starts)) {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(`nianbao.copyTable.${target}`);
      const copied = await vscode.env.clipboard.readText();
      assert.ok(copied.startsWith(start), `${target}: ${copied.slice(0, 200)}`);
    }
  });
});
