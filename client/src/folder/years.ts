/**
 * Last year's report in the editor: the command 与上年对照 opens a read-only text with both years and their differences, 按上年建新报告 a new
 * draft begun from the report that is open. Where the folder holds no report of last year, the user is asked once for the file.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CompareYearsAnswer } from '../../../server/src/lsp/protocol';
import { ask, attempt } from '../ask';

const yearsScheme = 'nianbao-years';

export interface VirtualTexts extends vscode.Disposable {
  /** Shows a text that is in no file beside what is open; the same name shows the new text in place of the old. */
  show(name: string, text: string): Promise<void>;
}

/** Read-only texts of the extension. */
export function virtualTexts(): VirtualTexts {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(yearsScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === yearsScheme && texts.delete(uri.path));
  return {
    async show(name, text) {
      const uri = vscode.Uri.from({ scheme: yearsScheme, path: `/${name}.md` });
      texts.set(uri.path, text);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    },
    dispose: () => {
      vscode.Disposable.from(provider, changed, closing).dispose();
    },
  };
}

/** Registers the commands; the disposables take them away. */
export function offerYears(client: BaseLanguageClient, texts: VirtualTexts): vscode.Disposable[] {
  const active = (): string | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    return document && client.code2ProtocolConverter.asUri(document.uri);
  };
  const withReport = async (given: unknown, run: (uri: string) => Promise<void>): Promise<void> => {
    const uri = typeof given === 'string' ? given : active();
    if (uri === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Open a report of the folder first.'));
    else await run(uri);
  };
  return [
    vscode.commands.registerCommand('nianbao.compareYears', (given?: string, file?: string) =>
      attempt(client, 'nianbao.compareYears', () => withReport(given, (uri) => compare(client, texts, uri, file))),
    ),
    vscode.commands.registerCommand('nianbao.nextReport', (given?: string) =>
      attempt(client, 'nianbao.nextReport', () => withReport(given, (uri) => begin(client, uri))),
    ),
  ];
}

async function compare(client: BaseLanguageClient, texts: VirtualTexts, uri: string, file?: string): Promise<void> {
  const known = await ask(client, 'nianbao/compareYears', { uri, ...(file !== undefined && { file }) });
  const answer = known && known.text === undefined && file === undefined ? await askFile(client, uri) : known;
  if (answer?.problem !== undefined) void vscode.window.showInformationMessage(answer.problem);
  if (answer?.text !== undefined) await texts.show(vscode.l10n.t('{0}: Both Years', answer.name ?? ''), answer.text);
}

async function askFile(client: BaseLanguageClient, uri: string): Promise<CompareYearsAnswer | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Last year’s report is not in the folder. Which file is it?'),
      filters: { [vscode.l10n.t('Reports')]: ['md', 'txt', 'docx', 'doc', 'xlsx', 'html', 'htm', 'pdf'] },
    })) ?? [];
  return file && ask(client, 'nianbao/compareYears', { uri, file: client.code2ProtocolConverter.asUri(file) });
}

async function begin(client: BaseLanguageClient, uri: string): Promise<void> {
  const written = await ask(client, 'nianbao/nextReport', { uri });
  if (written === undefined) return;
  if (written === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The title of this report tells no agency or year.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: written.text });
  await vscode.window.showTextDocument(document, { preview: false, selection: client.protocol2CodeConverter.asRange(written.selection) });
}
