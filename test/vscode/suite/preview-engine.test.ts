/**
 * What the extension hands to VS Code's Markdown extension. Where both run in one host, `preview.test.ts` sees it at work; in
 * the browser the Markdown extension of VS Code Server runs elsewhere, so the plug-in is tried on markdown-it itself.
 */
import assert from 'node:assert/strict';
import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionId, workspaceFile } from './kit';

describe('the plug-in for markdown-it', () => {
  it('shows report tables as soon as its engine has come', async () => {
    const extension = vscode.extensions.getExtension<{ extendMarkdownIt(md: Markdown): Markdown }>(extensionId);
    assert.ok(extension);
    const { extendMarkdownIt } = await extension.activate();
    const md = extendMarkdownIt(new MarkdownIt({ html: true }));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile('reports/xikou-education-2024.md')));
    let html = md.render(text);
    // In the browser it is a file that the first text has asked for; whoever reads it afterwards has waited for it.
    for (let tries = 0; tries < 5 && !html.includes('nianbao-form'); tries++) {
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'preview.js'));
      html = md.render(text);
    }
    assert.equal(html.split('<table class="nianbao-form').length - 1, 3);
    assert.equal(md.render('# 会议记录\n'), new MarkdownIt({ html: true }).render('# 会议记录\n'));
  });
});
