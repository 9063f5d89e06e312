/** Each kind of quick fix, chosen in the editor: its title, the text afterwards, and that undo brings back the text before. */
import * as assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { translationFor } from '../../../server/src/lsp/language';
import { format } from '../../../server/src/text/message';
import { closeAll, codeOf, findings, openDocument, openUntitled, rangeOf } from './kit';
import { quickFixCases } from './quick-fix-cases';

describe('quick fixes', () => {
  let clean = '';

  // At the end: a name that is free again would be given to the next text while VS Code still knows the last one.
  after(async function () {
    this.timeout(60_000);
    await closeAll();
  });

  it('have nothing to do in the clean report', async () => {
    const document = await openDocument('fixtures/clean.txt');
    clean = document.getText();
    assert.deepEqual(await actionsAt(document, new vscode.Range(0, 0, 0, 0), 'source.fixAll.nianbao'), []);
  });

  for (const { name, defects, at, title, kind, instead } of quickFixCases) {
    it(name, async () => {
      const broken = defects.reduce((text, [right, wrong]) => changed(text, right, wrong), clean);
      const document = await openUntitled(broken, 'plaintext');
      await findings(document, (found) => found.length > 0);
      const { start } = rangeOf(document, at);
      const wanted = format(title, translationFor(vscode.env.language));
      const actions = await actionsAt(document, new vscode.Range(start, start), kind);
      const [action, ...more] = actions.filter((one) => one.title === wanted);
      assert.ok(action?.edit, `「${wanted}」 is not among\n${actions.map((one) => one.title).join('\n')}`);
      assert.equal(more.length, 0);
      await vscode.workspace.applyEdit(action.edit);
      assert.equal(document.getText(), instead ? changed(clean, ...instead) : clean);
      await findings(document, (found) =>
        found.every((one) => one.severity > vscode.DiagnosticSeverity.Warning || codeOf(one) === 'mismatched-figure'),
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), broken);
    });
  }
});

/** `text` with `right`, which stands in it once, exchanged for `wrong`. */
function changed(text: string, right: string, wrong: string): string {
  assert.equal(text.split(right).length, 2, `「${right}」 stands once in the report`);
  return text.replace(right, () => wrong);
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  return (
    (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
      20,
    )) ?? []
  );
}
