/**
 * The context keys that menus and the welcome of the outline go by: `nianbao.report`, whether the text in the active editor is
 * taken for a report, `nianbao.other`, whether it was looked at and is none, and `nianbao.garbled`, whether it was opened with
 * the wrong encoding.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol';
import type { Statuses } from './statuses';

/** The keys, and when they hold of what the server says of a document. */
const keys: readonly (readonly [string, (status: Status | undefined, served: boolean) => boolean])[] = [
  ['nianbao.report', (status) => status?.report === true],
  ['nianbao.garbled', (status) => status?.garbled === true],
  ['nianbao.other', (status, served) => served && status?.report === false],
];

/** Keeps the keys; the disposables stop that and take them away. */
export function keepReportContext(client: BaseLanguageClient, selector: DocumentSelector, statuses: Statuses): vscode.Disposable[] {
  const told = new Map<string, boolean>();
  const tell = (status: Status | undefined, served = false): void => {
    for (const [key, isSo] of keys) {
      const holds = isSo(status, served);
      if (holds === (told.get(key) ?? false)) continue;
      told.set(key, holds);
      void vscode.commands.executeCommand('setContext', key, holds);
    }
  };
  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const served = document !== undefined && vscode.languages.match(selector as vscode.DocumentSelector, document) > 0;
    tell(document && statuses.of(client.code2ProtocolConverter.asUri(document.uri)), served);
  };
  return [
    statuses.onChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    new vscode.Disposable(() => {
      tell(undefined);
    }),
  ];
}
