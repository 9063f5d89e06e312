/** Tables that the server leaves as they are: says why, and leads to the first row because of which. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { asWords } from './words';
import type { Refusal } from '../../server/src/lsp/protocol';

/** Reasons that a message shows. */
const mostShown = 4;

/** Shows the reasons, if there are any. */
export async function tellRefusals(client: BaseLanguageClient, document: vscode.TextDocument, refused: readonly Refusal[]): Promise<void> {
  const [first] = refused;
  if (!first) return;
  const show = vscode.l10n.t('Show the row');
  const words = refused
    .slice(0, mostShown)
    .map(({ message }) => asWords(message))
    .join('\n');
  if ((await vscode.window.showWarningMessage(words, show)) === show)
    await vscode.window.showTextDocument(document, { selection: client.protocol2CodeConverter.asRange(first.range) });
}
