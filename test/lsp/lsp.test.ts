/**
 * The server through the protocol: a real connection on both sides, no process. What a feature finds is tested where the
 * feature is; here it is what the client is told, when, and what happens when things go wrong.
 */
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  LocationLink,
  MarkupContent,
  Position,
  Range,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver/node';
import { DiagnosticSeverity, DocumentDiagnosticReportKind, ResponseError, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleAnswer, Status } from '../../server/src/lsp/protocol';
import type { Client, ClientOptions } from '../kit/client';
import { connect, pagesOfTests } from '../kit/client';
import { ordinaryText, sampleReport } from '../kit/sample';

const uri = 'file:///reports/draft.txt';
const wrong = sampleReport({ total: 25 });

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(options?: ClientOptions): Promise<Client> {
  const client = await connect(options);
  clients.push(client);
  return client;
}

/** The 总计 cell that `sampleReport` can set wrong. */
function totalCell(text: string): Range {
  const line = text.split('\n').findIndex((content) => content.startsWith('一、本年新收'));
  const [content = ''] = text.split('\n').slice(line);
  const end = content.lastIndexOf(' |');
  return { start: { line, character: content.lastIndexOf(' ', end - 1) + 1 }, end: { line, character: end } };
}

function items(report: DocumentDiagnosticReport): Diagnostic[] {
  if (report.kind !== DocumentDiagnosticReportKind.Full) throw new Error('unchanged');
  return report.items;
}

const serious = (diagnostics: readonly Diagnostic[] = []): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning);
const withCode = (diagnostics: readonly Diagnostic[] | undefined, code: string): Diagnostic[] =>
  (diagnostics ?? []).filter((diagnostic) => diagnostic.code === code);

describe('handshake', () => {
  it('tells what it can do, and its name', async () => {
    const { capabilities, serverInfo } = (await start({ pull: true })).initialized;
    expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: TextDocumentSyncKind.Incremental });
    expect(capabilities.documentSymbolProvider).toBe(true);
    expect(capabilities.diagnosticProvider).toEqual({ identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: true });
    expect(capabilities.semanticTokensProvider).toMatchObject({ full: true, legend: { tokenModifiers: ['nianbaoWrong'] } });
    expect(serverInfo?.name).toBe('nianbao');
  });

  it('offers nothing that the client did not announce', async () => {
    const { capabilities } = (await start({ tokens: false })).initialized;
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.semanticTokensProvider).toBeUndefined();
  });

  it('takes nonsense as initialization options for none', async () => {
    const client = await start({ initializationOptions: [1, 'x'] });
    await client.open(uri, wrong);
    expect((await client.lastPushed(uri))?.diagnostics.length).toBeGreaterThan(0);
  });
});

