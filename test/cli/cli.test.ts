/**
 * The command line: exit codes, output in both forms, encodings, bad input. Mostly `main` over a world made of values; the
 * last part runs the built `dist/cli.js`, bundled here into a temporary folder.
 */
import { spawn, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/options';
import { catalogue, rules } from '../../server/src/rules/index';
import { file, folder, type JsonOutput, link, run, runJson, type World } from '../kit/command-line';
import { docx, p, r } from '../kit/office-files';
import { ordinaryText, sampleReport } from '../kit/sample';

/** The files of `path`, where that is. Newer versions of Node make a folder of their own where compiled code is kept. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

describe('options', () => {
  test.each([
    [['check', '--formt', 'json'], '--formt', '--format'],
    [['check', '--format', 'xml'], '--format', 'xml'],
    [['check', '--format'], '--format', ''],
    [['check', '-x'], '-x', ''],
    [['rules', '--format=json'], '--format', 'rules'],
    [['--version=1'], '--version', ''],
    [['chek', 'a.txt'], 'chek', 'check'],
    [['a.txt'], 'nianbao check a.txt', ''],
    [[], 'nianbao --help', ''],
    [['check', '--lang', 'fr'], '--lang', 'fr'],
  ])('%j is refused by name', async (argv, name, hint) => {
    const { code, stdout, stderr } = await run(argv, { files: { 'a.txt': '' } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(name);
    expect(stderr).toContain(hint);
  });

  test.each([['--help'], ['-h'], ['help'], ['help', '--help']])('%s shows all commands on one screen', async (...argv) => {
    const { code, stdout, stderr } = await run(argv);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
    expect(stdout.split('\n').length).toBeLessThan(40);
  });

  test.each(commands.filter((name) => name !== 'help'))('help %s and %s --help show its page', async (name) => {
    const pages = await Promise.all([run(['help', name]), run([name, '--help']), run(['--help', name])]);
    for (const { code, stdout, stderr } of pages) {
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^用法：nianbao ${name}\\b`));
    }
    expect(new Set(pages.map(({ stdout }) => stdout)).size).toBe(1);
  });

  test('help of what is no command says so', async () => {
    expect(await run(['help', 'chek'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('check') as string });
  });

  test.each([
    [['normalize'], 'nianbao normalize 文件'],
    [['convert'], 'nianbao convert 文件'],
    [['merge'], 'nianbao merge '],
    [[], 'nianbao check 文件夹'],
  ])('%j without a file says what to write', async (argv, step) => {
    const { code, stdout, stderr } = await run(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(step);
  });

  test('--version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });

  test('after -- everything is a path', async () => {
    const { json } = await runJson(['--', '--format'], { files: { '--format': '' } });
    expect(json.files.map(({ path }) => path)).toEqual(['--format']);
  });
});

describe('language', () => {
  test.each([
    [{}, '没有'],
    [{ LANG: 'C.UTF-8' }, '没有'],
    [{ LANG: 'POSIX' }, '没有'],
    [{ LANG: 'zh_CN.GB18030' }, '没有'],
    [{ LANG: 'zh-TW' }, '没有'],
    [{ LANG: 'en_US.UTF-8' }, 'no such'],
    [{ LANG: 'de_DE@euro' }, 'no such'],
    [{ LANG: 'zh_CN', LC_ALL: 'en_US' }, 'no such'],
    [{ LANG: 'en_US', LC_MESSAGES: 'zh_CN' }, '没有'],
    [{ LANG: 'en_US', LC_ALL: '' }, 'no such'],
  ])('%j', async (env, words) => {
    expect((await run(['check', 'gone.txt'], { env })).stderr).toContain(words);
  });

  test('the option outdoes the locale', async () => {
    expect((await run(['check', 'gone.txt', '--lang', 'zh'], { env: { LANG: 'en_US' } })).stderr).toContain('没有');
    expect((await run(['--lang', 'en', 'check', 'gone.txt'])).stderr).toContain('no such');
  });
});

describe('files', () => {
  const world: World = {
    files: { 'b.txt': '', 'a.md': '', 'c.csv': '', 'in/z.TXT': '', 'in/deep/a.txt': '', 'linked.txt': '' },
    folders: {
      '.': [
        file('b.txt'),
        folder('in'),
        file('a.md'),
        file('c.csv'),
        folder('.git'),
        folder('node_modules'),
        link('loop'),
        link('linked.txt'),
        file('.hidden.txt'),
      ],
      in: [file('z.TXT'), folder('deep')],
      'in/deep': [file('a.txt')],
      loop: [folder('loop')],
    },
  };
  const paths = async (...argv: string[]) => (await runJson(argv, world)).json.files.map(({ path }) => path);

  test('the current folder, if none is named', async () => {
    expect(await paths()).toEqual(['a.md', 'b.txt', 'in/deep/a.txt', 'in/z.TXT', 'linked.txt']);
  });

  test('by path, each once, as named', async () => {
    expect(await paths('b.txt', 'in/', './a.md', 'in/deep', 'b.txt')).toEqual(['./a.md', 'b.txt', 'in/deep/a.txt', 'in/z.TXT']);
    expect(await paths('.', './b.txt')).toEqual(['./b.txt', 'a.md', 'in/deep/a.txt', 'in/z.TXT', 'linked.txt']);
  });

  test('a file that is named is read whatever its ending', async () => {
    expect(await paths('c.csv')).toEqual(['c.csv']);
  });

  test('a missing path does not keep the others from being checked', async () => {
    const { code, stderr, json } = await runJson(['gone.txt', 'b.txt'], world);
    expect(code).toBe(2);
    expect(stderr).toContain('gone.txt');
    expect(json.files).toEqual([{ path: 'b.txt', report: false, findings: [] }]);
    expect(json.summary).toEqual({ files: 1, reports: 0, errors: 0, warnings: 0, information: 0, hints: 0 });
  });

  test.each([
    ['a file', { files: { 'x.txt': { code: 'EACCES' }, 'y.txt': '' }, folders: { '.': [file('x.txt'), file('y.txt')] } }, 'x.txt'],
    ['a folder', { files: { 'y.txt': '' }, folders: { '.': [folder('x'), file('y.txt')], x: { code: 'EACCES' } } }, 'x'],
  ])('%s without permission is told by name', async (_, closed: World, name) => {
    const { code, stderr, json } = await runJson([], closed);
    expect(code).toBe(2);
    expect(stderr).toBe(`${name}：没有读取的权限\n`);
    expect(json.files.map(({ path }) => path)).toEqual(['y.txt']);
  });

  test('an empty folder', async () => {
    const { code, stdout, stderr } = await run(['check', 'empty'], { folders: { empty: [] } });
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('没有找到');
    expect((await runJson(['empty'], { folders: { empty: [] } })).json.files).toEqual([]);
  });

  test('a name with control characters cannot write to the terminal', async () => {
    const { stderr } = await run(['check', 'a\u001b[2J\n.txt']);
    expect(stderr).toContain('a␛[2J␊.txt');
  });
});

describe('standard input', () => {
  test('has a name of its own or the one given', async () => {
    const input = Buffer.from('会议纪要');
    expect((await runJson(['-'], { input })).json.files).toEqual([{ path: '<stdin>', report: false, findings: [] }]);
    expect((await runJson(['-', '--stdin-filename', '三营镇.txt'], { input })).json.files[0]?.path).toBe('三营镇.txt');
    expect((await runJson(['--stdin-filename=三营镇.txt'], { input })).json.files[0]?.path).toBe('三营镇.txt');
  });

  test('stands among the files by its name', async () => {
    const { json } = await runJson(['z.txt', '-', 'a.txt', '--stdin-filename', 'm.txt'], { files: { 'a.txt': '', 'z.txt': '' } });
    expect(json.files.map(({ path }) => path)).toEqual(['a.txt', 'm.txt', 'z.txt']);
  });
});

/** The sample with one total wrong: 25 instead of 24 (20 + 3 + 1). */
const wrongReport = sampleReport({ total: 25 });
/** Where the wrong total stands, counted from 0. */
const wrongLine = wrongReport.split('\n').findIndex((line) => line.startsWith('一、本年新收'));
const wrongCharacter = (wrongReport.split('\n')[wrongLine] ?? '').indexOf('25 |');

describe('output', () => {
  const world: World = {
    files: { 'a.txt': sampleReport(), 'b.txt': wrongReport, 'c.txt': ordinaryText },
    folders: { '.': [file('c.txt'), file('b.txt'), file('a.txt')] },
  };

  test('JSON', async () => {
    const { code, stderr, json } = await runJson([], world);
    expect([code, stderr]).toEqual([1, '']);
    expect(json.version).toBe(1);
    expect(json.files.map(({ path, report }) => [path, report])).toEqual([
      ['a.txt', true],
      ['b.txt', true],
      ['c.txt', false],
    ]);
    expect(json.files.map(({ findings }) => findings.length === 0)).toEqual([true, false, true]);
    expect(json.summary).toMatchObject({ files: 3, reports: 2, warnings: 0, information: 0, hints: 0 });
    const findings = json.files[1]?.findings ?? [];
    expect(json.summary['errors']).toBe(findings.length);
    const total = findings.find((finding) => finding.code === 'wrong-row-total');
    expect(total).toMatchObject({
      severity: 'error',
      range: { start: { line: wrongLine, character: wrongCharacter }, end: { line: wrongLine, character: wrongCharacter + 2 } },
    });
    expect(total?.message).toMatch(/25.*24/);
    expect(total?.related).toHaveLength(6);
    expect(findings.map(({ range }) => range.start.line)).toEqual(findings.map(({ range }) => range.start.line).sort((a, b) => a - b));
  });

  test('no key without a value', async () => {
    const { json } = await runJson(['b.txt'], world);
    for (const finding of json.files[0]?.findings ?? []) {
      const optional = Object.keys(finding).filter((key) => !['code', 'severity', 'message', 'range'].includes(key));
      expect(['related', 'fix']).toEqual(expect.arrayContaining(optional));
      expect(finding.related).not.toEqual([]);
    }
  });

  test('text', async () => {
    const { code, stdout, stderr } = await run(['check'], world);
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('b.txt');
    expect(lines[1]).toMatch(new RegExp(`^  ${wrongLine + 1}:${wrongCharacter + 1} +错误  .*24.*  [a-z-]+$`));
    expect(stdout).toMatch(/\n\n3 个文件，其中 2 份年报：\d+ 个错误，0 个警告\n$/);
    expect(stdout).not.toMatch(/[ac]\.txt/);
  });

  test('text in English', async () => {
    const { stdout } = await run(['check', '--lang', 'en'], world);
    expect(stdout).toMatch(/files: 3, reports: 2: errors: \d+, warnings: 0\n$/);
  });

  test('a clean report', async () => {
    expect(await run(['check', 'a.txt'], world)).toEqual({
      code: 0,
      stdout: '1 个文件，其中 1 份年报：没有发现问题\n',
      stderr: '',
      written: {},
    });
  });

  test('a file that is named and no report is mentioned', async () => {
    const { code, stdout, stderr } = await run(['check', 'c.txt'], world);
    expect([code, stdout]).toEqual([0, '1 个文件，其中 0 份年报\n']);
    expect(stderr).toContain('c.txt');
    expect((await runJson(['c.txt'], world)).stderr).toBe('');
  });

  test('an unreadable file outweighs an error found', async () => {
    expect((await run(['check', 'b.txt', 'gone.txt'], world)).code).toBe(2);
  });

  test('colour only on a terminal that wants it', async () => {
    const escapes = async (more: World) => (await run(['check'], { ...world, ...more })).stdout.includes('\u001b[');
    expect(await escapes({ terminal: true })).toBe(true);
    expect(await escapes({ terminal: false })).toBe(false);
    expect(await escapes({ terminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await escapes({ terminal: true, env: { TERM: 'dumb' } })).toBe(false);
    expect((await run(['check', '--format', 'json'], { ...world, terminal: true })).stdout).not.toContain('\u001b');
  });

  test('many files: progress on a terminal, taken away at the end; none elsewhere', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `${index}.txt`);
    const many: World = { files: Object.fromEntries(names.map((name) => [name, ''])), folders: { '.': names.map(file) } };
    const { stderr } = await run(['check'], { ...many, terminal: true });
    expect(stderr).toContain('正在校对 400 / 450');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await run(['check'], many)).stderr).toBe('');
  });
});

