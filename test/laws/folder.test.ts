/** `nianbao check` with a roster, `review` and `total`: what they print and write, and how they exit. */
import { describe, expect, it } from 'vitest';
import { isWritten } from '../../server/src/collection/written';
import { type County, makeCounty, sumUp, write } from '../kit/county';
import { readPage } from '../kit/pages';
import { file, folder, run, runJson, type World } from '../kit/command-line';
import { openZip } from '../../server/src/documents/package/zip';

const government = '澜原县人民政府';

interface Extra {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly modified?: Readonly<Record<string, number>>;
  readonly roster?: object | null;
}

/** The files of a county in folders of the two years, with more files in the one of 2024. */
function worldOf(county: County, { files = {}, modified, roster = { units: county.units } }: Extra = {}): World {
  const all: Record<string, string | Uint8Array> = {
    ...Object.fromEntries(county.drafts.map((draft) => [draft.path, write(draft)])),
    ...files,
  };
  const names = (year: string) =>
    Object.keys(all)
      .filter((path) => path.startsWith(`${year}/`))
      .map((path) => file(path.slice(5)));
  return {
    files: { ...all, ...(roster && { '.nianbao.json': JSON.stringify(roster) }) },
    folders: { '.': [folder('2023'), folder('2024')], 2023: names('2023'), 2024: names('2024') },
    ...(modified && { modified }),
  };
}

async function json(argv: readonly string[], world: World) {
  const result = await run([...argv, '--format', 'json'], world);
  return { ...result, json: JSON.parse(result.stdout) as Record<string, never> };
}

describe('check', () => {
  const county = makeCounty(4);
  const { figures, path } = county.draft('澜原县青石镇人民政府', 2024);
  const carried = figures.table3['转入'] as string[];
  for (const column of [0, 6]) carried[column] = String(Number(carried[column]) + 1);

  it('holds reports of a roster against each other, with places in other files', async () => {
    const { json: output } = await runJson([], worldOf(county));
    const found = output.files.flatMap((one) =>
      one.findings.filter(({ code }) => code === 'broken-carryover').map((finding) => ({ ...finding, path: one.path })),
    );
    expect(found.map((finding) => finding.path)).toEqual([path]);
    expect(found[0]?.related).toEqual([
      { message: expect.stringContaining('2023年') as string, path: path.replaceAll('2024', '2023'), range: expect.anything() as object },
    ]);
  });

  it('does so without a roster only where that is asked for', async () => {
    const codes = async (...argv: string[]) =>
      (await runJson(argv, worldOf(county, { roster: null }))).json.files.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(await codes()).not.toContain('broken-carryover');
    expect(await codes('--between')).toContain('broken-carryover');
  });

  it('gives them the severities of the folder, and leaves out what a comment silences', async () => {
    const roster = { units: county.units, severities: { 'broken-carryover': 'off' } };
    expect((await runJson([], worldOf(county, { roster }))).stdout).not.toContain('broken-carryover');
    const silenced = `【nianbao-disable broken-carryover】\n${write(county.draft('澜原县青石镇人民政府', 2024))}`;
    expect((await runJson([], worldOf(county, { files: { [path]: silenced } }))).stdout).not.toContain('broken-carryover');
  });

  it('does not read what nianbao wrote', async () => {
    const world = worldOf(makeCounty(2));
    const { stdout } = await run(['total', '--format', 'markdown'], world);
    const result = await runJson(['总.md'], { files: { '总.md': stdout } });
    expect(result.json.files).toEqual([{ path: '总.md', report: false, findings: [] }]);
  });
});