describe('diagnostics', () => {
  it('has none of weight in a clean report', async () => {
    const client = await start();
    await client.open(uri, sampleReport());
    expect(serious((await client.lastPushed(uri))?.diagnostics)).toEqual([]);
  });

  it('names source, rule, page, place and what the place is held against', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    const [found, ...more] = withCode(items(await client.pull(uri)), 'wrong-row-total');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      source: 'nianbao',
      severity: DiagnosticSeverity.Error,
      codeDescription: { href: `${pagesOfTests}/wrong-row-total.md` },
      range: totalCell(wrong),
    });
    expect(found?.message).toMatch(/24.*25|25.*24/);
    // The cells are for highlights; here stands one line of advice at most.
    expect((found?.relatedInformation ?? []).length).toBeLessThan(2);
  });

  it('leaves related places out for a client that cannot show them', async () => {
    const client = await start({ relatedInformation: false });
    await client.open(uri, wrong);
    const pushed = await client.lastPushed(uri);
    expect(withCode(pushed?.diagnostics, 'wrong-row-total')).toHaveLength(1);
    expect(pushed?.diagnostics.filter((diagnostic) => diagnostic.relatedInformation)).toEqual([]);
  });

  it('takes the place of the pages from the client', async () => {
    const client = await start({ initializationOptions: { pages: 'vscode-remote://host/pages/' } });
    await client.open(uri, wrong);
    const [found] = withCode((await client.lastPushed(uri))?.diagnostics, 'wrong-row-total');
    expect(found?.codeDescription?.href).toBe('vscode-remote://host/pages/wrong-row-total.md');
  });

  it('never pushes to a client that pulls', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    expect(items(await client.pull(uri)).length).toBeGreaterThan(0);
    await client.change(uri, { text: sampleReport() });
    await client.configure({ nianbao: { enable: false } });
    await client.close(uri);
    await client.settle();
    expect(client.pushed).toEqual([]);
  });

  it('pushes on opening and on every change, and is not to be asked, where the client does not pull', async () => {
    const client = await start();
    await client.open(uri, sampleReport());
    await client.change(uri, { text: wrong });
    await client.settle();
    expect(client.pushed.map((params) => withCode(params.diagnostics, 'wrong-row-total').length)).toEqual([0, 1]);
    await expect(client.pull(uri)).rejects.toThrow();
  });

  it('clears what it pushed when the document closes', async () => {
    const client = await start();
    await client.open(uri, wrong);
    await client.close(uri);
    expect((await client.lastPushed(uri))?.diagnostics).toEqual([]);
  });

  it('follows incremental changes', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    const cell = totalCell(wrong);
    await client.change(uri, { range: cell, text: '24' });
    expect(serious(items(await client.pull(uri)))).toEqual([]);
    await client.change(
      uri,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' },
      { range: { start: { ...cell.start, line: cell.start.line + 2 }, end: { ...cell.end, line: cell.end.line + 2 } }, text: '99' },
    );
    expect(withCode(items(await client.pull(uri)), 'wrong-row-total').map(({ range }) => range.start.line)).toEqual([cell.start.line + 2]);
  });

  it('says that nothing has changed, and says everything once something has', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    const first = await client.pull(uri);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: DocumentDiagnosticReportKind.Unchanged, resultId: first.resultId });
    await client.change(uri, { range: totalCell(wrong), text: '26' });
    const second = await client.pull(uri, first.resultId);
    expect(second.kind).toBe(DocumentDiagnosticReportKind.Full);
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('is asked about a document that is not open', async () => {
    const client = await start({ pull: true });
    expect(items(await client.pull('file:///never.txt'))).toEqual([]);
    await client.open(uri, wrong);
    await client.close(uri);
    expect(items(await client.pull(uri))).toEqual([]);
  });

  it.each([
    ['file:///reports/draft.md', 'markdown'],
    ['untitled:Untitled-1', 'plaintext'],
    ['vscode-vfs://host/%E5%B9%B4%E6%8A%A5.txt', 'plaintext'],
    ['draft:/draft.txt?ref=HEAD', 'nianbao'],
  ])('checks %s', async (any, languageId) => {
    const client = await start();
    await client.open(any, wrong, languageId);
    expect(withCode((await client.lastPushed(any))?.diagnostics, 'wrong-row-total')).toHaveLength(1);
  });
});

describe('a text that is no report', () => {
  it('is met with silence', async () => {
    const client = await start({ pull: true });
    await client.open(uri, ordinaryText, 'markdown');
    const first = await client.pull(uri);
    expect(items(first)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
    expect(await client.request('textDocument/semanticTokens/full', { textDocument: { uri } })).toEqual({ data: [] });
    await client.change(uri, { text: `${ordinaryText}\n再加一行` });
    expect((await client.pull(uri, first.resultId)).kind).toBe(DocumentDiagnosticReportKind.Unchanged);
  });
});

describe('the page of a rule', () => {
  it.each([true, false])('is not checked, though it shows what is wrong (pull: %s)', async (pull) => {
    const client = await start({ pull });
    const page = `${pagesOfTests}/wrong-row-total.md`;
    await client.open(page, wrong, 'markdown');
    if (pull) expect(items(await client.pull(page))).toEqual([]);
    else expect((await client.lastPushed(page))?.diagnostics).toBeUndefined();
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: page } })).toEqual([]);
    expect(await client.request('nianbao/status', { uri: page })).toMatchObject({ report: false });
  });
});

