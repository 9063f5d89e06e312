/** A table as it is further on in the text. */
import { shifted, type Span } from '../../text/span';
import type { Label, RaggedRow, Row, Table } from '../table';
import { movedCell } from './read-cell';

/** The same table `by` characters further on. */
export function movedTable(table: Table, by: number): Table {
  if (by === 0) return table;
  const rows = table.rows.map((row) => movedRow(row, by));
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.form.id, row);
  return {
    ...table,
    span: shifted(table.span, by),
    caption: shifted(table.caption, by),
    rows,
    byId,
    duplicates: table.duplicates.map((row) => movedRow(row, by)),
    ragged: table.ragged.map((row) => movedRagged(row, by)),
    unknown: table.unknown.map(({ span, instead }) => ({ span: shifted(span, by), instead })),
    labels: table.labels.map((label) => movedLabel(label, by)),
  };
}

function movedRow(row: Row, by: number): Row {
  const { form, label, cells, span, copies } = row;
  const moved = { form, label: label && at(label, by), cells: cells.map((cell) => movedCell(cell, by)), span: at(span, by) };
  return copies ? { ...moved, copies: copies.map((copy) => at(copy, by)) } : moved;
}

function movedLabel({ span, form, joined }: Label, by: number): Label {
  return joined ? { span: at(span, by), form, joined } : { span: at(span, by), form };
}

function movedRagged(row: RaggedRow, by: number): RaggedRow {
  const { split } = row;
  return {
    ...row,
    span: at(row.span, by),
    values: row.values.map((value) => at(value, by)),
    ...(split && { split: { ...split, first: at(split.first, by), second: at(split.second, by) } }),
  };
}

function at({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
