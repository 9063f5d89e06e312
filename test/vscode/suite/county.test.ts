/**
 * A whole county as its reviewers have it: 60 units and their government, two years, every layout, some reports as Word files, 30 faults
 * planted between files. The folder is checked, looked through in 年报一览, returned and added up, all as a user does it.
 */
import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { writeExport } from '../../../server/src/documents/writing/write';
import { exportBlocks } from '../../../server/src/features/convert';
import { parse } from '../../../server/src/report/parse';
import { type County, makeCounty, write } from '../../kit/county';
import { type Fault, plantFaults } from '../../kit/county-faults';
import { closeAll, codeOf, isInPage, waitFor, workspaceFile } from './kit';
import { untilShown } from './screen';

const rows = '.tree-explorer-viewlet-tree-view .monaco-list-row';
const decisions = 'county/.nianbao-review.json';

const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(path)));
const put = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(text));
const there = async (path: string): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(workspaceFile(path));
    return true;
  } catch {
    return false;
  }
};

describe('a county of 60 units', function () {
  this.timeout(60_000);
  let county: County;
  let faults: readonly Fault[];
  const pathOf = (unit: string): string => `county/${county.draft(unit, 2024).path}`;
  const foundIn = (path: string): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(workspaceFile(path)).filter(({ source }) => source === 'nianbao');

  before(async () => {
    county = makeCounty(60);
    faults = plantFaults(county);
    await put('county/.nianbao.json', JSON.stringify({ units: county.units }));
    const faulty = new Set(faults.map(({ unit }) => unit));
    for (const [index, draft] of county.drafts.entries()) {
      const text = write(draft);
      if (index % 15 !== 0 || faulty.has(draft.unit)) {
        await put(`county/${draft.path}`, text);
        continue;
      }
      const report = parse(text);
      draft.path = draft.path.replace(/\.\w+$/, '.docx');
      await vscode.workspace.fs.writeFile(
        workspaceFile(`county/${draft.path}`),
        await writeExport(exportBlocks(report), 'docx', draft.title),
      );
    }
    await vscode.commands.executeCommand('nianbao.checkFolder');
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceFile('county'), { recursive: true });
  });

  it('shows each planted fault between files in the Problems panel, once, and no other', async () => {
    const between =
      /^(?:broken-carryover|broken-inventory|sudden-jump|copied-text|wrong-subordinate-sum|missing-subordinate|duplicate-report)$/;
    const told = (): string[] =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri]) => uri.path.includes('/county/'))
        .flatMap(([, found]) => found.filter((one) => one.source === 'nianbao' && between.test(codeOf(one))).map(codeOf))
        .sort();
    const wanted = faults.map(({ code }) => code).sort();
    await waitFor(
      () => (told().length >= wanted.length ? true : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      20_000,
      () => told().join('\n'),
    );
    assert.deepEqual(told(), wanted);
    for (const { code, unit } of faults)
      assert.ok(
        foundIn(pathOf(unit)).some((one) => codeOf(one) === code),
        `${code} at ${unit}`,
      );
  });

  it('leads from a finding into last year’s file', () => {
    const fault = faults.find(({ code }) => code === 'broken-carryover');
    const finding = foundIn(pathOf(fault?.unit ?? '')).find((one) => codeOf(one) === 'broken-carryover');
    assert.match(decodeURIComponent(finding?.relatedInformation?.[0]?.location.uri.path ?? ''), /\/county\/2023\//);
  });

  it('has a line for each unit in 年报一览, with its state in words', async function () {
    if (!isInPage) this.skip();
    await vscode.commands.executeCommand('nianbao.overview.focus');
    const shown = await untilShown(rows, (found) => found.some(({ label }) => /澜原县/.test(label)));
    assert.match(shown.map(({ label }) => label).join('\n'), /澜原县人民政府 (?:只有提醒|warnings)[\s\S]*澜原县水务局 (?:通过|clean)/);
  });

  it('is returned by a decision in the editor, written beside the roster and nowhere before', async () => {
    assert.equal(await there(decisions), false);
    const fault = faults.find(({ code }) => code === 'broken-carryover');
    const uri = workspaceFile(pathOf(fault?.unit ?? ''));
    await vscode.window.showTextDocument(uri);
    await waitFor(
      () => (foundIn(pathOf(fault?.unit ?? '')).some((one) => codeOf(one) === 'broken-carryover') ? true : undefined),
      [vscode.languages.onDidChangeDiagnostics],
      10_000,
      () => '',
    );
    const range =
      foundIn(pathOf(fault?.unit ?? '')).find((one) => codeOf(one) === 'broken-carryover')?.range ?? new vscode.Range(0, 0, 0, 0);
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const accept = offered.find(({ command }) => command?.command === 'nianbao.review.accept')?.command;
    assert.ok(accept, offered.map(({ title }) => title).join('\n'));
    await vscode.commands.executeCommand(accept.command, ...((accept.arguments ?? []) as unknown[]));
    assert.match(await textOf(decisions), /"decision":"accept"/);
    await put(decisions, (await textOf(decisions)).replace('"accept"', '"return"'));
    await waitUntil(async () => {
      const note = await noteOf(uri);
      return note.includes('退回意见') && note.includes('上年结转');
    });
  });

  it('is compared with last year, and a draft begun from it', async () => {
    const fault = faults.find(({ code }) => code === 'broken-carryover');
    await vscode.window.showTextDocument(workspaceFile(pathOf(fault?.unit ?? '')));
    await vscode.commands.executeCommand('nianbao.compareYears');
    const both = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'nianbao-years')?.getText() ?? '';
    assert.match(both, /\| ✗ +\|/);
    await vscode.window.showTextDocument(workspaceFile(pathOf(fault?.unit ?? '')), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('nianbao.nextReport');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /2025年政府信息公开工作年度报告/);
  });

  it('is added up: inserted at the cursor, and as files', async () => {
    const empty = await vscode.workspace.openTextDocument({ content: '', language: 'markdown' });
    await vscode.window.showTextDocument(empty);
    await vscode.commands.executeCommand('nianbao.totalFolder', { how: 'insert' });
    assert.equal(parse(empty.getText()).tables.length, 3);
    for (const [command, how] of [
      ['nianbao.totalFolder', 'xlsx'],
      ['nianbao.reviewSheet', 'xlsx'],
      ['nianbao.reviewSheet', 'html'],
    ] as const) {
      const to = workspaceFile(`county/out-${command}.${how}`);
      await vscode.commands.executeCommand(command, { how, to });
      assert.ok((await vscode.workspace.fs.stat(to)).size > 2_000, `${command} ${how}`);
    }
  });
});

/** The return note for a report, as it is opened to be read. */
async function noteOf(uri: vscode.Uri): Promise<string> {
  await vscode.commands.executeCommand('nianbao.returnNote', uri, { how: 'open' });
  const text = vscode.window.activeTextEditor?.document.getText() ?? '';
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  return text;
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('It did not come to that.');
}
