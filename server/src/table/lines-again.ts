/**
 * The lines of a text that an edit did not touch, taken from its last reading instead of being read again. What a line is read as
 * depends on what stands above it (bars with an edge, drawn lines, blank lines) only down to the next long line of prose: behind
 * one all begins anew. So reading goes from the last such line above the edit to the first below it.
 *
 *     above    本机关认真贯彻落实…            the same objects
 *     edit     规章 | 0 | 1 |                read
 *     below    2024年，全镇共受理…            moved
 *
 * Texts in which lines depend on others far away, with tags, quotation marks or escapes, are read as a whole.
 */
import type { Change } from '../text/change';
import type { GridCell, GridLine } from './cell';
import { type GridReading, proseLength, type Traits, traitsOf } from './line-readers';
import { usesTabLines } from './tab-lines';

/** A text and its lines as they were read. */
export interface ReadLines {
  readonly text: string;
  readonly grid: readonly GridLine[];
  readonly traits: Traits;
  /** The lines of the grid that were not taken from an earlier reading: from the first on, the last left out. Undefined where none was. */
  readonly anew?: Reread['anew'];
}

/** A text as it was read before an edit, and what that changed. */
export interface Edited {
  readonly read: ReadLines;
  readonly change: Change;
}

/** The traits of `text`, or more: what the edit took away may be counted still, but for lines of one tab. */
export function traitsAfter({ read: { traits }, change }: Edited, text: string): Traits {
  if (/[<&\\"\t|｜│┃║]/.test(text.slice(change.start, change.end))) return traitsOf(text);
  return traits.tabs ? { ...traits, tabLines: usesTabLines(text) } : traits;
}

/** How the lines of a text go on from those of an earlier version of it. */
export interface Reread {
  readonly change: Change;
  /** The lines of the grid that were read again: from the first on, the last left out. A long line of prose stands on each side of them. */
  readonly anew: { readonly first: number; readonly end: number };
  /** How many lines more there are behind them than there were. */
  readonly down: number;
}

export interface LinesAgain {
  /** The line with which reading begins; those above it stand in the grid already. */
  readonly first: number;
  /** How many lines stand in the grid already. */
  readonly kept: number;
  /** Takes all lines behind the one that was read last, where they are known; gives whether it did. */
  takeRest(): boolean;
}

/** Takes the first lines of the earlier text into `reading`, which is at its beginning. Undefined where none may be taken again. */
export function linesAgain(reading: GridReading, { read: before, change }: Edited): LinesAgain | undefined {
  const { grid, lines } = reading;
  if (!isPlain(reading.traits) || !isPlain(before.traits)) return undefined;
  const isAbove = (line: GridLine): boolean => (lines.starts[line.line + 1] ?? Infinity) <= change.start;
  let kept = firstLineFrom(before.grid, change.start);
  while (kept > 0 && !(isSettled(before.grid[kept - 1] as GridLine) && isAbove(before.grid[kept - 1] as GridLine))) kept--;
  for (let i = 0; i < kept; i++) grid.push(before.grid[i] as GridLine);
  const last = grid.at(-1);
  return {
    first: last ? last.line + 1 : 0,
    kept,
    takeRest() {
      const line = grid.at(-1);
      if (!line || !isSettled(line) || startOf(line) < change.end) return false;
      const same = firstLineFrom(before.grid, startOf(line) - change.by);
      const known = before.grid[same];
      if (!known || !isSettled(known) || startOf(known) !== startOf(line) - change.by) return false;
      const down = line.line - known.line;
      for (let i = same + 1; i < before.grid.length; i++) grid.push(moved(before.grid[i] as GridLine, change, down));
      return true;
    },
  };
}

/** Whether a line is read by itself: no tag, quotation mark or escape makes it depend on others. */
export function isPlain({ markup, quotes, tabLines }: Traits): boolean {
  return !markup && !quotes && !tabLines;
}

/** Whether a line is one of prose, behind which all begins anew. */
function isSettled({ kind, cells }: GridLine): boolean {
  const cell = cells[0];
  return kind === 'bare' && cell !== undefined && cell.to - cell.from > proseLength;
}

function startOf({ cells }: GridLine): number {
  return cells[0]?.from ?? 0;
}

/** The index of the first line that starts at `start` or behind it. */
export function firstLineFrom(grid: readonly GridLine[], start: number): number {
  let low = 0;
  let high = grid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(grid[middle] as GridLine) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moved(line: GridLine, { by }: Change, down: number): GridLine {
  if (by === 0 && down === 0) return line;
  const { kind, cells, gap, filler } = line;
  return { kind, cells: cells.map((cell) => movedCell(cell, by)), line: line.line + down, gap, filler };
}

function movedCell({ start, end, from, to, shown }: GridCell, by: number): GridCell {
  const cell = { start: start + by, end: end + by, from: from + by, to: to + by };
  return shown === undefined ? cell : { ...cell, shown };
}
