/**
 * Commands about documents: a Word file, workbook, PDF or web page as a draft to work on, the same as it is read, and the report
 * of the active editor written out in another way. Sources are only read.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExportKind, MendParams } from '../../../server/src/lsp/protocol';
import { activeEditor } from '../active-report';
import { ask, attempt } from '../ask';
import { fromBase64, nameOf, readDocument, toBase64, viewType } from './read-document';

/** What may be given with the command instead of being asked for. */
interface ExportGiven {
  readonly kind?: ExportKind;
  readonly to?: vscode.Uri;
}

/** In which way a Word file is mended. */
type HowToMend = Pick<MendParams, 'tracked' | 'comments'>;

export function offerDocumentCommands(client: BaseLanguageClient): vscode.Disposable {
  const command = (name: string, run: (...given: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, (...given) => attempt(client, name, () => run(...(given as never[]))));
  return vscode.Disposable.from(
    command('nianbao.openAsDraft', async (given?: vscode.Uri) => {
      const file = await fileMeant(given);
      if (file) await openAsDraft(client, file);
    }),
    command('nianbao.viewDocument', async (given?: vscode.Uri) => {
      const file = await fileMeant(given);
      if (file) await vscode.commands.executeCommand('vscode.openWith', file, viewType);
    }),
    command('nianbao.mendDocument', async (given?: vscode.Uri, to?: vscode.Uri, how?: HowToMend) => {
      const file = await fileMeant(given);
      if (file) await mendDocument(client, file, to instanceof vscode.Uri ? { to, how: how ?? {} } : {});
    }),
    command('nianbao.export', (given?: ExportGiven | vscode.Uri) => exportReport(client, given instanceof vscode.Uri ? {} : (given ?? {}))),
  );
}

/** The document that was given, that is shown, or that the user chooses. */
async function fileMeant(given: unknown): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === viewType) return input.uri;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Open a Word file, workbook, PDF or web page'),
      filters: { [vscode.l10n.t('Documents')]: ['docx', 'docm', 'doc', 'xlsx', 'xlsm', 'pdf', 'html', 'htm', 'mht', 'mhtml'] },
    })) ?? [];
  return chosen;
}

async function openAsDraft(client: BaseLanguageClient, file: vscode.Uri): Promise<void> {
  const answer = await readDocument(client, file);
  if (!answer) return;
  const { text, problem, notes = [] } = answer;
  if (text === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', nameOf(file), problem ?? ''));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const isSourceShown = vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom;
  await vscode.window.showTextDocument(document, {
    preview: false,
    viewColumn: isSourceShown ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  });
  if (notes.length > 0) void vscode.window.showInformationMessage(vscode.l10n.t('{0}: {1}', nameOf(file), notes.join('；')));
}

/** Writes a mended copy of a Word file beside it, unless the user says elsewhere. */
async function mendDocument(
  client: BaseLanguageClient,
  file: vscode.Uri,
  { to, how: given }: { readonly to?: vscode.Uri; readonly how?: HowToMend },
): Promise<void> {
  const how = given ?? (await askHow());
  if (!how) return;
  const content = toBase64(await vscode.workspace.fs.readFile(file));
  const answer = await ask(client, 'nianbao/mendDocument', { uri: client.code2ProtocolConverter.asUri(file), content, ...how });
  if (!answer) return;
  const { problem, content: mended, changes = 0, left = 0, comments = 0 } = answer;
  if (problem !== undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', nameOf(file), problem));
    return;
  }
  if (mended === undefined || changes + comments === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0}: there is nothing that can be mended without asking.', nameOf(file)));
    return;
  }
  const beside = file.with({ path: file.path.replace(/(\.[^./]*)$/, '（已改）$1') });
  const place = to ?? (await vscode.window.showSaveDialog({ defaultUri: beside, filters: { Word: ['docx', 'docm'] } }));
  if (!place || place.toString() === file.toString()) return;
  await vscode.workspace.fs.writeFile(place, fromBase64(mended));
  const saved = vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(place));
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} ({1} places mended, {2} left to do in Word)', saved, changes, left));
}

async function askHow(): Promise<HowToMend | undefined> {
  const items: (vscode.QuickPickItem & { readonly how: HowToMend })[] = [
    { label: vscode.l10n.t('Mend the copy'), how: {} },
    { label: vscode.l10n.t('Mend the copy, as tracked changes'), how: { tracked: true } },
    { label: vscode.l10n.t('Mend the copy, as tracked changes, with what is found as comments'), how: { tracked: true, comments: true } },
    { label: vscode.l10n.t('Mend the copy, with what is found as comments'), how: { comments: true } },
  ];
  const title = vscode.l10n.t('Word file: mended in a copy, the file itself stays as it is');
  return (await vscode.window.showQuickPick(items, { title }))?.how;
}

async function exportReport(client: BaseLanguageClient, given: ExportGiven): Promise<void> {
  const document = activeEditor()?.document;
  if (!document) return;
  const kind = given.kind ?? (await askKind());
  if (!kind) return;
  const place = given.to ?? (await askPlace(document.uri, kind));
  if (!place) return;
  const answer = await ask(client, 'nianbao/export', { uri: client.code2ProtocolConverter.asUri(document.uri), kind });
  if (answer?.content === undefined) return;
  await vscode.workspace.fs.writeFile(place, fromBase64(answer.content));
  void vscode.window.showInformationMessage(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(place)));
}

async function askKind(): Promise<ExportKind | undefined> {
  const items: (vscode.QuickPickItem & { readonly exportKind: ExportKind })[] = [
    { label: vscode.l10n.t('Word file'), description: vscode.l10n.t('the layout of official documents, GB/T 9704'), exportKind: 'docx' },
    { label: vscode.l10n.t('HTML for the editor of a website'), exportKind: 'html' },
    { label: 'Markdown', exportKind: 'md' },
    { label: vscode.l10n.t('Plain text'), exportKind: 'txt' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export as') }))?.exportKind;
}

/** Beside the draft; never the draft itself. */
function askPlace(draft: vscode.Uri, kind: ExportKind): Thenable<vscode.Uri | undefined> {
  const isFile = draft.scheme !== 'untitled';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const base = draft.path.replace(/\.[^./]*$/, '');
  const beside = isFile && `${base}.${kind}` !== draft.path ? draft.with({ path: `${base}.${kind}` }) : undefined;
  const place = beside ?? (folder && vscode.Uri.joinPath(folder, `${nameOf(draft).replace(/\.[^.]*$/, '')}-1.${kind}`));
  return vscode.window.showSaveDialog({ ...(place && { defaultUri: place }), filters: { [kind]: [kind] } });
}
