/**
 * A row with too many or too few values, value by value with the columns of its form from left to right, so that a person sees which one
 * is too many or where one is missing. Nothing is guessed: that is for who has the original before him.
 */
import { rowName } from '../report/names';
import { columnName } from '../report/sums/sums';
import type { RaggedRow, Report, Table } from '../report/report';
import { slice } from '../text/span';

/** 自然人 41、商业企业 7、…、总计 1、? 55; undefined where the columns of the row are not known. */
export function withColumns({ text }: Report, table: Table, ragged: RaggedRow): string[] | undefined {
  const columns = columnsOf(table, ragged);
  if (columns?.length !== ragged.expected || ragged.values.length === 0) return undefined;
  const values = ragged.values.map((span) => slice(text, span).replace(/\s+/g, ' '));
  return Array.from({ length: Math.max(columns.length, values.length) }, (_, i) => `${columns[i] ?? '?'} ${values[i] ?? '?'}`);
}

/** Those of the row; without one those of all rows, side by side, as in table four. */
function columnsOf(table: Table, { form, expected }: RaggedRow): readonly string[] | undefined {
  if (form) return form.columns.map((id) => columnName(table, id));
  const all = table.form.rows.flatMap((row) => row.columns.map((id) => `${rowName(table.form, row)}·${columnName(table, id)}`));
  return all.length === expected ? all : undefined;
}
