/** What belongs together with the place under the cursor. */
import { describe, expect, it } from 'vitest';
import { highlights } from '../../server/src/features/highlights';
import { parse } from '../../server/src/report/parse';
import { layouts, report as reportIn } from '../kit/layouts';
import { mark } from '../kit/marks';
import { sampleReport } from '../kit/sample';

const sample = sampleReport();

/** The lines that hold a highlight when the cursor stands behind the last `words`, marked. */
function at(words: string, text = sample): string[] {
  const offset = text.lastIndexOf(words) + words.length;
  return mark(
    text,
    highlights(parse(text), offset).map(({ span }) => span),
  )
    .split('\n')
    .filter((line) => line.includes('⟦'));
}

describe('highlights', () => {
  it('are the cells of all identities of a figure', () => {
    const lines = at('2.重复申请 | ');
    expect(lines).toHaveLength(22);
    expect(lines).toContain('2.重复申请 | ⟦1⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦1⟧ |');
    expect(lines).toContain('（七）总计 | ⟦21⟧ | 3 | 0 | 0 | 0 | 1 | 25 |');
  });

  it('tell totals from parts', () => {
    const offset = sample.indexOf('2.重复申请 | ') + '2.重复申请 | '.length;
    const totals = highlights(parse(sample), offset)
      .filter(({ kind }) => kind === 'total')
      .map(({ span }) => sample.slice(span.start, span.end));
    expect(totals).toEqual(['1', '21']);
  });

  it('are the cells of a row, a column, a group', () => {
    expect(at('行政规范')).toEqual([
      '（三）政府信息管理。制发行政规范性文件⟦3⟧件，废止⟦1⟧件，现行有效⟦18⟧件。',
      '行政规范性文件 | ⟦3⟧ | ⟦1⟧ | ⟦18⟧ |',
    ]);
    expect(at('2.重复')).toEqual(['2.重复申请 | ⟦1⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦1⟧ |']);
    expect(at('本年废止').slice(1)).toEqual(['规章 | 0 | ⟦0⟧ | 0 |', '行政规范性文件 | 3 | ⟦1⟧ | 18 |']);
    expect(at('商业')).toHaveLength(25);
    expect(at('（四）无法')).toHaveLength(3);
  });

  it('show blank cells by their place', () => {
    expect(at('行政规范', sample.replace('行政规范性文件 | 3 | 1 |', '行政规范性文件 | 3 |  |')).slice(1)).toEqual([
      '行政规范性文件 | ⟦3⟧ |⟦  ⟧| ⟦18⟧ |',
    ]);
  });

  it('are none in prose and on headings', () => {
    expect(at('全年通过')).toEqual([]);
    expect(at('三、收到')).toEqual([]);
  });

  it('lead from a figure of a sentence to its cell and to whatever else counts the same', () => {
    const twice = sample.replace('本年度未收取信息处理费。', '全年新收政府信息公开申请24件。');
    const lines = [
      '（二）依申请公开。全年新收政府信息公开申请⟦24⟧件，上年结转2件，办结25件，结转下年度继续办理1件。',
      '一、本年新收政府信息公开申请数量 | 20 | 3 | 0 | 0 | 0 | 1 | ⟦24⟧ |',
      '全年新收政府信息公开申请⟦24⟧件。',
    ];
    expect(at('（二）依申请公开。全年新收政府信息公开申请2', twice)).toEqual(lines);
    const kinds = highlights(parse(twice), twice.indexOf('24件')).map(({ kind }) => kind);
    expect(kinds).toEqual(['mention', 'total', 'mention']);
  });

  it('lead from a cell to the sentences that state it', () => {
    const offset = sample.indexOf(' | 18 |') + 3;
    expect(
      mark(
        sample,
        highlights(parse(sample), offset).map(({ span }) => span),
      )
        .split('\n')
        .filter((line) => line.includes('⟦')),
    ).toEqual(['（三）政府信息管理。制发行政规范性文件3件，废止1件，现行有效⟦18⟧件。', '行政规范性文件 | 3 | 1 | ⟦18⟧ |']);
  });

  it.each(layouts)('are sorted and each cell once: $name', (layout) => {
    const report = parse(reportIn(layout));
    const offset = report.tables[1]?.byId.get('办结')?.cells[6]?.span.start ?? 0;
    const found = highlights(report, offset);
    expect(found).toHaveLength(7 + 21 + 3 + 1);
    expect([...found].sort((a, b) => a.span.start - b.span.start)).toEqual(found);
  });
});
