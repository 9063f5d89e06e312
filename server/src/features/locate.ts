/**
 * What stands at an offset of a report, in the form's terms: a cell with its row and column, a label, a heading, prose.
 * All features that answer to a place ask here. Says nothing of whether what stands there is right.
 */
import type { ColumnForm, HeadForm, RowForm } from '../report/form/form';
import type { Cell, Report, Row, Section, Table } from '../report/report';
import type { Sum } from '../report/sums/sums';
import { lineAt } from '../text/lines';
import { type Span, touches } from '../text/span';

export interface CellPlace {
  readonly kind: 'cell';
  /** The value; for a blank cell the place between its delimiters. */
  readonly span: Span;
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  readonly column: ColumnForm;
}

export interface RowLabelPlace {
  readonly kind: 'row-label';
  readonly span: Span;
  readonly table: Table;
  readonly form: RowForm;
  /** Undefined if the row's values could not be placed. */
  readonly row: Row | undefined;
}

export interface ColumnHeadPlace {
  readonly kind: 'column-head';
  readonly span: Span;
  readonly table: Table;
  readonly form: ColumnForm;
}

/** A head that has no values of its own: a group of rows or columns, a note, the caption. */
export interface GroupPlace {
  readonly kind: 'group' | 'caption';
  readonly span: Span;
  readonly table: Table;
  readonly form: HeadForm;
}

/** Inside of a table, but on nothing that the form knows. */
export interface TablePlace {
  readonly kind: 'table';
  readonly span: Span;
  readonly table: Table;
}

export interface HeadingPlace {
  readonly kind: 'heading';
  readonly span: Span;
  readonly section: Section;
}

export interface TitlePlace {
  readonly kind: 'title';
  readonly span: Span;
}

export interface ProsePlace {
  readonly kind: 'prose';
  /** The line, without white space around it. */
  readonly span: Span;
  /** The section in whose body it stands. */
  readonly section: Section | undefined;
}

export type Place = CellPlace | RowLabelPlace | ColumnHeadPlace | GroupPlace | TablePlace | HeadingPlace | TitlePlace | ProsePlace;

/** What stands at `offset`; what begins or ends there counts too, figures before labels. Undefined if the text is no report. */
export function locate(report: Report, offset: number): Place | undefined {
  if (!report.recognized) return undefined;
  const table = tableAt(report, offset);
  if (table) return inTable(table, offset);
  const heading = report.sections.find((section) => touches(section.heading, offset));
  if (heading) return { kind: 'heading', span: heading.heading, section: heading };
  if (report.title && touches(report.title.span, offset)) return { kind: 'title', span: report.title.span };
  return { kind: 'prose', span: lineSpan(report, offset), section: sectionAt(report, offset) };
}

/** The section in whose heading or body `offset` stands. */
export function sectionAt({ sections }: Report, offset: number): Section | undefined {
  return lastBefore(sections, offset, ({ heading }) => heading.start);
}

/** The table in which `offset` stands. */
export function tableAt({ tables }: Report, offset: number): Table | undefined {
  const table = lastBefore(tables, offset, ({ span }) => span.start);
  return table && offset <= extentOf(table).end ? table : undefined;
}

/** A table's span with the blank cells behind its last value. */
export function extentOf({ span, rows }: Table): Span {
  return {
    start: span.start,
    end: rows.reduce(
      (end, { cells }) => cells.reduce((last, { place, kind }) => (kind === 'blank' ? Math.max(last, place.end) : last), end),
      span.end,
    ),
  };
}

/** The cells of `place` as places, in the form's order: one cell, those of a row, of a column, or of a group. */
export function cellsAt(place: Place): readonly CellPlace[] {
  switch (place.kind) {
    case 'cell':
      return [place];
    case 'row-label':
      return place.row ? cellsOfRow(place.table, place.row) : [];
    case 'column-head':
      return place.table.rows.flatMap((row) => cellsOfRow(place.table, row).filter(({ column }) => column === place.form));
    case 'group': {
      const { rows, columns } = place.form;
      return place.table.rows.flatMap((row) =>
        cellsOfRow(place.table, row).filter(({ column }) => rows?.includes(row.form.id) || columns?.includes(column.id)),
      );
    }
    default:
      return [];
  }
}