describe('language', () => {
  const englishWord = /[a-z]{3}/i;
  const message = async (options: ClientOptions): Promise<string> => {
    const client = await start(options);
    await client.open(uri, ordinaryText);
    return (await client.request<Status>('nianbao/status', { uri })).why;
  };

  it('is Chinese without a locale and with a Chinese one', async () => {
    const chinese = await message({});
    expect(chinese).not.toMatch(englishWord);
    expect(await message({ locale: 'zh-cn' })).toBe(chinese);
    expect(await message({ locale: 'en', initializationOptions: { language: 'zh-tw' } })).toBe(chinese);
  });

  it('is English otherwise', async () => {
    expect(await message({ locale: 'en' })).toMatch(englishWord);
    expect(await message({ locale: 'de' })).toBe(await message({ locale: 'en' }));
    expect(await message({ initializationOptions: { language: 'en-gb' } })).toMatch(englishWord);
  });
});

describe('settings', () => {
  it('change severities without a restart', async () => {
    let severity = 'hint';
    const client = await start({ pull: true, configuration: () => ({ severities: { 'wrong-row-total': severity } }) });
    await client.settle();
    expect(client.registrations.map(({ method }) => method)).toEqual(['workspace/didChangeConfiguration']);
    await client.open(uri, wrong);
    const first = await client.pull(uri);
    expect(withCode(items(first), 'wrong-row-total')[0]?.severity).toBe(DiagnosticSeverity.Hint);

    severity = 'off';
    await client.configure();
    await client.settle();
    expect(client.refreshes()).toBe(1);
    const second = await client.pull(uri, first.resultId);
    expect(second.kind).toBe(DocumentDiagnosticReportKind.Full);
    expect(withCode(items(second), 'wrong-row-total')).toEqual([]);
  });

  it('are told for every rule by its name, in the language of the client', async () => {
    const configuration = () => ({ severities: { 'wrong-row-total': 'hint', 'personal-data': 'warning' } });
    const levels = async (locale: string) => {
      const rules = await (await start({ locale, configuration })).request<readonly RuleAnswer[]>('nianbao/rules', { uri });
      return ['wrong-row-total', 'personal-data', 'late-date'].map((rule) => rules.find(({ id }) => id === rule));
    };
    expect(await levels('zh-cn')).toEqual([
      { id: 'wrong-row-total', title: '行总计不等于各类申请人之和', own: 'error', level: 'hint' },
      { id: 'personal-data', title: '个人手机号、身份证号', own: 'off', level: 'warning' },
      { id: 'late-date', title: '日期晚于公布期限', own: 'hint', level: 'hint' },
    ]);
    expect((await levels('en'))[0]?.title).toMatch(/^row total/);
  });

  it('are pushed anew to a client that does not pull', async () => {
    let enable = true;
    const client = await start({ configuration: () => ({ enable }) });
    await client.open(uri, wrong);
    expect((await client.lastPushed(uri))?.diagnostics.length).toBeGreaterThan(0);
    enable = false;
    await client.configure();
    expect((await client.lastPushed(uri))?.diagnostics).toEqual([]);
    enable = true;
    await client.configure();
    expect((await client.lastPushed(uri))?.diagnostics.length).toBeGreaterThan(0);
  });

  it('may differ from folder to folder', async () => {
    const client = await start({ configuration: (resource) => ({ enable: !resource.startsWith('file:///off/') }) });
    await client.open('file:///on/a.txt', wrong);
    await client.open('file:///off/a.txt', wrong);
    expect((await client.lastPushed('file:///on/a.txt'))?.diagnostics.length).toBeGreaterThan(0);
    expect((await client.lastPushed('file:///off/a.txt'))?.diagnostics).toEqual([]);
  });

  it('come with the handshake and with the change where the client cannot be asked', async () => {
    const client = await start({ initializationOptions: { settings: { severities: { 'wrong-row-total': 'warning' } } } });
    await client.open(uri, wrong);
    const severity = async (): Promise<unknown> => withCode((await client.lastPushed(uri))?.diagnostics, 'wrong-row-total')[0]?.severity;
    expect(await severity()).toBe(DiagnosticSeverity.Warning);
    await client.configure({ nianbao: { severities: { 'wrong-row-total': 'information' } } });
    expect(await severity()).toBe(DiagnosticSeverity.Information);
    await client.configure(null);
    expect(await severity()).toBe(DiagnosticSeverity.Error);
  });

  it('that are broken keep their default and are told to the log once', async () => {
    const client = await start({
      configuration: () => ({ enable: 'yes', severities: { 'wrong-row-total': 'loud', 'no-such-rule': 'off' } }),
    });
    await client.open(uri, wrong);
    await client.open('file:///other.txt', wrong);
    expect(withCode((await client.lastPushed(uri))?.diagnostics, 'wrong-row-total')[0]?.severity).toBe(DiagnosticSeverity.Error);
    expect(client.logs).toHaveLength(3);
  });

  it('that cannot be had are the defaults', async () => {
    const client = await start({
      configuration: () => {
        throw new Error('no settings today');
      },
    });
    await client.open(uri, wrong);
    expect((await client.lastPushed(uri))?.diagnostics.length).toBeGreaterThan(0);
    expect(client.logs).toHaveLength(1);
  });

  it('switch everything off', async () => {
    const client = await start({ pull: true, initializationOptions: { settings: { enable: false } } });
    await client.open(uri, wrong);
    expect(items(await client.pull(uri))).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
    expect(await client.request('textDocument/semanticTokens/full', { textDocument: { uri } })).toEqual({ data: [] });
    expect(await client.request('nianbao/status', { uri })).toMatchObject({ report: false, errors: 0 });
  });
});

