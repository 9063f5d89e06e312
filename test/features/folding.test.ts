/** What can be folded. */
import { describe, expect, it } from 'vitest';
import { folds } from '../../server/src/features/folding';
import { parse } from '../../server/src/report/parse';
import { layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const sample = sampleReport();

/** First and last line of each fold, cut short. */
function shown(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return folds(parse(text)).map(({ start, end, kind }) => `${kind}: ${lines[start]?.slice(0, 8) ?? ''} … ${lines[end]?.slice(0, 8) ?? ''}`);
}

describe('folds', () => {
  const expected = [
    'section: 一、总体情况 … （五）监督保障。',
    'section: 二、主动公开政府 … 行政事业性收费 ',
    'table: 第二十条第（一） … 行政事业性收费 ',
    'section: 三、收到和处理政 … 四、结转下年度继',
    'table: （本列数据的勾稽 … 四、结转下年度继',
    'section: 四、政府信息公开 … 1 | 0 | ',
    'table: 行政复议 | 行 … 1 | 0 | ',
    'section: 五、存在的主要问 … （二）改进情况。',
    'section: 六、其他需要报告 … 本年度未收取信息',
  ];

  it('are sections and tables, the same with every line end', () => {
    expect(shown(sample)).toEqual(expected);
    expect(shown(sample.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(shown(sample.replaceAll('\n', '\r'))).toEqual(expected);
  });

  it('leave blank lines behind them', () => {
    expect(shown(sample.replaceAll('\n', '\n\n\n')).filter((line) => line.startsWith('section'))).toEqual(
      expected.filter((line) => line.startsWith('section')),
    );
  });

  it('are none in other texts and for what is one line', () => {
    expect(folds(parse(ordinaryText))).toEqual([]);
    expect(shown(sample.replaceAll('\n', ' '))).toEqual([]);
  });

  it.each(layouts)('nest, each with a first line of its own: $name', (layout) => {
    const found = folds(parse(reportIn(layout)));
    expect(found.filter(({ kind }) => kind === 'section')).toHaveLength(6);
    expect(found.filter(({ kind }) => kind === 'table')).toHaveLength(3);
    expect(new Set(found.map(({ start }) => start)).size).toBe(found.length);
    for (const fold of found) {
      expect(fold.end).toBeGreaterThan(fold.start);
      for (const other of found)
        expect(
          other.start > fold.end ||
            other.end < fold.start ||
            (other.start >= fold.start && other.end <= fold.end) ||
            (other.start <= fold.start && other.end >= fold.end),
        ).toBe(true);
    }
  });
});
