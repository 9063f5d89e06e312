/**
 * When to check: after every key, when typing pauses, or on saving. What was found stays in sight meanwhile. Only findings wait;
 * who asks for something is answered at once.
 */
import * as vscode from 'vscode';

/** How long typing must have paused, in milliseconds. */
const pause = 900;

/** Whether the findings of `document` may be asked for now; waits where typing must first pause. */
export async function mayCheck(
  document: vscode.TextDocument | vscode.Uri,
  known: boolean,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const open =
    document instanceof vscode.Uri ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.toString()) : document;
  const chosen = vscode.workspace.getConfiguration('nianbao', open).get<string>('checkOn', 'type');
  if (!open || !known || chosen === 'type' || !open.isDirty) return true;
  if (chosen === 'save') return open.isUntitled;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, pause);
    const listener = token.onCancellationRequested(done);
    function done(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  return true;
}
