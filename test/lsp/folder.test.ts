/** The whole folder through the language server: the same findings as those of the command line, file by file, never twice. */
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { folderFiles } from '../../server/src/folder-files';
import { parse } from '../../server/src/report/parse';
import type {
  CompareYearsAnswer,
  DecideAnswer,
  FolderList,
  FolderOutcome,
  FolderOutput,
  NewReportAnswer,
} from '../../server/src/lsp/protocol';
import { readTextFile } from '../../server/src/read-file';
import { type Client, type ClientOptions, connect, startInMemory } from '../kit/client';
import { runOnDisk } from '../kit/command-line';
import { makeCounty, setRow, write } from '../kit/county';
import { plantFaults } from '../kit/county-faults';
import { layouts } from '../kit/layouts';

let folder = '';
let client: Client;

function put(path: string, content: string | Uint8Array): string {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
  return pathToFileURL(place).href;
}

async function open(options: ClientOptions = {}): Promise<Client> {
  client = await connect({ pull: true, folders: [pathToFileURL(folder).href], ...options }, () => startInMemory(readTextFile, folderFiles));
  return client;
}

/** Two years of a county with faults between files, a text that is no report, one in GBK that is none either, one beside git's eyes. */
function plantCounty(size: number): void {
  const county = makeCounty(size);
  if (size >= 60) plantFaults(county);
  for (const draft of county.drafts) put(draft.path, write(draft));
  put('.nianbao.json', JSON.stringify({ units: county.units }));
  put('说明.md', '# 说明\n\n各单位的报告在下面两个文件夹里。\n');
}

function pull(known: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
  return client.request('workspace/diagnostic', { previousResultIds: known });
}

function isFull(report: WorkspaceDiagnosticReport['items'][number]): report is WorkspaceFullDocumentDiagnosticReport {
  return report.kind === 'full';
}

