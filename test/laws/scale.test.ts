/** docs/scale.md, word for word: GNU parallel over `nianbao figures`, DuckDB over what it writes, against `nianbao total`. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCounty, write } from '../kit/county';

const chinese = readFileSync('docs/scale.md', 'utf8');
const english = readFileSync('docs/scale.en.md', 'utf8');
const cli = resolve('dist/cli.js');
const provinces = ['甲省', '乙省'];

const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp('^```' + language + '\\n([\\s\\S]*?)^```', 'gm'))].map(([, code = '']) => code.trim());

interface Total {
  readonly tables: { readonly 2: Readonly<Record<string, readonly (number | string)[]>>; readonly 3: readonly (readonly number[])[] };
}

it('has the same commands in both languages', () => {
  for (const language of ['sh', 'sql', 'python']) expect(blocks(english, language)).toEqual(blocks(chinese, language));
});

describe.skipIf(!hasParallel())('the commands of docs/scale.md', () => {
  let folder = '';
  const inFolder = (command: string, ...more: string[]) =>
    spawnSync(command, more, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-scale-'));
    writeFileSync(join(folder, 'nianbao'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
    chmodSync(join(folder, 'nianbao'), 0o755);
    provinces.forEach((province, seed) => {
      for (const draft of makeCounty(12, seed + 1).drafts) {
        // A county's own report is the sum of the others.
        if (draft.unit.endsWith('县人民政府')) continue;
        const path = join(folder, '年报', province, String(draft.year), draft.path.replace(/^.*\//, ''));
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, write(draft));
      }
    });
    const [command = ''] = blocks(chinese, 'sh');
    const { status, stderr } = inFolder('sh', '-c', command);
    expect([status, stderr.replace(/^Academic tradition[\s\S]*/, '')]).toEqual([0, '']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('give the sums of `nianbao total` by province and year', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const rowsOf = async (sql: string) =>
      (await connection.runAndReadAll(sql.replaceAll("'figures.ndjson'", `'${join(folder, 'figures.ndjson')}'`))).getRowsJson();
    const [create = '', cells = '', fees = '', wrong = ''] = blocks(chinese, 'sql');
    await rowsOf(create);
    const sums = await rowsOf(cells);
    const charged = await rowsOf(fees);
    const left = await rowsOf(wrong);
    expect(sums).toHaveLength(provinces.length * 2 * 25 * 7);
    for (const province of provinces) {
      for (const year of [2023, 2024]) {
        const { stdout } = inFolder('nianbao', 'total', `年报/${province}`, '--year', String(year), '--format', 'json');
        const { tables } = JSON.parse(stdout) as Total;
        const own = sums.filter(([p, y]) => p === province && y === year);
        expect(own.map(([, , , , total]) => Number(total))).toEqual(tables[3].flat());
        expect(Number(charged.find(([p, y]) => p === province && y === year)?.[2])).toBe(Number(tables[2]['行政事业性收费']?.[0]));
        expect(left.find(([p, y]) => p === province && y === year)?.[2]).toBe('12');
      }
    }
    connection.closeSync();
    instance.closeSync();
  });
});

/** Whether GNU parallel is there; for root on Debian it is installed where it is missing. */
function hasParallel(): boolean {
  const works = () => spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') === true;
  if (works()) return true;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  for (const command of ['apt-get update', 'apt-get install -y --no-install-recommends parallel']) spawnSync('sh', ['-c', command]);
  return works();
}
