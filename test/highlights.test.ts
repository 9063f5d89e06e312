/** What belongs together with the place under the cursor. */
import { describe, expect, it } from 'vitest';
import { highlights } from '../server/src/features/highlights';
import { parse } from '../server/src/report/parse';
import { layouts, report as reportIn } from './kit/layouts';
import { mark } from './kit/marks';
import { sampleReport } from './kit/sample';

const sample = sampleReport();

/** The lines that hold a highlight when the cursor stands behind the last `words`, marked. */
function at(words: string, text = sample): string[] {
  const offset = text.lastIndexOf(words) + words.length;
  return mark(text, highlights(parse(text), offset).map(({ span }) => span)).split('\n').filter((line) => line.includes('⟦'));
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
    const totals = highlights(parse(sample), offset).filter(({ kind }) => kind === 'total').map(({ span }) => sample.slice(span.start, span.end));
    expect(totals).toEqual(['1', '21']);
  });

  it('are the cells of a row, a column, a group', () => {
    expect(at('行政规范')).toEqual(['行政规范性文件 | ⟦3⟧ | ⟦1⟧ | ⟦18⟧ |']);
    expect(at('2.重复')).toEqual(['2.重复申请 | ⟦1⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦0⟧ | ⟦1⟧ |']);
    expect(at('本年废止')).toEqual(['规章 | 0 | ⟦0⟧ | 0 |', '行政规范性文件 | 3 | ⟦1⟧ | 18 |']);
    expect(at('商业')).toHaveLength(25);
    expect(at('（四）无法')).toHaveLength(3);
  });

  it('show blank cells by their place', () => {
    expect(at('行政规范', sample.replace('行政规范性文件 | 3 | 1 |', '行政规范性文件 | 3 |  |'))).toEqual(['行政规范性文件 | ⟦3⟧ |⟦  ⟧| ⟦18⟧ |']);
  });

  it('are none in prose and on headings', () => {
    expect(at('全年通过')).toEqual([]);
    expect(at('三、收到')).toEqual([]);
  });

  it.each(layouts)('are sorted and each cell once: $name', (layout) => {
    const report = parse(reportIn(layout));
    const offset = report.tables[1]?.byId.get('办结')?.cells[6]?.span.start ?? 0;
    const found = highlights(report, offset);
    expect(found).toHaveLength(7 + 21 + 3);
    expect([...found].sort((a, b) => a.span.start - b.span.start)).toEqual(found);
  });
});
