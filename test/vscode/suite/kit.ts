/**
 * What the tests in VS Code share: opening documents of the workspace, editing them, and waiting, by events, until the
 * extension has said something. Only VS Code's own interface is used, so it holds whatever the extension is made of.
 */
import * as vscode from 'vscode';

export const extensionId = 'nianbao.nianbao';

/** The URI of a file in the temporary workspace, from its path there, such as `fixtures/clean.txt`. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need an open folder.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Folders of the workspace and the files in them, for suites, which name their tests before anything can be awaited. */
const listing = new Map<string, string[]>();

/** Reads what is in the folders of the workspace. */
export async function readListing(): Promise<void> {
  const { fs } = vscode.workspace;
  for (const [folder, type] of await fs.readDirectory(workspaceFile(''))) {
    if (type !== vscode.FileType.Directory) continue;
    listing.set(
      folder,
      (await fs.readDirectory(workspaceFile(folder))).map(([name]) => name),
    );
  }
}

/** Names of the reports in a folder of the workspace, sorted; none when there is no such folder. */
export function filesIn(folder: string): string[] {
  return (listing.get(folder) ?? []).filter((name) => /\.(txt|md)$/.test(name)).sort();
}

/** Opens a file of the workspace in an editor, as a user does; it stays open when another one is opened. */
export async function openDocument(path: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/** Opens a text that is in no file. */
export async function openUntitled(content: string, language: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ content, language }));
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes every editor without asking to save; edits are thrown away. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (!editor.isDirty || !(editor.input instanceof vscode.TabInputText)) continue;
    await vscode.window.showTextDocument(editor.input.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Replaces the whole text by one edit. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  await replace(document, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
}

/** Replaces a range by one edit. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('VS Code refused the edit.');
}

/** The range of the only place where `text` stands in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`「${text}」 is not in the document.`);
  if (document.getText().includes(text, start + 1)) throw new Error(`「${text}」 is in the document twice.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/**
 * The range of a cell in a document with a table row per line and `|` after each cell.
 * @param rowStart how the row's line begins, which only one line does
 * @param column which cell, from 0; negative from the end of the row
 */
export function cellRange(document: vscode.TextDocument, rowStart: string, column: number): vscode.Range {
  const { start } = rangeOf(document, rowStart);
  const line = document.lineAt(start.line).text;
  const cells = [...line.matchAll(/([^|]*)\|/g)];
  const cell = cells.at(column);
  if (!cell) throw new Error(`「${line}」 has no cell ${String(column)}.`);
  const value = (cell[1] ?? '').trim();
  const from = cell.index + (cell[1] ?? '').indexOf(value);
  return new vscode.Range(start.line, from, start.line, from + value.length);
}

/** The extension's findings in a document, in the order of their place. */
export function findingsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'nianbao')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule's id, with or without a link to its page. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Findings in one line each, for messages of failed tests. */
export function describeFindings(found: readonly vscode.Diagnostic[]): string {
  return found.map(describe).join('\n') || '(none)';
}

function describe(finding: vscode.Diagnostic): string {
  const { start } = finding.range;
  return `${String(start.line + 1)}:${String(start.character + 1)} ${vscode.DiagnosticSeverity[finding.severity]} ${codeOf(finding)} ${finding.message}`;
}

/** Waits until the findings of `document` are as `wanted` says, and gives them. */
export async function findings(
  document: vscode.TextDocument,
  wanted: (found: vscode.Diagnostic[]) => boolean,
  milliseconds = 8_000,
): Promise<vscode.Diagnostic[]> {
  const read = (): vscode.Diagnostic[] | undefined => {
    const found = findingsOf(document);
    return wanted(found) ? found : undefined;
  };
  return waitFor(read, [vscode.languages.onDidChangeDiagnostics], milliseconds, () => describeFindings(findingsOf(document)));
}

/**
 * Resolves when whatever was open before has been checked: a text opened now has got its findings, and the server takes
 * texts in their order. So that the absence of findings can be told without waiting for nothing.
 */
export async function checked(): Promise<void> {
  const report = await vscode.workspace.openTextDocument(workspaceFile('fixtures/wrong-total.txt'));
  const document = await openUntitled(report.getText(), 'plaintext');
  await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
}

/**
 * Waits until `read` gives something, asking again whenever one of the events fires.
 * @param milliseconds after which it rejects
 * @param state what to say of the present state when it rejects
 */
export async function waitFor<T>(
  read: () => T | undefined,
  events: readonly vscode.Event<unknown>[],
  milliseconds: number,
  state: () => string,
): Promise<T> {
  const now = read();
  if (now !== undefined) return now;
  const subscriptions: vscode.Disposable[] = [];
  try {
    return await new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`Not within ${String(milliseconds)} ms. At the end:\n${state()}`));
      }, milliseconds);
      subscriptions.push({
        dispose: () => {
          clearTimeout(timer);
        },
      });
      for (const event of events) {
        subscriptions.push(
          event(() => {
            const value = read();
            if (value !== undefined) resolve(value);
          }),
        );
      }
    });
  } finally {
    for (const subscription of subscriptions) subscription.dispose();
  }
}

/** The outline of a document, nested as the extension gives it. */
export async function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri)) ?? []
  );
}

/** Names of the outline's entries on every level. */
export function namesOf(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap((symbol) => [symbol.name, ...namesOf(symbol.children)]);
}

/** Whether VS Code is shown in a page, where `inPage` is heard. */
export const isInPage = vscode.env.uiKind === vscode.UIKind.Web;

/**
 * Does as a user does: takes over what was copied in another program, then presses keys; resolves when the document has
 * changed. Whoever runs the suite in a page listens to its console (keys.mjs).
 */
export async function inPage(
  document: vscode.TextDocument,
  { copied, keys }: { readonly copied?: { readonly html?: string; readonly text: string }; readonly keys: readonly string[] },
): Promise<void> {
  const before = document.getText();
  console.log(`@page ${JSON.stringify({ copied, keys })}`);
  await waitFor(
    () => (document.getText() === before ? undefined : true),
    [vscode.workspace.onDidChangeTextDocument],
    8_000,
    () => `${keys.join(' ')} changed nothing.`,
  );
}
