/**
 * The preview beside a report that is no Markdown: the page that would be printed, made anew when the text changes. It follows
 * the cursor, and a click leads to the line. Markdown has VS Code's own preview, which shows the same tables.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeEditor, mayBeReport } from './active-report';
import { ask } from './ask';
import type { Statuses } from './statuses';

/** How long to wait after a change, in milliseconds. */
const patience = 300;

export function offerTextPreview(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  let panel: vscode.WebviewPanel | undefined;
  let shown: vscode.TextDocument | undefined;
  let timer: NodeJS.Timeout | undefined;

  const render = async (): Promise<void> => {
    const document = shown;
    if (!panel || !document) return;
    const page = await ask(
      client,
      'nianbao/page',
      { uri: client.code2ProtocolConverter.asUri(document.uri), lines: true },
      { failure: 'nothing' },
    );
    if (panel && document === shown && page?.html !== undefined) panel.webview.html = scripted(page.html);
  };
  const follow = (editor: vscode.TextEditor): void => {
    if (editor.document === shown) void panel?.webview.postMessage({ line: editor.selection.active.line });
  };
  const open = async (): Promise<void> => {
    const editor = activeEditor();
    if (!editor) return;
    if (editor.document.languageId === 'markdown') {
      await vscode.commands.executeCommand('markdown.showPreviewToSide');
      return;
    }
    if (!mayBeReport(client, statuses, editor.document)) return;
    shown = editor.document;
    const title = vscode.l10n.t('Preview: {0}', vscode.workspace.asRelativePath(shown.uri));
    if (panel) panel.reveal(vscode.ViewColumn.Beside, true);
    else {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      panel = vscode.window.createWebviewPanel('nianbao.preview', title, place, { enableScripts: true, localResourceRoots: [] });
      panel.onDidDispose(() => {
        panel = undefined;
        shown = undefined;
      });
      panel.webview.onDidReceiveMessage(async ({ line }: { readonly line: number }) => {
        if (!shown) return;
        const start = new vscode.Range(line, 0, line, 0);
        await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.One, selection: start });
      });
    }
    panel.title = title;
    await render();
    follow(editor);
  };
  return [
    vscode.commands.registerCommand('nianbao.openPreview', open),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      follow(textEditor);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== shown) return;
      clearTimeout(timer);
      timer = setTimeout(() => void render(), patience);
    }),
    statuses.onChange(({ uri }) => (shown && uri === client.code2ProtocolConverter.asUri(shown.uri) ? void render() : undefined)),
    new vscode.Disposable(() => {
      clearTimeout(timer);
      panel?.dispose();
    }),
  ];
}

/** The page with the one script that it may run in a preview. */
function scripted(html: string): string {
  const nonce = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  return html
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${policy}`)
    .replace(/<p class="hint">[\s\S]*?<\/p>/, '')
    .replace('</body>', () => `<script nonce="${nonce}">${script}</script>\n</body>`);
}

/** In the page: clicks are told, the block of a line is scrolled to, and the place is kept when the page is made anew. */
const script = `
const vscode = acquireVsCodeApi();
const blocks = [...document.querySelectorAll('[data-line]')];
scrollTo(0, vscode.getState()?.top ?? 0);
addEventListener('scroll', () => vscode.setState({ top: scrollY }));
addEventListener('click', (event) => {
  const block = event.target.closest('[data-line]');
  if (block) vscode.postMessage({ line: Number(block.dataset.line) });
});
addEventListener('message', ({ data }) => {
  const block = blocks.findLast((one) => Number(one.dataset.line) <= data.line);
  block?.scrollIntoView({ block: 'nearest' });
});
`;
