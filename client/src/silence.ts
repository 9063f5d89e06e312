/**
 * The command behind 不再提示…: asks where a finding is to be silenced and why. Beside the text is the first choice: what stands in
 * the draft may be published with it. Writes the file of decisions only here, when the user has asked for it.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, attempt } from './ask';

export function offerSilencing(client: BaseLanguageClient): vscode.Disposable {
  const silence = async (uri: string, rule: string, turn: number): Promise<void> => {
    const known = await ask(client, 'nianbao/silencing', { uri, rule, turn });
    if (!known?.title) return;
    const choices: (vscode.QuickPickItem & { run: () => Promise<unknown> })[] = (known.comments ?? []).map(({ title, edit }) => ({
      label: title,
      detail: vscode.l10n.t('A comment in the text: it may be published with it.'),
      run: async () => vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit)),
    }));
    if (known.file)
      choices.unshift({
        label: vscode.l10n.t('Only this finding, beside the text'),
        detail: vscode.l10n.t('Kept in .nianbao-review.json; the draft stays as it is.'),
        run: () => decide({ uri, rule, turn }),
      });
    const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('No longer tell of “{0}”', known.title) });
    await chosen?.run();
  };
  const decide = async (finding: { readonly uri: string; readonly rule: string; readonly turn: number }): Promise<void> => {
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Why is this right as it is?'),
      placeHolder: vscode.l10n.t('for example: counted by another rule, agreed with the office'),
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Please give a reason; others will read it.') : undefined),
    });
    if (reason === undefined) return;
    const written = await ask(client, 'nianbao/silencing', { ...finding, reason: reason.trim() });
    if (!written?.file) return;
    const { uri, text } = written.file;
    if (text === undefined) {
      void vscode.window.showErrorMessage(vscode.l10n.t('.nianbao-review.json cannot be read; nothing was written.'));
      return;
    }
    await vscode.workspace.fs.writeFile(client.protocol2CodeConverter.asUri(uri), new TextEncoder().encode(text));
  };
  return vscode.commands.registerCommand('nianbao.silence', (uri: string, rule: string, turn: number) =>
    attempt(client, 'nianbao.silence', () => silence(uri, rule, turn)),
  );
}
