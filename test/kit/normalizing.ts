/** What normalizing makes of a text, and the laws that hold of it: shared by examples and laws. */
import { expect } from 'vitest';
import { normalize, tablePlaceOf } from '../../server/src/features/normalize/normalize';
import type { TableFormat } from '../../server/src/report/writing/table-format';
import { writeTable } from '../../server/src/report/writing/write-table';
import { table2, table3, table4 } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { applyEdits } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';
import { type Figures } from './figures';
import { type Layout, layouts, prose } from './layouts';

export const layout = (start: string) => layouts.find(({ name }) => name.startsWith(start)) as Layout;

export const rowPipes = layout('row per line, pipes');

/** The text with its tables normalized. */
export function normalized(text: string, target: TableFormat): string {
  return applyEdits(text, normalize(parse(text), { target }).edits);
}

export function reasons(text: string, target: TableFormat = 'markdown'): string[] {
  return normalize(parse(text), { target }).refused.map(({ message }) => format(message));
}

/** All that tables say: rows, what each cell is and its value, what is missing or has no place. */
export function reading({ tables }: Report): unknown {
  return tables.map(({ form, rows, ragged, unknown, duplicates }) => ({
    form: `${form.number} of ${form.edition}`,
    rows: form.rows.map(({ id }) => [id, rows.find((row) => row.form.id === id)?.cells.map(({ kind, value }) => [kind, value])]),
    broken: [ragged.length, unknown.length, duplicates.length],
  }));
}

/** The report as it should come out: the same prose, tables in the standard form. */
export function standard(figures: Figures, target: TableFormat): string {
  const four = new Map(table4.rows.map(({ id }, i) => [id, figures.table4.slice(i * 5, i * 5 + 5)]));
  const tables = [
    writeTable(table2, new Map(Object.entries(figures.table2)), target),
    writeTable(table3, new Map(Object.entries(figures.table3)), target),
    writeTable(table4, four, target),
  ].map((lines) => lines.join('\n'));
  return (
    [
      prose.title,
      prose.opening,
      prose.one,
      prose.two,
      tables[0],
      prose.three,
      tables[1],
      prose.four,
      tables[2],
      prose.five,
      prose.six,
    ].join('\n\n') + '\n'
  );
}

/** What must hold of any text at all. */
export function checkLaws(text: string, target: TableFormat): void {
  const before = parse(text);
  const { edits, refused } = normalize(before, { target });
  const after = applyEdits(text, edits);
  const read = parse(after);
  expect(reading(read)).toEqual(reading(before));
  const again = normalize(read, { target });
  expect(again.edits).toEqual([]);
  expect([...new Set(again.refused.map(({ table }) => read.tables.indexOf(table)))]).toEqual([
    ...new Set(refused.map(({ table }) => before.tables.indexOf(table))),
  ]);
  for (const { span, table, newText } of edits) {
    const place = tablePlaceOf(before, table);
    expect(place && place.start <= span.start && span.end <= place.end).toBe(true);
    expect(text.slice(span.start, span.end)).not.toBe(newText);
    expect(refused.some((refusal) => refusal.table === table)).toBe(false);
  }
}
