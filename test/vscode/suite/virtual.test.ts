/** A report that is in no file of any disk: the extension serves it like any other. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, findings, namesOf, outlineOf, replaceAll, workspaceFile } from './kit';

describe('a report in a virtual file system', () => {
  afterEach(closeAll);

  it('is checked, outlined, hovered and mended', async () => {
    // The workbench in the browser keeps what is under this scheme in its memory.
    const place = vscode.Uri.from({ scheme: 'tmp', path: '/年报/江岭市水务局.txt' });
    await vscode.workspace.fs.writeFile(place, await vscode.workspace.fs.readFile(workspaceFile('fixtures/wrong-total.txt')));
    const document = await vscode.workspace.openTextDocument(place);
    await vscode.window.showTextDocument(document);
    const found = await findings(document, (all) => all.some((one) => codeOf(one) === 'wrong-row-total'), 15_000);
    const cell = found.find((one) => codeOf(one) === 'wrong-row-total')?.range;
    assert.ok(cell);
    assert.ok(namesOf(await outlineOf(document)).some((name) => name.includes('总体情况')));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', place, cell.start);
    assert.ok(hovers.length > 0);
    await vscode.commands.executeCommand('nianbao.recomputeAll');
    await findings(document, (all) => all.every((one) => codeOf(one) !== 'wrong-row-total'));
    await replaceAll(document, '');
    await findings(document, (all) => all.length === 0);
  });
});
