/** From figure to figure in Markdown tables: over a whole table and back, in blank cells, in rows with too few values. */
import { describe, expect, it } from 'vitest';
import { newReport } from '../../server/src/features/new-report';
import { nextCell } from '../../server/src/features/next-cell';
import { parse } from '../../server/src/report/parse';
import { slice } from '../../server/src/text/span';
import { mark, unmark } from '../kit/marks';
import { ordinaryText, sampleReport } from '../kit/sample';

const { text } = newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' });

/** The line of `marked` with the cell to which the step from `‸` leads. */
function step(marked: string, direction: 1 | -1): string {
  const { text: own, cursor = 0 } = unmark(marked);
  const cell = nextCell(parse(own), cursor, direction);
  if (!cell) return 'nowhere';
  const shown = mark(own, [cell]);
  const at = shown.indexOf('⟦');
  return shown.slice(shown.lastIndexOf('\n', at) + 1, shown.indexOf('\n', at)).replace(/ +/g, ' ');
}

const put = (before: string, after: string): string => text.replace(before, after);

describe('the next cell', () => {
  it('goes over every figure of a table and back', () => {
    const report = parse(text);
    for (const table of report.tables) {
      const cells = table.rows.flatMap(({ cells: own }) => own.map(({ span }) => span));
      const there = [];
      for (let at = nextCell(report, table.caption.start, 1); at; at = nextCell(report, at.end, 1)) there.push(at);
      expect(there).toEqual(cells);
      const back = [];
      for (let at = cells.at(-1); at; at = nextCell(report, at.start, -1)) back.push(at);
      expect(back.reverse()).toEqual(cells);
    }
  });

  it('goes from the last cell of a row to the first figure of the next, over lines without figures', () => {
    const report = parse(text);
    const table = report.tables[1];
    const last = table?.byId.get('转入')?.cells.at(-1)?.span;
    const first = table?.byId.get('予以')?.cells[0]?.span;
    expect(last && nextCell(report, last.end, 1)).toEqual(first);
    expect(first && nextCell(report, first.start, -1)).toEqual(last);
  });

  it('goes from a label to the first figure, and from a head to the first figure below', () => {
    expect(step(put('2.重复申请', '2.重‸复申请'), 1)).toMatch(/^\| 2.重复申请 \| ⟦0⟧ \| 0/);
    expect(step(put('自然人', '自‸然人'), 1)).toMatch(/^\| 一、本年新收政府信息公开申请数量 \| ⟦0⟧/);
  });

  it('puts the cursor into a blank cell', () => {
    expect(step(put('| 行政处罚           |                          0 |', '| 行政‸处罚 |   |'), 1)).toBe('| 行政处罚 | ⟦⟧ | | |');
    expect(step(put('| 行政处罚           |                          0 |', '| 行政‸处罚 ||'), 1)).toBe('| 行政处罚 |⟦⟧| | |');
  });

  it('selects the whole of what stands in a cell', () => {
    expect(step(put('| 行政处罚           |                          0 |', '| 行政‸处罚 | 约 12 |'), 1)).toMatch(/\| (⟦约 12⟧|约 12) \|/);
    expect(step(put('| 行政处罚           |                          0 |', '| 行政‸处罚 | 1,234 |'), 1)).toBe('| 行政处罚 | ⟦1,234⟧ | | |');
  });

  it('goes nowhere outside of Markdown tables', () => {
    expect(step(put('## 三、', '## ‸三、'), 1)).toBe('nowhere');
    expect(step(`${ordinaryText.replace('| 3 | 3 |', '| ‸3 | 3 |')}`, 1)).toBe('nowhere');
    expect(step(sampleReport().replace('行政处罚 | 9', '行政处罚 | ‸9'), 1)).toBe('nowhere');
  });

  it('is never lost, wherever the text breaks off', () => {
    for (let cut = 0; cut < text.length; cut += 211) {
      const report = parse(text.slice(0, cut));
      for (const at of [0, cut >> 1, cut]) {
        const cell = nextCell(report, at, 1);
        if (cell) expect(slice(report.text, cell)).not.toMatch(/[|\n]/);
      }
    }
  });
});