describe('status', () => {
  it('tells whether a document is a report and counts its findings', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    const status = await client.request<Status>('nianbao/status', { uri });
    const found = items(await client.pull(uri));
    expect(status).toMatchObject({
      uri,
      report: true,
      errors: found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length,
    });
    expect(status.errors).toBeGreaterThan(0);
    expect(status.why).toContain('2024');
    expect(await client.request('nianbao/status', { uri: 'file:///never.txt' })).toMatchObject({ report: false });
  });

  it('says that a text was opened with the wrong encoding, until it is opened anew', async () => {
    const client = await start({ pull: true });
    // 政府信息公开 in GB18030.
    const bytes = Uint8Array.from(
      Array.from({ length: 40 }, () => [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0x0a]).flat(),
    );
    await client.open(uri, new TextDecoder('utf-8').decode(bytes));
    expect(await client.request('nianbao/status', { uri })).toMatchObject({ report: false, garbled: true, errors: 0 });
    expect(items(await client.pull(uri))).toEqual([]);
    await client.close(uri);
    await client.open(uri, new TextDecoder('gb18030').decode(bytes));
    expect(await client.request('nianbao/status', { uri })).toMatchObject({ report: false, garbled: false });
    await client.open('untitled:one', '青石镇\ufffd\n'.repeat(4));
    expect(await client.request('nianbao/status', { uri: 'untitled:one' })).toMatchObject({ garbled: false });
  });

  it.each([true, false])('is told when it changes, and only to clients that want it (pull: %s)', async (pull) => {
    const client = await start({ pull, initializationOptions: { status: true } });
    const look = async (): Promise<void> => {
      if (pull) await client.pull(uri);
      await client.settle();
    };
    await client.open(uri, wrong);
    await look();
    await client.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    await look();
    await client.change(uri, { text: ordinaryText });
    await look();
    expect(client.statuses.map(({ report }) => report)).toEqual([true, false]);

    const other = await start({ pull });
    await other.open(uri, wrong);
    if (pull) await other.pull(uri);
    await other.settle();
    expect(other.statuses).toEqual([]);
  });
});

