/**
 * The part of a text in which one table stands, read by itself: cheap to read again after every edit that is tried. Knows
 * nothing of the rest of the report; what is found here is not looked for anywhere else.
 */
import { readGrid } from '../../table/grid';
import { indexLines, type LineIndex } from '../../text/lines';
import type { TableForm } from '../form/form';
import { readTables } from '../tables/read-tables';
import type { Report, Row, Table } from '../report';
import { findHeadings } from '../sections';

export interface Excerpt {
  readonly text: string;
  readonly lines: LineIndex;
  readonly table: Table;
}

/**
 * All from the heading or table before `table` to the one after it, the heading included, and the offset in the report's
 * text at which it begins. Undefined if the table reads otherwise by itself.
 */
export function excerptOf(
  { text, sections, tables }: Report,
  table: Table,
): { readonly excerpt: Excerpt; readonly start: number } | undefined {
  const { start: first, end: last } = table.span;
  let start = 0;
  let end = text.length;
  for (const { heading } of sections) {
    if (heading.end <= first) start = Math.max(start, heading.start);
    else if (heading.start >= last) end = Math.min(end, heading.start);
  }
  for (const { span } of tables) {
    if (span.end <= first) start = Math.max(start, span.end);
    else if (span.start >= last) end = Math.min(end, span.start);
  }
  const excerpt = readExcerpt(text.slice(start, end), table.form);
  return excerpt && saysTheSame(table, excerpt.table) ? { excerpt, start } : undefined;
}

/** The fullest table of `form` in `text`. */
export function readExcerpt(text: string, form: TableForm): Excerpt | undefined {
  const lines = indexLines(text);
  const grid = readGrid(text, lines);
  const ground = { text, grid, lineStarts: lines.starts };
  let best: Table | undefined;
  for (const table of readTables(ground, findHeadings(text, grid)))
    if (table.form === form && table.rows.length > (best?.rows.length ?? 0)) best = table;
  return best && { text, lines, table: best };
}

/** Whether all that `old` says is said by `now` too. */
export function saysTheSame(old: Table, now: Table): boolean {
  const counts = ({ ragged, unknown, duplicates }: Table): string => [ragged.length, unknown.length, duplicates.length].join();
  return counts(old) === counts(now) && old.rows.every((row) => isSame(row, now.byId.get(row.form.id)));
}

function isSame(old: Row, now: Row | undefined): boolean {
  return (
    now?.cells.length === old.cells.length &&
    old.cells.every(({ kind, value }, i) => kind === now.cells[i]?.kind && value === now.cells[i]?.value)
  );
}
