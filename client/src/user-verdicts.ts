/**
 * What the user says of single documents: that one is a report though nothing in it tells so, or that it is none and is to be
 * left alone. Remembered for the workspace; of untitled documents only while they are open. And the commands that switch the
 * check off and on, for a document, the workspace or everywhere.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import { State } from './library';
import { tellToOpen } from './active-report';
import type { Statuses } from './statuses';

/** By the document's address as the server knows it. */
type Said = Readonly<Record<string, boolean>>;

const memory = 'nianbao.taken';

export interface UserVerdicts {
  /** All that was said, for the server at its start. */
  all(): Said;
  set(uri: string, report: boolean | null): void;
}

/** What was said in this workspace so far. */
export function rememberVerdicts(context: vscode.ExtensionContext): UserVerdicts {
  let said: Said = context.workspaceState.get<Said>(memory) ?? {};
  return {
    all: () => said,
    set(uri, report) {
      const rest = Object.entries(said).filter(([other]) => other !== uri);
      said = Object.fromEntries(report === null ? rest : [...rest, [uri, report]]);
      const kept = Object.entries(said).filter(([other]) => !other.startsWith('untitled:'));
      void context.workspaceState.update(memory, kept.length > 0 ? Object.fromEntries(kept) : undefined);
    },
  };
}

/** Registers the commands and shows beside the status what the document is taken for; the disposables take them away. */
export function offerVerdicts(
  client: BaseLanguageClient,
  selector: DocumentSelector,
  verdicts: UserVerdicts,
  statuses: Statuses,
): vscode.Disposable[] {
  const documents = selector as vscode.DocumentSelector;
  const item = vscode.languages.createLanguageStatusItem('nianbao.taken', documents);
  item.name = vscode.l10n.t('Nianbao: checked or not');
  const active = (): { uri: string; document: vscode.TextDocument } | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    return document && vscode.languages.match(documents, document) > 0
      ? { uri: client.code2ProtocolConverter.asUri(document.uri), document }
      : undefined;
  };
  const show = (): void => {
    const uri = active()?.uri;
    if (uri !== undefined) Object.assign(item, wording(verdicts.all()[uri], statuses.of(uri)?.report === true));
  };
  const take = async (report: boolean | null): Promise<void> => {
    const uri = active()?.uri;
    if (uri === undefined) return tellToOpen();
    verdicts.set(uri, report);
    show();
    if (client.state === State.Running) await client.sendNotification('nianbao/take', { uri, report });
  };
  const turnOff = async (): Promise<void> => {
    const file = active();
    const here: (vscode.QuickPickItem & { run: () => Thenable<unknown> })[] = [];
    if (file)
      here.push({
        label: vscode.l10n.t('This file'),
        description: vscode.workspace.asRelativePath(file.document.uri),
        run: () => take(false),
      });
    if (vscode.workspace.workspaceFolders)
      here.push({ label: vscode.l10n.t('This workspace'), run: () => enable(false, vscode.ConfigurationTarget.Workspace) });
    here.push({ label: vscode.l10n.t('Everywhere'), run: () => enable(false, vscode.ConfigurationTarget.Global) });
    const chosen = await vscode.window.showQuickPick(here, {
      placeHolder: vscode.l10n.t('Where should annual reports no longer be checked?'),
    });
    await chosen?.run();
  };
  const turnOn = async (): Promise<void> => {
    const uri = active()?.uri;
    const isIgnored = uri !== undefined && verdicts.all()[uri] === false;
    const settings = vscode.workspace.getConfiguration('nianbao').inspect<boolean>('enable');
    if (!isIgnored && settings?.workspaceValue !== false && settings?.globalValue !== false) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The check is not switched off.'));
      return;
    }
    if (isIgnored) await take(null);
    if (settings?.workspaceValue === false) await enable(undefined, vscode.ConfigurationTarget.Workspace);
    if (settings?.globalValue === false) await enable(undefined, vscode.ConfigurationTarget.Global);
  };
  return [
    item,
    vscode.commands.registerCommand('nianbao.checkFile', () => take(true)),
    vscode.commands.registerCommand('nianbao.ignoreFile', () => take(false)),
    vscode.commands.registerCommand('nianbao.judgeFile', () => take(null)),
    vscode.commands.registerCommand('nianbao.turnOff', turnOff),
    vscode.commands.registerCommand('nianbao.turnOn', turnOn),
    statuses.onChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
      if (isUntitled) verdicts.set(client.code2ProtocolConverter.asUri(uri), null);
    }),
  ];
}

function enable(value: boolean | undefined, target: vscode.ConfigurationTarget): Thenable<void> {
  return vscode.workspace.getConfiguration('nianbao').update('enable', value, target);
}

/** What the item says, and the one thing that a click changes. */
function wording(said: boolean | undefined, report: boolean): Pick<vscode.LanguageStatusItem, 'text' | 'command'> {
  const judge = { command: 'nianbao.judgeFile', title: vscode.l10n.t('Judge by content') };
  if (said === true) return { text: vscode.l10n.t('Checked as an annual report, as you chose'), command: judge };
  if (said === false) return { text: vscode.l10n.t('Not checked, as you chose'), command: judge };
  return report
    ? {
        text: vscode.l10n.t('Checked as an annual report'),
        command: { command: 'nianbao.ignoreFile', title: vscode.l10n.t('Do not check') },
      }
    : { text: vscode.l10n.t('Not checked'), command: { command: 'nianbao.checkFile', title: vscode.l10n.t('Check as an annual report') } };
}
