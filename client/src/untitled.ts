/**
 * Texts that are in no file yet. VS Code guesses their language from the words, and takes a report for Ini or something else:
 * as soon as the server knows one for a report it is given the language that it is written in, so that it keeps it.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statuses } from './statuses';

const ours = new Set(['markdown', 'plaintext', 'nianbao']);

export function settleLanguages(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable {
  return statuses.onChange(({ uri, report }) => {
    if (!report || !uri.startsWith('untitled:')) return;
    const document = vscode.workspace.textDocuments.find((one) => client.code2ProtocolConverter.asUri(one.uri) === uri);
    if (document && !ours.has(document.languageId)) void vscode.languages.setTextDocumentLanguage(document, languageOf(document.getText()));
  });
}

/** Headings and tables of Markdown are certain signs; all else is text. */
function languageOf(text: string): string {
  return /^#{1,6} |^\|?[ :]*-{3,}[ :]*\|/m.test(text) ? 'markdown' : 'plaintext';
}
