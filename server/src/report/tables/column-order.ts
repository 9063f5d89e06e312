/** The order in which a table's head names its columns, where it is not the form's, and rows sorted by it. */
import type { TableDraft } from './draft';
import type { LabelForm } from './labels';
import type { ColumnForm, RowForm, TableForm } from '../form/form';
import type { Cell, Row } from '../report';
import { addUp } from '../sums/sums';

/**
 * The rows with their cells in the form's order of columns; `rows` itself where they stand so. The head's order counts where it names every column; in
 * table three only if more rows add up by it than by the form's order, because heads come apart more easily than rows;
 * one on a single line counts also where as many do, as in a table of zeros.
 */
export function sortColumns(rows: readonly Row[], draft: TableDraft, form: TableForm): readonly Row[] {
  if (draft.number === 4) return rows;
  const heads: LabelForm[] = [];
  for (const { meaning } of draft.labels) if (meaning.form.kind === 'column' || meaning.form.id === '法人') heads.push(meaning.form);
  const orders = new Map<readonly string[], string[] | undefined>();
  for (const { form: row } of rows) {
    if (!orders.has(row.columns)) orders.set(row.columns, orderOf(heads, row, form.columns));
  }
  if ([...orders.values()].every((order) => order === undefined)) return rows;
  const sorted = rows.map((row) => {
    const order = orders.get(row.form.columns);
    return order ? { ...row, cells: row.form.columns.map((id) => row.cells[order.indexOf(id)] as Cell) } : row;
  });
  if (draft.number !== 3) return sorted;
  const gain = count(sorted, addsUp) - count(rows, addsUp);
  return gain > 0 || (gain === 0 && isOneLine(draft)) ? sorted : rows;
}

/** Whether all columns are named on one line: such a head has not come apart. */
function isOneLine({ labels }: TableDraft): boolean {
  return new Set(labels.filter(({ meaning }) => meaning.form.kind === 'column').map(({ line }) => line)).size === 1;
}

/** Ids of the row's columns in the order of the heads, or undefined if that is the form's order or not known. */
function orderOf(heads: readonly { readonly id: string }[], row: RowForm, columns: readonly ColumnForm[]): string[] | undefined {
  if (row.columns.length < 2) return undefined;
  const order: string[] = [];
  const later: string[] = [];
  let merged = -1;
  for (const { id } of heads) {
    if (id === '法人') {
      if (merged < 0) merged = order.length;
    } else if (row.columns.includes(id) && columns.some((column) => column.id === id) && !order.includes(id) && !later.includes(id)) {
      if (merged >= 0 && id !== '自然人' && id !== '总计') later.push(id);
      else order.push(id);
    }
  }
  const full = later.length === 0 ? order : [...order.slice(0, merged), ...later, ...order.slice(merged)];
  if (full.length !== row.columns.length || full.every((id, i) => id === row.columns[i])) return undefined;
  return full;
}

function count(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0);
}

function addsUp({ cells }: Row): boolean {
  const total = cells.at(-1)?.value;
  return total !== undefined && total > 0 && addUp(cells.slice(0, -1).map(({ value }) => value ?? 0)) === total;
}
