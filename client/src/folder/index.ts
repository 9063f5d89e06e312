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
import { offerYears, virtualTexts } from './years';

export function offerFolder(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const texts = virtualTexts();
  return [
    answerFolderFiles(client),
    offerCheckFolder(client),
    ...showOverview(client),
    texts,
    ...offerYears(client, texts),
    ...offerOutputs(client, texts),
    ...offerDecisions(client),
    ...showReviewThreads(client, statuses),
  ];
}