describe('document symbols', () => {
  const ask = async <S>(options: ClientOptions, text: string): Promise<S[]> => {
    const client = await start(options);
    await client.open(uri, text);
    return client.request<S[]>('textDocument/documentSymbol', { textDocument: { uri } });
  };

  it('are a tree of sections, tables and rows', async () => {
    const sections = await ask<DocumentSymbol>({}, sampleReport());
    expect(sections).toHaveLength(6);
    expect(sections.map(({ children }) => children?.length)).toEqual([0, 1, 1, 1, 0, 0]);
    const [received] = sections[2]?.children?.[0]?.children ?? [];
    expect(received).toMatchObject({ detail: '24', children: [] });
    expect(sections[2]?.children?.[0]?.children).toHaveLength(25);
    checkNesting(sections);
  });

  it('are a list for a client that knows no trees', async () => {
    const list = await ask<SymbolInformation>({ hierarchicalSymbols: false }, sampleReport());
    expect(list).toHaveLength(6 + 3 + 6 + 25 + 3);
    expect(list.filter(({ containerName }) => containerName === undefined)).toHaveLength(6);
    expect(list.every(({ location }) => location.uri === uri)).toBe(true);
  });

  function checkNesting(symbols: readonly DocumentSymbol[], parent?: Range): void {
    for (const { range, selectionRange, children = [], name } of symbols) {
      expect(name.trim()).not.toBe('');
      expect(contains(range, selectionRange)).toBe(true);
      if (parent) expect(contains(parent, range)).toBe(true);
      checkNesting(children, range);
    }
  }
});

describe('definitions and references', () => {
  const text = sampleReport();
  const placeOf = (offset: number) => ({
    line: text.slice(0, offset).split('\n').length - 1,
    character: offset - text.lastIndexOf('\n', offset - 1) - 1,
  });
  const figure = text.indexOf('24件');
  const rangeAt = (offset: number, length: number): Range => ({ start: placeOf(offset), end: placeOf(offset + length) });
  const ask = async <R>(client: Client, method: string, offset: number, more: object = {}): Promise<R> => {
    await client.open(uri, text);
    return client.request<R>(`textDocument/${method}`, { textDocument: { uri }, position: placeOf(offset), ...more });
  };

  it('are told in the handshake', async () => {
    expect((await start()).initialized.capabilities).toMatchObject({ definitionProvider: true, referencesProvider: true });
  });

  it('are links where the client takes them, else places', async () => {
    const [link, ...more] = await ask<LocationLink[]>(await start({ definitionLinks: true }), 'definition', figure);
    expect(more).toEqual([]);
    const cell = totalCell(text);
    expect(link).toEqual({
      originSelectionRange: rangeAt(figure, 2),
      targetUri: uri,
      targetRange: { start: { line: cell.start.line, character: 0 }, end: cell.end },
      targetSelectionRange: cell,
    });
    for (const options of [{}, { definitionLinks: false }])
      expect(await ask(await start(options), 'definition', figure)).toEqual([{ uri, range: cell }]);
    expect(await ask(await start(), 'definition', 3)).toBeNull();
  });

  it('lead from the cell to the sentence, with the cell where it is wanted', async () => {
    const client = await start();
    const cell = totalCell(text);
    const at = text.indexOf('| 24 |') + 2;
    expect(await ask(client, 'references', at, { context: { includeDeclaration: false } })).toEqual([{ uri, range: rangeAt(figure, 2) }]);
    expect(await ask(client, 'references', at, { context: { includeDeclaration: true } })).toEqual([
      { uri, range: rangeAt(figure, 2) },
      { uri, range: cell },
    ]);
    expect(await ask(client, 'references', at)).toHaveLength(1);
    expect(await ask(client, 'references', 3, { context: { includeDeclaration: true } })).toEqual([]);
  });

  it('come with a hover and highlights of the same', async () => {
    const client = await start({ locale: 'en' });
    const hover = await ask<Hover>(client, 'hover', figure);
    expect(hover.range).toEqual(rangeAt(figure, 2));
    expect((hover.contents as MarkupContent).value).toBe(
      '**新收申请** · in the text 24 件\n\n✓ 表三「一、本年新收政府信息公开申请数量」总计: 24',
    );
    expect(await ask(client, 'documentHighlight', figure)).toEqual([
      { range: rangeAt(figure, 2), kind: 1 },
      { range: totalCell(text), kind: 3 },
    ]);
  });

  it('are none where the check is switched off', async () => {
    const client = await start({ initializationOptions: { settings: { enable: false } } });
    expect(await ask(client, 'definition', figure)).toBeNull();
    expect(await ask(client, 'references', figure, { context: { includeDeclaration: true } })).toEqual([]);
  });
});

