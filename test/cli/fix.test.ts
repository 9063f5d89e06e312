/** `nianbao check --fix` and `--dry-run`: what is written, in which bytes, what is printed, and the exit codes. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { decode } from '../../server/src/cli/encoding/decode';
import type { Encoding } from '../../server/src/text/encoding/decode';
import { encode, reencode } from '../../server/src/text/encoding/encode';
import { replaceFile } from '../../server/src/cli/replace-file';
import { unifiedDiff } from '../../server/src/cli/unified-diff';
import { applyEdits } from '../../server/src/text/edit';
import { connect } from '../kit/client';
import { run, runJson, type World } from '../kit/command-line';
import { ordinaryText, sampleReport } from '../kit/sample';

const clean = sampleReport();
/** What is safe: a number to be written in the standard way. What is not: a total, a blank. */
const mixed = sampleReport({ total: 25 }).replace('行政许可 | 126 |', '行政许可 | １２６ |').replace('行政处罚 | 9 |', '行政处罚 |  |');
const safe = mixed.replace('１２６', '126');
const all = safe.replace('| 25 |', '| 24 |').replace('行政处罚 |  |', '行政处罚 | 0 |');
const world: World = { files: { 'clean.txt': clean, 'mixed.txt': mixed, 'note.md': ordinaryText } };
const textOf = (bytes: Uint8Array | undefined) => (bytes ? Buffer.from(bytes).toString() : undefined);

describe('--fix', () => {
  test('writes what is safe, and lists what is left', async () => {
    const { code, stdout, stderr, written } = await run(['check', '--fix', 'clean.txt', 'mixed.txt', 'note.md'], world);
    expect(Object.keys(written)).toEqual(['mixed.txt']);
    expect(textOf(written['mixed.txt'])).toBe(safe);
    expect(stdout).toBe(
      (await run(['check', 'clean.txt', 'mixed.txt', 'note.md'], { files: { ...world.files, 'mixed.txt': safe } })).stdout,
    );
    expect(stderr).toBe('mixed.txt：改了 1 处\nnote.md：不像年度报告，没有校对\n');
    expect(code).toBe(1);
  });

  test('does what the editor does', async () => {
    const client = await connect({ codeActions: 'plain' });
    const uri = 'file:///a.md';
    await client.open(uri, mixed, 'markdown');
    const start = { line: 0, character: 0 };
    const [action] = await client.request<{ edit: { documentChanges: { edits: TextEdit[] }[] } }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll.nianbao'] },
    });
    client.dispose();
    expect(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, mixed), action?.edit.documentChanges[0]?.edits ?? [])).toBe(
      safe,
    );
  });

  test('with --unsafe-fixes writes the rest too', async () => {
    const { code, stdout, written } = await run(['check', '--fix', '--unsafe-fixes', 'mixed.txt'], world);
    expect(textOf(written['mixed.txt'])).toBe(all);
    expect([code, stdout]).toEqual([0, '1 个文件，其中 1 份年报：没有发现问题\n']);
  });

  test('a second time changes nothing', async () => {
    for (const more of [[], ['--unsafe-fixes']]) {
      const { written } = await run(['check', '--fix', ...more, 'mixed.txt'], world);
      expect((await run(['check', '--fix', ...more, 'mixed.txt'], { files: { 'mixed.txt': written['mixed.txt'] ?? '' } })).written).toEqual(
        {},
      );
    }
  });

  test('JSON holds what is left, at its new place', async () => {
    const { json } = await runJson(['--fix', 'mixed.txt'], world);
    const { json: left } = await runJson(['mixed.txt'], { files: { 'mixed.txt': safe } });
    expect(json).toEqual(left);
  });

  test('what cannot be written is told, and its findings are those of the file', async () => {
    const { code, stderr, written, stdout } = await run(['check', '--fix', '--format', 'json', 'mixed.txt', 'other.txt'], {
      files: { ...world.files, 'other.txt': mixed },
      locked: ['mixed.txt'],
    });
    expect(code).toBe(2);
    expect(stderr).toBe('mixed.txt：没有写入的权限\nother.txt：改了 1 处\n');
    expect(Object.keys(written)).toEqual(['other.txt']);
    const { files } = JSON.parse(stdout) as { files: { findings: { code: string }[] }[] };
    expect(files.map(({ findings }) => findings.some(({ code: found }) => found === 'nonstandard-number'))).toEqual([true, false]);
  });
});

