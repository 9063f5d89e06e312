/**
 * The texts that were read from documents, as read-only documents of the editor with all that it shows of a report, and what
 * was found in each, in the Problems panel under the document's own name. Who goes there from the panel comes to the place.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentAnswer } from '../../../server/src/lsp/protocol';
import { documentScheme, fileOf, isDocumentText, readDocument, textOf, viewType } from './read-document';

export interface DocumentTexts extends vscode.Disposable {
  /** Reads the document anew and shows what is found in it, as long as it is shown itself. */
  read(file: vscode.Uri): Promise<DocumentAnswer | undefined>;
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
  /** The document that a tab shows, as it is read or as text. */
  const shownIn = ({ input }: vscode.Tab): vscode.Uri | undefined => {
    if (input instanceof vscode.TabInputCustom && input.viewType === viewType) return input.uri;
    return input instanceof vscode.TabInputText && isDocumentText(input.uri) ? fileOf(input.uri) : undefined;
  };
  const release = (file: vscode.Uri): void => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    if (tabs.some((tab) => shownIn(tab)?.toString() === file.toString())) return;
    const text = textOf(file);
    answers.delete(text.toString());
    findings.delete(text);
  };
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
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const file of closed.map(shownIn)) if (file) release(file);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === documentScheme && document.languageId !== 'markdown')
        void vscode.languages.setTextDocumentLanguage(document, 'markdown');
    }),
  );
  return {
    read,
    dispose: () => {
      registered.dispose();
    },
  };
}
