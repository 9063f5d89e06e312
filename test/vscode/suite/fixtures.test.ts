/** Reports written for the tests: findings appear where the contract puts them, follow the edits, and stay away from other texts. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  cellRange,
  checked,
  closeAll,
  codeOf,
  describeFindings,
  findings,
  findingsOf,
  namesOf,
  openDocument,
  openUntitled,
  outlineOf,
  replace,
  replaceAll,
} from './kit';

const { Error: ErrorLevel, Warning } = vscode.DiagnosticSeverity;
/** The row whose 总计 is 6 in wrong-total.txt and 5 in clean.txt. */
const wrongRow = '(四)无法提供 |';
const sections = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

describe('a report with a wrong 总计', () => {
  afterEach(closeAll);

  it('has an error on the cell, with one line of advice', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    const cell = cellRange(document, wrongRow, -1);
    const found = await findings(document, hasAt('wrong-row-total', cell));
    const finding = found.find((one) => codeOf(one) === 'wrong-row-total');
    assert.equal(finding?.severity, ErrorLevel);
    assert.match(finding.message, /5.*6|6.*5/s);
    // Its parts are highlighted; listed they would bury the next finding.
    assert.ok((finding.relatedInformation?.length ?? 0) < 2);
    assert.equal(found.filter((one) => codeOf(one) === 'wrong-row-total').length, 1, describeFindings(found));
  });

  it('loses its errors when the cell is mended', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    await replace(document, cellRange(document, wrongRow, -1), '5');
    await findings(document, (found) => found.every((one) => one.severity > Warning));
  });

  it('keeps the error on its cell while lines are added above', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    await replace(document, new vscode.Range(2, 0, 2, 0), '\n\n');
    await findings(document, hasAt('wrong-row-total', cellRange(document, wrongRow, -1)));
  });

  it('is checked in a document that was never saved', async () => {
    const saved = await openDocument('fixtures/wrong-total.txt');
    for (const language of ['plaintext', 'markdown']) {
      const document = await openUntitled(saved.getText(), language);
      await findings(document, hasAt('wrong-row-total', cellRange(document, wrongRow, -1)));
    }
  });
});

describe('a clean report', () => {
  afterEach(closeAll);

  it('has no errors or warnings', async () => {
    const document = await openDocument('fixtures/clean.txt');
    await checked();
    assert.equal(describeFindings(findingsOf(document).filter((one) => one.severity <= Warning)), '(none)');
  });

  it('gets the findings of both identities when 总计 of the first row changes', async () => {
    const document = await openDocument('fixtures/clean.txt');
    const row = '一、本年新收政府信息公开申请数量';
    await replace(document, cellRange(document, row, -1), '26');
    const found = await findings(document, hasAt('wrong-row-total', cellRange(document, row, -1)));
    const balance = cellRange(document, '四、结转下年度继续办理 |', -1);
    assert.ok(hasAt('unbalanced-requests', balance)(found), describeFindings(found));
  });

  it('shows its six sections in the outline, in order', async () => {
    const document = await openDocument('fixtures/clean.txt');
    await checked();
    const names = namesOf(await outlineOf(document));
    const shown = sections.map((section) => names.findIndex((name) => name.includes(section)));
    assert.ok(
      shown.every((place) => place >= 0),
      `The outline: ${names.join(' / ')}`,
    );
    assert.deepEqual(
      shown,
      [...shown].sort((a, b) => a - b),
    );
  });
});

describe('a text that is no report', () => {
  afterEach(closeAll);

  it('has no findings', async () => {
    const document = await openDocument('fixtures/notes.md');
    await checked();
    assert.equal(describeFindings(findingsOf(document)), '(none)');
  });

  it('gets findings when it becomes a report and loses them when it is none any more', async () => {
    const report = await openDocument('fixtures/wrong-total.txt');
    const document = await openDocument('fixtures/notes.md');
    const notes = document.getText();
    await replaceAll(document, report.getText());
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    await replaceAll(document, notes);
    await findings(document, (found) => found.length === 0);
  });
});

/** Whether a finding with this code sits exactly on this range. */
function hasAt(code: string, range: vscode.Range): (found: vscode.Diagnostic[]) => boolean {
  return (found) => found.some((one) => codeOf(one) === code && one.range.isEqual(range));
}
