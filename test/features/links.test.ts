/**
 * Between sentences and cells, both ways and in every layout: definitions, references, highlights. What a figure is read
 * as is tested in figures.test.ts; here it is where one gets from it, and back.
 */
import { describe, expect, it } from 'vitest';
import { highlights } from '../../server/src/features/highlights';
import { definition, references } from '../../server/src/features/links';
import { parse } from '../../server/src/report/parse';
import { clean, type Figures } from '../kit/figures';
import { type Layout, report as reportIn } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { pipes, write, named, cellAt, referencesOf, sentences } from '../kit/links';

function definitionAt(marked: string, layout?: Layout, change?: (figures: Figures) => void): string[] {
  const { report, offset } = write(marked, layout, change);
  return definition(report, offset)?.targets.map(({ span }) => named(report, span)) ?? [];
}

/** Sentences whose figure leads nowhere. */
const silent: readonly string[] = [
  '收到政府信息公开申请约‸50件。',
  '收到政府信息公开申请‸50余件。',
  '比2023年（‸31件）增加24件。',
  '本级收到政府信息公开申请‸20件。',
  '其中网上申请‸20件。',
  '全年公开信息‸316条。',
  '收到政府信息公开‸申请55件。',
  '共收到留言‸12条。',
];

describe('definition', () => {
  it.each(sentences)('%s', (sentence, cells) => expect(definitionAt(sentence)).toEqual(cells));
  it.each(silent)('%s', (sentence) => {
    const { report, offset } = write(sentence);
    expect(definition(report, offset)).toBeUndefined();
    expect(references(report, offset, true)).toEqual([]);
    expect(highlights(report, offset)).toEqual([]);
  });

  it('has the figure as origin and the row around the cell', () => {
    const { report, offset } = write('收到政府信息公开申请5‸5件。');
    const found = definition(report, offset);
    expect(report.text.slice(found?.origin.start, found?.origin.end)).toBe('55');
    expect(report.text.slice(found?.targets[0]?.extent.start, found?.targets[0]?.extent.end)).toBe(
      '一、本年新收政府信息公开申请数量 | 41 | 7 | 1 | 2 | 3 | 1 | 55',
    );
  });

  it('leads to a blank cell too, and to the cells that are there where a row is missing', () => {
    const blank = write('收到申请‸55件。', pipes, (f) => {
      (f.table3['新收'] as string[])[6] = '';
    });
    const [target] = definition(blank.report, blank.offset)?.targets ?? [];
    expect(blank.report.text.slice(target?.span.start, target?.span.end).trim()).toBe('');
    expect(named(blank.report, target?.span ?? { start: 0, end: 0 })).toBe('3 新收.总计');
    const { text, cursor = 0 } = unmark(
      reportIn(pipes, clean(), { one: '一、总体情况\n\n（一）依申请公开。受理申请‸60件。' }).replace(
        /二、上年结转政府信息公开申请数量.*\n/,
        '',
      ),
    );
    const report = parse(text);
    expect(definition(report, cursor)?.targets.map(({ span }) => named(report, span))).toEqual(['3 新收.总计']);
  });

  it('of a cell that a sentence speaks of is the cell itself, of others none', () => {
    const { report } = write('收到申请55件。');
    const at = cellAt(report, 3, '新收', '总计');
    expect(definition(report, at)).toMatchObject({ origin: { start: at, end: at + 2 }, targets: [{ span: { start: at, end: at + 2 } }] });
    expect(definition(report, cellAt(report, 3, '新收', '自然人'))).toBeUndefined();
    expect(definition(report, report.text.indexOf('一、本年新收') + 3)).toBeUndefined();
  });
});

describe('references', () => {
  const story =
    '收到政府信息公开申请55件，上年结转5件，共计60件，其中自然人申请41件，法人或其他组织申请14件。受理政府信息公开申请60件。全年新收政府信息公开申请五十五件，办结54件。';

  it('of a figure are its cells and all that count the same', () => {
    const at = (words: string, withCells = true) => {
      const { report } = write(story);
      return referencesOf(report, report.text.indexOf(words), withCells);
    };
    expect(at('55件')).toEqual(['55', '五十五', '3 新收.总计']);
    expect(at('五十五件', false)).toEqual(['55', '五十五']);
    expect(at('60件，')).toEqual(['60', '60', '3 新收.总计', '3 转入.总计']);
    expect(at('14件')).toEqual(['14', '3 新收.企业', '3 新收.科研', '3 新收.公益', '3 新收.法律', '3 新收.其他']);
  });

  it('of a row or a column are those of its cells that a sentence speaks of', () => {
    const { report } = write(story);
    expect(referencesOf(report, report.text.indexOf('一、本年新收') + 4)).toEqual([
      '55',
      '60',
      '41',
      '14',
      '60',
      '五十五',
      ...['自然人', '企业', '科研', '公益', '法律', '其他', '总计'].map((column) => `3 新收.${column}`),
    ]);
    expect(referencesOf(report, report.text.indexOf('二、上年结转') + 4)).toEqual(['5', '60', '60', '3 转入.总计']);
    expect(referencesOf(report, report.text.indexOf('2.重复申请') + 4)).toEqual([]);
  });

  it('keep to what a figure agrees with, and where it agrees with nothing to all it may mean', () => {
    const one = write('受理政府信息公开申请55件。').report;
    expect(referencesOf(one, cellAt(one, 3, '转入', '总计'))).toEqual([]);
    const none = write('受理政府信息公开申请77件。').report;
    expect(referencesOf(none, cellAt(none, 3, '转入', '总计'))).toEqual(['77', '3 转入.总计']);
  });

  it('are those that lead back: every figure is among the references of each cell that it is read as', () => {
    const { report } = write(story);
    for (const { figure } of report.comparisons) {
      const cells = references(report, figure.span.start, true).filter(({ start }) =>
        report.tables.some(({ span }) => span.start <= start && start < span.end),
      );
      expect(cells.length).toBeGreaterThan(0);
      for (const { start } of cells) expect(references(report, start, false).map((span) => span.start)).toContain(figure.span.start);
    }
  });
});
