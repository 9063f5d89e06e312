/**
 * The context keys that menus and the welcome of the outline go by: `nianbao.report`, whether the text in the active editor is
 * taken for a report, and `nianbao.garbled`, whether it was opened with the wrong encoding.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol';
import type { Statuses } from './statuses';

/** What the server says, and the key that tells it. */
const keys = [
  ['report', 'nianbao.report'],
  ['garbled', 'nianbao.garbled'],
] as const;

/** Keeps the keys; the disposables stop that and take them away. */
export function keepReportContext(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const told = new Map<string, boolean>();
  const tell = (status: Status | undefined): void => {
    for (const [said, key] of keys) {
      const holds = status?.[said] === true;
      if (holds === (told.get(key) ?? false)) continue;
      told.set(key, holds);
      void vscode.commands.executeCommand('setContext', key, holds);
    }
  };
  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    tell(document && statuses.of(client.code2ProtocolConverter.asUri(document.uri)));
  };
  return [
    statuses.onChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    new vscode.Disposable(() => {
      tell(undefined);
    }),
  ];
}
