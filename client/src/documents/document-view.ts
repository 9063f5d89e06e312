/**
 * A document as it is read, with what is found in it marked: an editor for Open With that only shows. A click on a mark leads to
 * the same place of the text; who goes to a place of the text sees it marked here.
 */
import * as vscode from 'vscode';
import { documentScheme, fileOf, nameOf, textOf, viewType } from './read-document';
import type { DocumentTexts } from './document-texts';
import { viewPage } from './view-page';

/** Registers the editor. */
export function offerDocumentView(texts: DocumentTexts): vscode.Disposable {
  /** Shown documents by the address of their text. */
  const shown = new Map<string, Shown>();
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    async resolveCustomEditor({ uri }, { webview, onDidDispose }) {
      const text = textOf(uri);
      const one: Shown = { webview, ranges: [] };
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), nameOf(uri)));
      const show = async (): Promise<void> => {
        const answer = await texts.read(uri);
        one.ranges = (answer?.findings ?? []).map(({ range }) => rangeOf(range));
        webview.html = viewPage(answer, nameOf(uri), webview.cspSource);
      };
      webview.options = { enableScripts: true, localResourceRoots: [] };
      webview.onDidReceiveMessage(async ({ finding }: { finding?: unknown }) => {
        const range = typeof finding === 'number' ? one.ranges[finding] : undefined;
        if (!range) return;
        const document = await vscode.workspace.openTextDocument(text);
        await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, selection: range, preview: true });
      });
      watcher.onDidChange(show);
      shown.set(text.toString(), one);
      onDidDispose(() => {
        watcher.dispose();
        shown.delete(text.toString());
      });
      await show();
    },
  };
  return vscode.Disposable.from(
    vscode.window.registerCustomEditorProvider(viewType, provider, { supportsMultipleEditorsPerDocument: false }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      const one = document.uri.scheme === documentScheme ? shown.get(textOf(fileOf(document.uri)).toString()) : undefined;
      const finding = one && selection ? one.ranges.findIndex((range) => range.contains(selection.active)) : -1;
      if (one && finding >= 0) void one.webview.postMessage({ finding });
    }),
  );
}

interface Shown {
  readonly webview: vscode.Webview;
  ranges: readonly vscode.Range[];
}

interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function rangeOf({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
