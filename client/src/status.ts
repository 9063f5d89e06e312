/**
 * The verdict on the text in the active editor, where everybody sees it: 年报 ✗3 ⚠2 in the status bar, with year, unit and
 * balance when the mouse rests on it; and the language-status item, which also tells why a text is taken for no report. The
 * server tells each change; nothing is polled.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import { State } from './library';
import type { Status } from '../../server/src/lsp/protocol';
import type { Statuses } from './statuses';

/** Shows both items for the documents of `selector`; the disposables take them away. */
export function showStatus(client: BaseLanguageClient, selector: DocumentSelector, statuses: Statuses): vscode.Disposable[] {
  const item = vscode.languages.createLanguageStatusItem('nianbao.status', selector as vscode.DocumentSelector);
  item.name = vscode.l10n.t('Nianbao');
  const verdict = vscode.window.createStatusBarItem('nianbao.verdict', vscode.StatusBarAlignment.Left, 1);
  verdict.name = vscode.l10n.t('Nianbao: verdict');
  verdict.command = 'nianbao.showActions';

  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(selector as vscode.DocumentSelector, document) === 0) {
      verdict.hide();
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const status = statuses.of(uri);
    show(item, client.state, status);
    showVerdict(verdict, client.state, status);
    statuses.ask(uri);
  };

  show(item, client.state, undefined);
  return [
    item,
    verdict,
    statuses.onChange(refresh),
    client.onDidChangeState(refresh),
    // Between two editors there is none: what is shown stays until the next is there.
    vscode.window.onDidChangeActiveTextEditor((editor) =>
      editor || vscode.window.visibleTextEditors.length === 0 ? refresh() : undefined,
    ),
  ];
}

function showVerdict(item: vscode.StatusBarItem, state: State, status: Status | undefined): void {
  if (state !== State.Running || !status || (!status.report && !status.garbled)) {
    item.hide();
    return;
  }
  const { garbled, year, unit, fails, silenced, why, left, toDo } = status;
  item.text = garbled ? `$(warning) ${vscode.l10n.t('Garbled')}` : `${vscode.l10n.t('Report')} ${signs(status)}`;
  const words = [
    [unit, year === undefined ? undefined : vscode.l10n.t('report for {0}', year)].filter(Boolean).join(' · '),
    textOf(state, status),
    toDo === undefined ? undefined : vscode.l10n.t('It becomes a mistake once the report is saved.'),
    balance(fails),
    silenced === undefined ? undefined : vscode.l10n.t('Silenced: {0}', silenced),
    left,
    garbled ? why : undefined,
    vscode.l10n.t('Click for what can be done.'),
  ].filter((line): line is string => line !== undefined && line !== '');
  item.tooltip = words.join('\n');
  item.accessibilityInformation = { label: words.join(', '), role: 'button' };
  item.backgroundColor = garbled ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}

function signs({ errors, warnings, toDo = 0 }: Status): string {
  const parts = [
    errors > 0 ? `$(error) ${errors}` : '',
    warnings > 0 ? `$(warning) ${warnings}` : '',
    toDo > 0 ? `$(edit) ${vscode.l10n.t('{0} to fill in', toDo)}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '$(check)' : parts.join(' ');
}

function balance(fails: number | undefined): string | undefined {
  if (fails === undefined) return undefined;
  return fails === 0 ? vscode.l10n.t('The tables balance.') : vscode.l10n.t('Sums that do not hold: {0}', fails);
}

function show(item: vscode.LanguageStatusItem, state: State, status: Status | undefined): void {
  item.busy = state === State.Starting;
  item.severity = severityOf(state, status);
  item.text = textOf(state, status);
  item.command = status?.garbled
    ? { command: 'nianbao.reopenAsChinese', title: vscode.l10n.t('Reopen as GB18030') }
    : { command: 'nianbao.showActions', title: vscode.l10n.t('Actions') };
  item.detail = state === State.Running ? [status?.left, status?.why].filter((words) => words !== undefined).join(' · ') : '';
  item.accessibilityInformation = { label: `${item.text} ${item.detail}` };
}

function textOf(state: State, status: Status | undefined): string {
  if (state === State.Starting) return vscode.l10n.t('Nianbao: starting');
  if (state !== State.Running) return vscode.l10n.t('Nianbao: not running');
  if (!status) return vscode.l10n.t('Nianbao');
  if (status.garbled) return vscode.l10n.t('Garbled text: opened with the wrong encoding');
  if (!status.report) return vscode.l10n.t('Not an annual report');
  const { errors, warnings, toDo = 0 } = status;
  if (errors === 0 && warnings === 0)
    return toDo > 0 ? vscode.l10n.t('Annual report: places to fill in: {0}', toDo) : vscode.l10n.t('Annual report ✓');
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
