/**
 * The page as its users have it: one file, opened from the disk in Chromium. It says of every file what the command line says,
 * one element for each finding; goes to places, shows sums, mends, saves; and asks no network for anything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenMark } from '../../server/src/collection/written';
import { writeExport } from '../../server/src/documents/writing/write';
import { exportBlocks } from '../../server/src/features/convert';
import { check } from '../../server/src/features/check';
import { fingerprints } from '../../server/src/features/silence/fingerprints';
import { parse } from '../../server/src/report/parse';
import { encode } from '../../server/src/text/encoding/encode';
import { runJson } from '../kit/command-line';
import { clean } from '../kit/figures';
import { layouts, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const built = resolve('dist/nianbao.html');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-page-'));
let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, ['server/src/page/build.mjs']);
  browser = await chromium.connect(process.env['NIANBAO_CHROMIUM'] ?? '');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page, freshly opened, and what it asked for beside itself or complained of. */
async function openPage(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; asked: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => asked.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') asked.push(message.text());
  });
  await page.goto(`file://${built}`);
  return { page, context, asked };
}

/** Chooses files and waits until all of them are checked. */
async function choose(page: Page, paths: readonly string[]): Promise<void> {
  await page.setInputFiles('input[type=file]', [...paths]);
  await page
    .locator('.fold')
    .nth(paths.length - 1)
    .waitFor();
  await page.locator('body[data-files]').waitFor();
}

/** Writes a file of the test's own. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function saved(page: Page, press: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(press).click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

it('is one file within its limit, with a policy that knows no network', () => {
  expect(statSync(built).size).toBeLessThan(2.5 * 1_048_576);
  const html = readFileSync(built, 'utf8');
  expect(html).toContain("default-src 'none'");
  expect(html.slice(0, html.indexOf('<script'))).not.toMatch(/(?:src|href)="(?!data:)/);
});

describe('says what the command line says', () => {
  const wrong = clean();
  (wrong.table3['予以'] as string[])[0] = '21';
  wrong.table4[4] = '';
  const sample = sampleReport({ total: 25 });
  const own: Record<string, string | Uint8Array> = {
    'right.txt': sampleReport(),
    'wrong.txt': sample,
    'wrong.md': sample,
    'marked.txt': encode(sample, { name: 'UTF-8', mark: true }) as Uint8Array,
    'gb18030.txt': encode(sample, { name: 'GB18030', mark: false }) as Uint8Array,
    'utf-16.txt': encode(sample, { name: 'UTF-16LE', mark: true }) as Uint8Array,
    'utf-16be.txt': encode(sample, { name: 'UTF-16BE', mark: true }) as Uint8Array,
    'crlf.txt': sample.replaceAll('\n', '\r\n'),
    'ordinary.md': ordinaryText,
    'empty.txt': '',
    ...Object.fromEntries(layouts.map((layout, i) => [`layout-${String(i)}.md`, report(layout, wrong)])),
  };
  const groups: [name: string, paths: () => Promise<string[]>][] = [
    ['samples', () => Promise.resolve(Object.entries(own).map(([name, content]) => written(name, content)))],
    [
      'documents',
      async () => {
        const blocks = exportBlocks(parse(sample));
        const kinds = ['docx', 'html'] as const;
        return Promise.all(kinds.map(async (kind) => written(`wrong.${kind}`, await writeExport(blocks, kind, '年报'))));
      },
    ],
    ...['test/reports', 'test/vscode/fixtures', '../shared/seeds', ...foldersIn('../shared/cases')].flatMap((from) => {
      const paths = readable(from);
      return paths.length === 0 ? [] : [[from, () => Promise.resolve(paths)] as [string, () => Promise<string[]>]];
    }),
  ];

  it.each(groups)('%s', async (_, pathsOf) => {
    const paths = await pathsOf();
    const { page, context, asked } = await openPage();
    await choose(page, paths);
    const { bytes } = await saved(page, '#save-json');
    const found = JSON.parse(bytes.toString()) as unknown;
    const names = paths.map((path) => basename(path));
    const files = Object.fromEntries(paths.map((path) => [basename(path), readFileSync(path)]));
    const { json } = await runJson(['--lang', 'zh', ...names], { files, modified: timesOf(paths) });
    expect(found).toEqual(json);
    const codes = await page.locator('[data-code]').evaluateAll((all) => all.map((one) => one.getAttribute('data-code')));
    expect(codes).toEqual(json.files.flatMap(({ findings }) => findings.map(({ code }) => code)));
    expect(asked).toEqual([]);
    await context.close();
  });
});

/** When files were last written, as a browser knows it. */
function timesOf(paths: readonly string[]): Record<string, number> {
  return Object.fromEntries(paths.map((path) => [basename(path), Math.floor(statSync(path).mtimeMs)]));
}

