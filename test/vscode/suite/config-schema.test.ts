/**
 * What VS Code's own support for JSON makes of our schema of `.nianbao.json`. In Node only: in our browser that support runs
 * on the other side of the wire and sees nothing of an extension here.
 */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, waitFor, workspaceFile } from './kit';

const config = workspaceFile('fixtures/.nianbao.json');

/** The labels of what is offered at `⌶` of a text in the file. */
async function offered(text: string): Promise<string[]> {
  const at = text.indexOf('⌶');
  await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text.replace('⌶', '')));
  const document = await vscode.workspace.openTextDocument(config);
  await vscode.window.showTextDocument(document);
  await waitFor(
    () => (document.getText() === text.replace('⌶', '') ? true : undefined),
    [vscode.workspace.onDidChangeTextDocument],
    5_000,
    () => document.getText(),
  );
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    config,
    document.positionAt(at),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('the schema of .nianbao.json', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(config);
  });

  it('completes options, rules and severities', async () => {
    assert.deepEqual((await offered('{ ⌶ }')).filter((label) => !label.startsWith('$')).sort(), [
      'dueDepartment',
      'dueGovernment',
      'enable',
      'overviewLimit',
      'severities',
      'textLimit',
      'units',
      'words',
    ]);
    const ids = await offered('{ "severities": { ⌶ } } // x');
    assert.ok(ids.includes('wrong-row-total') && ids.includes('unused-silencing') && ids.length > 60, ids.join());
    assert.deepEqual((await offered('{ "severities": { "late-date": ⌶ } }')).sort(), [
      '"error"',
      '"hint"',
      '"information"',
      '"off"',
      '"warning"',
    ]);
    assert.equal((await vscode.workspace.openTextDocument(config)).languageId, 'jsonc');
  });
});
