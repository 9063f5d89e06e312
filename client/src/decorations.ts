/**
 * What is shown in a report that is not in its text: a few words behind the rows of tables with problems, and room that sets
 * columns below one another. Both can be switched off; what to show is told by the server.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DecorationsAnswer, Severity } from '../../server/src/lsp/protocol';
import { ask } from './ask';
import type { Statuses } from './statuses';

const colors: Readonly<Record<Severity, string>> = {
  error: 'editorError.foreground',
  warning: 'editorWarning.foreground',
  information: 'editorInfo.foreground',
  hint: 'editorInfo.foreground',
};

/** How long to wait after a change, in milliseconds: what hangs on lines moves with them meanwhile. */
const patience = 250;

export function decorate(client: BaseLanguageClient, statuses: Statuses): vscode.Disposable[] {
  const notes = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const gaps = vscode.window.createTextEditorDecorationType({ rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed });
  const turns = new WeakMap<vscode.TextEditor, number>();
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();

  const show = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    const turn = (turns.get(editor) ?? 0) + 1;
    turns.set(editor, turn);
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const settings = vscode.workspace.getConfiguration('nianbao', document);
    const [wantsNotes, wantsGaps] = [settings.get<boolean>('textBehind', true), settings.get<boolean>('alignTables', true)];
    const isReport = statuses.of(uri)?.report === true;
    const tabSize = Number(editor.options.tabSize) || 4;
    const { version } = document;
    const answer: DecorationsAnswer | undefined =
      isReport && (wantsNotes || wantsGaps)
        ? await ask(client, 'nianbao/decorations', { uri, tabSize }, { failure: 'nothing' })
        : undefined;
    if (turns.get(editor) !== turn || document.version !== version) return;
    editor.setDecorations(notes, wantsNotes ? (answer?.notes ?? []).map(noteOf) : []);
    editor.setDecorations(gaps, wantsGaps ? (answer?.gaps ?? []).map(gapOf) : []);
  };
  const showAll = (document?: vscode.TextDocument): void => {
    for (const editor of vscode.window.visibleTextEditors) if (!document || editor.document === document) void show(editor);
  };
  const later = (document: vscode.TextDocument): void => {
    clearTimeout(timers.get(document));
    timers.set(
      document,
      setTimeout(() => {
        timers.delete(document);
        showAll(document);
      }, patience),
    );
  };
  return [
    notes,
    gaps,
    statuses.onChange(({ uri }) => {
      const document = vscode.workspace.textDocuments.find((one) => client.code2ProtocolConverter.asUri(one.uri) === uri);
      if (document) later(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && statuses.of(client.code2ProtocolConverter.asUri(document.uri))?.report) later(document);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      showAll();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('nianbao')) showAll();
    }),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  ];
}

function noteOf({ line, text, severity }: DecorationsAnswer['notes'][number]): vscode.DecorationOptions {
  return {
    range: new vscode.Range(line, Number.MAX_SAFE_INTEGER, line, Number.MAX_SAFE_INTEGER),
    renderOptions: {
      after: { contentText: text, margin: '0 0 0 2em', color: new vscode.ThemeColor(colors[severity]), fontStyle: 'italic' },
    },
  };
}

function gapOf({ line, character, columns }: DecorationsAnswer['gaps'][number]): vscode.DecorationOptions {
  return {
    range: new vscode.Range(line, character, line, character),
    renderOptions: { before: { contentText: '', width: `${columns}ch` } },
  };
}