/** Where a cell is to be seen: its text, of a blank one the place between its delimiters. */
export function spanOfCell({ kind, place, span }: Cell): Span {
  return kind === 'blank' ? place : span;
}

/** The identities in which `cell` stands, in the order of the form. */
export function sumsOfCell({ sums }: Report, cell: Cell): readonly Sum[] {
  return sums.filter(({ parts, stated }) => parts.some((term) => term.cell === cell) || stated.some((term) => term.cell === cell));
}

/** The identities that add along `row`. */
export function sumsOfRow({ sums }: Report, table: Table, row: Row): readonly Sum[] {
  return sums.filter(
    (sum) => sum.table === table && sum.identity.over === 'columns' && sum.parts[0]?.cell === cellOf(row, sum.parts[0]?.column),
  );
}

/** The identities that add down the column `id`. */
export function sumsOfColumn({ sums }: Report, table: Table, id: string): readonly Sum[] {
  return sums.filter((sum) => sum.table === table && sum.identity.over === 'rows' && sum.parts[0]?.column === id);
}

/** The last of `items`, which are sorted by their start, that starts at or before `offset`. */
function lastBefore<T>(items: readonly T[], offset: number, startOf: (item: T) => number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

function cellOf(row: Row, column: string | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells[row.form.columns.indexOf(column)];
}

function inTable(table: Table, offset: number): Place {
  const figure = findCell(table, ({ kind, span }) => kind !== 'blank' && touches(span, offset));
  if (figure) return figure;
  const rows = [...table.rows, ...table.duplicates];
  for (const row of rows) {
    const copy = row.copies?.find((span) => touches(span, offset));
    const place = copy && cellPlace(table, row, 0);
    if (place) return { ...place, span: copy };
  }
  const row = rows.find(({ label }) => label && touches(label, offset));
  if (row?.label) return { kind: 'row-label', span: row.label, table, form: row.form, row };
  const label = table.labels.find(({ span }) => touches(span, offset));
  if (label) {
    const { span, form } = label;
    if (form.kind === 'row') return { kind: 'row-label', span, table, form, row: rows.find((known) => known.form === form) };
    if (form.kind === 'column') return { kind: 'column-head', span, table, form };
    return { kind: label === table.labels[0] ? 'caption' : 'group', span, table, form };
  }
  return findCell(table, ({ place }) => touches(place, offset)) ?? { kind: 'table', span: table.span, table };
}

function findCell(table: Table, isIt: (cell: Cell) => boolean): CellPlace | undefined {
  for (const rows of [table.rows, table.duplicates]) {
    for (const row of rows) {
      const index = row.cells.findIndex(isIt);
      if (index >= 0) return cellPlace(table, row, index);
    }
  }
  return undefined;
}

function cellsOfRow(table: Table, row: Row): CellPlace[] {
  return row.cells.map((_, index) => cellPlace(table, row, index)).filter((place) => place !== undefined);
}

function cellPlace(table: Table, row: Row, index: number): CellPlace | undefined {
  const cell = row.cells[index];
  const column = table.form.columns.find(({ id }) => id === row.form.columns[index]);
  return cell && column && { kind: 'cell', span: spanOfCell(cell), table, row, cell, column };
}

function lineSpan({ text, lines }: Report, offset: number): Span {
  const line = lineAt(lines, offset);
  const from = lines.starts[line] ?? 0;
  const whole = text.slice(from, lines.starts[line + 1] ?? text.length);
  const start = whole.trim() === '' ? from : from + whole.length - whole.trimStart().length;
  return { start, end: start + whole.trim().length };
}
