/** The command 校对整个文件夹: with a word on how far it has come, and a way to stop that says so too. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { WorkDoneProgress } from '../library';
import type { FolderOutcome } from '../../../server/src/lsp/protocol';
import { attempt } from '../ask';

let turns = 0;

export function offerCheckFolder(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.checkFolder', () => attempt(client, 'nianbao.checkFolder', () => checkFolder(client)));
}

/** Has the folder checked; undefined where there is none, or the user stopped it. */
export async function checkFolder(client: BaseLanguageClient): Promise<FolderOutcome | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder that holds the reports first.'));
    return undefined;
  }
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Checking the whole folder');
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const workDoneToken = `nianbao-client-${String(++turns)}`;
    let last = '';
    let shown = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.message !== undefined) last = value.message;
      if (value.kind !== 'report') return;
      progress.report({ ...(value.message !== undefined && { message: value.message }), increment: (value.percentage ?? shown) - shown });
      shown = value.percentage ?? shown;
    });
    try {
      return await client.sendRequest<FolderOutcome>('nianbao/checkFolder', { workDoneToken }, token);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
      if (last !== '') void vscode.window.showInformationMessage(last);
      return undefined;
    } finally {
      listening.dispose();
    }
  });
}
