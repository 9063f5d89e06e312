/**
 * Between sentences and cells, both ways and in every layout: definitions, references, highlights. What a figure is read
 * as is tested in figures.test.ts; here it is where one gets from it, and back.
 */
import { describe, expect, it } from 'vitest';
import { highlights } from '../../server/src/features/highlights';
import { definition, references } from '../../server/src/features/links';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import type { Span } from '../../server/src/text/span';
import { clean, type Figures } from '../kit/figures';
import { type Layout, layouts, prose, report as reportIn } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { ordinaryText } from '../kit/sample';

const pipes = layouts[0] as Layout;

/** A report whose section one says `marked`, and where the cursor stands in it. */
function write(marked: string, layout = pipes, change: (figures: Figures) => void = () => undefined): { report: Report; offset: number } {
  const figures = clean();
  change(figures);
  const { text, cursor } = unmark(reportIn(layout, figures, { one: `一、总体情况\n\n（一）依申请公开情况。${marked}` }));
  return { report: parse(text), offset: cursor ?? -1 };
}

/** What stands at a span: a cell by table, row and column, or the words of a sentence. */
function named({ tables, text }: Report, { start, end }: Span): string {
  for (const { form, rows } of tables) {
    for (const row of rows) {
      const at = row.cells.findIndex((cell) => (cell.kind === 'blank' ? cell.place : cell.span).start === start && row.cells.length > 0);
      if (at >= 0) return `${form.number} ${row.form.id}.${row.form.columns[at]}`;
    }
  }
  return text.slice(start, end);
}

function definitionAt(marked: string, layout?: Layout, change?: (figures: Figures) => void): string[] {
  const { report, offset } = write(marked, layout, change);
  return definition(report, offset)?.targets.map(({ span }) => named(report, span)) ?? [];
}

/** Where the cell stands, `row.column` of table `number`. */
function cellAt({ tables }: Report, number: number, row: string, column: string): number {
  const found = tables.find(({ form }) => form.number === number)?.byId.get(row);
  const cell = found?.cells[found.form.columns.indexOf(column)];
  if (!cell) throw new Error(`no ${row}.${column}`);
  return cell.span.start;
}

function referencesOf(report: Report, offset: number, withCells = true): string[] {
  return references(report, offset, withCells).map((span) => named(report, span));
}

/** Sentence with the cursor on a figure, and the cells it may mean. */
const sentences: readonly (readonly [sentence: string, cells: readonly string[]])[] = [
  ['收到政府信息公开申请‸55件。', ['3 新收.总计']],
  ['收到政府信息公开申请55‸件。', ['3 新收.总计']],
  ['收到政府信息公开申请五‸十五件。', ['3 新收.总计']],
  ['收到政府信息公开申请‸99件。', ['3 新收.总计']],
  ['新收申请55件，上年结转‸5件。', ['3 转入.总计']],
  ['共受理政府信息公开申请‸55件。', ['3 新收.总计', '3 转入.总计']],
  ['办理政府信息公开申请‸1件。', ['3 新收.总计', '3 转入.总计', '3 办结.总计']],
  ['收到申请55件，其中自然人申请4‸1件。', ['3 新收.自然人']],
  ['收到申请55件，其中法人或其他组织申请1‸4件。', ['3 新收.企业', '3 新收.科研', '3 新收.公益', '3 新收.法律', '3 新收.其他']],
  ['答复申请54件，其中无法提供1‸3件。', ['3 无法1.总计', '3 无法2.总计', '3 无法3.总计']],
  ['答复申请54件，予以公开及部分公开3‸3件。', ['3 予以.总计', '3 部分.总计']],
  ['‸未收到政府信息公开申请。', ['3 新收.总计']],
  ['因政府信息公开引起的行政诉讼‸4件。', ['4 直诉.总计', '4 复诉.总计']],
  ['‸未发生因政府信息公开引起的行政复议、行政诉讼。', ['4 复议.总计', '4 直诉.总计', '4 复诉.总计']],
  ['因政府信息公开引起的行政复议2件，复议结果‸均为维持。', ['4 复议.维持']],
  ['本年未制发‸行政规范性文件。', ['2 规范.制发']],
  ['制发规范性文件3件，现行有效‸12件。', ['2 规范.有效']],
  ['行政处罚处理决定数量‸36件。', ['2 处罚.决定']],
  ['行政许可208件，行政事业性收费‸18.87万元。', ['2 收费.金额']],
];

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

  it.each(layouts)('is the same, and its row holds its cell: $name', (layout) => {
    for (const [sentence, cells] of sentences) {
      const { report, offset } = write(sentence, layout);
      const found = definition(report, offset);
      expect(
        found?.targets.map(({ span }) => named(report, span)),
        sentence,
      ).toEqual(cells);
      for (const { span, extent } of found?.targets ?? []) {
        expect(extent.start).toBeLessThanOrEqual(span.start);
        expect(extent.end).toBeGreaterThanOrEqual(span.end);
      }
    }
  });
});

describe('references', () => {
  const story =
    '收到政府信息公开申请55件，上年结转5件，共计60件，其中自然人申请41件，法人或其他组织申请14件。受理政府信息公开申请60件。全年新收政府信息公开申请五十五件，办结54件。';

  it.each(layouts)('of a cell are the figures that are read as it: $name', (layout) => {
    const { report } = write(story, layout);
    const of = (row: string, column: string, withCells?: boolean) => referencesOf(report, cellAt(report, 3, row, column), withCells);
    expect(of('新收', '总计')).toEqual(['55', '60', '60', '五十五', '3 新收.总计']);
    expect(of('新收', '总计', false)).toEqual(['55', '60', '60', '五十五']);
    expect(of('转入', '总计', false)).toEqual(['5', '60', '60']);
    expect(of('新收', '法律')).toEqual(['14', '3 新收.法律']);
    expect(of('办结', '总计')).toEqual(['54', '3 办结.总计']);
    expect(of('转出', '总计')).toEqual([]);
    expect(of('予以', '自然人')).toEqual([]);
  });

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

describe('highlights', () => {
  it.each(layouts)('go from a figure to its cell and back: $name', (layout) => {
    const { report, offset } = write('收到申请5‸5件，法人或其他组织申请14件。', layout);
    const cell = cellAt(report, 3, '新收', '总计');
    expect(highlights(report, offset).map(({ span, kind }) => `${kind} ${named(report, span)}`)).toEqual([
      'mention 55',
      'total 3 新收.总计',
    ]);
    const back = highlights(report, cell).filter(({ kind }) => kind === 'mention');
    expect(back.map(({ span }) => report.text.slice(span.start, span.end))).toEqual(['55']);
    expect(highlights(report, cellAt(report, 3, '新收', '科研')).filter(({ kind }) => kind === 'mention')).toHaveLength(1);
  });
});

describe('texts that make no sense', () => {
  it('lead nowhere, and never fail', () => {
    const other = parse(ordinaryText);
    for (let at = 0; at <= ordinaryText.length; at++) expect([definition(other, at), references(other, at, true)]).toEqual([undefined, []]);
    const { text } = write('收到申请55件，上年结转5件。').report;
    for (let cut = 0; cut < text.length; cut += 211) {
      const report = parse(text.slice(0, cut));
      for (let at = 0; at <= cut; at += 7) {
        definition(report, at);
        references(report, at, true);
      }
    }
  });

  it('has no figures but those of its sentences', () => {
    const { report } = write('收到申请55件。');
    expect(report.comparisons.map(({ figure }) => report.text.slice(figure.span.start, figure.span.end))).toEqual(['55']);
    expect(prose.one).toContain('新收政府信息公开申请55件');
  });
});
