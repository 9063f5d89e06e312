/** Commands run without what they need: a word in plain Chinese or English, and a way on. */
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, isInPage, openDocument, openUntitled } from './kit';
import { onScreen, untilShown } from './screen';

const toasts = '.notifications-toasts .notification-list-item-message';
const buttons = '.notifications-toasts .notification-list-item-buttons-container .monaco-button';

/** Runs a command, and waits for the word that it tells and the buttons beside it. */
async function toldBy(command: string, word: RegExp, button: RegExp): Promise<void> {
  void vscode.commands.executeCommand(command);
  await untilShown(toasts, (shown) => shown.some(({ label }) => word.test(label)));
  await untilShown(buttons, (shown) => shown.some(({ label }) => button.test(label)));
  await vscode.commands.executeCommand('notifications.clearAll');
  await untilShown(toasts, (shown) => shown.length === 0);
}

describe('a command that is run without what it needs', () => {
  before(function () {
    if (!isInPage) this.skip();
  });
  afterEach(closeAll);

  const aboutText = ['normalizeAll', 'recomputeTable', 'fixAll', 'openAsHtml', 'openPreview', 'export', 'checkFile', 'copyTable.tabs'];
  for (const name of aboutText)
    it(`${name}: no file is open`, async () => {
      await closeAll();
      await toldBy(`nianbao.${name}`, /Open an annual report first|请先打开一份年报/, /Word\/PDF/);
    });

  for (const name of ['normalizeTable', 'recomputeAll', 'fixAll', 'openPreview'])
    it(`${name}: the file is no report`, async () => {
      // What was opened before has been checked when a report opened later has its findings.
      await openUntitled('会议记录：下周一开会。\n', 'plaintext');
      const notes = vscode.window.activeTextEditor?.document as vscode.TextDocument;
      await findings(await openDocument('fixtures/wrong-total.txt'), (found) => found.length > 0);
      await vscode.window.showTextDocument(notes);
      await toldBy(`nianbao.${name}`, /not taken for an annual report|没有认作年报/, /annual report|作为年报检查/);
    });

  it('switching the check on that is not off', async () => {
    void vscode.commands.executeCommand('nianbao.turnOn');
    await untilShown(toasts, (shown) => shown.some(({ label }) => /not switched off|没有关闭/.test(label)));
    await vscode.commands.executeCommand('notifications.clearAll');
    await onScreen(toasts);
  });
});
