/**
 * Cells by what their text says, with the row and column they stand in: what the rules on single cells share. Table
 * four's groups are rows here like all others; rows that occur twice are only looked at once.
 */
import { nameOf } from '../report/names';
import type { Cell, CellKind, Report, Row, Table } from '../report/report';
import { rewriteCell } from '../report/writing/rewrite-cell';
import { columnName } from '../report/sums/sums';
import { msg } from '../text/message';
import type { Fix } from './finding';

/** A cell with its place in the form. */
export interface FormCell {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  /** Id of the column. */
  readonly column: string;
}

/** The cells whose kind is one of `kinds`, in the order of the tables; one empty array serves all reports without any. */
export function cellsOf(report: Report, kinds: readonly CellKind[]): readonly FormCell[] {
  let found: FormCell[] | undefined;
  for (const table of report.tables) {
    for (const row of table.rows) {
      for (let i = 0; i < row.cells.length; i++) {
        const cell = row.cells[i] as Cell;
        if (kinds.includes(cell.kind)) (found ??= []).push({ table, row, cell, column: row.form.columns[i] ?? '' });
      }
    }
  }
  return found ?? nothing;
}

/** The names of a cell's row and column, as the form prints them. */
export function namesOf({ table, row, column }: FormCell): [string, string] {
  return [nameOf(row.form), columnName(table, column)];
}

/** Writes `newText` in place of what stands in the cell. Changes a figure, so never safe; the title shows old and new. */
export function overwrite(report: Report, found: FormCell, newText: string): Fix {
  const { span } = found.cell;
  return {
    title: msg('把「{0}」的「{1}」由 {2} 改为 {3}', ...namesOf(found), report.text.slice(span.start, span.end), newText),
    safe: false,
    edits: rewriteCell(found.row, found.cell, newText),
  };
}

const nothing: readonly FormCell[] = [];
