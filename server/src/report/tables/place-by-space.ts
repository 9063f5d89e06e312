/**
 * Places the values of a row by the white space around them, where no delimiter says how many cells lie between: blank
 * lines between cells that stand one on a line, columns aligned by spaces.
 */
import type { GridCell } from '../../table/grid';
import { displayWidth } from '../../text/width';
import { type DraftRow, type Ground, isFilled } from './draft';
import type { RowShapes } from './row-shapes';

/** One cell per line: a value is missing where more blank lines stand than usual. */
export function placeByGaps(row: DraftRow, width: number, shapes: RowShapes, ground: Ground): GridCell[] | undefined {
  const step = shapes.gap + 1;
  const result: GridCell[] = [];
  let line = row.line;
  const addBlanks = (next: number) => {
    const extra = ((ground.grid[next]?.gap ?? shapes.gap) - shapes.gap) / step;
    if (extra >= 1 && Number.isInteger(extra)) result.push(...blankLines(ground, line, extra, shapes.gap));
  };
  for (const { cell, line: own } of row.cells.filter(isFilled)) {
    addBlanks(own);
    result.push(cell);
    line = own;
  }
  if (result.length < width) addBlanks(line + 1);
  // The gap before what follows the table may be wider than the blank cells at the row's end need.
  const beyond = result.slice(width).every((cell) => cell.start === cell.end);
  return result.length >= width && beyond ? result.slice(0, width) : undefined;
}

/** Blank cells on the lines after grid line `after`, one for each step of `gap + 1` lines. */
export function blankLines(ground: Ground, after: number, count: number, gap: number): GridCell[] {
  const line = ground.grid[after]?.line ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const at = ground.lineStarts[line + (gap + 1) * (i + 1)] ?? ground.text.length;
    return { start: at, end: at, from: at, to: at };
  });
}

/**
 * Columns aligned by spaces: each value goes to the column of a whole row under which it stands. Chinese characters are as
 * wide as two others, or in a text aligned by counting characters as one; where the whole rows do not tell which, both must
 * lead to the same columns.
 */
export function placeByAlignment(row: DraftRow, { centers }: RowShapes, ground: Ground): GridCell[] | undefined {
  const filled = row.cells.filter(isFilled);
  const line = filled[0]?.line;
  if (centers.length === 0 || line === undefined || filled.some((placed) => placed.line !== line)) return undefined;
  const fitting = measures.filter((measure) => isAligned(centers, ground, measure));
  if (centers.length > 1 && fitting.length === 0) return undefined;
  const placements = (fitting.length === 1 ? fitting : measures).map((measure) =>
    columnsOf(
      filled.map(({ cell }) => cell),
      centers[0] as readonly number[],
      ground,
      measure,
    ),
  );
  const [first, second] = placements;
  if (!first || (placements.length > 1 && first.join() !== second?.join())) return undefined;
  const result: (GridCell | undefined)[] = (centers[0] as readonly number[]).map((_, column) => filled[first.indexOf(column)]?.cell);
  return result.map((cell, i) => {
    const before = result.slice(0, i).findLast((known) => known !== undefined)?.end ?? row.label.end;
    return cell ?? { start: before, end: before, from: before, to: before };
  });
}

/** How wide a piece of a line is. */
type Measure = (piece: string) => number;
/** How far apart the middles of two values in one column may lie: 3 and 13769 are right-aligned. */
const longestShift = 2;
const measures: readonly Measure[] = [displayWidth, (piece) => piece.length];

/** Whether the values of all whole rows stand under each other. */
function isAligned([first, ...others]: RowShapes['centers'], ground: Ground, measure: Measure): boolean {
  const columns = first?.map((center) => columnOf(ground, center, measure)) ?? [];
  return (
    others.length > 0 &&
    others.every((row) => row.every((center, i) => Math.abs(columnOf(ground, center, measure) - (columns[i] as number)) <= longestShift))
  );
}

/** The column under which each of `cells` stands; undefined if that is not clear. */
function columnsOf(cells: readonly GridCell[], centers: readonly number[], ground: Ground, measure: Measure): number[] | undefined {
  const columns = centers.map((center) => columnOf(ground, center, measure));
  const found: number[] = [];
  for (const cell of cells) {
    const column = columnOf(ground, (cell.start + cell.end) / 2, measure);
    let nearest = 0;
    for (let i = 1; i < columns.length; i++) {
      if (Math.abs((columns[i] as number) - column) < Math.abs((columns[nearest] as number) - column)) nearest = i;
    }
    if (found.includes(nearest) || Math.abs((columns[nearest] as number) - column) > 2) return undefined;
    found.push(nearest);
  }
  return found;
}

/** Column of an offset on its line. */
function columnOf(ground: Ground, offset: number, measure: Measure): number {
  const start = ground.text.lastIndexOf('\n', Math.floor(offset) - 1) + 1;
  return measure(ground.text.slice(start, Math.floor(offset))) + (offset % 1);
}
