/** The pages of the rules: the link of a finding leads to a page that the editor can show, with no network. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, findings, openDocument, waitFor } from './kit';

describe('the page of a rule', () => {
  afterEach(closeAll);

  /** The address that the first finding of the fixture links to. */
  async function link(): Promise<{ readonly rule: string; readonly target: vscode.Uri }> {
    const document = await openDocument('fixtures/wrong-total.txt');
    const [finding] = await findings(document, (found) => found.length > 0, 15_000);
    assert.ok(finding && typeof finding.code === 'object');
    return { rule: codeOf(finding), target: finding.code.target };
  }

  it('is what the finding links to', async () => {
    const { rule, target } = await link();
    const page = await vscode.workspace.openTextDocument(target);
    assert.equal(page.languageId, 'markdown');
    const [heading = ''] = page.getText().split('\n');
    assert.match(heading, new RegExp(`^# .*[(（]${rule}[)）]$`));
  });

  it('opens as a page to be read, not as its source', async () => {
    const { target } = await link();
    await vscode.commands.executeCommand('vscode.open', target);
    const input = (): unknown => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const opened = await waitFor(
      () => {
        const now = input();
        return now instanceof vscode.TabInputCustom ? now : undefined;
      },
      [vscode.window.tabGroups.onDidChangeTabs],
      10_000,
      () => JSON.stringify(input()),
    );
    assert.equal(opened.uri.toString(), target.toString());
  });
});
