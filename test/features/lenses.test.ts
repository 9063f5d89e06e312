/** What stands over the tables. */
import { describe, expect, it } from 'vitest';
import { lenses } from '../../server/src/features/lenses';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { slice } from '../../server/src/text/span';
import { layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const sample = sampleReport();
/** The lenses of each table as one line. */
const shown = (text: string): string[] => {
  const report = parse(text);
  const lines = new Map<number, string[]>();
  for (const { span, title, command } of lenses(report)) {
    lines.set(span.start, [...(lines.get(span.start) ?? []), format(title) + (command ? ` (${command.slice('nianbao.'.length)})` : '')]);
  }
  return [...lines.values()].map((line) => line.join(' | '));
};
const normalize = '规范化 (normalizeTable)';

describe('lenses', () => {
  it('tell that tables are balanced', () => {
    expect(shown(sample)).toEqual([`表二 已填全 | ${normalize}`, `表三 平衡 | ${normalize}`, `表四 平衡 | ${normalize}`]);
    expect(lenses(parse(ordinaryText))).toEqual([]);
  });

  it('count what fails, and offer to recompute it', () => {
    expect(shown(sampleReport({ total: 25 }))[1]).toBe(`表三 2 处不符 (reveal) | 重算总计 (recomputeTable) | ${normalize}`);
  });

  it('lead to the first failing total', () => {
    const report = parse(sampleReport({ total: 25 }));
    expect(
      lenses(report)
        .filter(({ command }) => command === 'nianbao.reveal')
        .map(({ target }) => slice(report.text, target)),
    ).toEqual(['25']);
  });

  it('tell what is missing', () => {
    expect(shown(sample.replace('行政处罚 | 9 |', '行政处罚 |  |'))[0]).toBe(`表二 1 格没有数 | ${normalize}`);
    expect(shown(sample.replace('行政处罚 | 9 |\n', ''))[0]).toBe(`表二 缺 1 行 | ${normalize}`);
    expect(shown(sample.replace('（七）总计 | 21 |', '（七）总计 | 21 | 8 |'))[1]).toBe(`表三 1 行的数对不上列 | ${normalize}`);
    // Which of the three groups is not there is not known.
    expect(shown(sample.replace('\n1 | 0 | 0 | 0 | 1 | 0', '\n0'))[2]).toBe(`表四 1 行的数对不上列 | ${normalize}`);
  });

  it.each(layouts)('stand over the first line of each table: $name', (layout) => {
    const report = parse(reportIn(layout));
    expect(
      lenses(report)
        .filter(({ command }) => command === undefined)
        .map(({ span }) => span),
    ).toEqual(report.tables.map(({ caption }) => caption));
  });
});
