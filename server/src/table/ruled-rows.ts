/**
 * Rows of bars between drawn lines, whose cells go on over several lines of the text: pandoc's grid tables, text browsers.
 * Only a table in which every row stands between two such lines, and no figure stands under or over anything, is one.
 *
 *     +----------+---+
 *     | 2.没有现成 | 0 |
 *     | 信息需要   |   |
 *     +----------+---+
 */
import type { GridCell, GridLine } from './cell';

/** No cell has more lines. */
const mostLines = 40;

/** Joins the lines of such rows at the end of `grid`, which is being filled. */
export class RuledRows {
  /** Where in the grid each row of the table begins, as far as it stands below a drawn line. */
  private starts: number[] = [];

  constructor(
    private readonly grid: GridLine[],
    private readonly text: string,
  ) {}

  /** Says that a drawn line has been read. */
  ruler(): void {
    if (this.starts.at(-1) !== this.grid.length) this.starts.push(this.grid.length);
  }

  /** Says that the table is at its end. */
  end(): void {
    const { starts, grid, text } = this;
    if (starts.length === 0) return;
    this.starts = [];
    const last = starts.at(-1) as number;
    // Lines below the last drawn line: the table's rows are not all ruled.
    if (starts.length < 3 || last < grid.length) return;
    const rows = starts.slice(0, -1).map((start, i) => grid.slice(start, starts[i + 1]));
    if (rows.every(({ length }) => length === 1) || !rows.every((lines) => isOneRow(lines, text))) return;
    grid.length = starts[0] as number;
    for (const lines of rows) grid.push(joined(lines, text));
  }
}

function isOneRow(lines: readonly GridLine[], text: string): boolean {
  const [first] = lines;
  if (!first || lines.length > mostLines || lines.some(({ kind, cells }) => kind !== 'pipes' || cells.length !== first.cells.length))
    return false;
  return first.cells.every((_, column) => {
    const pieces = lines.map(({ cells }) => cells[column] as GridCell).filter(({ start, end }) => end > start);
    return !pieces.some((piece, i) => pieces.length > 1 && isFigure(text, piece) && !isNumeral(text, pieces, i));
  });
}

function joined(lines: readonly GridLine[], text: string): GridLine {
  const [first] = lines as readonly [GridLine];
  if (lines.length === 1) return first;
  const cells = first.cells.map((blank, column) => {
    const pieces = lines.map(({ cells: own }) => own[column] as GridCell).filter(({ start, end }) => end > start);
    const [cell = blank] = pieces;
    return pieces.length < 2 ? cell : { ...cell, shown: pieces.map(({ start, end, shown }) => shown ?? text.slice(start, end)).join('') };
  });
  // The row reaches as far as its last line.
  const last = cells.findLastIndex(({ start, end }) => end > start);
  const to = lines.at(-1)?.cells.at(-1)?.to;
  if (last >= 0 && to !== undefined) cells[last] = { ...(cells[last] as GridCell), to };
  return { ...first, cells, filler: cells.every(({ start, end }) => start === end) };
}

/** Whether the figure is the number of a label, cut off before its mark: `5` above `.属于…`. */
function isNumeral(text: string, pieces: readonly GridCell[], index: number): boolean {
  const next = pieces[index + 1];
  return index === 0 && next !== undefined && /^[.．、)）]\D/.test(text.slice(next.start, next.end));
}

function isFigure(text: string, { start, end }: GridCell): boolean {
  return /^[\d.]+$/.test(text.slice(start, end));
}