describe('review', () => {
  it('gives a line for each unit of the roster, also for one without a file', async () => {
    const county = makeCounty(5);
    const [first, second, third, fourth, fifth] = county.units.slice(1).map(({ name }) => county.draft(name, 2024));
    if (!first || !second || !third || !fourth || !fifth) throw new Error('five units');
    first.figures.table3['新收']?.splice(6, 1, '999');
    const drafts = county.drafts.filter((draft) => draft !== second && draft !== third && draft !== fourth);
    const { json: output, code } = await json(
      ['review'],
      worldOf(
        { ...county, drafts },
        {
          files: {
            [`2024/${third.unit}.txt`]: new Uint8Array([0xe4, 0xb8, 0x00, 0xff, 0x00]),
            [`2024/${fourth.unit}2024年.txt`]: '今天休息。\n',
          },
        },
      ),
    );
    const units = output['units'] as unknown as {
      unit: string;
      state: string;
      path: string | null;
      lastYear: string | null;
      errors: number;
      figures: object | null;
    }[];
    expect(output['year']).toBe(2024);
    expect(code).toBe(2);
    expect(units.map(({ unit, state }) => [unit, state])).toEqual([
      [government, expect.anything()],
      [first.unit, 'errors'],
      [second.unit, 'missing'],
      [third.unit, 'unreadable'],
      [fourth.unit, 'not-a-report'],
      [fifth.unit, 'clean'],
    ]);
    expect(units[2]).toEqual({
      unit: second.unit,
      state: 'missing',
      path: null,
      lastYear: second.path.replaceAll('2024', '2023'),
      errors: 0,
      warnings: 0,
      hints: 0,
      figures: null,
    });
    expect(units[5]?.figures).toMatchObject({
      received: Number(fifth.figures.table3['新收']?.[6]),
      carriedOut: Number(fifth.figures.table3['转出']?.[6]),
    });
  });

  it('takes the year that is named', async () => {
    const { json: output, code } = await json(['review', '--year', '2023'], worldOf(makeCounty(3)));
    expect([output['year'], code]).toEqual([2023, 0]);
    expect((output['units'] as unknown as { lastYear: null }[]).map(({ lastYear }) => lastYear)).toEqual([null, null, null, null]);
    expect((await run(['review', '--year', 'x'])).code).toBe(2);
  });

  it('says who is not in the roster and what may have been renamed, and guesses nothing', async () => {
    const county = makeCounty(3);
    const renamed = { ...county.draft('澜原县柳沟镇人民政府', 2024), title: '澜原县柳沟街道办事处2024年政府信息公开工作年度报告' };
    const drafts = county.drafts.map((draft) => (draft.unit === renamed.unit && draft.year === 2024 ? renamed : draft));
    const { stdout } = await run(['review'], worldOf({ ...county, drafts }));
    expect(stdout).toContain('不在名单中的单位：「澜原县柳沟街道办事处」');
    expect(stdout).toContain('上年有、本年没有：「澜原县柳沟镇人民政府」；本年有、上年没有：「澜原县柳沟街道办事处」');
  });

  it('writes a workbook, a page and notes that it never reads itself', async () => {
    const county = makeCounty(3);
    const { figures, unit } = county.draft('澜原县白塔镇人民政府', 2024);
    figures.table3['新收']?.splice(6, 1, '999');
    const pages = { 'wrong-row-total': readPage('wrong-row-total').page };
    const world = { ...worldOf(county), pages };
    const sheet = await run(['review', '-o', 'out.xlsx', '--numbers', '--notes', 'notes'], world);
    const book = sheet.written['out.xlsx'] as Uint8Array;
    expect(Object.keys(sheet.written).sort()).toEqual(
      [
        `notes/${unit}退回意见.docx`,
        `notes/${unit}退回意见.txt`,
        'notes/澜原县人民政府退回意见.docx',
        'notes/澜原县人民政府退回意见.txt',
        'out.xlsx',
      ].sort(),
    );
    const note = new TextDecoder().decode(sheet.written[`notes/${unit}退回意见.txt`]);
    expect(note).toMatch(/^\d\. 表三“总计”栏第1行（本年新收）：.*999.*（依据：国办公开办函〔2021〕30号）$/m);
    expect(note).not.toMatch(/wrong-row-total/);
    expect(isWritten(note)).toBe(true);
    const page = await run(['review', '-o', 'out.html', '--numbers'], world);
    const html = new TextDecoder().decode(page.written['out.html']);
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    const again = await runJson(['out.xlsx', 'out.html', '意见.docx', '意见.txt'], {
      files: {
        'out.xlsx': book,
        'out.html': html,
        '意见.docx': sheet.written[`notes/${unit}退回意见.docx`] as Uint8Array,
        '意见.txt': note,
      },
    });
    expect(again.json.files.map(({ report }) => report)).toEqual([false, false, false, false]);
  });

  it('wants a file for a workbook', async () => {
    expect((await run(['review', '--format', 'xlsx'], worldOf(makeCounty(2)))).code).toBe(2);
    expect((await run(['review', '-o', 'x.pdf'], worldOf(makeCounty(2)))).code).toBe(2);
  });
});

