/** The reader over every layout: all figures come back, blank cells are known as blank and in their place. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, report } from '../kit/layouts';

/** What the report's tables say, in the shape of `Figures`; blank cells as ''. */
function figuresOf(read: Report): Figures {
  const figures: Figures = { table2: {}, table3: {}, table4: [] };
  for (const table of read.tables) {
    for (const row of table.rows) {
      const values = row.cells.map((cell) => read.text.slice(cell.span.start, cell.span.end));
      if (table.form.number === 4) figures.table4.push(...values);
      else (table.form.number === 2 ? figures.table2 : figures.table3)[row.form.id] = values;
    }
  }
  return figures;
}

describe.each(layouts)('$name', (layout) => {
  it('gives every figure back, and every section', () => {
    const read = parse(report(layout));
    expect(read.recognized).toBe(true);
    expect(figuresOf(read)).toEqual(clean());
    expect(read.sections.map((section) => section.form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const table of read.tables) {
      expect([table.missing, table.ragged, table.unknown, table.duplicates]).toEqual([[], [], [], []]);
      for (const row of table.rows) for (const cell of row.cells) expect(cell.kind).toBe('number');
    }
    expect(read.sums.filter((sum) => sum.state !== 'holds')).toEqual([]);
    expect(read.sums.length).toBe(25 + 14 + 3);
  });

  it('gives the same with CRLF', () => {
    expect(figuresOf(parse(report(layout).replaceAll('\n', '\r\n')))).toEqual(clean());
  });

  it('knows each blank cell of table three by its place', () => {
    for (const id of rowIds) {
      for (let column = 0; column < 7; column++) {
        const figures = clean();
        (figures.table3[id] as string[])[column] = '';
        if (layout.losesLast && id === '转出' && column === 6) continue;
        const read = parse(report(layout, figures));
        expect(figuresOf(read).table3[id], `${id} ${column}`).toEqual(figures.table3[id]);
      }
    }
  });

  it('knows each blank cell of tables two and four by its place', () => {
    for (let i = 0; i < 15; i++) {
      const figures = clean();
      figures.table4[i] = '';
      if (layout.losesLast && i === 14) continue;
      expect(figuresOf(parse(report(layout, figures))).table4, `table four ${i}`).toEqual(layout.losesBlanks ? [] : figures.table4);
    }
    for (const [id, values] of Object.entries(clean().table2)) {
      for (let i = 0; i < values.length; i++) {
        if (layout.losesBlanks && values.length > 1) continue;
        const figures = clean();
        (figures.table2[id] as string[])[i] = '';
        expect(figuresOf(parse(report(layout, figures))).table2[id], `${id} ${i}`).toEqual(figures.table2[id]);
      }
    }
  });

  it('says that a row is ragged where a cell is gone with its delimiter', () => {
    for (const id of ['新收', '予以', '不予1', '不予2', '办结', '转出']) {
      const figures = clean();
      if (layout.losesLast && id === '转出') continue;
      figures.table3[id]?.pop();
      const read = parse(report(layout, figures));
      const three = read.tables.find((table) => table.form.number === 3);
      expect(
        three?.ragged.map((row) => row.form?.id),
        id,
      ).toEqual(layout.losesBlanks ? [] : [id]);
    }
  });

  it('finds rows by their labels in any order', () => {
    const lines = report(layout).split('\n');
    expect(lines.length).toBeGreaterThan(10);
    const figures = clean();
    const reversed: Figures = { ...figures, table3: Object.fromEntries(Object.entries(figures.table3).reverse()) };
    expect(figuresOf(parse(report(layout, reversed)))).toEqual(figures);
  });
});
