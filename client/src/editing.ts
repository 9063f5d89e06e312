/**
 * Commands that change or show tables: normalize one or all, recompute totals, reveal a place; and the formatter, offered
 * only for documents that are reports, so that other Markdown files keep the formatters they have.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { activeEditor, mayBeReport } from './active-report';
import { ask, attempt } from './ask';
import { type Changes, countOf } from './changes';
import type { FontsAndWrapping } from './fonts-and-wrapping';
import { tellRefusals } from './refusals';
import type { Statuses } from './statuses';

/** How long a word in the status bar stays, in milliseconds. */
const shown = 4_000;

/** Registers the commands and the formatter; the disposables take them away. */
export function registerEditing(
  client: BaseLanguageClient,
  statuses: Statuses,
  changes: Changes,
  display: FontsAndWrapping,
): vscode.Disposable[] {
  const command = (name: string, run: (uri?: string, range?: Range) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(name, (uri?: string, range?: Range) => attempt(client, name, () => run(uri, range)));
  const editing = { client, changes, statuses, display };
  return [
    command('nianbao.reveal', (uri, range) => reveal(editing, uri, range)),
    command('nianbao.look', (uri, range) => look(editing, uri, range)),
    command('nianbao.normalizeTable', (uri, range) => normalize(editing, { uri, range, all: false })),
    command('nianbao.normalizeAll', (uri) => normalize(editing, { uri, all: true })),
    command('nianbao.recomputeTable', (uri, range) => recompute(editing, { uri, range, all: false })),
    command('nianbao.recomputeAll', (uri) => recompute(editing, { uri, all: true })),
    command('nianbao.fixAll', (uri) => fixAll(editing, uri)),
    new ReportFormatter(client, statuses),
  ];
}

/** How long a text that is scrolled moves, in milliseconds. */
const scrolled = 300;

interface Editing {
  readonly client: BaseLanguageClient;
  readonly changes: Changes;
  readonly statuses: Statuses;
  readonly display: FontsAndWrapping;
}

/** What is meant: the table at `range`, the one at the cursor, or all. */
interface Meant {
  readonly uri?: string | undefined;
  readonly range?: Range | undefined;
  readonly all: boolean;
}

/** The document named, or the report that is being edited; without one the user is told. */
async function documentOf({ client, statuses }: Editing, uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  // Menus give the address of a file in the place of ours.
  if (typeof uri === 'string') return vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
  const document = activeEditor()?.document;
  return document && mayBeReport(client, statuses, document) ? document : undefined;
}

async function reveal(editing: Editing, uri: string | undefined, range: Range | undefined): Promise<void> {
  const document = await documentOf(editing, uri);
  if (!document || !range) return;
  await vscode.window.showTextDocument(document, { selection: editing.client.protocol2CodeConverter.asRange(range) });
}

/** Shows what the mouse would show at the beginning of `range`. */
async function look(editing: Editing, uri: string | undefined, range: Range | undefined): Promise<void> {
  await reveal(editing, uri, range && { start: range.start, end: range.start });
  // A text that is scrolled to hides what hovers over it.
  await new Promise((resolve) => setTimeout(resolve, scrolled));
  await vscode.commands.executeCommand('editor.action.showHover');
}

async function normalize(editing: Editing, { uri, range, all }: Meant): Promise<void> {
  const { client, changes, display } = editing;
  const document = await documentOf(editing, uri);
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
  const { edit, refused, selection } = answer;
  if (answer.tables === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No table of an annual report was found here.'));
    return;
  }
  if (edit) {
    const told = vscode.l10n.t('Tables written in the standard form: {0}. No figure was changed.', countOf(edit));
    if ((await changes.make(document, edit, told, display.fontOffer())) && !range && editor && selection) select(client, editor, selection);
  } else if (refused.length === 0) void vscode.window.setStatusBarMessage(vscode.l10n.t('The tables are in the standard form.'), shown);
  await tellRefusals(client, document, refused);
}

function select(client: BaseLanguageClient, editor: vscode.TextEditor, place: Range): void {
  const { start, end } = client.protocol2CodeConverter.asRange(place);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection);
}

async function recompute(editing: Editing, { uri, range, all }: Meant): Promise<void> {
  const { client, changes } = editing;
  const document = await documentOf(editing, uri);
  if (!document) return;
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const position = all ? undefined : (range?.start ?? (editor && client.code2ProtocolConverter.asPosition(editor.selection.active)));
  const edit = await ask(client, 'nianbao/recompute', {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(position && { position }),
  });
  if (edit === undefined) return;
  if (edit) await changes.make(document, edit, vscode.l10n.t('Totals recomputed: {0} figures changed. Please check them.', countOf(edit)));
  else void vscode.window.setStatusBarMessage(vscode.l10n.t('All totals are right.'), shown);
}

async function fixAll(editing: Editing, uri: string | undefined): Promise<void> {
  const { client, changes } = editing;
  const document = await documentOf(editing, uri);
  if (!document) return;
  const answer = await ask(client, 'nianbao/fixAll', { uri: client.code2ProtocolConverter.asUri(document.uri) });
  if (!answer) return;
  const { edit, places } = answer;
  if (edit) await changes.make(document, edit, vscode.l10n.t('Corrected: {0}. No reported figure was changed.', places));
  else void vscode.window.setStatusBarMessage(vscode.l10n.t('There is nothing that may be corrected without asking.'), shown);
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
