/** Aligning a table while it is typed: what it looks like, and what it never does, over tables broken anywhere. */
import { describe, expect, it } from 'vitest';
import { alignTable } from '../../server/src/features/align-table';
import { newReport } from '../../server/src/features/new-report';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { layouts, report as reportIn, type Layout } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { ordinaryText } from '../kit/sample';
import { edits } from '../kit/aligning';

const heading = '# 溪口县水务局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';

/** The table of `marked` after it is aligned for who types at `‸`, below a heading that makes it a report's. */
function aligned(marked: string): string {
  const { text, cursor = 0 } = unmark(heading + marked);
  return applyEdits(text, alignTable(parse(text), cursor)).slice(heading.length);
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
