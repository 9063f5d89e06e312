/** Real published reports, where the machine has them: what must be found in them, and what must not. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { closeAll, codeOf, describeFindings, filesIn, findings, openDocument } from './kit';

/** Rules that a seed must trip, by the number its file name begins with. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '000': [],
  '001': ['placeholder-text'],
  '002': ['missing-title', 'blank-cell'],
  '004': ['nonstandard-label'],
};
/** Seeds whose tables are whole: every sum in them is right. */
const sound = ['000', '003'];
const sums = ['wrong-row-total', 'wrong-result-total', 'unbalanced-requests', 'wrong-outcome-total', 'ragged-row'];

describe('real reports', () => {
  afterEach(closeAll);

  for (const name of filesIn('seeds')) {
    it(`${name} has the findings a reviewer would make`, async () => {
      const document = await openDocument(`seeds/${name}`);
      const seed = name.slice(0, 3);
      const found = await findings(document, (all) => all.length > 0);
      const missing = (expected[seed] ?? []).filter((code) => !found.some((one) => codeOf(one) === code));
      assert.deepEqual(missing, [], describeFindings(found));
      for (const finding of found) assertWellFormed(finding, document);
      if (sound.includes(seed)) assert.equal(describeFindings(found.filter((one) => sums.includes(codeOf(one)))), '(none)');
    });
  }
});

function assertWellFormed(finding: vscode.Diagnostic, document: vscode.TextDocument): void {
  const said = describeFindings([finding]);
  assert.match(codeOf(finding), /^[a-z]+(-[a-z]+)*$/, said);
  assert.ok(typeof finding.code === 'object', `without a link to its page: ${said}`);
  assert.ok(document.validateRange(finding.range).isEqual(finding.range), `outside of the text: ${said}`);
  assert.notEqual(finding.message, '', said);
}
