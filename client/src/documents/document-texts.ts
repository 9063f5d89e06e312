/**
 * The texts that were read from documents, as read-only documents of the editor with all that it shows of a report, and what
 * was found in each, in the Problems panel under the document's own name. Who goes there from the panel comes to the place.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentAnswer } from '../../../server/src/lsp/protocol';
import { documentScheme, fileOf, readDocument, textOf } from './read-document';

export interface DocumentTexts extends vscode.Disposable {
  /** Reads the document anew and shows what is found in it as long as somebody holds it. */
  read(file: vscode.Uri): Promise<DocumentAnswer | undefined>;
  /** Nobody looks at the document any more. */
  release(file: vscode.Uri): void;
}

export function openDocumentTexts(client: BaseLanguageClient): DocumentTexts {
  const findings = vscode.languages.createDiagnosticCollection('nianbao-document');
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const answers = new Map<string, DocumentAnswer>();
  const read = async (file: vscode.Uri): Promise<DocumentAnswer | undefined> => {
    const answer = await readDocument(client, file);
    if (!answer) return undefined;
    const text = textOf(file);
    const before = answers.get(text.toString());
    answers.set(text.toString(), answer);
    findings.set(text, await client.protocol2CodeConverter.asDiagnostics([...(answer.findings ?? [])]));
    if (before && before.text !== answer.text) changed.fire(text);
    return answer;
  };
  const isOpen = (text: vscode.Uri): boolean => vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === text.toString());
  const drop = (text: vscode.Uri): void => {
    answers.delete(text.toString());
    findings.delete(text);
  };
  const isShown = (file: vscode.Uri): boolean =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === file.toString());
  const registered = vscode.Disposable.from(
    findings,
    changed,
    vscode.workspace.registerTextDocumentContentProvider(documentScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const answer = answers.get(uri.toString()) ?? (await read(fileOf(uri)));
        return answer?.text ?? answer?.problem ?? '';
      },
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === documentScheme && !isShown(fileOf(uri))) drop(uri);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === documentScheme && document.languageId !== 'markdown')
        void vscode.languages.setTextDocumentLanguage(document, 'markdown');
    }),
  );
  return {
    read,
    release(file) {
      const text = textOf(file);
      if (!isOpen(text)) drop(text);
    },
    dispose: () => {
      registered.dispose();
    },
  };
}