describe('total', () => {
  it('adds each unit once, exactly, and says what is missing, left out and incomplete', async () => {
    const county = makeCounty(4);
    const [first, second, third, fourth] = county.units.slice(1).map(({ name }) => county.draft(name, 2024));
    if (!first || !second || !third || !fourth) throw new Error('four units');
    first.figures.table2['收费'] = ['4068.208'];
    second.figures.table2['收费'] = ['0.15'];
    third.figures.table2['收费'] = ['0'];
    const blank = {
      ...third,
      figures: { ...third.figures, table3: { ...third.figures.table3, 转入: ['1', '0', '0', '0', '0', '0', ''] } },
    };
    const early = {
      ...first,
      path: first.path.replace('.txt', '（初稿）.txt'),
      figures: { ...first.figures, table2: { ...first.figures.table2, 处罚: ['900'] } },
    };
    const drafts = [...county.drafts.filter((draft) => draft !== fourth && draft !== third), blank, early];
    const { json: output } = await json(['total'], worldOf({ ...county, drafts }));
    expect(output['year']).toBe(2024);
    expect(output['units']).toEqual([first.unit, second.unit, third.unit]);
    expect(output['missing']).toEqual([fourth.unit]);
    expect(output['incomplete']).toEqual([{ cell: '3.2.7', units: [third.unit] }]);
    const leftOut = output['leftOut'] as unknown as { path: string; why: string }[];
    expect(
      leftOut
        .filter(({ path }) => path.startsWith('2024'))
        .map(({ path }) => path)
        .sort(),
    ).toEqual([early.path, county.draft(government, 2024).path].sort());
    expect(leftOut.filter(({ path }) => path.startsWith('2023'))).toHaveLength(5);
    const tables = output['tables'] as unknown as { 2: Record<string, unknown[]>; 3: number[][]; 4: number[] };
    expect(tables[2]['行政事业性收费']).toEqual(['4068.358']);
    expect(tables[2]['行政处罚']).toEqual([
      [first, second, third].reduce((sum, { figures }) => sum + Number(figures.table2['处罚']?.[0]), 0),
    ]);
    expect([tables[3].length, tables[3][0]?.length, tables[4].length]).toEqual([25, 7, 15]);
  });

  it('takes the later of two versions by the file time where nothing else tells', async () => {
    const county = makeCounty(2);
    const draft = county.draft('澜原县青石镇人民政府', 2024);
    const other = { ...draft, path: '2024/a.txt', figures: { ...draft.figures, table2: { ...draft.figures.table2, 处罚: ['77'] } } };
    const left = async (modified: Record<string, number>) => {
      const { json: output } = await json(['total'], worldOf({ ...county, drafts: [...county.drafts, other] }, { modified }));
      return (output['leftOut'] as unknown as { path: string }[])
        .map(({ path }) => path)
        .filter((path) => [draft.path, other.path].includes(path));
    };
    expect(await left({ [draft.path]: 2000, [other.path]: 1000 })).toEqual([other.path]);
    expect(await left({ [draft.path]: 1000, [other.path]: 2000 })).toEqual([draft.path]);
  });

  it('writes formulas over a sheet of units', async () => {
    const county = makeCounty(3);
    sumUp(county);
    const { written, code } = await run(['total', '-o', 'out.xlsx'], worldOf(county));
    expect(code).toBe(0);
    const zip = openZip(written['out.xlsx'] as Uint8Array);
    const sheet = new TextDecoder().decode(zip.read('xl/worksheets/sheet4.xml'));
    const own = county.draft(government, 2024).figures;
    expect(sheet.match(/<f>SUM\('各单位'![A-Z]+5:[A-Z]+7\)<\/f>/g)).toHaveLength(175);
    expect([...sheet.matchAll(/<f>[^<]*<\/f><v>(\d+)<\/v>/g)].map(([, value]) => value)).toEqual(Object.values(own.table3).flat());
  });

  it('exits 2 where something cannot be read', async () => {
    const county = makeCounty(2);
    expect((await run(['total'], worldOf(county, { files: { '2024/x.txt': new Uint8Array([0x00, 0xff]) } }))).code).toBe(2);
  });
});

