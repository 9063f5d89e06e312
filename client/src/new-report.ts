/**
 * The command 新建年报: asks which agency reports on which year and opens a new report in an untitled Markdown document,
 * with the first place to be filled in selected. The text is the server's.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewReportAnswer } from '../../server/src/lsp/protocol';
import { ask } from './ask';

/** What may be given with the command instead of being asked for. */
interface Given {
  readonly agency?: string;
  readonly year?: number;
}

/** First year of the form that the new report follows. */
const firstYear = 2021;
const longestAgency = 40;

/** Registers the command; the disposable takes it away. */
export function offerNewReport(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.newReport', async (given?: Given) => {
    const agency = given?.agency ?? (await askAgency());
    if (agency === undefined) return;
    const year = given?.year ?? (await askYear());
    if (year === undefined) return;
    const failure = vscode.l10n.t('The new report could not be made. The log says why.');
    const written = await ask(client, 'nianbao/newReport', { agency, year, format: 'markdown' }, { failure });
    if (written) await open(client, written);
  });
}

async function open(client: BaseLanguageClient, { text, selection }: NewReportAnswer): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document, { preview: false, selection: client.protocol2CodeConverter.asRange(selection) });
}

async function askAgency(): Promise<string | undefined> {
  // Nobody is blamed for a box that has just opened.
  let typed = false;
  const agency = await vscode.window.showInputBox({
    title: vscode.l10n.t('New annual report (1/2)'),
    prompt: vscode.l10n.t('Full name of the agency, as it is to stand in the title'),
    placeHolder: vscode.l10n.t('for example 青禾县水利局'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      typed ||= value !== '';
      if (value.trim() === '') return typed ? vscode.l10n.t('Please enter the name of the agency.') : undefined;
      return value.trim().length > longestAgency || /[，,。；;：:！!？?、<>|#*\d]/.test(value)
        ? vscode.l10n.t('Only the name, without year and punctuation.')
        : undefined;
    },
  });
  return agency?.trim() || undefined;
}

async function askYear(): Promise<number | undefined> {
  const now = new Date().getFullYear();
  const year = await vscode.window.showInputBox({
    title: vscode.l10n.t('New annual report (2/2)'),
    prompt: vscode.l10n.t('The year reported on'),
    value: String(now - 1),
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^20\d\d$/.test(value.trim()) && Number(value) >= firstYear && Number(value) <= now
        ? undefined
        : vscode.l10n.t('A year from {0} to {1}', firstYear, now),
  });
  return year === undefined ? undefined : Number(year);
}
