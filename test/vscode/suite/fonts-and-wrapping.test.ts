/** Long lines and fonts: offered once, written only when chosen, taken back in the same place. */
import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, isInPage, openDocument, waitFor } from './kit';
import { onScreen, untilShown } from './screen';

const rows = '.quick-input-widget .monaco-list-row';
const set = <T>(languageId: string, name: string): T | undefined =>
  vscode.workspace.getConfiguration('editor', { languageId }).inspect<T>(name)?.globalLanguageValue;

async function untilSet(name: string, wanted: (value: string | undefined) => boolean): Promise<void> {
  const read = (): true | undefined => (wanted(set('plaintext', name)) ? true : undefined);
  await waitFor(read, [vscode.workspace.onDidChangeConfiguration], 8_000, () => String(set('plaintext', name)));
}

/** Opens the choice, clicks on one of its rows and takes it. */
async function choose(word: string): Promise<void> {
  void vscode.commands.executeCommand('nianbao.fontsAndWrapping');
  await untilShown(rows, (shown) => shown.length === 2);
  await onScreen(`${rows} .quick-input-list-label`, word);
  await vscode.commands.executeCommand('quickInput.acceptInBackground').then(undefined, () => undefined);
  await onScreen('.quick-input-widget .quick-input-action .monaco-button', 'OK');
}

describe('fonts and wrapping', () => {
  before(function () {
    if (!isInPage) this.skip();
  });
  after(closeAll);

  it('are set for our languages only when chosen, and taken back', async () => {
    await openDocument('fixtures/wrong-total.txt');
    assert.equal(set('plaintext', 'wordWrap'), undefined);
    await choose('text files');
    await untilSet('wordWrap', (value) => value === 'on');
    assert.equal(set('plaintext', 'fontFamily'), undefined);
    await choose('two letters');
    await untilSet('fontFamily', (value) => value?.includes('NSimSun') === true);
    await choose('text files');
    await untilSet('wordWrap', (value) => value === undefined);
    await choose('two letters');
    await untilSet('fontFamily', (value) => value === undefined);
    assert.equal(set('markdown', 'fontFamily'), undefined);
  });
});
