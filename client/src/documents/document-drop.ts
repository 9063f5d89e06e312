/**
 * A Word file, workbook, PDF or web page that is dropped into an open text with Shift: its text is inserted where it was
 * dropped. Among other notes its address may be what is wanted, so there the text is only offered. The file is only read.
 */
import * as vscode from 'vscode';
import type { DocumentAnswer } from '../../../server/src/lsp/protocol';
import { nameOf } from './read-document';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'document');
/** What else a dropped file may become: its address, as text or as a link. */
const addresses = [
  vscode.DocumentDropOrPasteEditKind.Text,
  vscode.DocumentDropOrPasteEditKind.Empty.append('uri'),
  vscode.DocumentDropOrPasteEditKind.Empty.append('markdown'),
];
const list = 'text/uri-list';
const isRead = /\.(?:docx|docm|doc|wps|xlsx|xlsm|pdf|m?html?|mht)$/i;

/**
 * Registers the provider; the disposable takes it away.
 * @param texts into which texts may be dropped.
 * @param read gives the document as it is read, undefined where that failed.
 */
export function offerDrops(
  texts: vscode.DocumentSelector,
  read: (file: vscode.Uri) => Promise<DocumentAnswer | undefined>,
): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(texts, dropProvider(read), {
    providedDropEditKinds: [kind],
    dropMimeTypes: [list],
  });
}

export function dropProvider(read: (file: vscode.Uri) => Promise<DocumentAnswer | undefined>): vscode.DocumentDropEditProvider {
  return {
    async provideDocumentDropEdits(document, _position, dropped, token) {
      const file = onlyFile((await dropped.get(list)?.asString()) ?? '');
      if (!file || token.isCancellationRequested) return undefined;
      const answer = await read(file);
      if (!answer || token.isCancellationRequested) return undefined;
      const { text, problem, notes = [] } = answer;
      if (text === undefined) {
        void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', nameOf(file), problem ?? ''));
        return undefined;
      }
      const edit = new vscode.DocumentDropEdit(text, vscode.l10n.t('Insert the text of {0}', nameOf(file)), kind);
      if (!isForReports(document)) edit.yieldTo = addresses;
      else if (notes.length > 0) void vscode.window.showInformationMessage(vscode.l10n.t('{0}: {1}', nameOf(file), notes.join('；')));
      return edit;
    },
  };
}

/** The document that was dropped; of several nobody knows which is meant. */
function onlyFile(uris: string): vscode.Uri | undefined {
  const [first, ...more] = uris.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (first === undefined || more.length > 0) return undefined;
  const file = vscode.Uri.parse(first);
  return isRead.test(file.path) ? file : undefined;
}

/** Whether the text is blank, or looks as if a report were being written in it. */
function isForReports(document: vscode.TextDocument): boolean {
  const text = document.getText();
  return text.trim() === '' || text.includes('信息公开');
}
