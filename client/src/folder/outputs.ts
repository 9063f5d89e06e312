/**
 * What leaves the office, from the editor: the list of a review, a return note for one unit, the sum of all units, inserted, saved or held
 * against the superior's own report. Files are written only where the user said so.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FolderOutput, FolderOutputParams } from '../../../server/src/lsp/protocol';
import { ask, attempt } from '../ask';
import { fromBase64 } from '../documents/read-document';
import type { OverviewNode } from './overview-node';
import type { VirtualTexts } from './years';

/** What may be given instead of being asked for: by tasks, keybindings, tests. */
interface Given {
  readonly how?: string;
  readonly to?: vscode.Uri;
}

interface Choice extends vscode.QuickPickItem {
  readonly how: string;
}

/** Registers the commands; the disposables take them away. */
export function offerOutputs(client: BaseLanguageClient, texts: VirtualTexts): vscode.Disposable[] {
  const guarded = (name: string, run: () => Promise<void>): Promise<void> => attempt(client, name, run);
  return [
    vscode.commands.registerCommand('nianbao.reviewSheet', (given?: Given) =>
      guarded('nianbao.reviewSheet', () => reviewSheet(client, given)),
    ),
    vscode.commands.registerCommand('nianbao.returnNote', (about?: OverviewNode | vscode.Uri, given?: Given) =>
      guarded('nianbao.returnNote', () => writeNote(client, about, given)),
    ),
    vscode.commands.registerCommand('nianbao.totalFolder', (given?: Given) =>
      guarded('nianbao.totalFolder', () => totalFolder(client, texts, given)),
    ),
  ];
}

async function reviewSheet(client: BaseLanguageClient, given: Given = {}): Promise<void> {
  const choices: Choice[] = [
    { label: vscode.l10n.t('Workbook'), description: '.xlsx', how: 'xlsx' },
    { label: vscode.l10n.t('Page to look at and print'), description: '.html', how: 'html' },
  ];
  const how = given.how ?? (await choose(choices, vscode.l10n.t('Review sheet of the folder')));
  if (how !== 'xlsx' && how !== 'html') return;
  await save(await output(client, { what: 'review', kind: how }), how, given.to);
}

async function writeNote(client: BaseLanguageClient, about: OverviewNode | vscode.Uri | undefined, given: Given = {}): Promise<void> {
  const uri = uriOf(client, about);
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a report of the folder first.'));
    return;
  }
  const choices: Choice[] = [
    { label: vscode.l10n.t('Copy the text'), how: 'copy' },
    { label: vscode.l10n.t('Word file'), description: '.docx', how: 'docx' },
    { label: vscode.l10n.t('Plain text'), description: '.txt', how: 'txt' },
    { label: vscode.l10n.t('Open to read and edit'), how: 'open' },
  ];
  const how = given.how ?? (await choose(choices, vscode.l10n.t('Return note')));
  if (how === undefined) return;
  const found = await output(client, { what: 'note', uri, kind: how === 'docx' ? 'docx' : 'txt' });
  if (!found) return;
  if (found.name === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing has to be mended in this report, or it is not one of the folder’s.'));
  } else if (how === 'copy') {
    await vscode.env.clipboard.writeText(found.text ?? '');
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 3000);
  } else if (how === 'open') await open(found.text ?? '', 'plaintext');
  else await save(found, how, given.to);
}

async function totalFolder(client: BaseLanguageClient, texts: VirtualTexts, given: Given = {}): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const choices: Choice[] = [
    ...(editor ? [{ label: vscode.l10n.t('Insert the three tables at the cursor'), how: 'insert' }] : []),
    { label: vscode.l10n.t('Compare with the superior’s own report'), how: 'compare' },
    { label: vscode.l10n.t('Open as a text'), how: 'open' },
    { label: vscode.l10n.t('Workbook with formulas'), description: '.xlsx', how: 'xlsx' },
  ];
  const how = given.how ?? (await choose(choices, vscode.l10n.t('Sum of the folder')));
  if (how === undefined) return;
  const asked: FolderOutputParams =
    how === 'compare' ? { what: 'comparison', kind: 'md' } : { what: 'total', kind: how === 'xlsx' ? 'xlsx' : 'md' };
  const found = await output(client, asked);
  if (!found) return;
  if (found.name === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no report in the folder.'));
    return;
  }
  if (how === 'xlsx') await save(found, how, given.to);
  else if (how === 'insert' && editor) await editor.insertSnippet(new vscode.SnippetString().appendText(found.text ?? ''));
  else if (how === 'compare') await texts.show(found.name, found.text ?? '');
  else await open(found.text ?? '', 'markdown');
  if (found.notes && found.notes.length > 0 && how !== 'compare')
    void vscode.window.showInformationMessage(found.notes.slice(0, 4).join('；'));
}

/** A report of the view, a file, or the one in the active editor. */
function uriOf(client: BaseLanguageClient, about: OverviewNode | vscode.Uri | undefined): string | undefined {
  if (about instanceof vscode.Uri) return client.code2ProtocolConverter.asUri(about);
  if (about) return about.report.uri;
  const document = vscode.window.activeTextEditor?.document;
  return document && client.code2ProtocolConverter.asUri(document.uri);
}

function output(client: BaseLanguageClient, asked: FolderOutputParams): Thenable<FolderOutput | undefined> {
  const title = vscode.l10n.t('Checking the whole folder');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => ask(client, 'nianbao/folderOutput', asked));
}

async function choose(choices: readonly Choice[], title: string): Promise<string | undefined> {
  return (await vscode.window.showQuickPick(choices, { title }))?.how;
}

async function open(content: string, language: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }), { preview: false });
}

/** Asks where to, and writes it there. */
async function save({ name, text, content }: FolderOutput = {}, ending: string, to: vscode.Uri | undefined): Promise<void> {
  if (name === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no report in the folder.'));
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, `${name}.${ending}`);
  const place = to ?? (await vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [ending]: [ending] } }));
  if (!place) return;
  await vscode.workspace.fs.writeFile(place, content === undefined ? new TextEncoder().encode(text ?? '') : fromBase64(content));
  void vscode.window.showInformationMessage(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(place)));
}