describe('encodings', () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return littleEndian ? bytes : bytes.swap16();
  };
  const readings: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': Buffer.from(wrongReport),
    'UTF-8 with BOM': Buffer.from(`\ufeff${wrongReport}`),
    'UTF-16LE': utf16(wrongReport, true),
    'UTF-16BE': utf16(wrongReport, false),
    GB18030: gb18030(wrongReport),
  };

  test.each(Object.keys(readings))('%s: the same findings at the same places', async (name) => {
    const { code, json } = await runJson(['a.txt'], { files: { 'a.txt': readings[name] ?? '' } });
    const { json: expected } = await runJson(['a.txt'], { files: { 'a.txt': wrongReport } });
    expect(code).toBe(1);
    expect(json).toEqual(expected);
  });

  test.each([
    ['年报', [0xc4, 0xea, 0xb1, 0xa8]],
    ['𠀀 (four bytes)', [0x95, 0x32, 0x82, 0x36]],
  ])('GB18030 however short: %s', async (_, bytes) => {
    expect(await runJson(['a.txt'], { files: { 'a.txt': Uint8Array.from(bytes) } })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    ['bytes of no encoding', Buffer.from([0xff, 0xff, 0x30])],
    ['UTF-8 with one byte lost', Buffer.concat([Buffer.from(wrongReport).subarray(0, 100), Buffer.from(wrongReport).subarray(101)])],
    ['UTF-8 cut off', Buffer.from(wrongReport).subarray(0, -2)],
    ['UTF-8 with BOM, damaged', Buffer.from([0xef, 0xbb, 0xbf, 0xe5, 0xb9])],
    ['UTF-16 of odd length', utf16(wrongReport, true).subarray(0, -1)],
    ['UTF-16 with a lone surrogate', utf16('年报\ud800年报', true)],
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2])],
    ['UTF-16 without BOM', utf16('report', true).subarray(2)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x74, 0x5e, 0, 0])],
    ['surrogates in UTF-8', Buffer.from([0xe5, 0xb9, 0xb4, 0xe6, 0x8a, 0xa5, 0xed, 0xa0, 0x80])],
  ])('%s: an error that names the file', async (_, bytes) => {
    const { code, stderr, json } = await runJson(['bad.txt', 'good.txt'], { files: { 'bad.txt': bytes, 'good.txt': wrongReport } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^bad\.txt：.+\n$/);
    expect(json.files.map(({ path }) => path)).toEqual(['good.txt']);
  });
});

