/** A whole report marked in the view: returned with all its errors and warnings, all of them confirmed, or what was decided taken back. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { MarkParams } from '../../../server/src/lsp/protocol';
import { ask } from '../ask';
import { reasonFor, writeDecisions } from './decide';

interface Choice extends vscode.QuickPickItem {
  readonly decision: MarkParams['decision'];
}

export async function mark(client: BaseLanguageClient, uri: string): Promise<void> {
  const choices: Choice[] = [
    { label: vscode.l10n.t('Returned to the unit'), description: vscode.l10n.t('with all its errors and warnings'), decision: 'return' },
    { label: vscode.l10n.t('Confirmed'), description: vscode.l10n.t('all its errors and warnings'), decision: 'accept' },
    { label: vscode.l10n.t('Take back'), description: vscode.l10n.t('what was returned or confirmed in this report'), decision: 'clear' },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Mark the report as') });
  if (!chosen) return;
  const { decision } = chosen;
  const reason = decision === 'return' ? await reasonFor(decision) : '';
  if (reason === undefined) return;
  await writeDecisions(client, await ask(client, 'nianbao/mark', { uri, decision, ...(reason !== '' && { reason }) }));
}
