/** The context key `nianbao.report`: whether the text in the active editor is taken for a report. Menus go by it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statuses } from './statuses';

/** Keeps the key; the disposables stop that and take it away. */
export function keepReportContext(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const reports = new Set<string>();
  let told = false;
  const tell = (isReport: boolean): void => {
    if (isReport === told) return;
    told = isReport;
    void vscode.commands.executeCommand('setContext', 'nianbao.report', isReport);
  };
  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    tell(document !== undefined && reports.has(client.code2ProtocolConverter.asUri(document.uri)));
  };
  return [
    statuses.onChange(({ uri, report }) => {
      if (report) reports.add(uri);
      else reports.delete(uri);
      refresh();
    }),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument((document) => reports.delete(client.code2ProtocolConverter.asUri(document.uri))),
    new vscode.Disposable(() => { tell(false); }),
  ];
}
