/** How the rows of a table are written: what can be learnt from those that have all their values, to place the others. */
import type { GridLine } from '../../table/grid';
import { type TableDraft, type DraftRow, isFilled } from './draft';
import type { RowForm } from '../form/form';

/** How rows of this table are written: what can be learnt from those that have all their values. */
export interface RowShapes {
  /** Blank cells between label and first value, by the shape of the row. */
  readonly leads: ReadonlyMap<string, number>;
  /** Blank lines between the values of a table with one cell per line. */
  readonly gap: number;
  /** Where the values of whole rows aligned by spaces stand. */
  readonly centers: readonly (readonly number[])[];
}

/** As many whole rows tell how the columns are aligned. */
const mostAligned = 12;

export function rowShapesOf(draft: TableDraft, forms: ReadonlyMap<string, RowForm>, grid: readonly GridLine[]): RowShapes {
  const leads = new Map<string, number[]>();
  const gaps: number[] = [];
  const centers: number[][] = [];
  for (const row of draft.rows) {
    const width = row.form && forms.get(row.form.id)?.columns.length;
    const filled = row.cells.filter(isFilled);
    for (const { line } of filled) if (grid[line]?.kind === 'bare') gaps.push(grid[line]?.gap ?? 0);
    if (width === undefined || filled.length !== width) continue;
    const lead = row.cells.findIndex(isFilled);
    const shape = shapeOf(row, width, grid);
    const known = leads.get(shape);
    if (known) known.push(lead);
    else leads.set(shape, [lead]);
    if (width === 7 && centers.length < mostAligned && grid[row.line]?.kind === 'spaces' && filled.every(({ line }) => line === row.line)) {
      centers.push(filled.map(({ cell }) => (cell.start + cell.end) / 2));
    }
  }
  return { leads: new Map([...leads].map(([shape, list]) => [shape, most(list) ?? 0])), gap: most(gaps) ?? 0, centers };
}

/** Rows of one shape have their label in the same column and the same number of cells, filler included. */
export function shapeOf(row: DraftRow, width: number, grid: readonly GridLine[]): string {
  return `${width} values, label ${row.column}, cells ${totalOf(row, grid)}`;
}

function totalOf(row: DraftRow, grid: readonly GridLine[]): number {
  const line = grid[row.line];
  const alone = line !== undefined && row.cells.every((placed) => placed.line === row.line);
  return alone ? line.cells.length : row.labels + row.cells.length;
}

/** The number that is most often in `list`, the first of several; undefined if it is empty. */
export function most(list: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  let best: number | undefined;
  for (const item of list) {
    const count = (counts.get(item) ?? 0) + 1;
    counts.set(item, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = item;
  }
  return best;
}
