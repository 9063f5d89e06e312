/** Reports to look at: VS Code's own Markdown preview, and the page to print. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, openDocument, openUntitled, replaceAll, workspaceFile } from './kit';

/** As the preview shows it, by VS Code's Markdown extension. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  return (await vscode.commands.executeCommand<string>('markdown.api.render', document)) ?? '';
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('the Markdown preview', () => {
  afterEach(closeAll);

  it('shows the three tables of a report as the form prints them, with the lines at which they stand', async () => {
    const document = await openDocument('reports/xikou-education-2024.md');
    const html = await rendered(document);
    assert.equal(count(html, '<table class="nianbao-form'), 3);
    assert.match(html, /<th rowspan="22">三、本年度办理结果<\/th>/);
    assert.match(html, /<div class="nianbao-table code-line"/);
    const row = /data-line="(\d+)"><th colspan="3">一、本年新收/.exec(html)?.[1];
    assert.match(document.lineAt(Number(row)).text, /一、本年新收/);
    assert.equal(count(html, 'data-nianbao-mark'), 0);
  });

  it('marks what is wrong, and no more when it is right again', async () => {
    const document = await openUntitled(
      (await vscode.workspace.openTextDocument(workspaceFile('fixtures/wrong-total.txt'))).getText(),
      'markdown',
    );
    assert.match(await rendered(document), /<td class="nianbao-error" title="[^"]+" data-nianbao-mark="①">/);
    await vscode.commands.executeCommand('nianbao.recomputeAll');
    assert.equal(count(await rendered(document), 'data-nianbao-mark'), 0);
  });

  it('leaves other files alone', async () => {
    const notes = await openDocument('fixtures/notes.md');
    const html = await rendered(notes);
    assert.equal(count(html, 'nianbao'), 0);
    assert.match(html, /<table class="code-line"|<table/);
  });

  it('goes by what the user says of a file', async () => {
    const document = await openDocument('reports/xikou-education-2024.md');
    const shows = async (tables: number): Promise<void> => {
      // The server has to tell first; each question to it gives it the time.
      for (let tries = 0; tries < 50; tries++) {
        if (count(await rendered(document), '<table class="nianbao-form') === tables) return;
        await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
        await vscode.commands.executeCommand('markdown.preview.refresh');
      }
      assert.equal(count(await rendered(document), '<table class="nianbao-form'), tables);
    };
    await vscode.commands.executeCommand('nianbao.ignoreFile');
    await shows(0);
    await vscode.commands.executeCommand('nianbao.judgeFile');
    await shows(3);
  });
});

describe('printing', () => {
  const to = workspaceFile('年报.html');
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(to);
  });

  it('writes a page with the whole report, of Markdown and of plain text', async () => {
    for (const path of ['reports/xikou-education-2024.md', 'fixtures/wrong-total.txt']) {
      const document = await openDocument(path);
      await vscode.commands.executeCommand('nianbao.openAsHtml', { to });
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(to));
      assert.match(page, /^<!DOCTYPE html>/);
      assert.equal(count(page, '<h2>'), 6);
      assert.equal(count(page, '<table class="nianbao-form'), 3);
      assert.match(document.getText(), new RegExp((/<title>([^<]+)<\/title>/.exec(page)?.[1] ?? 'none').slice(0, 6)));
    }
  });

  it('writes nothing for a file that is no report', async () => {
    const document = await openUntitled('# 会议记录\n', 'markdown');
    const before = (await vscode.workspace.fs.stat(to)).mtime;
    await vscode.commands.executeCommand('nianbao.openAsHtml', { to });
    assert.equal((await vscode.workspace.fs.stat(to)).mtime, before);
    await replaceAll(document, '');
  });
});
