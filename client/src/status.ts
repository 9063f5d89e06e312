/**
 * The language-status item: whether the text in the active editor is taken for a report and why, and how many errors and
 * warnings it has. The server tells each change; nothing is polled.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/protocol';
import type { Statuses } from './statuses';

/** Shows the item for the documents of `selector`; the disposables take it away. */
export function showStatus(client: BaseLanguageClient, selector: DocumentSelector, statuses: Statuses): vscode.Disposable[] {
  const item = vscode.languages.createLanguageStatusItem('nianbao.status', selector as vscode.DocumentSelector);
  item.name = vscode.l10n.t('Nianbao');

  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(selector as vscode.DocumentSelector, document) === 0) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    show(item, client.state, statuses.of(uri));
    statuses.ask(uri);
  };

  show(item, client.state, undefined);
  return [item, statuses.onChange(refresh), client.onDidChangeState(refresh), vscode.window.onDidChangeActiveTextEditor(refresh)];
}

function show(item: vscode.LanguageStatusItem, state: State, status: Status | undefined): void {
  item.busy = state === State.Starting;
  item.severity = severityOf(state, status);
  item.text = textOf(state, status);
  item.command = status?.garbled
    ? { command: 'workbench.action.editor.changeEncoding', title: vscode.l10n.t('Reopen with another encoding …') }
    : { command: 'nianbao.showActions', title: vscode.l10n.t('Actions') };
  item.detail = state === State.Running ? [status?.left, status?.why].filter((words) => words !== undefined).join(' · ') : '';
}

function textOf(state: State, status: Status | undefined): string {
  if (state === State.Starting) return vscode.l10n.t('Nianbao: starting');
  if (state !== State.Running) return vscode.l10n.t('Nianbao: not running');
  if (!status) return vscode.l10n.t('Nianbao');
  if (status.garbled) return vscode.l10n.t('Garbled text: opened with the wrong encoding');
  if (!status.report) return vscode.l10n.t('Not an annual report');
  const { errors, warnings } = status;
  if (errors === 0 && warnings === 0) return vscode.l10n.t('Annual report ✓');
  if (warnings === 0) return vscode.l10n.t('Annual report: errors: {0}', errors);
  if (errors === 0) return vscode.l10n.t('Annual report: warnings: {0}', warnings);
  return vscode.l10n.t('Annual report: errors: {0}, warnings: {1}', errors, warnings);
}

function severityOf(state: State, status: Status | undefined): vscode.LanguageStatusSeverity {
  if (state === State.Stopped || state === State.StartFailed || (status && status.errors > 0)) return vscode.LanguageStatusSeverity.Error;
  return status && (status.warnings > 0 || status.garbled || status.left !== undefined)
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
}
