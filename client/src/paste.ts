/**
 * Pasting a table of a report from Word, WPS, Excel or a web page: offers the standard table beside plain text, in reports
 * only. The server reads the clipboard; where it cannot place every value nothing is offered, and it is said why.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import { State } from './library';
import { ask } from './ask';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('nianbao', 'table');
const html = 'text/html';
const plain = 'text/plain';
/** What VS Code adds when something is copied in it. */
const copiedInEditor = 'vscode-editor-data';
/** How long a word in the status bar stays, in milliseconds. */
const shown = 10_000;

/** Registers the provider; the disposable takes it away. */
export function offerTables(client: BaseLanguageClient, selector: DocumentSelector): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(selector as vscode.DocumentSelector, new TablePaste(client), {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [html, plain],
  });
}

class TablePaste implements vscode.DocumentPasteEditProvider {
  constructor(private readonly client: BaseLanguageClient) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    clipboard: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const [range] = ranges;
    if (!range || ranges.length > 1 || this.client.state !== State.Running) return undefined;
    const copied = await tablesOn(clipboard);
    if (!copied || token.isCancellationRequested) return undefined;
    const asked = {
      uri: this.client.code2ProtocolConverter.asUri(document.uri),
      range: this.client.code2ProtocolConverter.asRange(range),
      ...copied,
    };
    // Without an answer plain text is pasted, so nobody needs more than the log.
    const answer = await ask(this.client, 'nianbao/paste', asked, { failure: 'nothing', token });
    if (!answer) return undefined;
    const { offer, told } = answer;
    // What was copied in an editor is moved or repeated, and meant as it is.
    const isOwn = clipboard.get(copiedInEditor) !== undefined;
    if (told.length > 0 && !isOwn) this.tell(told, offer !== undefined);
    if (!offer) return undefined;
    const edit = editFor(document, range, this.client.protocol2CodeConverter.asTextEdit(offer.edit), offer.title);
    if (!offer.preferred || isOwn) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  private tell(told: readonly string[], offered: boolean): void {
    const words = (what: string): string =>
      offered ? vscode.l10n.t('Pasted table: {0}', what) : vscode.l10n.t('Not pasted as a standard table: {0}', what);
    this.client.info(words(told.join('\n')));
    const [first = ''] = told;
    const short = told.length === 1 ? first : vscode.l10n.t('{0} ({1} more in the log)', first, told.length - 1);
    vscode.window.setStatusBarMessage(`$(info) ${words(short)}`, shown);
  }
}

/** Text put where the cursor is leaves the cursor behind it, in sight; VS Code indents it like its first line, so that must have no indent. */
function editFor(
  document: vscode.TextDocument,
  range: vscode.Range,
  { range: place, newText }: vscode.TextEdit,
  title: string,
): vscode.DocumentPasteEdit {
  if (place.isEqual(range) && document.lineAt(place.start.line).firstNonWhitespaceCharacterIndex === 0)
    return new vscode.DocumentPasteEdit(newText, title, kind);
  const edit = new vscode.DocumentPasteEdit('', title, kind);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, place, newText);
  return edit;
}

/** What may be a table; undefined where the server need not be asked. */
async function tablesOn(clipboard: vscode.DataTransfer): Promise<{ html?: string; text?: string } | undefined> {
  const read = async (type: string): Promise<string> => (await clipboard.get(type)?.asString()) ?? '';
  const [page, text] = await Promise.all([read(html), read(plain)]);
  const found = {
    ...(/<table[\s>]/i.test(page) && { html: page }),
    ...((/[\t|]/.test(text) || /^\s*<table[\s>]/i.test(text)) && { text }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}
