/** The server is killed with SIGKILL while someone types: VS Code starts it again, no key is lost, findings come back. Linux only: it reads /proc. */
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, findings, openUntitled, rangeOf, waitFor, workspaceFile } from './kit';

/** As often as the client starts it again within a few minutes. */
const kills = 3;
const typed = '全年举办培训两期。';

describe('a server killed while one types', () => {
  afterEach(closeAll);

  it('is there again, with every key and every finding', async function (this: Mocha.Context) {
    if (process.platform !== 'linux') this.skip();
    this.timeout(60_000);
    const report = (await vscode.workspace.openTextDocument(workspaceFile('fixtures/wrong-total.txt'))).getText();
    const document = await openUntitled(report, 'plaintext');
    const isThere = (found: readonly vscode.Diagnostic[]): boolean => found.some((one) => codeOf(one) === 'wrong-row-total');
    await findings(document, isThere, 20_000);
    const editor = await vscode.window.showTextDocument(document);
    let expected = report;
    for (let round = 0; round < kills; round++) {
      const known = serverProcesses();
      assert.equal(known.length, 1, `one server runs, found ${JSON.stringify(known)}`);
      const place = rangeOf(document, '五、').start;
      const at = document.offsetAt(place);
      editor.selection = new vscode.Selection(place, place);
      for (const [i, key] of [...typed].entries()) {
        await vscode.commands.executeCommand('type', { text: key });
        if (i === 4) process.kill(known[0] as number, 'SIGKILL');
      }
      await vscode.commands.executeCommand('type', { text: '\n' });
      expected = `${expected.slice(0, at)}${typed}\n${expected.slice(at)}`;
      await waitFor(
        () => (serverProcesses().some((id) => id !== known[0]) ? true : undefined),
        [vscode.languages.onDidChangeDiagnostics],
        20_000,
        () => JSON.stringify(serverProcesses()),
      );
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        (await findings(document, isThere, 20_000)).find((one) => codeOf(one) === 'wrong-row-total')?.range.start,
      );
      assert.ok(hovers.length > 0, 'the new server answers');
      assert.equal(document.getText(), expected);
    }
  });
});

/** The processes of the language server that this extension host has started. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return Number(parent) === process.pid && /server\.js/.test(command) ? [Number(id)] : [];
      } catch {
        return [];
      }
    });
}
