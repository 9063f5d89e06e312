/**
 * Places the values of a row by the white space around them, where no delimiter says how many cells lie between: blank
 * lines between cells that stand one on a line, columns aligned by spaces.
 */
import type { GridCell } from '../table/grid';
import { displayWidth } from '../text/width';
import { type DraftRow, type Ground, isFilled } from './draft';
import type { Habits } from './habits';

/** One cell per line: a value is missing where more blank lines stand than usual. */
export function placeByGaps(row: DraftRow, width: number, habits: Habits, ground: Ground): GridCell[] | undefined {
  const step = habits.gap + 1;
  const result: GridCell[] = [];
  let line = row.line;
  const addBlanks = (next: number) => {
    const extra = ((ground.grid[next]?.gap ?? habits.gap) - habits.gap) / step;
    if (extra >= 1 && Number.isInteger(extra)) result.push(...blankLines(ground, line, extra, habits.gap));
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

/** Columns aligned by spaces: each value goes to the column of a whole row under which it stands. */
export function placeByAlignment(row: DraftRow, habits: Habits, ground: Ground): GridCell[] | undefined {
  const { centers } = habits;
  const filled = row.cells.filter(isFilled);
  const line = filled[0]?.line;
  if (!centers || line === undefined || filled.some((placed) => placed.line !== line)) return undefined;
  const columns = centers.map((center) => columnOf(ground, center));
  const result: (GridCell | undefined)[] = columns.map(() => undefined);
  for (const { cell } of filled) {
    const column = columnOf(ground, (cell.start + cell.end) / 2);
    let nearest = 0;
    for (let i = 1; i < columns.length; i++) {
      if (Math.abs((columns[i] as number) - column) < Math.abs((columns[nearest] as number) - column)) nearest = i;
    }
    if (result[nearest] || Math.abs((columns[nearest] as number) - column) > 2) return undefined;
    result[nearest] = cell;
  }
  return result.map((cell, i) => {
    const before = result.slice(0, i).findLast((known) => known !== undefined)?.end ?? row.label.end;
    return cell ?? { start: before, end: before, from: before, to: before };
  });
}

/** Display column of an offset. */
function columnOf(ground: Ground, offset: number): number {
  const start = ground.text.lastIndexOf('\n', Math.floor(offset) - 1) + 1;
  return displayWidth(ground.text.slice(start, Math.floor(offset))) + (offset % 1);
}