describe('bad input', () => {
  test.each([
    ['an empty file', ''],
    ['a BOM alone', '\ufeff'],
    ['one line, as long as may be', '全年共收到政府信息公开申请3件。'.repeat(41_000)],
    ['1 MB of line ends', '\n'.repeat(1_000_000)],
    ['tabs everywhere', '\t'.repeat(100_000)],
    ['CR only', wrongReport.replaceAll('\n', '\r')],
    ['a report after control characters', `\u0001\u001b[31m${wrongReport}`],
  ])('%s', async (_, text) => {
    const { code, stderr, json } = await runJson(['a.txt'], { files: { 'a.txt': text } });
    expect(stderr).toBe('');
    expect(code).toBe(json.summary['errors'] === 0 ? 0 : 1);
  });

  test('CR only: the lines are those of the text', async () => {
    const { json } = await runJson(['a.txt'], { files: { 'a.txt': wrongReport.replaceAll('\n', '\r') } });
    expect(json.files[0]?.findings.map(({ range }) => range.start.line)).toContain(wrongLine);
  });

  test('a table of 10,000 rows', async () => {
    const row = wrongReport.split('\n')[wrongLine] ?? '';
    const { code, json } = await runJson(['a.txt'], { files: { 'a.txt': wrongReport.replace(row, `${row}\n`.repeat(10_000).trimEnd()) } });
    expect(code).toBe(1);
    expect(json.summary['errors']).toBeGreaterThan(0);
  });
});

