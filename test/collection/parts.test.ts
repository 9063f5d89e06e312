/** The small parts of a collection: decimals, file names, likeness, versions, marks. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compare, difference, shifted, sumOf, trimmed } from '../../server/src/collection/decimal';
import { digestOf } from '../../server/src/collection/digest';
import { readFileName } from '../../server/src/collection/file-name';
import { paragraphsOf } from '../../server/src/collection/masked';
import { alike, likeness, runsOf } from '../../server/src/collection/similarity';
import { isWritten, writtenMark } from '../../server/src/collection/written';
import { parse } from '../../server/src/report/parse';
import { sampleReport } from '../kit/sample';

describe('decimals', () => {
  it.each([
    [['96171.6', '86489.3629'], '182660.9629'],
    [['4068.208', '0.15'], '4068.358'],
    [['0.1', '0.2'], '0.3'],
    [['18.8710', '0'], '18.8710'],
    [['999999999999999', '999999999999999', '0.000001'], '1999999999999998.000001'],
    [[], '0'],
  ])('%j add up to %s', (values, sum) => {
    expect(sumOf(values)).toBe(sum);
  });

  it('are subtracted, compared, moved and shown', () => {
    expect([
      difference('0.3', '0.1'),
      difference('1', '3.50'),
      compare('2.0', '2'),
      compare('1.9', '2'),
      shifted('185000', 4),
      trimmed('26.5500'),
    ]).toEqual(['0.2', '-2.50', 0, -1, '18.5', '26.55']);
  });
});

describe('names of files', () => {
  it.each([
    ['清源市云川县人民政府2025年年报.pdf', '清源市云川县人民政府', 2025],
    ['云川县发展和改革局2023年政府信息公开工作年度报告.html', '云川县发展和改革局', 2023],
    ['ycx2023_working.pdf', undefined, 2023],
    ['云川县政府办公室2024.docx', '云川县政府办公室', 2024],
    ['双河新区2025.docx', '双河新区', 2025],
    ['2024年/乡镇/03.云川县龙岗镇年报（修改稿2）.docx', '云川县龙岗镇', 2024],
    ['C:\\年报\\2023\\云川县水务局(1).doc', '云川县水务局', 2023],
    ['云川县水务局2024年度政府信息公开年度报告-定稿v3.txt', '云川县水务局', 2024],
    ['2025年1月20日收/云川县水务局.txt', '云川县水务局', undefined],
    ['扫描件20250120.pdf', undefined, undefined],
    ['README.md', undefined, undefined],
    ['新建文本文档.txt', undefined, undefined],
  ])('%s: %s, %s', (path, unit, year) => {
    expect(readFileName(path)).toMatchObject({ unit, year });
  });

  it('know the units of a roster by whatever name', () => {
    expect(readFileName('水务2024.txt', (name) => name === '水务').unit).toBe('水务');
    expect(readFileName('水务2024.txt').unit).toBeUndefined();
    expect(readFileName('水务局/2024/年报.txt', (name) => name === '水务局').unit).toBe('水务局');
  });

  it('order versions', () => {
    const ranks = ['a初稿.txt', 'a.txt', 'a v2.txt', 'a（修改稿）.txt', 'a修改稿2.txt', 'a定稿.txt', 'a（已改）.docx'].map(
      (name) => readFileName(name).version.rank,
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

describe('likeness', () => {
  it('finds the pairs that comparing all with all finds', () => {
    const words = fc
      .array(fc.constantFrom('公', '开', '水', '务', '局', '年', '报', '村'), { minLength: 3, maxLength: 40 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), fc.constantFrom(0.5, 0.6, 0.85), (texts, least) => {
        const runs = texts.map(runsOf);
        const steps = alike(runs, least, () => true);
        let last = steps.next();
        while (!last.done) last = steps.next();
        const found = last.value.map(({ a, b }) => `${a} ${b}`).sort();
        const wanted = runs
          .flatMap((one, b) =>
            runs.slice(0, b).flatMap((other, a) => (likeness(one, other) >= least && one.length > 0 ? [`${a} ${b}`] : [])),
          )
          .sort();
        expect(found).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('does not see digits, names of units and documents, headings, sentences of figures', () => {
    const masked = (text: string, name: string) =>
      paragraphsOf(parse(`${name}2024年政府信息公开工作年度报告\n一、总体情况\n${text}\n二、主动公开政府信息情况\n`), [name]).map(
        (paragraph) => paragraph.masked,
      );
    expect(masked('（一）主动公开。云川县水务局按照《清单》公布12个村的水价，本局请村民提意见。', '云川县水务局')).toEqual(
      masked('（一）主动公开情况。东川县林业局按照《目录》公布3个村的水价，我局请村民提意见。', '东川县林业局'),
    );
    expect(masked('（二）依申请公开。全年新收申请5件，办结5件，没有发生行政复议。', '云川县水务局')).toEqual([]);
  });
});

describe('the digest of a report', () => {
  it('is plain data', () => {
    const digest = digestOf(parse(sampleReport()));
    expect(JSON.parse(JSON.stringify(digest))).toEqual(JSON.parse(JSON.stringify(digest)));
    expect(digest).toMatchObject({ recognized: true, agency: '青禾县水利局', year: 2024, edition: 2021 });
    expect([digest.figures['收费.金额']?.digits, digest.figures['新收.总计']?.digits, digest.figures['复诉.总计']?.digits]).toEqual([
      '35.6',
      '24',
      '0',
    ]);
  });

  it('has money in 万元, whatever the text counts in', () => {
    const fee = (text: string) => digestOf(parse(text)).figures['收费.金额']?.digits;
    expect(fee(sampleReport().replace('单位：万元', '单位：元').replace('35.6 |', '356000 |'))).toBe('35.6');
    expect(fee(sampleReport().replace('35.6 |', '356000元 |'))).toBe('35.6');
    expect(fee(sampleReport().replace('35.6 |', '35.60万元 |'))).toBe('35.60');
    expect(fee(sampleReport().replace('35.6 |', '/ |'))).toBeUndefined();
  });

  it('knows what nianbao wrote by either end of the text, not by its middle', () => {
    expect([
      isWritten(`${writtenMark}\n表`),
      isWritten(`意见\n${writtenMark}\n`),
      isWritten(`${sampleReport()}${writtenMark}${sampleReport()}`),
    ]).toEqual([true, true, false]);
  });
});
