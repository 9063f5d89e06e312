/**
 * What is found in Word files, workbooks, PDFs and web pages of the folder is told of the texts as which they are read: there its places
 * can be shown. One that is open as it is read tells its findings itself.
 */
import * as vscode from 'vscode';
import type { ProvideWorkspaceDiagnosticSignature, vsdiag } from 'vscode-languageclient';
import { documentScheme, fileOf, isDocumentText, textOf, viewType } from '../documents/read-document';
import { isDocument } from './overview-node';

export function documentReports(
  known: vsdiag.PreviousResultId[],
  token: vscode.CancellationToken,
  report: vsdiag.ResultReporter,
  next: ProvideWorkspaceDiagnosticSignature,
): vscode.ProviderResult<vsdiag.WorkspaceDiagnosticReport> {
  const asked = known.map(({ uri, value }) => ({ uri: uri.scheme === documentScheme ? fileOf(uri) : uri, value }));
  return next(asked, token, (chunk) => {
    report(chunk && { items: chunk.items.map((item) => placed(item)) });
  });
}

function placed(item: vsdiag.WorkspaceDocumentDiagnosticReport): vsdiag.WorkspaceDocumentDiagnosticReport {
  if ('items' in item)
    for (const { relatedInformation = [] } of item.items)
      for (const one of relatedInformation) one.location.uri = shownAt(one.location.uri);
  if (!isDocument(item.uri.path)) return item;
  const uri = textOf(item.uri);
  return 'items' in item && isShown(item.uri) ? { ...item, uri, items: [] } : { ...item, uri };
}

function shownAt(uri: vscode.Uri): vscode.Uri {
  return isDocument(uri.path) && uri.scheme !== documentScheme ? textOf(uri) : uri;
}

/** Whether a tab shows the document. */
function isShown(file: vscode.Uri): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => {
      if (input instanceof vscode.TabInputCustom && input.viewType === viewType) return input.uri.toString() === file.toString();
      return input instanceof vscode.TabInputText && isDocumentText(input.uri) && fileOf(input.uri).toString() === file.toString();
    });
}
