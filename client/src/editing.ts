/**
 * Commands that change or show tables: normalize one or all, recompute totals, reveal a place; and the formatter, offered
 * only for documents that are reports, so that other Markdown files keep the formatters they have.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { ask, attempt } from './ask';
import { tellRefusals } from './refusals';
import type { Statuses } from './statuses';

/** How long a word in the status bar stays, in milliseconds. */
const shown = 4_000;

/** Registers the commands and the formatter; the disposables take them away. */
export function registerEditing(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const command = (name: string, run: (uri?: string, range?: Range) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(name, (uri?: string, range?: Range) => attempt(client, name, () => run(uri, range)));
  return [
    command('nianbao.reveal', (uri, range) => reveal(client, uri, range)),
    command('nianbao.normalizeTable', (uri, range) => normalize(client, uri, range, false)),
    command('nianbao.normalizeAll', (uri) => normalize(client, uri, undefined, true)),
    command('nianbao.recomputeTable', (uri, range) => recompute(client, uri, range, false)),
    command('nianbao.recomputeAll', (uri) => recompute(client, uri, undefined, true)),
    new ReportFormatter(client, statuses),
  ];
}

/** The document named, or the one that is being edited. */
async function documentOf(client: BaseLanguageClient, uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri === undefined) return vscode.window.activeTextEditor?.document;
  return vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
}

async function reveal(client: BaseLanguageClient, uri: string | undefined, range: Range | undefined): Promise<void> {
  const document = await documentOf(client, uri);
  if (!document || !range) return;
  await vscode.window.showTextDocument(document, { selection: client.protocol2CodeConverter.asRange(range) });
}

async function normalize(client: BaseLanguageClient, uri: string | undefined, range: Range | undefined, all: boolean): Promise<void> {
  const document = await documentOf(client, uri);
  if (!document) return;
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const cursor = editor && client.code2ProtocolConverter.asPosition(editor.selection.active);
  const position = range?.start ?? cursor;
  const answer = await ask(client, 'nianbao/normalize', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(position && { position }),
    all,
  });
  if (!answer) return;
  if (answer.tables === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No table of an annual report was found here.'));
    return;
  }
  // VS Code's preview opens with nothing ticked, and what is not ticked is not applied.
  if (answer.edit?.changeAnnotations)
    void vscode.window.showInformationMessage(vscode.l10n.t('Tick the tables to be changed under Refactor Preview, then choose Apply.'));
  if (
    answer.edit &&
    (await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit))) &&
    !range &&
    editor &&
    answer.selection &&
    !answer.edit.changeAnnotations
  ) {
    const selection = client.protocol2CodeConverter.asRange(answer.selection);
    editor.selection = new vscode.Selection(selection.start, selection.end);
    editor.revealRange(selection);
  }
  if (!answer.edit && answer.refused.length === 0)
    void vscode.window.setStatusBarMessage(vscode.l10n.t('The tables are in the standard form.'), shown);
  await tellRefusals(client, document, answer.refused);
}

async function recompute(client: BaseLanguageClient, uri: string | undefined, range: Range | undefined, all: boolean): Promise<void> {
  const document = await documentOf(client, uri);
  if (!document) return;
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const position = all ? undefined : (range?.start ?? (editor && client.code2ProtocolConverter.asPosition(editor.selection.active)));
  const edit = await ask(client, 'nianbao/recompute', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(position && { position }),
  });
  if (edit === undefined) return;
  if (edit) await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  else void vscode.window.setStatusBarMessage(vscode.l10n.t('All totals are right.'), shown);
}

/** Formats reports. Registered anew for each document when the server says that it is one. */
class ReportFormatter implements vscode.Disposable {
  private readonly known = new Map<string, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly client: BaseLanguageClient,
    statuses: Statuses,
  ) {
    this.subscriptions = [
      statuses.onChange(({ uri, report }) => (report ? this.offer(uri) : this.withdraw(uri))),
      vscode.workspace.onDidCloseTextDocument((document) => this.withdraw(client.code2ProtocolConverter.asUri(document.uri))),
    ];
  }

  dispose(): void {
    for (const one of [...this.subscriptions, ...this.known.values()]) one.dispose();
    this.known.clear();
  }

  private offer(uri: string): void {
    if (this.known.has(uri)) return;
    const resource = this.client.protocol2CodeConverter.asUri(uri);
    const isOurs = (document: vscode.TextDocument): boolean => document.uri.toString() === resource.toString();
    const selector: vscode.DocumentFilter = { scheme: resource.scheme, pattern: resource.path.replace(/[[\]{}*?!]/g, '?') };
    const edits = async (document: vscode.TextDocument, range?: vscode.Range): Promise<vscode.TextEdit[]> => {
      if (!isOurs(document)) return [];
      const textDocument = { uri };
      const options = { tabSize: 4, insertSpaces: true };
      const found = await (range
        ? this.client.sendRequest<never[]>('textDocument/rangeFormatting', {
            textDocument,
            options,
            range: this.client.code2ProtocolConverter.asRange(range),
          })
        : this.client.sendRequest<never[]>('textDocument/formatting', { textDocument, options }));
      return (await this.client.protocol2CodeConverter.asTextEdits(found)) ?? [];
    };
    const aligned = async (document: vscode.TextDocument, position: vscode.Position, ch: string): Promise<vscode.TextEdit[]> => {
      if (!isOurs(document)) return [];
      const asked = {
        textDocument: { uri },
        options: { tabSize: 4, insertSpaces: true },
        position: this.client.code2ProtocolConverter.asPosition(position),
        ch,
      };
      return (
        (await this.client.protocol2CodeConverter.asTextEdits(
          await this.client.sendRequest<never[]>('textDocument/onTypeFormatting', asked),
        )) ?? []
      );
    };
    this.known.set(
      uri,
      vscode.Disposable.from(
        vscode.languages.registerDocumentFormattingEditProvider(selector, {
          provideDocumentFormattingEdits: (document) => edits(document),
        }),
        vscode.languages.registerDocumentRangeFormattingEditProvider(selector, {
          provideDocumentRangeFormattingEdits: (document, range) => edits(document, range),
        }),
        // Asked only with `editor.formatOnType`. After a bar or the end of a line: aligns the table that is being typed.
        vscode.languages.registerOnTypeFormattingEditProvider(
          selector,
          { provideOnTypeFormattingEdits: (document, position, ch) => aligned(document, position, ch) },
          '|',
          '\n',
        ),
      ),
    );
  }

  private withdraw(uri: string): void {
    this.known.get(uri)?.dispose();
    this.known.delete(uri);
  }
}
