/**
 * The sample draft of the walkthrough: an untitled report with three mistakes, on which each step shows one thing. Where to
 * show it is told by the findings, not by places known beforehand, so that it still fits after the user has changed the text.
 */
import * as vscode from 'vscode';

/** The steps of the walkthrough, as their ids in the manifest. */
const steps = ['sample', 'problems', 'hover', 'fix', 'normalize', 'outline'] as const;
type Step = (typeof steps)[number];

/** How long to wait for the first findings of a document, in milliseconds. */
const patience = 5000;

/** Registers `nianbao.trySample`, which takes the id of a step; the disposables take it away. */
export function offerSample(extension: vscode.Uri): vscode.Disposable[] {
  let sample: vscode.TextDocument | undefined;
  const openSample = async (): Promise<vscode.TextEditor> => {
    if (!sample || sample.isClosed) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'docs', 'walkthrough', 'draft.md'));
      sample = await vscode.workspace.openTextDocument({ language: 'markdown', content: new TextDecoder().decode(bytes) });
    }
    const document = sample;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    // Beside the walkthrough, so that both can be seen.
    const column = shown?.viewColumn ?? (vscode.window.activeTextEditor ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
    return vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  };
  return [
    vscode.commands.registerCommand('nianbao.trySample', async (asked?: unknown) => {
      const step = steps.find((one) => one === asked) ?? 'sample';
      const editor = await openSample();
      await show[step](editor);
      await vscode.commands.executeCommand('setContext', `nianbao.tried.${step}`, true);
    }),
  ];
}

const show: Readonly<Record<Step, (editor: vscode.TextEditor) => Thenable<unknown>>> = {
  sample: () => Promise.resolve(),
  problems: async (editor) => {
    await findingsOf(editor.document);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  },
  hover: (editor) => atTotal(editor, 'editor.action.showHover'),
  fix: (editor) => atTotal(editor, 'editor.action.quickFix'),
  normalize: () => vscode.commands.executeCommand('nianbao.normalizeAll'),
  outline: () => vscode.commands.executeCommand('nianbao.outline.focus'),
};

/** Runs `command` with the cursor on the first total that is wrong, else on the first finding of any kind. */
async function atTotal(editor: vscode.TextEditor, command: string): Promise<void> {
  const findings = await findingsOf(editor.document);
  const isTotal = ({ code }: vscode.Diagnostic): boolean => /-total$/.test(String(typeof code === 'object' ? code.value : code));
  const finding = findings.find(isTotal) ?? findings[0];
  if (finding) {
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    editor.revealRange(finding.range, vscode.TextEditorRevealType.InCenter);
  }
  await vscode.commands.executeCommand(command);
}

/** The findings of `document`, as soon as there are any. */
async function findingsOf({ uri }: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  const now = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'nianbao');
  if (now().length > 0) return now();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(now());
    };
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString()) && now().length > 0) done();
    });
    const timer = setTimeout(done, patience);
  });
}
