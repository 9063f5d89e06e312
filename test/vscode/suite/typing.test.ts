/** Typing in a table with `editor.formatOnType`, folding it away, and the commands of the palette. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, codeOf, extensionId, findings, openDocument, openUntitled, rangeOf, waitFor } from './kit';

const { executeCommand } = vscode.commands;

describe('typing in a table', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('editor').update('formatOnType', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  const text =
    '# 江岭市水务局2023年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n| 项目 | 总计 |\n| --- | ---: |\n| 2.重复申请 | 0 |\n| 3.其他 | 1\n';
  const aligned = text.replace(
    '| 项目 | 总计 |\n| --- | ---: |\n| 2.重复申请 | 0 |\n| 3.其他 | 1',
    '| 项目       | 总计 |\n| ---------- | ---: |\n| 2.重复申请 |    0 |\n| 3.其他     |    1|',
  );

  it('aligns its columns and leaves the cursor behind the bar', async () => {
    await vscode.workspace.getConfiguration('editor').update('formatOnType', true, vscode.ConfigurationTarget.Global);
    const document = await openUntitled(text, 'markdown');
    await findings(document, (found) => found.length > 0);
    const { end } = rangeOf(document, '| 3.其他 | 1');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(end, end);
    await executeCommand('type', { text: '|' });
    const wanted = aligned.replace('    1|', '    1 |');
    await waitFor(
      () => (document.getText() === wanted ? true : undefined),
      [vscode.workspace.onDidChangeTextDocument],
      8_000,
      () => document.getText(),
    );
    const { line, character } = editor.selection.active;
    assert.equal(document.lineAt(line).text.slice(0, character), '| 3.其他     |    1 |');
  });

  it('is a key like any other in what is no report', async () => {
    await vscode.workspace.getConfiguration('editor').update('formatOnType', true, vscode.ConfigurationTarget.Global);
    const document = await openUntitled('| 项目 | 总数 |\n| --- | ---: |\n| 苹果和梨 | 1', 'markdown');
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await executeCommand('type', { text: '|' });
    assert.equal(document.getText(), '| 项目 | 总数 |\n| --- | ---: |\n| 苹果和梨 | 1|');
  });
});

describe('a table in the editor', () => {
  afterEach(closeAll);

  it('is folded away from its caption', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    const editor = await vscode.window.showTextDocument(document);
    const table = rangeOf(document, '(本列数据的勾稽关系').start.line;
    const next = rangeOf(document, '四、政府信息公开行政复议').start.line;
    editor.selection = new vscode.Selection(table, 0, table, 0);
    editor.revealRange(new vscode.Range(table, 0, table, 0), vscode.TextEditorRevealType.AtTop);
    const isShown = (line: number): boolean => editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    await executeCommand('editor.fold');
    await waitFor(
      () => (isShown(table) && isShown(next) && !isShown(table + 5) ? true : undefined),
      [vscode.window.onDidChangeTextEditorVisibleRanges],
      8_000,
      () => JSON.stringify(editor.visibleRanges),
    );
    await executeCommand('editor.unfold');
    await waitFor(
      () => (isShown(table + 5) ? true : undefined),
      [vscode.window.onDidChangeTextEditorVisibleRanges],
      8_000,
      () => JSON.stringify(editor.visibleRanges),
    );
  });

  it('has tokens for blank cells and wrong ones', async () => {
    const document = await openUntitled(
      '# 江岭市水务局2023年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |\n| 3.其他 |   | 0 | 0 | 0 | 0 | 0 | 0 |\n',
      'markdown',
    );
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    const legend = await executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const seen: string[] = [];
    for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
      const [lines = 0, step = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      character = lines === 0 ? character + step : step;
      line += lines;
      const word = document.getText(new vscode.Range(line, character, line, character + length));
      if (modifiers > 0 || legend.tokenTypes[type] === 'nianbaoBlank')
        seen.push(`${word} ${String(legend.tokenTypes[type])} ${legend.tokenModifiers.filter((_, i) => modifiers & (1 << i)).join()}`);
    }
    assert.deepEqual(seen, ['2 nianbaoTotal nianbaoWrong', '    nianbaoBlank ']);
  });
});

describe('the palette', () => {
  afterEach(closeAll);

  it('has every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('recomputes the totals of the table at the cursor only', async () => {
    const document = await openUntitled(
      (await openDocument('fixtures/clean.txt'))
        .getText()
        .replace('| 0 | 11 |\n', '| 0 | 12 |\n')
        .replace('1 | 0 | 1 | 0 | 2 |', '1 | 0 | 1 | 0 | 3 |'),
      'plaintext',
    );
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-outcome-total'));
    const editor = await vscode.window.showTextDocument(document);
    const { start } = rangeOf(document, '1 | 0 | 1 | 0 | 3 |');
    editor.selection = new vscode.Selection(start, start);
    await executeCommand('nianbao.recomputeTable');
    assert.ok(document.getText().includes('1 | 0 | 1 | 0 | 2 |'));
    assert.ok(document.getText().includes('| 0 | 12 |\n'));
    await executeCommand('nianbao.recomputeAll');
    assert.ok(document.getText().includes('| 0 | 11 |\n'));
  });

  it('normalizes all tables at once, which one step undoes', async () => {
    const document = await openDocument('fixtures/wrong-total.txt');
    await findings(document, (found) => found.some((one) => codeOf(one) === 'wrong-row-total'));
    const before = document.getText();
    await executeCommand('nianbao.normalizeAll');
    assert.notEqual(document.getText(), before);
    // Every row of a table begins and ends with a bar now.
    const rows = document
      .getText()
      .split('\n')
      .filter((line) => line.includes(' | '));
    assert.ok(rows.length > 30);
    assert.deepEqual(
      rows.filter((line) => !/^\|.*\|$/.test(line)),
      [],
    );
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
