/**
 * Fills the blank cells of a row or of a table with 0. A row that zeros would set wrong is left alone: its blanks are not
 * zeros, and which numbers they are is not known.
 */
import type { Report, Row, Table } from '../../report/report';
import { addUp, type Term } from '../../report/sums/sums';
import { fillWithZero } from '../../report/writing/fill-cells';
import { sortEdits, type TextEdit } from '../../text/edit';

/** How many cells are filled, and by which edits. */
export interface Filling {
  readonly count: number;
  readonly edits: readonly TextEdit[];
}

/** Fills `rows` of `table`; undefined if there is nothing to fill. */
export function fillBlanks(report: Report, table: Table, rows: readonly Row[]): Filling | undefined {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const row of rows) {
    const blanks = row.cells.filter(({ kind }) => kind === 'blank');
    if (blanks.length === 0 || !mayBeZeros(report, table, row)) continue;
    const filled = fillWithZero(report, table, row, blanks);
    if (!filled) continue;
    edits.push(...filled);
    count += blanks.length;
  }
  return count === 0 ? undefined : { count, edits: sortEdits(edits) };
}

/** Whether no total along the row says otherwise. */
function mayBeZeros({ sums }: Report, table: Table, { form }: Row): boolean {
  const filled = (terms: readonly Term[]): number | undefined => addUp(terms.map(({ cell }) => cell.value ?? 0));
  const along = sums.filter((sum) => sum.table === table && sum.identity.over === 'columns' && sum.stated[0]?.row === form);
  return along.every(({ parts, stated }) => filled(parts) === filled(stated));
}
