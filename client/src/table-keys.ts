/**
 * Tab and Shift+Tab from figure to figure in the Markdown tables of a report, if the setting `nianbao.table.tabMoves` says
 * so. The keys are bound by the manifest while the context key says that the cursor is in such a table; where the cells are
 * is for the server to say, and it is asked only on lines with a bar, once for each line and version of the text.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector } from 'vscode-languageclient';
import type { NextCellAnswer } from '../../server/src/lsp/protocol';
import { ask } from './ask';

const contextKey = 'nianbao.inMarkdownTable';

/** Registers the commands and keeps the context key; the disposables take both away. */
export function moveInTables(client: BaseLanguageClient, selector: DocumentSelector): vscode.Disposable[] {
  let shown = false;
  let place = '';

  const show = (inTable: boolean): void => {
    if (inTable === shown) return;
    shown = inTable;
    void vscode.commands.executeCommand('setContext', contextKey, inTable);
  };
  const nextCell = (editor: vscode.TextEditor, step: 1 | -1): Promise<NextCellAnswer | undefined> => {
    const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
    const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
    return ask(client, 'nianbao/nextCell', { uri, position, step }, { failure: 'nothing' });
  };

  const update = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !mayMove(editor, selector)) {
      place = '';
      show(false);
      return;
    }
    const here = `${editor.document.uri.toString()} ${editor.document.version} ${editor.selection.active.line}`;
    if (here === place) return;
    place = here;
    const answer = await nextCell(editor, 1);
    if (place === here) show(answer?.inTable === true);
  };

  const move = async (step: 1 | -1): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { version } = editor.document;
    const answer = await nextCell(editor, step);
    if (!answer?.selection || editor.document.version !== version) return;
    const { start, end } = client.protocol2CodeConverter.asRange(answer.selection);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection);
  };

  return [
    vscode.commands.registerCommand('nianbao.nextCell', () => move(1)),
    vscode.commands.registerCommand('nianbao.previousCell', () => move(-1)),
    vscode.window.onDidChangeTextEditorSelection(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeConfiguration((change) => (change.affectsConfiguration('nianbao.table') ? update() : undefined)),
    new vscode.Disposable(() => {
      show(false);
    }),
  ];
}

/** Whether it is worth asking: the setting is on, one cursor, a line with a bar. */
function mayMove({ document, selections }: vscode.TextEditor, selector: DocumentSelector): boolean {
  const [selection] = selections;
  return (
    selections.length === 1 &&
    selection !== undefined &&
    vscode.languages.match(selector as vscode.DocumentSelector, document) > 0 &&
    vscode.workspace.getConfiguration('nianbao.table', document).get<boolean>('tabMoves', false) &&
    document.lineAt(selection.active.line).text.includes('|')
  );
}
