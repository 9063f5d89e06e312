/**
 * The document that a command is about: the one in the active editor. Where there is none, or one that is taken for no report, the
 * user is told so in plain words, with a button for what can be done; the command then does nothing.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statuses } from './statuses';

/** The editor that is being worked in; where there is none, the user is told to open a report. */
export function activeEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) void tellToOpen();
  return editor;
}

/**
 * Whether `document` is a report as far as the server has said; where it is known to be none, the user is told.
 * A text that nothing is known of is left to the server.
 */
export function mayBeReport(client: BaseLanguageClient, statuses: Statuses, document: vscode.TextDocument): boolean {
  const status = statuses.of(client.code2ProtocolConverter.asUri(document.uri));
  if (status?.report !== false) return true;
  void tellNoReport();
  return false;
}

/** Tells that the active text is taken for no report, and offers to check it all the same. */
export async function tellNoReport(): Promise<void> {
  const check = vscode.l10n.t('Check as an annual report');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('This file is not taken for an annual report.'), check);
  if (chosen === check) await vscode.commands.executeCommand('nianbao.checkFile');
}

/** Tells that a report must be opened first, with the ways to do so. */
export async function tellToOpen(): Promise<void> {
  const [text, document] = [vscode.l10n.t('Open Text…'), vscode.l10n.t('Open Word/PDF…')];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open an annual report first: a text file (.txt or .md), or a Word file, PDF or workbook as a draft.'),
    text,
    document,
  );
  if (chosen === text) await vscode.commands.executeCommand('workbench.action.files.openFile');
  if (chosen === document) await vscode.commands.executeCommand('nianbao.openAsDraft');
}
