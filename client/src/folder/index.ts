/** All that the extension does with a whole folder of reports. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { offerCheckFolder } from './check-folder';
import { answerFolderFiles } from './folder-files';
import { showOverview } from './overview';

export function offerFolder(client: BaseLanguageClient): vscode.Disposable[] {
  return [answerFolderFiles(client), offerCheckFolder(client), ...showOverview(client)];
}