describe('silencing', () => {
  test('comments take findings away, and those that take none away are findings', async () => {
    const text = sampleReport({ total: 25 }).replace('三、收到', '【nianbao-disable wrong-row-total wrong-sum】\n三、收到');
    const { code, json } = await runJson(['a.txt'], { files: { 'a.txt': text } });
    expect(code).toBe(1);
    const found = json.files[0]?.findings ?? [];
    expect(found.map((one) => one.code)).not.toContain('wrong-row-total');
    const idle = found.find((one) => one.code === 'unused-silencing');
    const line = text.split('\n').findIndex((words) => words.startsWith('【'));
    expect(idle).toMatchObject({
      severity: 'hint',
      range: { start: { line, character: 33 }, end: { line, character: 42 } },
      fix: { safe: true, edits: [{ newText: '' }] },
    });
    expect(json.summary['hints']).toBe(1);
  });
});

describe('rules', () => {
  test('lists every rule', async () => {
    const { code, stdout } = await run(['rules']);
    expect(code).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split(' ')[0]),
    ).toEqual(catalogue.map(({ id }) => id));
  });

  test.runIf(rules.length > 0)('shows a page, and names the rule that was probably meant', async () => {
    const id = rules[0]?.id ?? '';
    expect(await run(['rules', id], { pages: { [id]: '# 说明' } })).toMatchObject({ code: 0, stdout: '# 说明\n', stderr: '' });
    const inEnglish = { pages: { [id]: '# 说明', [`${id}.en`]: '# Page' } };
    expect(await run(['rules', id, '--lang', 'en'], inEnglish)).toMatchObject({ code: 0, stdout: '# Page\n' });
    const { code, stdout, stderr } = await run(['rules', `${id}s`]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${id}？`);
  });

  test('an unknown rule', async () => {
    const { code, stdout, stderr } = await run(['rules', 'qqqqqqqqqqqq']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('qqqqqqqqqqqq');
  });
});

describe('the built program', () => {
  let folder = '';
  const cli = (argv: readonly string[], options: SpawnSyncOptions = {}) =>
    spawnSync(process.execPath, [join(folder, 'cli.js'), ...argv], { cwd: folder, encoding: 'utf8', ...options });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
    const alias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };
    await build({
      entryPoints: ['server/src/cli.ts', 'server/src/command.ts'],
      outdir: folder,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      alias,
      logLevel: 'error',
    });
    mkdirSync(join(folder, 'rules'));
    for (const { id } of rules) writeFileSync(join(folder, 'rules', `${id}.md`), `# ${id}\n`);
    mkdirSync(join(folder, 'drafts', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'drafts', 'deep', '三营镇.txt'), gb18030(wrongReport));
    writeFileSync(join(folder, 'drafts', 'b.md'), sampleReport());
    symlinkSync('.', join(folder, 'drafts', 'loop'));
    symlinkSync('b.md', join(folder, 'drafts', 'c.md'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('checks a folder with a loop in it', () => {
    const { status, stdout, stderr } = cli(['check', 'drafts', '--format=json']);
    expect([status, stderr]).toEqual([1, '']);
    const { files } = JSON.parse(stdout.toString()) as JsonOutput;
    expect(files.map(({ path }) => path)).toEqual(['drafts/b.md', 'drafts/c.md', 'drafts/deep/三营镇.txt']);
  });

  test('says the same with compiled code kept from an earlier run, a spoilt one, somebody else’s, and none', () => {
    const kept = join(folder, 'code');
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: kept };
    const says = (more: NodeJS.ProcessEnv = {}) => {
      const { status, stdout, stderr } = cli(['check', 'drafts'], { env: { ...env, ...more } });
      return [status, stdout, stderr];
    };
    const first = says({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(existsSync(kept)).toBe(false);
    expect([says(), says()]).toEqual([first, first]);
    const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      const keptFile = join(parentPath, name);
      const whole = readFileSync(keptFile);
      for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.alloc(0), Buffer.from('1 2\n3 ')]) {
        writeFileSync(keptFile, bytes);
        expect(says()).toEqual(first);
      }
      writeFileSync(keptFile, whole);
      chmodSync(keptFile, 0o666);
      expect(says()).toEqual(first);
    }
  });

  const built = join(import.meta.dirname, '../../dist/cli.js');
  test.skipIf(!existsSync(built))('the program as it is built reads and writes documents with compiled code kept', () => {
    writeFileSync(join(folder, '甲.docx'), docx(p(r('甲'))));
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(folder, 'code-of-all') };
    const says = (...argv: string[]) => spawnSync(process.execPath, [built, 'convert', ...argv], { cwd: folder, encoding: 'utf8', env });
    for (let i = 0; i < 3; i++) {
      expect(says('甲.docx')).toMatchObject({ status: 0, stdout: '甲\n' });
      expect(says('甲.docx', '-o', '乙.docx')).toMatchObject({ status: 0 });
      expect(says('乙.docx')).toMatchObject({ status: 0, stdout: '甲\n' });
    }
  });

  test('compiled code is kept for each use by itself, and none for a page of help', () => {
    const kept = join(folder, 'code-by-use');
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: kept };
    const uses = () => new Set(filesIn(kept).map((name) => name.replace(/^.*-[0-9a-f]{16}-|-long$/g, '')));
    cli(['check', '--help'], { env });
    expect(filesIn(kept)).toEqual([]);
    cli(['check', 'drafts'], { env });
    expect(uses()).toEqual(new Set(['check']));
    cli(['check', 'drafts', '--cache', '--cache-location', join(folder, 'found')], { env });
    expect(uses()).toEqual(new Set(['check', 'check-cache']));
  });

  test('of compiled code that other versions left, the latest stays; other files are left alone', () => {
    const kept = join(folder, 'code-of-others');
    mkdirSync(kept);
    const others = Array.from({ length: 60 }, (_, age) => `command.js-0.0.${age}-v20.0.0-x64-0`);
    for (const [age, name] of others.entries()) {
      writeFileSync(join(kept, name), '');
      utimesSync(join(kept, name), 1_000_000 - age, 1_000_000 - age);
    }
    writeFileSync(join(kept, 'mine.txt'), '');
    expect(cli(['check', 'drafts'], { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: kept } }).status).toBe(1);
    const left = filesIn(kept);
    expect(left).toEqual(expect.arrayContaining(['mine.txt', ...others.slice(0, 40)]));
    expect(left).toHaveLength(49);
  });

  test.skipIf(!existsSync(built) || process.platform === 'win32')('a server that a signal ends keeps what it has compiled', async () => {
    const kept = join(folder, 'code-of-server');
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: kept };
    const server = spawn(process.execPath, [built, 'lsp', '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const request = '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}';
    server.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
    await new Promise((resolve) => server.stdout.once('data', resolve));
    server.kill();
    expect(await ended).toBe(143);
    expect(filesIn(kept).length).toBeGreaterThan(0);
  });

  test('reads standard input', () => {
    const { status, stdout } = cli(['check', '-', '--format', 'json'], { input: wrongReport });
    expect(status).toBe(1);
    expect((JSON.parse(stdout.toString()) as JsonOutput).files[0]?.path).toBe('<stdin>');
  });

  test('tells a missing file', () => {
    const { status, stdout, stderr } = cli(['check', 'gone.txt'], { env: { PATH: process.env['PATH'] } });
    expect([status, stdout, stderr]).toEqual([2, '', 'gone.txt：没有这个文件或文件夹\n']);
  });

  test('shows every rule', () => {
    for (const { id } of rules.slice(0, 1)) expect(cli(['rules', id])).toMatchObject({ status: 0, stdout: `# ${id}\n` });
  });

  test('survives a reader that goes away', async () => {
    const child = spawn(process.execPath, [join(folder, 'cli.js'), 'check', 'drafts', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([1, '']);
  });
});

/** `text` in GB18030, for characters of two bytes there and of plain ASCII. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0xff]))),
  );
}