describe('holds files against each other', () => {
  const report2024 = sampleReport();
  // What it carried forward, 1, the next year does not take up, which has 2.
  const lastYear = report2024.replaceAll('2024年', '2023年');
  const county: Readonly<Record<string, string>> = {
    '.nianbao.json': JSON.stringify({
      units: [{ name: '青禾县水利局' }, { name: '青禾县农业农村局' }],
      severities: { 'copied-text': 'off' },
    }),
    '2023/水利局.txt': lastYear,
    '2024/水利局.txt': report2024,
    '2024/农业农村局.txt': report2024.replaceAll('水利局', '农业农村局'),
  };
  /** Writes files into a folder; they come back by their full paths. */
  const laid = (name: string, files: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => {
        const full = join(folder, name, path);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, text);
        return [full, text];
      }),
    );
  const expected = async (files: Readonly<Record<string, string>>, modified: Record<string, number> = {}) => {
    const names = Object.keys(files).filter((path) => !/\.nianbao(?:-review)?\.json$/.test(path));
    return (await runJson(['--lang', 'zh', ...names.sort()], { files, modified })).json;
  };
  const jsonOf = async (page: Page): Promise<unknown> => JSON.parse((await saved(page, '#save-json')).bytes.toString());

  /** The page with a folder chosen, and what the command line says of it. */
  const openFolder = async (name: string, files: Readonly<Record<string, string>>) => {
    laid(name, files);
    const { page, context } = await openPage();
    // The field for folders is made when it is asked for, where no test can reach it; the other one may be turned into it.
    await page.evaluate(`document.querySelector('#files').webkitdirectory = true`);
    await page.setInputFiles('#files', join(folder, name));
    await page.locator('body[data-files]').waitFor();
    const json = await expected(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text])));
    return { page, context, json };
  };

  it('of a folder, by its roster and choices', async () => {
    const { page, context, json } = await openFolder('county', county);
    const codes = json.files.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toContain('broken-carryover');
    expect(codes).not.toContain('copied-text');
    expect(await jsonOf(page)).toEqual(json);
    expect(await page.locator('[data-code]').evaluateAll((all) => all.map((one) => one.getAttribute('data-code')))).toEqual(codes);
    await context.close();
  });

  it('goes to the other file, and forgets what was mended', async () => {
    // One figure put right, all sums hold: there is a fix.
    const files = {
      '.nianbao.json': JSON.stringify({ units: [{ name: '青禾县水利局' }] }),
      '2023年.txt': lastYear.replace(
        '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1',
        '四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2',
      ),
      '2024年.txt': report2024.replace('申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2', '申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3'),
    };
    const { page, context } = await openPage();
    await page.setInputFiles('input[type=file]', Object.keys(laid('flat', files)));
    await page.locator('body[data-files]').waitFor();
    const json = await expected(files);
    expect(await jsonOf(page)).toEqual(json);
    await page.locator('.file', { hasText: '2024年.txt' }).click();
    const other = page.locator('li:has([data-code="broken-carryover"]) .elsewhere').first();
    expect(await other.textContent()).toContain('2023年.txt');
    await other.click();
    await page.locator('#sheet .current').first().waitFor();
    expect(await page.locator('#tools h2').textContent()).toBe('2023年.txt');
    await page.locator('.file', { hasText: '2024年.txt' }).click();
    await page.locator('li:has([data-code="broken-carryover"]) .fix').first().click();
    await expect.poll(() => page.locator('[data-code="broken-carryover"]').count()).toBe(0);
    await context.close();
  });

  it('checks nothing where that is switched off, nor what nianbao wrote itself', async () => {
    const files = {
      '.nianbao.json': '{ "overviewLimit": 1 }',
      'a.txt': report2024,
      'off/.nianbao.json': '{ "enable": false }',
      'off/b.txt': report2024,
      'sum.txt': `${report2024}\n${writtenMark}\n`,
    };
    const { page, context, json } = await openFolder('switched', files);
    expect(json.files.map(({ report: isReport }) => isReport)).toEqual([true, false, false]);
    expect(json.files[0]?.findings.map(({ code }) => code)).toEqual(['overlong-overview']);
    expect(await jsonOf(page)).toEqual(json);
    expect(await page.locator('.fold .remark').allTextContents()).toEqual([
      expect.stringContaining('.nianbao.json 关闭了检查'),
      expect.stringContaining('nianbao 生成的'),
    ]);
    await context.close();
  });

  it('leaves out what people decided not to see, lists what is too long to be read', async () => {
    const slips = report2024.replace('六部分组成', '五部分组成').replace('2 | 0 | 0 | 0 | 0 | 0 | 2', '2 | 0 | 0 | 0 | 0 | 0 | 3');
    const found = parse(slips);
    const [first, ...others] = fingerprints(found, check(found)).values();
    const files = {
      '.nianbao-review.json': JSON.stringify({ version: 1, decisions: [{ ...first, decision: 'dismiss', reason: '另有说明' }] }),
      'a.txt': slips,
      'b/.nianbao-review.json': '{ "version": 1, "decisions": [] }',
      'b/c.txt': slips,
      'long/.nianbao.json': '{ "textLimit": 1 }',
      'long/d.txt': slips,
    };
    const { page, context, json } = await openFolder('decided', files);
    expect(json.files.map(({ findings }) => findings.length)).toEqual([others.length, others.length + 1, 0]);
    expect(json.files[2]).toMatchObject({ report: false, tooLarge: true });
    expect(json.summary).toMatchObject({ silenced: 1 });
    expect(await jsonOf(page)).toEqual(json);
    expect(await page.locator('.fold .remark').allTextContents()).toEqual([
      expect.stringContaining('另有 1 处，按 .nianbao-review.json'),
      expect.stringContaining('文字超过 1 KB'),
    ]);
    await context.close();
  });

  it('tells what is wrong in the choices', async () => {
    const paths = Object.keys(laid('slip', { '.nianbao.json': '{ "unit": [] }', 'a.txt': report2024 }));
    const { page, context } = await openPage();
    await page.setInputFiles('input[type=file]', paths);
    await page.locator('body[data-files]').waitFor();
    expect(await page.locator('#list > .remark').textContent()).toMatch(/\.nianbao\.json:1.*unit/);
    await context.close();
  });
});

