/**
 * Copying the table at the cursor for other programs. The clipboard takes text only, so HTML is copied as its source; what
 * pastes it as a table is an editor of websites in its source mode.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TableFormat } from '../../server/src/lsp/protocol';
import { activeEditor } from './active-report';
import { ask } from './ask';
import { tellRefusals } from './refusals';

/** How long a word in the status bar stays, in milliseconds. */
const shown = 6_000;

/** Registers the commands; the disposables take them away. */
export function registerCopying(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('nianbao.copyTable.tabs', () => copy(client, 'tabs')),
    vscode.commands.registerCommand('nianbao.copyTable.html', () => copy(client, 'html')),
    vscode.commands.registerCommand('nianbao.copyTable.markdown', () => copy(client, 'markdown')),
  ];
}

async function copy(client: BaseLanguageClient, target: TableFormat): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const copied = await ask(client, 'nianbao/copyTable', {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    target,
  });
  if (!copied) return;
  const { table, text, refused } = copied;
  if (table === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('No table of an annual report was found here.'));
  else if (text !== undefined) {
    await vscode.env.clipboard.writeText(text);
    void vscode.window.setStatusBarMessage(`$(check) ${said(target, table)}`, shown);
  } else await tellRefusals(client, editor.document, refused ?? []);
}

function said(target: TableFormat, table: string): string {
  if (target === 'html') return vscode.l10n.t('{0} copied as HTML source: paste it in the source mode of a web editor', table);
  return target === 'tabs'
    ? vscode.l10n.t('{0} copied with tabs: paste it into a spreadsheet', table)
    : vscode.l10n.t('{0} copied as Markdown', table);
}
