/** The tree of a report, on whole reports and on broken ones. */
import { describe, expect, it } from 'vitest';
import type { ReportSymbol } from '../../server/src/features/symbols';
import { symbols } from '../../server/src/features/symbols';
import { parse } from '../../server/src/report/parse';
import type { Span } from '../../server/src/text/span';
import { layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const report = sampleReport({ total: 25 });

describe('symbols', () => {
  it('names rows as the form does and shows their total as the text has it', () => {
    const rows = symbols(parse(report))[2]?.children[0]?.children ?? [];
    expect(rows[0]).toMatchObject({ kind: 'row', name: '一、本年新收政府信息公开申请数量', detail: '25' });
    expect(rows.at(-2)?.name).toMatch(/七.*总计/);
  });

  it('shows all values of a row that has no total', () => {
    const rows = symbols(parse(report))[1]?.children[0]?.children ?? [];
    expect(rows.map(({ detail }) => detail)).toEqual(['0, 0, 0', '3, 1, 18', '126', '9', '0', '35.6']);
  });

  it('puts a table without a section at the top', () => {
    const start = report.indexOf('（本列数据');
    const fragment = report.slice(start, report.indexOf('四、政府信息公开行政复议'));
    expect(symbols(parse(fragment))).toMatchObject([{ kind: 'table', name: '表三', detail: '收到和处理政府信息公开申请情况' }]);
    expect(symbols(parse(report))[2]?.children).toMatchObject([{ kind: 'table', name: '表三', detail: '' }]);
  });

  it.each(layouts)('is the same whatever the layout: $name', (layout) => {
    const tree = symbols(parse(reportIn(layout)));
    expect(tree.map(({ children }) => children.map((table) => table.children.length))).toEqual([[], [6], [25], [3], [], []]);
    expect(tree[2]?.children[0]?.children.at(-1)).toMatchObject({ name: '四、结转下年度继续办理', detail: '6' });
    checkNesting(tree, { start: 0, end: Infinity });
  });

  it('is empty for a text that is no report', () => {
    expect(symbols(parse(ordinaryText))).toEqual([]);
  });

  it('keeps every child inside its parent and every selection inside its symbol, wherever the text breaks off or begins', () => {
    for (let cut = 0; cut < report.length; cut += 97) {
      checkNesting(symbols(parse(report.slice(0, cut))), { start: 0, end: cut });
      checkNesting(symbols(parse(report.slice(cut))), { start: 0, end: report.length - cut });
    }
  });
});

function checkNesting(list: readonly ReportSymbol[], parent: Span): void {
  let last = 0;
  for (const { span, selection, children, name } of list) {
    expect(name).not.toBe('');
    expect([span.start >= last, inside(span, parent), inside(selection, span)]).toEqual([true, true, true]);
    last = span.start;
    checkNesting(children, span);
  }
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}
