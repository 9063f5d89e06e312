/**
 * The command 打印…: writes the report in the active editor as a web page to print, beside the draft unless the user
 * says elsewhere, and offers to open it. The page is the server's.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeEditor, tellNoReport } from './active-report';
import { ask, attempt } from './ask';
import { asWords } from './words';

/** What may be given with the command instead of being asked for. */
interface Given {
  /** Where to write the page. */
  readonly to?: vscode.Uri;
}

/** Registers the command; the disposable takes it away. */
export function offerPrintablePage(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.openAsHtml', async (given?: Given) => {
    const document = activeEditor()?.document;
    if (!document) return;
    await attempt(
      client,
      'nianbao.openAsHtml',
      () => write(client, document, given),
      vscode.l10n.t('The page could not be written. The log says why.'),
    );
  });
}

async function write(client: BaseLanguageClient, document: vscode.TextDocument, given: Given | undefined): Promise<void> {
  const page = await ask(client, 'nianbao/page', { uri: client.code2ProtocolConverter.asUri(document.uri) });
  if (!page) return;
  const { html, title } = page;
  if (html === undefined) {
    void tellNoReport();
    return;
  }
  const place = given?.to ?? (await askPlace(document.uri, title ?? ''));
  if (!place) return;
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(html));
  void offerOpening(place);
}

/** Beside the draft under its name; a draft in no file goes into the workspace under its title. */
function askPlace(draft: vscode.Uri, title: string): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${title.replace(/[\\/:*?"<>|]/g, '')}.html`;
  const isFile = draft.scheme !== 'untitled';
  const place = isFile ? draft.with({ path: `${draft.path.replace(/\.[^./]*$/, '')}.html` }) : folder && vscode.Uri.joinPath(folder, name);
  return vscode.window.showSaveDialog({
    ...(place && { defaultUri: place }),
    filters: { HTML: ['html', 'htm'] },
    title: vscode.l10n.t('Save the printable page'),
  });
}

/** In a browser where there is one that can read the file: not from another machine. */
async function offerOpening(place: vscode.Uri): Promise<void> {
  const isHere = place.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const open = isHere ? vscode.l10n.t('Open in the browser') : vscode.l10n.t('Open as text');
  const saved = isHere
    ? vscode.l10n.t('Saved: {0}', asWords(vscode.workspace.asRelativePath(place)))
    : vscode.l10n.t('Saved: {0}. To print it, download it and open it in a browser.', asWords(vscode.workspace.asRelativePath(place)));
  if ((await vscode.window.showInformationMessage(saved, open)) !== open) return;
  await (isHere ? vscode.env.openExternal(place) : vscode.commands.executeCommand('vscode.open', place));
}
