/** The first minutes with the extension: the walkthrough's sample draft, and saying of a file whether it is a report. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, describeFindings, extensionId, findings, openUntitled } from './kit';

interface Step {
  readonly id: string;
  readonly description: string;
}

describe('the walkthrough', () => {
  afterEach(closeAll);

  it('has at most six steps, each of which works on the sample draft', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { walkthroughs: readonly { steps: readonly Step[] }[] };
    };
    const steps = manifest.contributes.walkthroughs[0]?.steps ?? [];
    assert.ok(steps.length > 3 && steps.length <= 6);
    const documents = new Set<string>();
    for (const { id, description } of steps) {
      assert.ok(description.includes(`command:nianbao.trySample?${encodeURIComponent(JSON.stringify([id]))}`), description);
      await vscode.commands.executeCommand('nianbao.trySample', id);
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      documents.add(document.uri.toString());
    }
    assert.equal(documents.size, 1, 'every step shows the same draft');
    // Normalized meanwhile; the three mistakes are still the user's to mend.
    const document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
    assert.match(document.getText(), /^\| ?一、本年新收/m);
    const found = await findings(document, (all) => all.length > 0);
    assert.deepEqual(
      [...new Set(found.map(codeOf))].sort(),
      ['mismatched-figure', 'placeholder-text', 'wrong-outcome-total'],
      describeFindings(found),
    );
  });
});

describe('saying of a file whether it is a report', () => {
  after(closeAll);

  it('holds at once, until it is taken back', async () => {
    const document = await openUntitled('# 会议记录\n\n会上通报公开信息x件。\n', 'markdown');
    await vscode.commands.executeCommand('nianbao.checkFile');
    await findings(document, (all) => all.some((one) => codeOf(one) === 'placeholder-text'));
    await vscode.commands.executeCommand('nianbao.judgeFile');
    await findings(document, (all) => all.length === 0);
  });

  it('clears what was found', async () => {
    const document = await openUntitled('溪口县水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息x件。\n', 'plaintext');
    await findings(document, (all) => all.length > 0);
    await vscode.commands.executeCommand('nianbao.ignoreFile');
    await findings(document, (all) => all.length === 0);
    await vscode.commands.executeCommand('nianbao.turnOn');
    await findings(document, (all) => all.length > 0);
  });
});