describe('exit codes', () => {
  const warned = clean.replace('行政处罚 | 9 |', '行政处罚 |  |');
  const mendable = clean.replace('行政许可 | 126 |', '行政许可 | １２６ |');
  test.each<[number, string, readonly string[]]>([
    [1, mixed, ['--fix']],
    [0, mixed, ['--fix', '--unsafe-fixes']],
    [1, mixed, ['--dry-run']],
    [1, mixed, ['--dry-run', '--unsafe-fixes']],
    [1, mixed, ['--fix', '--dry-run', '--unsafe-fixes']],
    [0, mendable, ['--fix', '--max-warnings', '0']],
    [1, mendable, ['--dry-run', '--max-warnings', '0']],
    [0, clean, ['--dry-run']],
    [1, mendable, ['--max-warnings', '0']],
    [1, warned, ['--fix', '--max-warnings', '0']],
    [0, clean, ['--fix']],
    [2, mixed, ['--unsafe-fixes']],
    [2, mixed, ['--dry-run', '--format', 'json']],
    [1, mixed, ['--dry-run', '--format', 'text']],
    [2, mixed, ['--fix', '-']],
    [2, mixed, ['--fix', '--stdin-filename', 'b.txt', '-']],
  ])('%i: %#', async (code, text, argv) => {
    expect((await run(['check', 'a.txt', ...argv], { files: { 'a.txt': text }, input: Buffer.from(mixed) })).code).toBe(code);
  });

  test.each([['--fix'], ['--dry-run'], ['--unsafe-fixes']])('%s is for check alone', async (option) => {
    expect(await run(['normalize', 'a.txt', option], world)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(option) as string,
    });
  });

  test.each([
    [['check', '--unsafe-fixes', 'a.txt'], '--unsafe-fixes'],
    [['check', '--dry-run', '--format=sarif'], '--format sarif'],
    [['check', '--fix', '-'], '--dry-run'],
    [['check', '--fix', '--stdin-filename', 'a.txt'], '--dry-run'],
  ])('%j is refused with the reason', async (argv, words) => {
    expect(await run(argv, world)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) as string, written: {} });
  });
});

