/**
 * A reviewer's decision on a finding: asks for the reason where one is needed and writes it into `.nianbao-review.json`, only here and only
 * because the reviewer asked for it.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DecideAnswer, DecideParams } from '../../../server/src/lsp/protocol';
import { ask, attempt } from '../ask';

export type Verdict = 'return' | 'accept' | 'dismiss';

/** The commands behind the light bulb: `nianbao.review.return` and so on, with the document, the rule and which of its findings is meant. */
export function offerDecisions(client: BaseLanguageClient): vscode.Disposable[] {
  const command = (decision: Verdict) => (uri: string, rule: string, turn: number) =>
    attempt(client, 'nianbao.review', async () => {
      const reason = await reasonFor(decision);
      if (reason !== undefined) await decide(client, { uri, finding: { rule, turn }, decision, reason });
    });
  return [
    vscode.commands.registerCommand('nianbao.review.return', command('return')),
    vscode.commands.registerCommand('nianbao.review.accept', command('accept')),
    vscode.commands.registerCommand('nianbao.review.dismiss', command('dismiss')),
  ];
}

/** The reason for a decision; empty where none is needed, undefined where the reviewer gave up. */
export async function reasonFor(decision: Verdict): Promise<string | undefined> {
  if (decision === 'accept') return '';
  const isNeeded = decision === 'dismiss';
  const reason = await vscode.window.showInputBox({
    title: isNeeded
      ? vscode.l10n.t('Why is this right as it is?')
      : vscode.l10n.t('Your own words for the unit (they go into the return note; may be empty)'),
    placeHolder: isNeeded
      ? vscode.l10n.t('for example: counted by another rule, agreed with the office')
      : vscode.l10n.t('for example: check it with the register of requests'),
    validateInput: (value) => (isNeeded && value.trim() === '' ? vscode.l10n.t('Please give a reason; others will read it.') : undefined),
  });
  return reason?.trim();
}

/** Writes the decision down. Gives whether it was written. */
export async function decide(client: BaseLanguageClient, asked: DecideParams): Promise<boolean> {
  return writeDecisions(client, await ask(client, 'nianbao/decide', asked));
}

/** Writes what the server says that the file is to hold. Gives whether it was written. */
export async function writeDecisions(client: BaseLanguageClient, written: DecideAnswer | undefined): Promise<boolean> {
  if (!written) return false;
  if (!written.file) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding here any more; nothing was written.'));
    return false;
  }
  const { uri, text } = written.file;
  if (text === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('.nianbao-review.json cannot be read; nothing was written.'));
    return false;
  }
  await vscode.workspace.fs.writeFile(client.protocol2CodeConverter.asUri(uri), new TextEncoder().encode(text));
  return true;
}
