/** Aligning a table while it is typed: what it looks like, and what it never does, over tables broken anywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTable } from '../../server/src/features/align-table';
import { newReport } from '../../server/src/features/new-report';
import { parse } from '../../server/src/report/parse';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { displayWidth } from '../../server/src/text/width';
import { layouts, report as reportIn, type Layout } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { ordinaryText } from '../kit/sample';

const heading = '# 溪口县水务局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';

/** The table of `marked` after it is aligned for who types at `‸`, below a heading that makes it a report's. */
function aligned(marked: string): string {
  const { text, cursor = 0 } = unmark(heading + marked);
  return applyEdits(text, alignTable(parse(text), cursor)).slice(heading.length);
}

/** The edits at `offset`, checked: sorted, disjoint, spaces and dashes only. */
function edits(text: string, offset: number): TextEdit[] {
  const found = alignTable(parse(text), offset);
  const bad = found.filter(({ span, newText }, i) => {
    const old = text.slice(span.start, span.end);
    return span.start < (found[i - 1]?.span.end ?? 0) || !/^(?: +|-+)$/.test(old + newText) || old === newText;
  });
  expect(bad).toEqual([]);
  return found;
}

/** Where a cursor is after `edits`: behind what is written at its place, or in front of it. */
function moved(found: readonly TextEdit[], offset: number, behind: boolean): number {
  let at = offset;
  for (const { span, newText } of found) {
    if (span.end < offset || (span.end === offset && (span.start < offset || behind))) at += newText.length - (span.end - span.start);
    else if (span.start < offset) at += span.start - offset;
  }
  return at;
}

/** Line and number of bars in front of `offset`. */
function cellAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length} ${(before.at(-1)?.replaceAll('\\|', '').match(/\|/g) ?? []).length}`;
}

describe('aligning a table', () => {
  it('pads finished cells, as the ruler wants them', () => {
    expect(
      aligned('| 项目 | 自然人 | 总计 |\n| --- | ---: | :-: |\n| （一）予以公开 | 12 |‸ 3 |\n| 2.重复申请 | 0 | 1000 |\n| 3.其他 | 1'),
    ).toBe(
      [
        '| 项目           | 自然人 | 总计 |',
        '| -------------- | -----: | :--: |',
        '| （一）予以公开 |     12 |  3   |',
        '| 2.重复申请     |      0 | 1000 |',
        '| 3.其他         | 1',
      ].join('\n'),
    );
  });

  it('takes bars without spaces, blank cells, escaped bars, and rows without a bar at their start', () => {
    expect(aligned('项目|总计|\n|---|---|\n|2.重复申请||\n|a\\|b|1|‸\n3.其他 | 2 |')).toBe(
      ['项目       | 总计 |', '|------------|------|', '| 2.重复申请 |      |', '| a\\|b       | 1    |', '3.其他     | 2    |'].join('\n'),
    );
  });

  it('shrinks what is too wide', () => {
    expect(aligned('| 项目              |    总计 |\n| ----------------- | ------- |\n| 2.重复申请    |    1   |‸')).toBe(
      ['| 项目       | 总计 |', '| ---------- | ---- |', '| 2.重复申请 | 1    |'].join('\n'),
    );
  });

  it('aligns the table above after a line is ended', () => {
    const table = ['| 项目       | 总计 |', '| ---------- | ---- |', '| 2.重复申请 | 1    |'].join('\n');
    expect(aligned('| 项目 | 总计 |\n| --- | --- |\n| 2.重复申请 | 1 |\n‸')).toBe(`${table}\n`);
    expect(aligned('| 项目 | 总计 |\n| --- | --- |\n| 2.重复申请 | 1 |\n| ‸')).toBe(`${table}\n| `);
    expect(aligned('| 项目 | 总计 |\r\n| --- | --- |\r\n| 2.重复申请 | 1 |\r\n‸\r\n')).toBe(`${table.replaceAll('\n', '\r\n')}\r\n\r\n`);
  });

  it('aligns only the table at the cursor', () => {
    const { text } = newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' });
    const narrow = text.replace(/ {2,}/g, ' ');
    const report = parse(narrow);
    const [, table, other] = report.tables;
    const found = edits(narrow, table?.span.end ?? 0);
    expect(found.length).toBeGreaterThan(100);
    for (const { span } of found)
      expect(span.end < (other?.span.start ?? 0) && span.start > (report.sections[2]?.heading.end ?? 0)).toBe(true);
    expect(parse(applyEdits(narrow, found)).tables.map(({ rows }) => rows.length)).toEqual(report.tables.map(({ rows }) => rows.length));
  });

  it.each([
    ['of another text', `${ordinaryText}‸`],
    ['of a report that is not one of its tables', `${reportIn(layouts[3] as Layout)}\n| 姓名 | 电话 |\n| --- | --- |\n| 张 | 1 |‸`],
    [
      'without a ruler',
      `${heading}一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |‸\n二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |`,
    ],
    ['around prose', `${reportIn(layouts[3] as Layout)}‸`],
  ])('leaves alone a table %s', (_, marked) => {
    const { text, cursor = 0 } = unmark(marked);
    expect(alignTable(parse(text), cursor)).toEqual([]);
  });
});

describe('over tables broken anywhere', () => {
  const whole = layouts
    .filter(({ name }) => name.startsWith('Markdown'))
    .map((layout) => reportIn(layout))
    .concat(newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' }).text);
  /** A report with a piece cut out of its table three, a bar or a line's end typed there, and the cursor behind it. */
  const typed = fc
    .record({
      text: fc.constantFrom(...whole),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      typed: fc.constantFrom('|', '\n', '| ', '12|', '\\|', ' |\n'),
    })
    .map(({ text, at, cut, typed: added }) => {
      const span = parse(text).tables[1]?.span ?? { start: 0, end: 0 };
      const offset = span.start + Math.floor(at * (span.end - span.start));
      return { text: text.slice(0, offset) + added + text.slice(offset + cut), cursor: offset + added.length };
    });

  it('touches padding and dashes only, settles at once, keeps the cursor in its cell', () => {
    fc.assert(
      fc.property(typed, ({ text, cursor }) => {
        const found = edits(text, cursor);
        const after = applyEdits(text, found);
        expect(after.replace(/[ -]/g, '')).toBe(text.replace(/[ -]/g, ''));
        for (const behind of [true, false]) {
          const now = moved(found, cursor, behind);
          expect(cellAt(after, now)).toBe(cellAt(text, cursor));
          expect(edits(after, now)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes the bars of whole rows stand below one another, and changes nothing of what is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(20), (text, line) => {
        const report = parse(text);
        const table = report.tables[1];
        const cell = table?.rows[line]?.cells[0]?.span.start ?? 0;
        const after = applyEdits(text, edits(text, cell));
        const now = parse(after).tables[1];
        expect(now?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
          table?.rows.map(({ cells }) => cells.map(({ value }) => value)),
        );
        const lines = after.slice(after.lastIndexOf('\n', now?.span.start) + 1, after.indexOf('\n', now?.span.end)).split('\n');
        const bars = lines.map((row) => [...row.matchAll(/\|/g)].map(({ index }) => displayWidth(row.slice(0, index))).join());
        expect(new Set(bars).size).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});
