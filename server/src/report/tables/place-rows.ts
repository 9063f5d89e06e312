/**
 * Puts the values of a draft's rows into the form's columns. A row with as many values as columns is placed at once; one
 * with blank cells only if the delimiters of other rows, or the distances between its values, leave one way to place it.
 * Otherwise the row is ragged: said, not guessed. Table four is `place-cases.ts`'s work.
 */
import type { GridCell } from '../../table/grid';
import { type Draft, type DraftRow, filledOf, type Ground, isFilled, type Placed } from './draft';
import { type RowForm, type TableForm, table2, table2Of2019, table3, table3Of2019 } from '../form/form';
import { type RowShapes, rowShapesOf, shapeOf } from './row-shapes';
import { nameOf } from '../names';
import { blankLines, placeByAlignment, placeByGaps } from './place-by-space';
import { numberForm, readCell } from './read-cell';
import type { RaggedRow, Row } from '../report';

export interface PlacedRows {
  readonly rows: Row[];
  readonly ragged: RaggedRow[];
  readonly unknown: DraftRow[];
}

export function placeRows(draft: Draft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const widths = rowsById.get(form) as ReadonlyMap<string, RowForm>;
  let shapes: RowShapes | undefined;
  for (const row of draft.rows) {
    const rowForm = row.form && widths.get(row.form.id);
    if (!rowForm) {
      const values = row.cells.filter(isFilled).length;
      const whole =
        draft.number === 3
          ? values === 7
          : values === 3 || (values === 1 && row.cells.some(({ line }) => ground.grid[line]?.kind !== 'bare'));
      if (!row.subtotal && whole) result.unknown.push(row);
      continue;
    }
    const width = rowForm.columns.length;
    const values = filledOf(row);
    const cells =
      values.length === width ? values : placeCells(row, values, width, (shapes ??= rowShapesOf(draft, widths, ground.grid)), ground);
    const last = values.at(-1)?.end ?? row.label.end;
    const span = { start: row.label.start, end: Math.max(last, row.label.end) };
    if (cells) {
      const copies = values.length > width ? values.slice(width).map(({ start, end }) => ({ start, end })) : undefined;
      result.rows.push({
        form: rowForm,
        label: row.label,
        span,
        ...(copies && { copies }),
        cells: cells.map((cell, i) => readCell(ground.text, cell, numberForm(form, rowForm, rowForm.columns[i]))),
      });
    } else {
      result.ragged.push({ form: rowForm, name: nameOf(rowForm), span, expected: rowForm.columns.length, found: values.length });
    }
  }
  return result;
}

/** The rows of each form by their ids. */
const rowsById = new Map(
  [table2, table3, table2Of2019, table3Of2019].map((form) => [form, new Map(form.rows.map((row) => [row.id, row]))]),
);

function placeCells(row: DraftRow, filled: readonly GridCell[], width: number, shapes: RowShapes, ground: Ground): GridCell[] | undefined {
  const cells = row.cells.map(({ cell }) => cell);
  if (filled.length > width) return isRepeated(row, width, ground) ? filled.slice(0, width) : undefined;
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