describe('bytes', () => {
  const encodings: readonly Encoding[] = [
    { name: 'UTF-8', mark: false },
    { name: 'UTF-8', mark: true },
    { name: 'UTF-16LE', mark: true },
    { name: 'UTF-16BE', mark: true },
    { name: 'GB18030', mark: false },
  ];
  const lineEnds = [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const;
  const table = encodings.flatMap((encoding) =>
    lineEnds.map(([name, end]) => [`${encoding.name}${encoding.mark ? ' with BOM' : ''}, ${name}`, encoding, end] as const),
  );

  test.each(table)('%s stay as they were', async (_, encoding, end) => {
    const as = (text: string) => encode(text.replaceAll('\n', end), encoding) as Uint8Array;
    const { written } = await run(['check', '--fix', '--unsafe-fixes', 'a.txt'], { files: { 'a.txt': as(mixed) } });
    expect(decode(written['a.txt'] as Uint8Array)).toEqual({ text: all.replaceAll('\n', end), encoding });
    expect(Buffer.compare(written['a.txt'] as Uint8Array, as(all))).toBe(0);
  });

  test('rows inserted end as the others do', async () => {
    const without = clean.replace(/^二、上年结转.*\n/m, '').replaceAll('\n', '\r\n');
    const { written } = await run(['check', '--fix', '--unsafe-fixes', 'a.txt'], { files: { 'a.txt': without } });
    expect(textOf(written['a.txt'])).toContain('二、上年结转');
    expect(textOf(written['a.txt'])?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('mixed ends of lines stay mixed', async () => {
    const text = (from: string) => from.replace('\n', '\r\n').replace(/\n$/, '');
    expect(textOf((await run(['check', '--fix', 'a.txt'], { files: { 'a.txt': text(mixed) } })).written['a.txt'])).toBe(text(safe));
  });

  test('GB18030: every character comes back', () => {
    const gb18030: Encoding = { name: 'GB18030', mark: false };
    const decoder = new TextDecoder('gb18030', { fatal: true });
    const lost: string[] = [];
    for (let code = 0; code < 0x30000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      const bytes = encode(character, gb18030);
      if (!bytes || decoder.decode(bytes) !== character) lost.push(code.toString(16));
    }
    // But for the mark of what could not be read, and a few that are for private use and were given other codes in 2022.
    expect(lost.filter((code) => code !== 'fffd' && !/^e[5-8]/.test(code))).toEqual([]);
    expect(lost.length).toBeLessThan(30);
    expect(Buffer.from(encode('年报€〇𠀀', gb18030) as Uint8Array).toString('hex')).toBe('c4eab1a8a2e3a996' + '95328236');
    expect(encode('\ufffd', gb18030)).toBeUndefined();
  });

  test('a file is left alone whose bytes do not come out of its text', () => {
    const utf8: Encoding = { name: 'UTF-8', mark: false };
    expect(reencode(Buffer.from('年报'), utf8, '年报', '年度')).toEqual({ bytes: new TextEncoder().encode('年度') });
    expect(reencode(Buffer.from('年报 '), utf8, '年报', '年度')).toHaveProperty('problem');
    expect(
      reencode(encode('年报', { name: 'GB18030', mark: false }) as Uint8Array, { name: 'GB18030', mark: false }, '年报', '\ufffd'),
    ).toHaveProperty('problem');
  });
});

/** `text` with a unified diff applied to it, hunk by hunk; fails where old lines are not those of the diff. */
function patched(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = diff.split('\n').slice(2, -1);
  const result: string[] = [];
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$/.exec(line);
    if (head) {
      const start = head[2] === '0' ? Number(head[1]) : Number(head[1]) - 1;
      result.push(...old.slice(at, start));
      at = start;
      continue;
    }
    const ended = lines[index + 1] !== '\\ No newline at end of file';
    const content = line.slice(1) + (ended ? '\n' : '');
    if (line[0] !== '+') expect(old[at++]).toBe(content);
    if (line[0] !== '-') result.push(content);
    if (!ended) index++;
  }
  return [...result, ...old.slice(at)].join('');
}

describe('--dry-run', () => {
  test('prints the diff, and writes nothing', async () => {
    const { code, stdout, stderr, written } = await run(['check', '--dry-run', 'clean.txt', './mixed.txt', 'note.md'], world);
    expect([code, written]).toEqual([1, {}]);
    expect(stderr).toBe('note.md：不像年度报告，没有校对\n1 个文件可以改 1 处，都没有写入\n');
    const line = mixed.split('\n').findIndex((text) => text.startsWith('行政许可'));
    const shown = mixed
      .split('\n')
      .slice(line - 3, line + 4)
      .map((text) => ` ${text}`);
    shown.splice(3, 1, '-行政许可 | １２６ |', '+行政许可 | 126 |');
    expect(stdout).toBe(`--- a/mixed.txt\n+++ b/mixed.txt\n@@ -${line - 2},7 +${line - 2},7 @@\n${shown.join('\n')}\n`);
  });

  test('is what --fix would do', async () => {
    for (const more of [[], ['--unsafe-fixes']]) {
      const { stdout, code } = await run(['check', '--dry-run', ...more, 'mixed.txt'], world);
      const fixed = await run(['check', '--fix', ...more, 'mixed.txt'], world);
      expect(patched(mixed, stdout)).toBe(textOf(fixed.written['mixed.txt']));
      expect(code).toBe(1);
    }
  });

  test('says when there is nothing to do', async () => {
    expect(await run(['check', '--dry-run', 'clean.txt'], world)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '没有可以自动修正的问题\n',
    });
  });

  test('takes standard input', async () => {
    const { stdout } = await run(['check', '--dry-run', '-', '--stdin-filename', '县/a.txt'], { input: Buffer.from(mixed) });
    expect(stdout.split('\n', 2)).toEqual(['--- a/县/a.txt', '+++ b/县/a.txt']);
    expect(patched(mixed, stdout)).toBe(safe);
  });

  test('goes into a file', async () => {
    const { stdout, written } = await run(['check', '--dry-run', 'mixed.txt', '-o', 'changes.patch'], world);
    expect(stdout).toBe('');
    expect(patched(mixed, textOf(written['changes.patch']) ?? '')).toBe(safe);
  });

  test('in colour on a terminal that wants it; nothing of the text acts on the terminal', async () => {
    const armed = { 'a.txt': mixed.replace('行政许可 |', '行政许可 \u001b[2J|') };
    const { stdout } = await run(['check', '--dry-run', 'mixed.txt'], { ...world, terminal: true });
    expect(stdout).toContain('\u001b[31m-行政许可 | １２６ |\u001b[0m\n\u001b[32m+行政许可 | 126 |\u001b[0m\n');
    expect(
      (await run(['check', '--dry-run', '--unsafe-fixes', 'a.txt'], { files: armed, terminal: true, env: { NO_COLOR: '1' } })).stdout,
    ).not.toContain('\u001b');
  });
});

describe('the diff', () => {
  const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
  test.each<[string, string, readonly { span: { start: number; end: number }; newText: string }[], string]>([
    ['nothing', 'a\n', [], ''],
    ['the same again', 'a\n', [edit(0, 1, 'a')], ''],
    ['a word', 'a\nb\nc\n', [edit(2, 3, 'x')], '@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n'],
    ['a line', 'a\nb\nc\n', [edit(2, 4, '')], '@@ -1,3 +1,2 @@\n a\n-b\n c\n'],
    ['a new line', 'a\nb\n', [edit(2, 2, 'x\n')], '@@ -1,2 +1,3 @@\n a\n+x\n b\n'],
    ['an end', 'a\nb', [edit(3, 3, '\n')], '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n'],
    ['more at the end', 'a\n', [edit(2, 2, 'b')], '@@ -1 +1,2 @@\n a\n+b\n\\ No newline at end of file\n'],
    ['all', 'a\n', [edit(0, 2, '')], '@@ -1 +0,0 @@\n-a\n'],
    ['something from nothing', '', [edit(0, 0, 'a\n')], '@@ -0,0 +1 @@\n+a\n'],
    [
      'both ends of a long text',
      'a\n'.repeat(9),
      [edit(0, 1, 'x'), edit(16, 17, 'x')],
      '@@ -1,4 +1,4 @@\n-a\n+x\n a\n a\n a\n@@ -6,4 +6,4 @@\n a\n a\n a\n-a\n+x\n',
    ],
    [
      'two places with one context',
      'a\n'.repeat(8),
      [edit(0, 1, 'x'), edit(14, 15, 'x')],
      '@@ -1,8 +1,8 @@\n-a\n+x\n a\n a\n a\n a\n a\n a\n-a\n+x\n',
    ],
    ['line ends of Windows', 'a\r\nb\r\n', [edit(3, 4, 'x')], '@@ -1,2 +1,2 @@\n a\r\n-b\r\n+x\r\n'],
  ])('%s', (_, text, edits, hunks) => {
    expect(unifiedDiff('a.txt', text, edits)).toBe(hunks === '' ? '' : `--- a/a.txt\n+++ b/a.txt\n${hunks}`);
  });

  test.each([
    ['县 一/a.txt', '--- a/县 一/a.txt\t\n+++ b/县 一/a.txt\t\n'],
    ['/srv/a.txt', '--- /srv/a.txt\n+++ /srv/a.txt\n'],
    ['a\t"b"\\c\n.txt', '--- "a/a\\011\\"b\\"\\\\c\\012.txt"\n+++ "b/a\\011\\"b\\"\\\\c\\012.txt"\n'],
  ])('names %j', (path, head) => {
    expect(unifiedDiff(path, 'a\n', [edit(0, 1, 'b')]).startsWith(head)).toBe(true);
  });

  const lines = fc
    .array(fc.constantFrom('a', 'b', '', 'c\r'), { maxLength: 30 })
    .chain((all) => fc.boolean().map((ended) => all.join('\n') + (ended ? '\n' : '')));
  const changes = fc
    .tuple(lines, fc.array(fc.tuple(fc.nat(60), fc.nat(6), fc.constantFrom('', 'x', '\n', 'a\n', 'x\ny\n')), { maxLength: 6 }))
    .map(([text, wanted]) => {
      let done = 0;
      const edits = wanted
        .map(([start, length, newText]) => edit(Math.min(start, text.length), Math.min(start + length, text.length), newText))
        .sort((a, b) => a.span.start - b.span.start)
        .filter(({ span }) => {
          if (span.start < done) return false;
          done = span.end + 1;
          return true;
        });
      return { text, edits };
    });

  test('makes of any text the edited one', () => {
    fc.assert(
      fc.property(changes, ({ text, edits }) => {
        const diff = unifiedDiff('a.txt', text, edits);
        expect(diff === '' ? text : patched(text, diff)).toBe(applyEdits(text, edits));
      }),
      { numRuns: 500 },
    );
  });

  test.runIf(spawnSync('git', ['--version']).status === 0)('is taken by git', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-diff-'));
    try {
      fc.assert(
        fc.property(changes, ({ text, edits }) => {
          const diff = unifiedDiff('县 "一".txt', text, edits);
          writeFileSync(join(folder, '县 "一".txt'), text);
          if (diff !== '')
            expect(
              spawnSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], {
                cwd: folder,
                input: diff,
                encoding: 'utf8',
                env: { ...process.env, GIT_DIR: join(folder, 'none') },
              }).stderr,
            ).toBe('');
          const path = join(folder, '县 "一".txt');
          // git takes a file away that has no lines left.
          expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(applyEdits(text, edits));
        }),
        { numRuns: 15 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('writing', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-write-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('takes the place of the file, with its permissions, through links, and leaves nothing beside it', () => {
    const path = join(folder, '报告.txt');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync('报告.txt', join(folder, 'link.txt'));
    replaceFile(join(folder, 'link.txt'), Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.txt', '报告.txt']);
  });

  test('makes a file that was not there', () => {
    replaceFile(join(folder, 'new.txt'), Buffer.from('text'));
    expect(readFileSync(join(folder, 'new.txt'), 'utf8')).toBe('text');
    expect(() => replaceFile(join(folder, 'gone', 'new.txt'), Buffer.from(''))).toThrow(/ENOENT/);
  });

  test('takes what is no ordinary file', () => {
    expect(() => replaceFile('/dev/null', Buffer.from('text'))).not.toThrow();
    expect(() => replaceFile(folder, Buffer.from('text'))).toThrow(/EISDIR/);
  });

  test('is written in its place where it has several names, so that all of them lead to the new text', () => {
    const path = join(folder, 'one.txt');
    writeFileSync(path, 'a long old text');
    linkSync(path, join(folder, 'other.txt'));
    replaceFile(path, Buffer.from('new'), Buffer.from('a long old text'));
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('new');
    expect(() => replaceFile(path, Buffer.from('newer'), Buffer.from('another'))).toThrow(/changed/);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  test('is left alone if it is no longer what was read, and nothing stays beside it', () => {
    const path = join(folder, 'edited.txt');
    writeFileSync(path, 'edited meanwhile');
    expect(() => replaceFile(path, Buffer.from('mended'), Buffer.from('read'))).toThrow(/changed/);
    expect(readFileSync(path, 'utf8')).toBe('edited meanwhile');
    expect(readdirSync(folder).filter((name) => name.startsWith('.edited'))).toEqual([]);
  });

  test('what a killed run has left beside it goes with the next, that of a living one stays', () => {
    const path = join(folder, 'kept.txt');
    writeFileSync(path, 'old');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, `.kept.txt.${dead}-0123abcd.nianbao`), 'half');
    writeFileSync(join(folder, `.kept.txt.${process.pid}-0123abcd.nianbao`), 'half');
    replaceFile(path, Buffer.from('new'));
    expect(readdirSync(folder).filter((name) => name.startsWith('.kept'))).toEqual([`.kept.txt.${process.pid}-0123abcd.nianbao`]);
  });
});
