/**
 * Edits of a whole text: made at once, undone with one step, and told afterwards with a way to look at what was changed and a
 * way back. What a text was before is kept until the next such edit.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';

/** Texts as they were, shown beside what they are. The old side of a comparison is not checked. */
const beforeScheme = 'nianbao-before';

export interface Changes extends vscode.Disposable {
  /** Makes the edit in `document`; `told` says what was done, `more` is a further button beside it. Gives whether it was made. */
  make(document: vscode.TextDocument, edit: WorkspaceEdit, told: string, more?: Button): Promise<boolean>;
}

export interface Button {
  readonly title: string;
  run(): Thenable<unknown>;
}

export function provideChanges(client: BaseLanguageClient): Changes {
  const before = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(beforeScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => before.get(uri.toString()) ?? '',
  });
  const offerLook = async (document: vscode.TextDocument, old: vscode.Uri, told: string, more?: Button): Promise<void> => {
    const [look, undo] = [vscode.l10n.t('Look at the Changes'), vscode.l10n.t('Undo')];
    const chosen = await vscode.window.showInformationMessage(told, look, undo, ...(more ? [more.title] : []));
    if (chosen !== undefined && chosen === more?.title) await more.run();
    if (chosen === look)
      await vscode.commands.executeCommand('vscode.diff', old, document.uri, vscode.l10n.t('Before ↔ after'), { preview: true });
    if (chosen !== undo) return;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
  };
  return {
    async make(document, edit, told, more) {
      const old = vscode.Uri.from({
        scheme: beforeScheme,
        path: document.uri.path.startsWith('/') ? document.uri.path : `/${document.uri.path}`,
      });
      const text = document.getText();
      if (!(await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit)))) return false;
      before.clear();
      before.set(old.toString(), text);
      changed.fire(old);
      void offerLook(document, old, told, more);
      return true;
    },
    dispose: () => {
      vscode.Disposable.from(provider, changed).dispose();
    },
  };
}

/** How many places an edit changes. */
export function countOf({ documentChanges, changes }: WorkspaceEdit): number {
  const listed = (documentChanges ?? []).reduce((sum, change) => sum + ('edits' in change ? change.edits.length : 0), 0);
  return listed + Object.values(changes ?? {}).reduce((sum, edits) => sum + edits.length, 0);
}
