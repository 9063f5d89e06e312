/**
 * How reports are shown in the editor: long lines wrapped, and a font in which a Chinese character is exactly as wide as two
 * Latin ones, so that the bars of tables stand below one another. Both are settings of VS Code for single languages; they are
 * written only when the user has chosen so, and taken back in the same place. Each is offered once, where it would help. Which
 * fonts a machine has cannot be asked: those that are missing are passed over by the editor.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { attempt } from './ask';
import type { Statuses } from './statuses';

/** Fonts with that property, the more legible first; 新宋体 comes with Windows. */
const evenFonts = ['Sarasa Mono SC', 'Maple Mono CN', 'LXGW WenKai Mono', 'Noto Sans Mono CJK SC', 'NSimSun', 'WenQuanYi Zen Hei Mono'];
const evenList = evenFonts.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', ');

/** Languages of reports whose long lines are not wrapped unless somebody says so; Markdown and our own are. */
const unwrapped = 'plaintext';
const languages = ['markdown', 'plaintext', 'nianbao'];

/** A line of more columns runs off most screens, with a side bar and the overview of the text beside it. */
const mostColumns = 100;

type Offer = 'wrapping' | 'font';

export interface FontsAndWrapping extends vscode.Disposable {
  /** A button for the word that tables were written in the standard form: undefined once it was shown, or where there is no need. */
  fontOffer(): { readonly title: string; run(): Thenable<unknown> } | undefined;
}

export function offerFontsAndWrapping(client: BaseLanguageClient, statuses: Statuses, memory: vscode.Memento): FontsAndWrapping {
  const isFirst = (offer: Offer): boolean => {
    const key = `nianbao.offered.${offer}`;
    if (memory.get<boolean>(key)) return false;
    void memory.update(key, true);
    return true;
  };
  const subscriptions = vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.fontsAndWrapping', () => attempt(client, 'nianbao.fontsAndWrapping', choose)),
    statuses.onChange(({ uri, report }) => {
      const document = vscode.window.activeTextEditor?.document;
      if (!report || !document || client.code2ProtocolConverter.asUri(document.uri) !== uri) return;
      if (runsOff(document) && isFirst('wrapping')) void offerWrapping(client);
    }),
  );
  return {
    fontOffer() {
      if (isEven('markdown') || !isFirst('font')) return undefined;
      return {
        title: vscode.l10n.t('Columns Not Aligned?'),
        run: () => vscode.commands.executeCommand('nianbao.fontsAndWrapping'),
      };
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}

/** Whether lines of `document` run off the screen, as far as settings tell. */
function runsOff(document: vscode.TextDocument): boolean {
  if (document.languageId !== unwrapped || wrapping(document) !== 'off' || isChosen(document)) return false;
  for (let line = 0; line < document.lineCount; line++) if (columnsOf(document.lineAt(line).text) > mostColumns) return true;
  return false;
}

/** Chinese characters and their marks take two. */
function columnsOf(line: string): number {
  return line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

function wrapping(scope: vscode.ConfigurationScope): string | undefined {
  return vscode.workspace.getConfiguration('editor', scope).get<string>('wordWrap');
}

/** Whether somebody has said that lines are not to be wrapped. */
function isChosen(document: vscode.TextDocument): boolean {
  const found = vscode.workspace.getConfiguration('editor', document).inspect<string>('wordWrap');
  return Object.entries(found ?? {}).some(([name, value]) => /^(?:global|workspace).*Value$/.test(name) && value !== undefined);
}

async function offerWrapping(client: BaseLanguageClient): Promise<void> {
  const [wrap, more] = [vscode.l10n.t('Wrap Long Lines'), vscode.l10n.t('More…')];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Paragraphs of this report are longer than the window is wide.'),
    wrap,
    more,
  );
  if (chosen === wrap) await attempt(client, 'nianbao.fontsAndWrapping', () => setWrapping(true));
  if (chosen === more) await vscode.commands.executeCommand('nianbao.fontsAndWrapping');
}

async function choose(): Promise<void> {
  const [wraps, even] = [wrapping({ languageId: unwrapped }) !== 'off', languages.every(isEven)];
  const wrapItem = {
    label: vscode.l10n.t('Wrap long lines in text files'),
    detail: vscode.l10n.t('Markdown files are wrapped already.'),
    picked: wraps,
  };
  const fontItem = {
    label: vscode.l10n.t('A font in which a Chinese character is as wide as two letters'),
    detail: vscode.l10n.t('Aligns the columns of tables in text and Markdown files; on Windows NSimSun or a better one.'),
    picked: even,
  };
  const chosen = await vscode.window.showQuickPick([wrapItem, fontItem], {
    canPickMany: true,
    title: vscode.l10n.t('Fonts and wrapping'),
    placeHolder: vscode.l10n.t('Written to your user settings; untick to take it back'),
  });
  if (!chosen) return;
  if (chosen.includes(wrapItem) !== wraps) await setWrapping(!wraps);
  if (chosen.includes(fontItem) !== even) for (const languageId of languages) await setFont(languageId, !even);
}

function setWrapping(wraps: boolean): Thenable<void> {
  const value = wraps ? 'on' : undefined;
  return vscode.workspace
    .getConfiguration('editor', { languageId: unwrapped })
    .update('wordWrap', value, vscode.ConfigurationTarget.Global, true);
}

function fontOf(languageId: string): string {
  return vscode.workspace.getConfiguration('editor', { languageId }).get<string>('fontFamily', '');
}

function isEven(languageId: string): boolean {
  return fontOf(languageId).startsWith(evenList);
}

/** The fonts before those that are set, or those alone again. */
async function setFont(languageId: string, even: boolean): Promise<void> {
  if (isEven(languageId) === even) return;
  const before = fontOf(languageId);
  const rest = even ? before : before.slice(evenList.length).replace(/^,\s*/, '');
  const own = rest === vscode.workspace.getConfiguration('editor').get<string>('fontFamily') ? undefined : rest;
  const value = even ? [evenList, rest].filter(Boolean).join(', ') : own;
  const settings = vscode.workspace.getConfiguration('editor', { languageId });
  await settings.update('fontFamily', value, vscode.ConfigurationTarget.Global, true);
}
