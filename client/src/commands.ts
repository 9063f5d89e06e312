/**
 * The commands of the extension. All of them are offered by one, `nianbao.showActions`, which the status item opens.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Action extends vscode.QuickPickItem {
  run(): Thenable<unknown>;
}

/** Registers the commands; the disposables take them away. */
export function registerCommands(client: BaseLanguageClient): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('nianbao.showActions', () => showActions()),
    vscode.commands.registerCommand('nianbao.restartServer', () => restart(client)),
    vscode.commands.registerCommand('nianbao.showLog', () => client.outputChannel.show(true)),
  ];
}

async function showActions(): Promise<void> {
  const chosen = await vscode.window.showQuickPick(actions(), { placeHolder: vscode.l10n.t('Nianbao: what would you like to do?') });
  await chosen?.run();
}

function actions(): Action[] {
  const command = (icon: string, label: string, name: string, ...values: unknown[]): Action => ({
    label: `$(${icon}) ${label}`,
    run: () => vscode.commands.executeCommand(name, ...values),
  });
  return [
    command('warning', vscode.l10n.t('Show problems'), 'workbench.actions.view.problems'),
    command('list-tree', vscode.l10n.t('Show outline'), 'nianbao.outline.focus'),
    command('wand', vscode.l10n.t('Correct what is safe'), 'nianbao.fixAll'),
    command('symbol-operator', vscode.l10n.t('Recompute all totals'), 'nianbao.recomputeAll'),
    command('table', vscode.l10n.t('Normalize all tables'), 'nianbao.normalizeAll'),
    command('open-preview', vscode.l10n.t('Preview'), 'nianbao.openPreview'),
    command('browser', vscode.l10n.t('Print …'), 'nianbao.openAsHtml'),
    command('save-as', vscode.l10n.t('Export …'), 'nianbao.export'),
    command('new-file', vscode.l10n.t('New report'), 'nianbao.newReport'),
    command('file-symlink-file', vscode.l10n.t('Open Word/PDF as a draft …'), 'nianbao.openAsDraft'),
    command('run-all', vscode.l10n.t('Check the whole folder'), 'nianbao.checkFolder'),
    command('settings', vscode.l10n.t('Levels of rules …'), 'nianbao.ruleLevels'),
    command('whole-word', vscode.l10n.t('Fonts and wrapping …'), 'nianbao.fontsAndWrapping'),
    command('circle-slash', vscode.l10n.t('Switch the check off …'), 'nianbao.turnOff'),
    command('book', vscode.l10n.t('Get started'), 'workbench.action.openWalkthrough', 'nianbao.nianbao#start'),
    command('refresh', vscode.l10n.t('Restart Nianbao'), 'nianbao.restartServer'),
    command('output', vscode.l10n.t('Show the log'), 'nianbao.showLog'),
    command('gear', vscode.l10n.t('Open settings'), 'workbench.action.openSettings', '@ext:nianbao.nianbao'),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  try {
    await client.stop();
    await client.start();
  } catch (error) {
    client.error('restart', error, false);
    void vscode.window.showErrorMessage(vscode.l10n.t('Nianbao could not be restarted. The log says why.'));
  }
}
