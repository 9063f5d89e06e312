/**
 * Puts the values of a draft's rows into the form's columns. A row with as many values as columns is placed at once; one
 * with blank cells only if the delimiters of other rows, or the distances between its values, leave one way to place it.
 * Otherwise the row is ragged: said, not guessed. Table four is `place-cases.ts`'s work.
 */
import type { GridCell } from '../../table/grid';
import type { Doubt } from './doubt';
import { type TableDraft, type DraftRow, filledOf, type Ground, isFilled, type Placed } from './draft';
import { type RowForm, type TableForm, table2, table2Of2019, table3, table3Of2019 } from '../form/form';
import { type RowShapes, rowShapesOf, shapeOf } from './row-shapes';
import { cellsUnderHeads, type Heads, headsOf, withoutFillers } from './head-columns';
import { nameOf } from '../names';
import type { Span } from '../../text/span';
import { blankLines, placeByAlignment, placeByGaps } from './place-by-space';
import { numberForm, readCell } from './read-cell';
import { addUpBy, splitNumber } from './split-number';
import type { RaggedRow, Row } from '../report';

export interface PlacedRows {
  readonly rows: Row[];
  readonly ragged: RaggedRow[];
  readonly unknown: DraftRow[];
  /** Why nothing of it can be trusted. */
  readonly doubt?: Doubt;
}

export function placeRows(draft: TableDraft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const forms = rowsById.get(form) as ReadonlyMap<string, RowForm>;
  const places = placesOf(draft, forms, ground);
  for (const row of draft.rows) {
    const rowForm = row.form && forms.get(row.form.id);
    if (!rowForm) {
      if (isUnknown(row, draft, ground)) result.unknown.push(row);
      continue;
    }
    const values = filledOf(row);
    const cells = cellsFor(row, values, rowForm, places);
    const last = values.at(-1)?.end ?? row.label.end;
    const span = { start: row.label.start, end: Math.max(last, row.label.end) };
    if (!cells) {
      const expected = rowForm.columns.length;
      const split = draft.number === 3 && values.length === expected + 1 ? splitNumber(ground.text, values, addUpBy(expected)) : undefined;
      result.ragged.push({
        form: rowForm,
        name: nameOf(rowForm),
        span,
        values: values.map(spanOf),
        expected,
        found: values.length,
        ...(split && { split }),
      });
      continue;
    }
    const read = cells.map((cell, i) => readCell(ground.text, cell, numberForm(form, rowForm, rowForm.columns[i])));
    const placed = { form: rowForm, label: row.label, span, cells: read };
    const copies = copiesOf(values, cells, ground.text);
    result.rows.push(copies ? { ...placed, copies } : placed);
  }
  return result;
}

/** What rows that are not whole are placed by, worked out when the first of them is met. */
interface Places {
  readonly ground: Ground;
  readonly heads: () => Heads;
  readonly shapes: () => RowShapes;
}

function placesOf(draft: TableDraft, forms: ReadonlyMap<string, RowForm>, ground: Ground): Places {
  let heads: Heads | undefined;
  let shapes: RowShapes | undefined;
  return { ground, heads: () => (heads ??= headsOf(draft)), shapes: () => (shapes ??= rowShapesOf(draft, forms, ground.grid)) };
}

/** The row's cells, as many as the form has columns; undefined if they cannot be told. */
function cellsFor(
  row: DraftRow,
  values: readonly GridCell[],
  form: RowForm,
  { ground, heads, shapes }: Places,
): readonly GridCell[] | undefined {
  const width = form.columns.length;
  if (values.length === width && row.cells.length === width) return values;
  if (row.together) return values.length === width ? values : undefined;
  const under = cellsUnderHeads(row, form, heads(), ground);
  if (under) return under;
  if (values.length === width) return values;
  return placeCells(row, values, width, shapes(), ground);
}

/** Whether a row without a form is a row of its own: words with as many values as rows of the table have. */
function isUnknown(row: DraftRow, { number }: TableDraft, { grid }: Ground): boolean {
  const values = row.cells.filter(isFilled).length;
  if (row.subtotal) return false;
  if (number === 3) return values === 7;
  return values === 3 || (values === 1 && row.cells.some(({ line }) => grid[line]?.kind !== 'bare'));
}

