/** Sum and count of a selection, row and column of the cursor. */
import { describe, expect, it } from 'vitest';
import { cursorText, selectionText, sumOfSelection } from '../../server/src/features/status-bar';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { layouts, report as reportIn } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { sampleReport } from '../kit/sample';

const sample = sampleReport();
const selected = (from: string, to: string) => {
  const { text, ranges } = unmark(sample.replace(from, to));
  return sumOfSelection(parse(text), ranges);
};

describe('the sum of a selection', () => {
  const row = '（一）予以公开 | 12 | 2 | 0 | 0 | 0 | 1 | 15';

  it('counts and adds the figures that lie wholly inside', () => {
    expect(selected(row, '⟦（一）予以公开 | 12 | 2 | 0 | 0 | 0 | 1⟧ | 15')).toEqual({ count: 6, sum: 15, empty: 0 });
    expect(selected(row, '（一）予以公开 | 1⟦2 | 2 | 0 | 0 | 0 | 1 |⟧ 15')).toEqual({ count: 5, sum: 3, empty: 0 });
  });

  it('adds over several spans, no cell twice', () => {
    expect(selected(row, '（一）予以公开 | ⟦12⟧ | ⟦2⟧ | 0 | 0 | 0 | 1 | ⟦15⟧')).toEqual({ count: 3, sum: 29, empty: 0 });
    const report = parse(sample);
    const at = sample.indexOf('12 | 2 | 0');
    expect(
      sumOfSelection(report, [
        { start: at, end: at + 6 },
        { start: at, end: at + 2 },
      ]),
    ).toEqual({ count: 2, sum: 14, empty: 0 });
    expect(sumOfSelection(report, { start: at, end: at + 2 })).toEqual({ count: 1, sum: 12, empty: 0 });
  });

  it('leaves no traces of binary fractions', () => {
    const figures = parse(sample.replace('| 35.6 |', '| 0.1 |').replace('行政强制 | 0 |', '行政强制 | 2 |'));
    const row = figures.tables[0]?.byId.get('收费')?.cells[0];
    const other = figures.tables[0]?.byId.get('规范')?.cells[2];
    expect(sumOfSelection(figures, [row?.span ?? { start: 0, end: 0 }, other?.span ?? { start: 0, end: 0 }])).toEqual({
      count: 2,
      sum: 18.1,
      empty: 0,
    });
  });

  it('tells cells without a number, and nothing where there is no figure', () => {
    expect(selected(row, '⟦（一）予以公开 | 12 |  | / | x⟧ | 0 | 1 | 15')).toEqual({ count: 1, sum: 12, empty: 3 });
    expect(selected('全年通过门户网站', '⟦全年通过门户网站⟧')).toBeUndefined();
    expect(selected('公开水利工程建设、防汛抗旱等信息215条', '⟦公开水利工程建设、防汛抗旱等信息215条⟧')).toBeUndefined();
    expect(sumOfSelection(parse(sample), { start: 5, end: 5 })).toBeUndefined();
  });

  it('in words', () => {
    expect(format(selectionText({ count: 6, sum: 15, empty: 0 }))).toBe('计数 6 · 合计 15');
    expect(format(selectionText({ count: 1, sum: 12, empty: 3 }))).toBe('计数 1 · 合计 12（3 格没有数）');
  });

  it.each(layouts)('adds the whole of the text whatever the layout: $name', (layout) => {
    const report = parse(reportIn(layout));
    expect(sumOfSelection(report, { start: 0, end: report.text.length })).toEqual({ count: 10 + 175 + 15, sum: 647.871, empty: 0 });
  });
});

describe('the cursor', () => {
  const at = (words: string) => {
    const found = cursorText(parse(sample), sample.lastIndexOf(words) + words.length);
    return found && format(found);
  };
  it('is in a table, row and column', () => {
    expect(at('（一）予以公开 | ')).toBe('表三 · 予以公开 · 自然人');
    expect(at('（一）予以')).toBe('表三 · 予以公开');
    expect(at('商业')).toBe('表三 · 商业企业');
    expect(at('（三）不予')).toBe('表三 · 不予公开');
    expect(at('\n1 | 0 | 0 | 0 | ')).toBe('表四 · 行政复议 · 总计');
    expect(at('行政事业性收费 | ')).toBe('表二 · 行政事业性收费 · 本年收费金额(单位:万元)');
    expect(at('全年通过')).toBeUndefined();
  });
});