const lineOf = ({ code, range, message }: Pick<Diagnostic, 'code' | 'range' | 'message'>): string =>
  `${String(code)} ${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${message}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-folder-'));
});
afterEach(() => {
  client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('workspace/diagnostic', () => {
  it('finds in every file what the command line finds, between files too', { timeout: 60_000 }, async () => {
    plantCounty(60);
    const { stdout } = await runOnDisk(['check', folder, '--format', 'json']);
    const json = JSON.parse(stdout) as { files: { path: string; findings: Diagnostic[] }[] };
    const wanted = new Map(json.files.map(({ path, findings }) => [pathToFileURL(path).href, findings.map(lineOf)]));
    await open();
    const { items } = await pull();
    const found = new Map(items.filter(isFull).map(({ uri, items: own }) => [uri, own.map(lineOf)]));
    expect(found).toEqual(wanted);
    expect([...wanted.values()].flat().filter((line) => line.startsWith('broken-carryover')).length).toBeGreaterThan(6);
    const between = items.filter(isFull).flatMap((item) => item.items.filter(({ code }) => code === 'broken-carryover'));
    for (const { relatedInformation = [] } of between)
      expect(relatedInformation.map(({ location }) => wanted.has(location.uri))).toContain(true);
  });

  it('says of files that have not changed that they have not, and reads a changed one again alone', async () => {
    plantCounty(3);
    await open({ watches: true });
    const first = (await pull()).items.filter(isFull);
    const known = first.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    expect((await pull(known)).items.every(({ kind }) => kind === 'unchanged')).toBe(true);
    const draft = makeCounty(3).draft('澜原县青石镇人民政府', 2024);
    draft.figures.table3['新收'] = ['1', '0', '0', '0', '0', '0', '99'];
    const uri = put(draft.path, write(draft));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await expect.poll(async () => changedIn(known), { timeout: 5_000 }).toContain(uri);
    unlinkSync(join(folder, draft.path));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    await expect
      .poll(async () => (await pull(known)).items.find((item) => item.uri === uri), { timeout: 5_000 })
      .toMatchObject({ kind: 'full', items: [] });
  });

  async function changedIn(known: { uri: string; value: string }[]): Promise<string[]> {
    return (await pull(known)).items.filter(isFull).map(({ uri }) => uri);
  }

  it('tells an open document what is found between it and others, at its place as it is written', async () => {
    plantCounty(3);
    const county = makeCounty(3);
    const draft = county.draft('澜原县青石镇人民政府', 2024);
    for (const id of ['转入', '予以', '办结']) {
      const row = (draft.figures.table3[id] ?? []).map(Number);
      row[0] = (row[0] ?? 0) + 1;
      row[6] = (row[6] ?? 0) + 1;
      draft.figures.table3[id] = row.map(String);
    }
    const text = write(draft);
    const uri = put(draft.path, text);
    await open();
    await pull();
    await client.open(uri, text);
    const codes = async (): Promise<string[]> => {
      const report = await client.pull(uri);
      return report.kind === 'full' ? report.items.filter(({ code }) => code === 'broken-carryover').map(lineOf) : [];
    };
    const [before, ...more] = await codes();
    expect(before).toBeDefined();
    expect(more).toEqual([]);
    await client.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' });
    const [after] = await codes();
    const line = (of = ''): number => Number(/ (\d+):/.exec(of)?.[1]);
    expect(line(after)).toBe(line(before) + 2);
    await client.close(uri);
  });

  it('stops within a second and says how many files it has read', { timeout: 30_000 }, async () => {
    plantCounty(200);
    const values: { kind: string; message?: string }[] = [];
    await open({ onProgress: (value) => values.push(value as never) });
    const source = new CancellationTokenSource();
    const asked = client.request<FolderOutcome>('nianbao/checkFolder', { workDoneToken: 'mine' }, source.token);
    await expect.poll(() => values.length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(1);
    const start = performance.now();
    source.cancel();
    await expect(asked).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(1_000);
    await expect
      .poll(() => values.at(-1))
      .toMatchObject({ kind: 'end', message: expect.stringMatching(/^已停止：校对了 \d+ 个文件，共 \d+ 个$/) });
  });

  it('leaves the folder alone where the settings say so', async () => {
    plantCounty(2);
    await open({ initializationOptions: { settings: { folder: { check: 'off' } } } });
    expect((await pull()).items).toEqual([]);
  });

  it('is pushed to clients that do not ask, when they have the folder checked', async () => {
    plantCounty(3);
    put(
      '2024/坏.txt',
      write({ ...makeCounty(3).draft('澜原县青石镇人民政府', 2024), title: '澜原县丙镇人民政府2024年政府信息公开工作年度报告', six: '' }),
    );
    await open({ pull: false });
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toEqual(['nianbao.checkFolder']);
    const outcome = await client.request<{ done: number; total: number }>('workspace/executeCommand', { command: 'nianbao.checkFolder' });
    expect(outcome.done).toBe(outcome.total);
    await client.settle();
    expect(client.pushed.some(({ uri, diagnostics }) => uri.endsWith(encodeURIComponent('坏.txt')) && diagnostics.length > 0)).toBe(true);
  });
});

describe('workspace/symbol', () => {
  it('finds reports that are not open', async () => {
    plantCounty(3);
    await open();
    await pull();
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '青石 2023 表三' });
    expect(found.map(({ name }) => name)).toEqual(['澜原县青石镇人民政府 2023 表三']);
  });
});

describe('nianbao/folder', () => {
  it('lists every unit of the roster as `review` does, with its years, and what was returned', async () => {
    plantCounty(5);
    const county = makeCounty(5);
    const bad = county.draft('澜原县青石镇人民政府', 2024);
    bad.figures.table3['新收'] = [...(bad.figures.table3['新收'] ?? []).slice(0, 6), '99'];
    put(bad.path, write(bad));
    unlinkSync(join(folder, county.draft('澜原县白塔镇人民政府', 2024).path));
    await open({ watches: true, initializationOptions: { folder: true } });
    await client.request('nianbao/checkFolder', {});
    const list = await client.request<FolderList>('nianbao/folder', {});
    const { stdout } = await runOnDisk(['review', folder, '--format', 'json']);
    const json = JSON.parse(stdout) as { year: number; units: { unit: string; state: string; errors: number; warnings: number }[] };
    expect(list.year).toBe(json.year);
    expect(list.units.map(({ unit, years: [now] }) => [unit, now?.state, now?.errors, now?.warnings])).toEqual(
      json.units.map(({ unit, state, errors, warnings }) => [unit, state, errors, warnings]),
    );
    const lineOfUnit = (of: FolderList, unit: string) => of.units.find((one) => one.unit === unit)?.years;
    expect(lineOfUnit(list, '澜原县白塔镇人民政府')?.map(({ year, state }) => `${year} ${state}`)).toEqual(['2024 missing', '2023 clean']);
    const [now] = lineOfUnit(list, '澜原县青石镇人民政府') ?? [];
    expect(now).toMatchObject({ state: 'errors', first: { start: {} }, lastYear: expect.stringContaining('2023') });
  });
});

describe('what leaves the office', () => {
  const ask = (params: object): Promise<FolderOutput> => client.request('nianbao/folderOutput', params);
  const report = (unit: string, year = 2024): string =>
    pathToFileURL(join(folder, `${year}/${unit}${year}年政府信息公开工作年度报告`)).href;
  const aBureau = '澜原县水务局';
  const textOf = (content: string | undefined): string => Buffer.from(content ?? '', 'base64').toString('latin1');

  function plantBureau(): string {
    const county = makeCounty(14);
    const draft = county.draft(aBureau, 2024);
    (draft.figures.table3['新收'] as string[])[6] = '99';
    for (const one of county.drafts) put(one.path, write(one));
    put('.nianbao.json', JSON.stringify({ units: county.units }));
    return pathToFileURL(join(folder, draft.path)).href;
  }

  it('is the review, the sum and its comparison, of the folder as it is', async () => {
    plantBureau();
    await open();
    const page = await ask({ what: 'review', kind: 'html' });
    expect(page.name).toBe('2024年审核表');
    expect(page.text).toContain(aBureau);
    expect(textOf((await ask({ what: 'review', kind: 'xlsx' })).content)).toMatch(/^PK/);
    const sum = await ask({ what: 'total', kind: 'md' });
    expect(parse(sum.text ?? '').tables).toHaveLength(3);
    expect(sum.notes?.join()).toContain('14');
    const comparison = await ask({ what: 'comparison', kind: 'md' });
    expect(comparison.text).toContain('报告减之和');
    expect(comparison.text).toMatch(/新收.*总计 \| \d+ \| \d+ \| -\d+ \| ✗/);
  });

  it('is a return note with the reviewer’s words, without what was dismissed; nothing for a report without fault', async () => {
    const uri = plantBureau();
    await open();
    const note = await ask({ what: 'note', kind: 'txt', uri });
    expect(note.name).toBe(`${aBureau}退回意见`);
    expect(note.text).toContain('99');
    expect(textOf((await ask({ what: 'note', kind: 'docx', uri })).content)).toMatch(/^PK/);
    expect(await ask({ what: 'note', kind: 'txt', uri: report('澜原县青石镇人民政府') })).toEqual({});
    const marked = await client.request<DecideAnswer>('nianbao/mark', { uri, decision: 'return', reason: '请核对台账' });
    put('.nianbao-review.json', marked.file?.text ?? '');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: marked.file?.uri, type: 1 }] });
    await client.request('nianbao/checkFolder', {});
    expect((await ask({ what: 'note', kind: 'txt', uri })).text).toContain('审核意见：请核对台账。');
    const { units } = await client.request<FolderList>('nianbao/folder', {});
    expect(units.find(({ unit }) => unit === aBureau)?.years[0]).toMatchObject({ state: 'returned', returned: '退回' });
    const back = await client.request<DecideAnswer>('nianbao/mark', { uri, decision: 'clear' });
    expect(back.file?.text).not.toContain('return');
  });
});

describe('last year in the editor', () => {
  const unit = '澜原县水务局';

  /** This year's report open, last year's in the folder. */
  async function openPair(change: (text: string) => string = (text) => text): Promise<{ uri: string; before: string; text: string }> {
    const county = makeCounty(14);
    const [now, last] = [county.draft(unit, 2024), county.draft(unit, 2023)];
    for (const draft of [now, last]) draft.layout = layouts[0] as (typeof layouts)[number];
    for (const id of ['转入', '予以', '办结']) setRow(now.figures, id, (row) => void (row[1] = (row[1] ?? 0) + 3));
    put('.nianbao.json', JSON.stringify({ units: county.units }));
    const before = put(last.path, write(last));
    const text = change(write(now));
    const uri = put(now.path, text);
    await open({ initializationOptions: { folder: true } });
    await client.open(uri, text);
    return { uri, before, text };
  }

  it('stands beside this year’s figures, with what has to follow from it', async () => {
    const { uri, before } = await openPair();
    const answer = await client.request<CompareYearsAnswer>('nianbao/compareYears', { uri });
    expect(answer.lastYear).toBe(before);
    expect(answer.text).toMatch(/上年结转 · 商业企业 +\| \d+ +\| \d+ +\| ✗/);
    expect(answer.text).toMatch(/上年结转 · 自然人 +\| \d+ +\| \d+ +\| ✓/);
    expect(answer.text).toMatch(/「行政许可」 +\| 1\d\d +\| 1\d\d +\|/);
    const lenses = await client.request<{ command: { command: string } }[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses[0]?.command.command).toBe('nianbao.compareYears');
  });

  it('may be a file that the user chose, and not one that is no report', async () => {
    const { uri } = await openPair();
    const other = makeCounty(14, 5).draft('澜原县教育局', 2023);
    const chosen = put('别处/旧.txt', write(other));
    expect(await client.request('nianbao/compareYears', { uri, file: put('别处/说明.txt', '没有') })).toHaveProperty('problem');
    expect(await client.request('nianbao/compareYears', { uri, file: chosen })).toMatchObject({ lastYear: chosen });
  });

  it('is told over a cell, and offered to be written', async () => {
    const { uri, text } = await openPair((whole) => whole.replace(/二、上年结转[^\n]*\n/, '二、上年\n'));
    await client.request('nianbao/checkFolder', {});
    const lines = text.split('\n');
    const permits = lines.findIndex((line) => line.startsWith('行政许可'));
    const position = { line: permits, character: (lines[permits] ?? '').search(/\d/) + 1 };
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', { textDocument: { uri }, position });
    expect(hover.contents.value).toMatch(/2023年：1\d\d（(?:本年[增减] \d+|相同)）/);
    const row = lines.findIndex((line) => line === '二、上年');
    const { items } = await client.request<{ items: { label: string; textEdit: { newText: string } }[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: row, character: 4 },
    });
    const last = parse(write({ ...makeCounty(14).draft(unit, 2023), layout: layouts[0] as (typeof layouts)[number] }));
    const forward = last.tables[1]?.byId.get('转出')?.cells.map(({ value }) => value);
    const offered = items.find(({ label }) => label.startsWith('二、上年结转'))?.textEdit.newText ?? '';
    expect(offered.match(/\d+/g)?.map(Number)).toEqual(forward);
  });

  it('begins this year’s draft: carried figures filled in, old numbers marked', async () => {
    const { uri } = await openPair();
    const { text } = await client.request<NewReportAnswer>('nianbao/nextReport', { uri });
    const draft = parse(text);
    expect([draft.title?.agency, draft.year]).toEqual([unit, 2025]);
    const now = parse(write({ ...makeCounty(14).draft(unit, 2024) }));
    const digits = (report: typeof draft, id: string) =>
      report.tables.flatMap(({ byId }) => byId.get(id)?.cells.map(({ value }) => value) ?? []);
    expect(digits(draft, '转入')).toEqual(digits(now, '转出'));
    expect(digits(draft, '规范')[2]).toBe(digits(now, '规范')[2]);
    expect(text).toMatch(/办结\d+件，结转下年度继续办理\d+件（待补充）。/);
    expect(text).not.toContain('2024年1月1日');
  });
});
