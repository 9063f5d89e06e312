/** All that the extension does with a whole folder of reports. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statuses } from '../statuses';
import { offerCheckFolder } from './check-folder';
import { offerDecisions } from './decide';
import { answerFolderFiles } from './folder-files';
import { offerOutputs } from './outputs';
import { showOverview } from './overview';
import { showReviewThreads } from './review-threads';

export function offerFolder(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  return [
    answerFolderFiles(client),
    offerCheckFolder(client),
    ...showOverview(client),
    ...offerOutputs(client),
    ...offerDecisions(client),
    ...showReviewThreads(client, statuses),
  ];
}
