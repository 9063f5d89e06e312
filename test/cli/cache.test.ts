/** `check --cache`: a second run says what the first said, and what it would say without, whatever has changed in between. */
import { describe, expect, it } from 'vitest';
import { file, folder, run, type Run, type World } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

const clean = sampleReport();
const wrong = clean.replace(/(?<=[\s|\t])0(?=\D*$)/m, '7').replaceAll('，', ',');
const kept = '.nianbao-cache/entries.ndjson';

type Files = Readonly<Record<string, string | Uint8Array>>;

const start: Files = { 'a/一.txt': clean, 'a/二.txt': wrong, 'b/一.txt': wrong, 'b/三.md': '今天休息。\n' };

function worldOf(files: Files): World {
  const inside = (name: string) =>
    Object.keys(files)
      .filter((path) => path.startsWith(`${name}/`))
      .map((path) => file(path.slice(name.length + 1)));
  return { files, folders: { '.': [folder('a'), folder('b')], a: inside('a'), b: inside('b') } };
}

/** What is said with and without a cache that was `left` by an earlier run. */
async function both(argv: readonly string[], files: Files, left?: Uint8Array): Promise<{ readonly fresh: Run; readonly cached: Run }> {
  const fresh = await run(['check', ...argv], worldOf(files));
  const cached = await run(['check', ...argv, '--cache'], worldOf({ ...files, ...(left && { [kept]: left }) }));
  return { fresh, cached };
}

async function firstRun(argv: readonly string[], files: Files = start): Promise<Uint8Array> {
  const { written } = await run(['check', ...argv, '--cache'], worldOf(files));
  return written[kept] as Uint8Array;
}

const ways = [[], ['--format', 'json'], ['--format', 'json', '--lang', 'en'], ['--format', 'json', '--quiet'], ['--format', 'github']];

function expectSame({ fresh, cached }: Awaited<ReturnType<typeof both>>): void {
  expect({ ...cached, written: {} }).toEqual({ ...fresh, written: {} });
}

describe('check --cache', () => {
  it('finds something to tell in the samples', async () => {
    const { stdout } = await run(['check', '--format', 'json'], worldOf(start));
    expect((JSON.parse(stdout) as { files: { findings: object[] }[] }).files.map(({ findings }) => findings.length > 0)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says the same first and again, in every way and after any other', async () => {
    for (const first of ways) {
      const left = await firstRun(first);
      expectSame(await both(first, start));
      for (const second of ways) expectSame(await both(second, start, left));
    }
  });

  it('writes nothing where nothing is new', async () => {
    for (const argv of ways) {
      const left = await firstRun(argv);
      expect((await both(argv, start, left)).cached.written).toEqual({});
    }
  });

  it('sees what has changed: a file, its name, the settings, decisions, files that come and go', async () => {
    const left = await firstRun(['--format', 'json']);
    const { 'a/二.txt': gone, ...rest } = start;
    const changes: readonly Files[] = [
      { ...start, 'a/一.txt': wrong },
      { ...start, 'a/二.txt': clean },
      { ...rest, 'a/四.txt': gone as string },
      { ...rest, 'b/二.txt': gone as string },
      { ...start, '.nianbao.json': '{ "severities": { "half-width-mark": "off" } }' },
      { ...start, 'b/.nianbao.json': '{ "severities": { "half-width-mark": "error" } }' },
      { ...start, '.nianbao.json': '{ "textLimit": 1 }' },
      { ...start, 'a/.nianbao-review.json': '{ "version": 1, "decisions": [] }' },
      { ...start, 'a/.nianbao-review.json': 'broken' },
      { ...start, 'a/.nianbao.json': '{ "units": [{ "name": "云川县水务局" }] }' },
    ];
    for (const files of changes) for (const argv of ways) expectSame(await both(argv, files, left));
    for (const more of [['--between'], ['--max-warnings', '0'], ['--dry-run']])
      expectSame(await both(['--format', 'json', ...more], start, left));
  });

  it('makes anew what was damaged', async () => {
    const left = await firstRun(['--format', 'json']);
    const damaged = [
      left.subarray(0, left.length / 2),
      Uint8Array.from(left, (byte, at) => (at % 97 === 50 ? 0xff : byte)),
      Buffer.from(Buffer.from(left).toString().replaceAll('"text":', '"next":')),
      Buffer.from(Buffer.from(left).toString().replaceAll('\t{', '\t[{')),
      Buffer.from(Buffer.from(left).toString().replaceAll('\n', '')),
      new Uint8Array(),
      Buffer.from('\n\n\t\n{}\n'),
    ];
    for (const bytes of damaged) for (const argv of ways) expectSame(await both(argv, start, bytes));
  });

  it('keeps what belongs to files that it was not asked about, and nothing of other versions', async () => {
    const left = Buffer.from(await firstRun(['--format', 'json'])).toString();
    const line = (left.split('\n')[0] as string).replace(/^\w{64}/, (digest) => [...digest].reverse().join(''));
    const ofOther = line.replace(/ \w{16}/, ' 0123456789abcdef');
    const { written } = await run(['check', 'a', '--cache'], worldOf({ ...start, [kept]: Buffer.from(`${line}\n${ofOther}\nold\t{}\n`) }));
    const lines = Buffer.from(written[kept] as Uint8Array)
      .toString()
      .split('\n');
    expect(lines).toContain(line);
    expect(lines).toHaveLength(1 + 2 + 1);
  });

  it('keeps what is told of a file as long as what was found in it', async () => {
    const left = await firstRun(['--format', 'json']);
    const { cached } = await both(['--format', 'json'], { ...start, 'a/五.txt': clean }, left);
    const grown = cached.written[kept] as Uint8Array;
    const keys = Buffer.from(grown).toString().split('\n').filter(Boolean);
    expect(keys).toHaveLength(2 * 5);
    for (const argv of ways.slice(0, 2)) expect((await both(argv, { ...start, 'a/五.txt': clean }, grown)).cached.written).toEqual({});
  });
});
