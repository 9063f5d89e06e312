/**
 * Where the cursor is and what the selected figures add up to, in the status bar: 表三 · 予以公开 · 自然人, 计数 6 · 合计 28.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from './library';
import { ask } from './ask';
import type { Statuses } from './statuses';

/** Shows both for reports; the disposables take them away. */
export function showCursor(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const item = vscode.window.createStatusBarItem('nianbao.cursor', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Nianbao: place and sum');
  item.command = 'nianbao.outline.focus';
  item.tooltip = vscode.l10n.t('Show outline');
  let turn = 0;
  const refresh = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const uri = editor && client.code2ProtocolConverter.asUri(editor.document.uri);
    const own = ++turn;
    if (!editor || uri === undefined || !statuses.of(uri)?.report || client.state !== State.Running) {
      item.hide();
      return;
    }
    const selections = editor.selections.map((selection) => client.code2ProtocolConverter.asRange(selection));
    const said = await ask(client, 'nianbao/cursor', { uri, selections }, { failure: 'nothing' });
    if (own !== turn) return;
    item.text = [said?.place, said?.sum].filter((part) => part !== undefined).join('　');
    if (item.text === '') item.hide();
    else item.show();
  };
  return [
    item,
    statuses.onChange(() => void refresh()),
    vscode.window.onDidChangeTextEditorSelection(() => void refresh()),
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
  ];
}