describe('semantic tokens', () => {
  /** The tokens on the line of 一、本年新收: the word, the place of its type in the legend, its modifiers as bits. */
  async function onTotalLine(text: string): Promise<string[]> {
    const client = await start();
    await client.open(uri, text);
    const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument: { uri } });
    expect(data.length % 5).toBe(0);
    const lines = text.split('\n');
    const cell = totalCell(text);
    const seen: string[] = [];
    for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
      const [lineStep = 0, step = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      character = lineStep === 0 ? character + step : step;
      line += lineStep;
      const word = (lines[line] ?? '').slice(character, character + length);
      expect(word).toHaveLength(length);
      if (line === cell.start.line) seen.push(`${word} ${type}${modifiers > 0 ? ` ${modifiers}` : ''}`);
    }
    return seen;
  }

  it('cover figures and totals, each on one line', async () => {
    expect(await onTotalLine(sampleReport())).toEqual([
      expect.stringMatching(/本年新收政府信息公开申请数量 2$/),
      '20 3',
      '3 3',
      '0 3',
      '0 3',
      '0 3',
      '1 3',
      '24 4',
    ]);
  });

  it('cover blank cells, and mark what is wrong', async () => {
    expect((await onTotalLine(sampleReport().replace('| 20 | 3 |', '| 20 |   |'))).slice(1, 4)).toEqual(['20 3', '    5', '0 3']);
    expect((await onTotalLine(wrong)).at(-1)).toMatch(/ 4 1$/);
  });

  it('have a legend that names them', async () => {
    const { capabilities } = (await start()).initialized;
    expect(capabilities.semanticTokensProvider).toMatchObject({
      legend: { tokenTypes: expect.arrayContaining(['nianbaoBlank']) as string[], tokenModifiers: ['nianbaoWrong'] },
    });
  });
});

describe('typing in a table', () => {
  const typed =
    '# 青禾县水利局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n| 项目 | 总计 |\n| --- | ---: |\n| 2.重复申请 | 0 |\n';
  const ask = async (client: Client, position: Position) =>
    client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position,
      ch: '|',
      options: { tabSize: 4, insertSpaces: true },
    });

  it('aligns the table', async () => {
    const client = await start();
    expect(client.initialized.capabilities.documentOnTypeFormattingProvider).toEqual({
      firstTriggerCharacter: '|',
      moreTriggerCharacter: ['\n'],
    });
    await client.open(uri, typed, 'markdown');
    const edits = await ask(client, { line: 6, character: 16 });
    expect(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, typed), edits)).toBe(
      typed.replace(
        '| 项目 | 总计 |\n| --- | ---: |\n| 2.重复申请 | 0 |',
        '| 项目       | 总计 |\n| ---------- | ---: |\n| 2.重复申请 |    0 |',
      ),
    );
    expect(await ask(client, { line: 0, character: 3 })).toEqual([]);
    await client.change(uri, { text: ordinaryText });
    expect(await ask(client, { line: 7, character: 8 })).toEqual([]);
  });

  it('is left alone where the check is switched off, and where the client formats reports itself', async () => {
    const client = await start({ configuration: () => ({ enable: false }) });
    await client.open(uri, typed, 'markdown');
    expect(await ask(client, { line: 6, character: 16 })).toEqual([]);
    expect(
      (await start({ initializationOptions: { formatting: false } })).initialized.capabilities.documentOnTypeFormattingProvider,
    ).toBeUndefined();
  });
});

