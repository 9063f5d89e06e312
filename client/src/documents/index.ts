/** All that the extension does with Word files, workbooks, PDFs and web pages. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { offerDocumentCommands } from './document-commands';
import { offerDrops } from './document-drop';
import { openDocumentTexts } from './document-texts';
import { offerDocumentView } from './document-view';
import { readDocument } from './read-document';

export function offerDocuments(client: BaseLanguageClient, selector: vscode.DocumentSelector): vscode.Disposable[] {
  const texts = openDocumentTexts(client);
  return [texts, offerDocumentView(texts), offerDocumentCommands(client), offerDrops(selector, (file) => readDocument(client, file))];
}
