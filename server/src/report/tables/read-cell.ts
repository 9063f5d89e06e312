/** What a cell of a row says: its number, as the row counts it, or why it has none. */
import type { GridCell } from '../../table/grid';
import { type NumberForm, plainDigits, readNumber } from '../../text/number';
import type { RowForm, TableForm } from '../form/form';
import type { Cell, CellKind } from '../report';

/** The cell read as a number of `form`, with its spans. */
export function readCell(text: string, cell: GridCell, form: NumberForm): Cell {
  const span = { start: cell.start, end: cell.end };
  const place = { start: cell.from, end: cell.to };
  if (cell.start === cell.end) return { span, place, kind: 'blank', value: undefined };
  const plain = cell.shown === undefined ? plainDigits(text, cell.start, cell.end) : -1;
  if (plain >= 0) return { span, place, kind: 'number', value: plain };
  const { kind, value }: { kind: CellKind; value: number | undefined } = readNumber(cell.shown ?? text.slice(cell.start, cell.end), form);
  return { span, place, kind, value };
}

/** How a figure in this row and column is to be written. */
export function numberForm(form: TableForm, row: RowForm, column: string | undefined): NumberForm {
  if (form.edition === 2019 && form.number === 2) return column === '采购额' ? 'money' : 'difference';
  return row.money ? 'money' : 'count';
}