describe('trouble', () => {
  it('in one request is answered and logged, and the server goes on', async () => {
    const client = await start();
    await client.open(uri, sampleReport());
    const failed = client.request('textDocument/selectionRange', { textDocument: { uri }, positions: null });
    await expect(failed).rejects.toBeInstanceOf(ResponseError);
    await expect(failed).rejects.toThrow('textDocument/selectionRange: Cannot read');
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toHaveLength(6);
    await client.settle();
    expect(client.logs).toHaveLength(1);
    expect(client.logs[0]?.message).toMatch(/^textDocument\/selectionRange: TypeError: .+\n\s+at /);
  });

  it('with malformed parameters does not stop the server', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    for (const params of [null, {}, { textDocument: null }, [], { textDocument: { uri: 5 } }]) {
      await client.request('textDocument/diagnostic', params).catch(() => undefined);
      await client.request('nianbao/status', params).catch(() => undefined);
      await client.notify('textDocument/didChange', params);
      await client.notify('workspace/didChangeConfiguration', params);
      await client.notify('textDocument/didClose', params);
    }
    expect(withCode(items(await client.pull(uri)), 'wrong-row-total')).toHaveLength(1);
  });

  it('with places outside of the text moves them to its ends', async () => {
    const client = await start({ pull: true });
    await client.open(uri, wrong);
    const far = 2 ** 31 - 1;
    const at = (line: number, character: number, toLine = line, toCharacter = character): Range => ({
      start: { line, character },
      end: { line: toLine, character: toCharacter },
    });
    await client.change(uri, { range: at(far, far), text: '\n' }, { range: at(far, 0, far + 1, 0), text: '\n' });
    await client.change(uri, { range: at(-far, -far), text: '\n' }, { range: at(-1, 5), text: '' }, { range: at(3, far), text: '' });
    const [found, ...more] = withCode(items(await client.pull(uri)), 'wrong-row-total');
    expect(more).toEqual([]);
    expect(found?.range.start.line).toBe(totalCell(wrong).start.line + 1);
    await client.change(uri, { range: at(far, far, -far, -far), text: sampleReport() });
    expect(serious(items(await client.pull(uri)))).toEqual([]);
  });

  it('with versions that do not rise still checks the text at hand', async () => {
    const client = await start({ pull: true });
    await client.open(uri, sampleReport());
    expect(serious(items(await client.pull(uri)))).toEqual([]);
    await client.notify('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges: [{ text: wrong }] });
    expect(withCode(items(await client.pull(uri)), 'wrong-row-total')).toHaveLength(1);
  });

  it.each([
    ['an empty text', ''],
    ['one long line', 'x'.repeat(1_000_000)],
    ['bytes of a picture', '\u0000\u0001\uFFFD\u0007PNG\u0000'.repeat(100)],
    ['lone surrogates', '\uD800一、总体情况\uDC00\n\uD800'],
  ])('%s is a text like any other', async (_, text) => {
    const client = await start({ pull: true });
    await client.open(uri, text);
    expect(items(await client.pull(uri))).toEqual([]);
    expect(await client.request('nianbao/status', { uri })).toMatchObject({ report: false });
  });
});

function contains(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.start, inner.end) && before(inner.end, outer.end);
}