/** The values that were not placed, if they only repeat what was. */
function copiesOf(values: readonly GridCell[], cells: readonly GridCell[], text: string): Span[] | undefined {
  if (values.length <= cells.length || cells.length !== 1) return undefined;
  const [placed] = cells as [GridCell];
  const copies = values.filter(
    (cell) => cell.start > placed.start && text.slice(cell.start, cell.end) === text.slice(placed.start, placed.end),
  );
  return copies.length > 0 ? copies.map(spanOf) : undefined;
}

function spanOf({ start, end }: GridCell): Span {
  return { start, end };
}

/** The rows of each form by their ids. */
const rowsById = new Map(
  [table2, table3, table2Of2019, table3Of2019].map((form) => [form, new Map(form.rows.map((row) => [row.id, row]))]),
);

function placeCells(
  row: DraftRow,
  filled: readonly GridCell[],
  width: number,
  shapes: RowShapes,
  ground: Ground,
): readonly GridCell[] | undefined {
  const cells = row.cells.map(({ cell }) => cell);
  if (filled.length > width) return isRepeated(row, width, ground) ? filled.slice(0, width) : withoutFillers(ground.text, filled, width);
  if (filled.length === 0) return blankRow(row, width, shapes, ground);
  const first = cells.findIndex((cell) => cell.end > cell.start);
  const last = cells.findLastIndex((cell) => cell.end > cell.start);
  if (last - first + 1 === width) return cells.slice(first, last + 1);
  const kind = ground.grid[row.cells[first]?.line ?? row.line]?.kind;
  // Each cell has its tag.
  if (kind === 'html' && cells.length === width) return cells;
  if (kind === 'bare') return placeByGaps(row, width, shapes, ground);
  if (kind === 'spaces') return placeByAlignment(row, shapes, ground);
  const usual = shapes.leads.get(shapeOf(row, width, ground.grid));
  if (usual === undefined) {
    // No row shows how they are written: then only one with as many cells as columns.
    const own = withoutFiller(row, ground);
    return shapes.leads.size === 0 && own.length === width ? own : undefined;
  }
  for (const lead of new Set([usual, 0])) {
    if (lead + width > cells.length) return undefined;
    if (lead <= first && last < lead + width) return cells.slice(lead, lead + width);
  }
  return undefined;
}

/** The row's cells without those that bars alone on a line add for merged ones: `0 |` and on the next line `||`. */
function withoutFiller({ cells }: DraftRow, { grid }: Ground): GridCell[] {
  const last = cells.findLastIndex((placed) => isFilled(placed) || !grid[placed.line]?.filler || grid[placed.line]?.cells.length === 1);
  return cells.slice(0, last + 1).map(({ cell }) => cell);
}

/** A row without any value: its blank cells, made up at the label's end where the layout shows none. */
function blankRow(row: DraftRow, width: number, shapes: RowShapes, ground: Ground): GridCell[] {
  const cells = row.cells.map(({ cell }) => cell);
  const lead = shapes.leads.get(shapeOf(row, width, ground.grid)) ?? 0;
  if (cells.length >= lead + width) return cells.slice(lead, lead + width);
  if (cells.length >= width) return cells.slice(0, width);
  const made = ground.grid[row.line]?.kind === 'bare' ? blankLines(ground, row.line, width, shapes.gap) : [];
  const fill = [...cells, ...made].slice(0, width);
  while (fill.length < width) fill.push({ start: row.label.end, end: row.label.end, from: row.label.end, to: row.label.end });
  return fill;
}

/** Whether surplus values only repeat the first, written as it is: a merged cell written out in every column. */
function isRepeated(row: DraftRow, width: number, { text, grid }: Ground): boolean {
  const filled = row.cells.filter(isFilled);
  const first = filled[0] as Placed;
  if (width !== 1 || filled.length > 3) return false;
  const value = text.slice(first.cell.start, first.cell.end);
  const kind = grid[first.line]?.kind;
  const alike = (line: number) => grid[line]?.kind === kind && (kind === 'html' || first.line !== row.line || line === row.line);
  return filled.every(({ cell, line }) => alike(line) && text.slice(cell.start, cell.end) === value);
}
