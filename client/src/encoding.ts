/**
 * Drafts that were saved as GB18030 (GBK) and opened as UTF-8: said once for each, with one button that opens the file anew in
 * the encoding that it has. A text with unsaved changes is left to its writer.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeEditor } from './active-report';
import { attempt } from './ask';
import type { Statuses } from './statuses';

/** What VS Code calls the encoding; GB18030 holds all of GBK. */
const encoding = 'gb18030';

/** In VS Code from 1.100 on; the types that we build against are older. */
type Opens = (uri: vscode.Uri, options: { readonly encoding: string }) => Thenable<vscode.TextDocument>;

export function offerReopening(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const told = new Set<string>();
  const reopen = async (): Promise<void> => {
    const document = activeEditor()?.document;
    if (!document) return;
    try {
      await (vscode.workspace.openTextDocument as Opens)(document.uri, { encoding });
    } catch (error) {
      // Unsaved changes, or an editor without that: its own way of asking.
      client.warn(`reopen as ${encoding}`, error, false);
      await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    }
  };
  return [
    vscode.commands.registerCommand('nianbao.reopenAsChinese', () => attempt(client, 'nianbao.reopenAsChinese', reopen)),
    statuses.onChange(({ uri, garbled }) => {
      const document = vscode.window.activeTextEditor?.document;
      if (!garbled || told.has(uri) || !document || client.code2ProtocolConverter.asUri(document.uri) !== uri) return;
      told.add(uri);
      const button = vscode.l10n.t('Reopen as GB18030');
      void vscode.window
        .showWarningMessage(vscode.l10n.t('This file was saved in a Chinese encoding (GBK) and opened as UTF-8, so it is garbled.'), button)
        .then((chosen) => (chosen === button ? vscode.commands.executeCommand('nianbao.reopenAsChinese') : undefined));
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => told.delete(client.code2ProtocolConverter.asUri(uri))),
  ];
}