/** Files of kinds that the page reads. */
function readable(from: string): string[] {
  if (!existsSync(from)) return [];
  return readdirSync(from)
    .filter((name) => /\.(?:txt|md|docx|xlsx|html?)$/.test(name) && name !== 'README.md' && name !== 'INDEX.md')
    .sort()
    .map((name) => join(from, name));
}

function foldersIn(from: string): string[] {
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('at work', () => {
  it('goes to the place of each finding, and every place is there', async () => {
    const { page, context } = await openPage();
    await choose(page, [written('wrong.txt', sampleReport({ total: 25 }))]);
    const count = await page.locator('[data-code]').count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      await page.locator('[data-code]').nth(i).click();
      await page
        .locator(`#sheet [data-at~="${String(i)}"].current`)
        .first()
        .waitFor();
    }
    await page.locator('[data-code="wrong-row-total"]').click();
    expect(await page.locator('#sheet td.current').textContent()).toBe('25');
    await context.close();
  });

  it('shows the sums over a figure, by mouse and by keyboard', async () => {
    const { page, context } = await openPage();
    await choose(page, [written('wrong.txt', sampleReport({ total: 25 }))]);
    await page.locator('#sheet td.mark', { hasText: '25' }).first().hover();
    const tip = page.locator('#tip');
    await tip.waitFor();
    expect(await tip.textContent()).toContain('自然人 20＋商业企业 3＋其他 1＝24');
    await page.locator('[data-code="wrong-row-total"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('#sheet td.current:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-code="wrong-row-total"]:focus').waitFor();
    await context.close();
  });

  it('replaces what was shown, and lists several files with their states', async () => {
    const { page, context } = await openPage();
    await choose(page, [written('wrong.txt', sampleReport({ total: 25 }))]);
    await choose(page, [written('a.txt', sampleReport()), written('b.txt', sampleReport({ total: 25 })), written('c.txt', '会议记录\n')]);
    expect(await page.locator('.fold').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')))).toEqual([
      'clean',
      'errors',
      'not-a-report',
    ]);
    expect(await page.locator('#status').textContent()).toContain('3');
    await context.close();
  });

  it('mends what is safe, takes it back, and saves a copy in the encoding of the file', async () => {
    const { page, context } = await openPage();
    const text = sampleReport().replace('（三）政府信息管理。', '（三）政府信息管理。　　**').replace('215条', '215条&nbsp;');
    const gb18030 = { name: 'GB18030', mark: false } as const;
    await choose(page, [written('草稿.txt', encode(text, gb18030) as Uint8Array)]);
    const before = await page.locator('[data-code]').count();
    await page.getByRole('button', { name: /^修正/ }).click();
    await page.getByRole('button', { name: '撤销' }).and(page.locator(':enabled')).waitFor();
    expect(await page.locator('[data-code]').count()).toBeLessThan(before);
    const { name, bytes } = await saved(page, '.saving button');
    expect(name).toBe('草稿（已改）.txt');
    const decoded = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(decoded).not.toContain('&nbsp;');
    expect(decoded).toContain('215条');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('[data-code]').count()).toBe(before);
    await context.close();
  });

  it('writes what was changed into a copy of the Word file', async () => {
    const { page, context } = await openPage();
    const text = sampleReport({ total: 25 });
    await choose(page, [written('报告.docx', await writeExport(exportBlocks(parse(text)), 'docx', '年报'))]);
    await page.locator('[data-code="wrong-row-total"] + .fix').click();
    await page.getByRole('button', { name: '撤销' }).and(page.locator(':enabled')).waitFor();
    const { name, bytes } = await saved(page, '.saving button');
    expect(name).toBe('报告（已改）.docx');
    await choose(page, [written(name, bytes)]);
    expect(await page.locator('[data-code="wrong-row-total"]').count()).toBe(0);
    expect(await page.locator('#sheet').textContent()).toContain('24');
    await context.close();
  });

  it('reads what is pasted', async () => {
    const { page, context } = await openPage();
    const text = JSON.stringify(sampleReport({ total: 25 }));
    // Runs in the page, of whose types nothing is known here.
    await page.evaluate(`
      const data = new DataTransfer();
      data.setData('text/plain', ${text});
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    `);
    await page.locator('[data-code="wrong-row-total"]').waitFor();
    await context.close();
  });

  it('speaks English where the browser does', async () => {
    const { page, context } = await openPage({ locale: 'en-US' });
    await choose(page, [written('wrong.txt', sampleReport({ total: 25 }))]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const words = await page.locator('body').innerText();
    expect(words).toContain('errors');
    expect(await page.locator('[data-code="wrong-row-total"] .message').textContent()).toMatch(/should be|is /);
    await context.close();
  });
});