describe('a roster', () => {
  it.each([
    ['上级单位绕成了圈：甲局 → 乙局 → 甲局', '{ "units": [{ "name": "甲局", "parent": "乙局" }, { "name": "乙局", "parent": "甲局" }] }'],
    ['「甲局」的上级写成了它自己', '{ "units": [{ "name": "甲局", "parent": "甲局" }] }'],
    ['名单里没有上级单位「丙局」', '{ "units": [{ "name": "甲局", "parent": "丙局" }] }'],
    ['「甲局」在名单里写了两次', '{ "units": [{ "name": "甲局" }, { "name": "甲局" }] }'],
    ['「乙局」已经是「甲局」的别名', '{ "units": [{ "name": "甲局", "aliases": ["乙局"] }, { "name": "乙局" }] }'],
    ['别名「局」已经属于「甲局」', '{ "units": [{ "name": "甲局", "aliases": ["局"] }, { "name": "乙局", "aliases": ["局"] }] }'],
    ['应为单位的列表', '{ "units": 3 }'],
    ['括号嵌套太深', `{ "units": ${'['.repeat(20_000)}`],
  ])('with a mistake is told: %s', async (problem, text) => {
    const { stderr, stdout } = await run(['review', '--format', 'json'], { files: { '.nianbao.json': text }, folders: { '.': [] } });
    expect(stderr).toContain(problem);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  });
});

describe('a cache', () => {
  it('gives the same as reading anew, and notices every change', async () => {
    const county = makeCounty(3);
    const { figures, path } = county.draft('澜原县青石镇人民政府', 2024);
    figures.table3['新收']?.splice(6, 1, '999');
    const world = worldOf(county);
    const plain = await run(['review', '--format', 'json'], world);
    const first = await run(['review', '--format', 'json', '--cache'], world);
    const stored = Object.fromEntries(Object.entries(first.written));
    expect(Object.keys(stored).sort()).toEqual(['.nianbao-cache/.gitignore', '.nianbao-cache/entries.ndjson']);
    const warm = { ...world, files: { ...world.files, ...stored } };
    const second = await run(['review', '--format', 'json', '--cache'], warm);
    expect([first.stdout, second.stdout, second.written]).toEqual([plain.stdout, plain.stdout, {}]);
    for (const argv of [['check', '--format', 'json'], ['check'], ['check', '--format', 'sarif'], ['total', '--format', 'json']])
      expect((await run([...argv, '--cache'], warm)).stdout).toBe((await run(argv, world)).stdout);
    const mended = {
      ...warm,
      files: { ...warm.files, [path]: (warm.files[path] as string).replace('999', figures.table3['办结']?.[6] ?? '') },
    };
    expect((await run(['review', '--format', 'json', '--cache'], mended)).stdout).toBe(
      (await run(['review', '--format', 'json'], mended)).stdout,
    );
    const broken = {
      ...warm,
      files: {
        ...warm.files,
        '.nianbao-cache/entries.ndjson': new TextDecoder().decode(stored['.nianbao-cache/entries.ndjson']).replaceAll('"findings"', '"fin'),
      },
    };
    expect((await run(['review', '--format', 'json', '--cache'], broken)).stdout).toBe(plain.stdout);
  });

  it('that cannot be written is told and does no harm', async () => {
    const world = { ...worldOf(makeCounty(2)), locked: ['x/entries.ndjson'] };
    const { code, stderr } = await run(['review', '--cache', '--cache-location', 'x'], world);
    expect([code, stderr]).toEqual([0, 'x：没有写入的权限\n']);
    expect((await run(['review', '--cache-location', 'x'], world)).code).toBe(2);
  });
});
