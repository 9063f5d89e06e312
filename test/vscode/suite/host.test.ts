/** The extension as VS Code sees it: it is there, starts, and has registered what its manifest promises. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, extensionId, findings, openDocument } from './kit';

interface Manifest {
  readonly contributes: { readonly commands?: readonly { readonly command: string }[] };
}

describe('the extension', () => {
  after(closeAll);

  it('is installed', () => {
    assert.ok(vscode.extensions.getExtension(extensionId));
  });

  it('starts when a text is opened', async () => {
    await openDocument('fixtures/notes.md');
    await vscode.extensions.getExtension(extensionId)?.activate();
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
  });

  it('has a language server that answers', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    // The server's start is part of the wait; on a busy machine it takes seconds.
    await findings(document, (found) => found.length > 0, 15_000);
  });

  it('has registered every command of its manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = (manifest.contributes.commands ?? []).map(({ command }) => command).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
