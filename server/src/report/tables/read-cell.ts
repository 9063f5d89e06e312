/** What a cell of a row says: its number, as the row counts it, or why it has none. */
import type { GridCell } from '../../table/grid';
import { shifted, type Span } from '../../text/span';
import { type NumberForm, plainDigits, readNumber } from '../../text/number';
import type { RowForm, TableForm } from '../form/form';
import type { Cell, CellKind } from '../report';

/** The cell read as a number of `form`, with its spans. */
export function readCell(text: string, cell: GridCell, form: NumberForm): Cell {
  if (cell.start === cell.end) return new FigureCell(cell, 'blank', undefined);
  const plain = cell.shown === undefined ? plainDigits(text, cell.start, cell.end) : -1;
  if (plain >= 0) return new FigureCell(cell, 'number', plain);
  const { kind, value } = readNumber(cell.shown ?? text.slice(cell.start, cell.end), form);
  return new FigureCell(cell, kind, value);
}

/** The same cell `by` characters further on. */
export function movedCell(cell: Cell, by: number): Cell {
  if (cell instanceof FigureCell) return cell.moved(by);
  const { span, place, ...rest } = cell;
  return { span: shifted(span, by), place: shifted(place, by), ...rest };
}

/** Of most cells only the figure is asked for: where they stand is made when somebody asks. */
class FigureCell implements Cell {
  private ownSpan: Span | undefined = undefined;
  private ownPlace: Span | undefined = undefined;

  constructor(
    private readonly cell: GridCell,
    readonly kind: CellKind,
    readonly value: number | undefined,
    private readonly by = 0,
  ) {}

  moved(by: number): Cell {
    return new FigureCell(this.cell, this.kind, this.value, this.by + by);
  }

  get span(): Span {
    return (this.ownSpan ??= { start: this.cell.start + this.by, end: this.cell.end + this.by });
  }

  get place(): Span {
    return (this.ownPlace ??= { start: this.cell.from + this.by, end: this.cell.to + this.by });
  }
}

/** How a figure in this row and column is to be written. */
export function numberForm(form: TableForm, row: RowForm, column: string | undefined): NumberForm {
  if (form.edition === 2019 && form.number === 2) return column === '采购额' ? 'money' : 'difference';
  return row.money ? 'money' : 'count';
}
