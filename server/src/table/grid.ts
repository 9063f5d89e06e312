/**
 * Grids: turns the lines of a text into lines of cells, whatever separates the cells. Knows nothing about the report:
 * prose comes out as a line with one cell, and whoever reads the grid says what is table and what is prose.
 *
 *     规章 | 0 | 0 | 5 |        pipes, four cells
 *     规章→0→0→5                tabs, four cells
 *     规章      0    0    5     spaces, four cells (only where numbers end the line)
 *     规章                      bare, one cell
 */
import { isSpace } from '../text/characters';
import type { MarkedLines } from '../text/lines';
import type { GridLine } from './cell';
import { GridReading, type LineExtent, readLine, traitsOf } from './line-readers';
import { type Edited, linesAgain, type ReadLines, traitsAfter } from './lines-again';
import { Code } from '../text/code';
import { atOnce, pause, type Steps } from '../text/steps';

export type { GridCell, GridKind, GridLine } from './cell';

/** So many lines are read between two pauses. */
const linesPerStep = 1024;

/** The lines of `text` that are not blank, as lines of cells, in the order of the text. */
export function readGrid(text: string, lines: MarkedLines): readonly GridLine[] {
  return atOnce(readGridInSteps(text, lines)).grid;
}

/** @param before an earlier version of the text as it was read, and where this one differs from it. */
export function* readGridInSteps(text: string, lines: MarkedLines, before?: Edited): Steps<ReadLines> {
  const traits = before ? traitsAfter(before, text) : traitsOf(text, lines.allMarks);
  const reading = new GridReading(text, lines, traits);
  const { grid } = reading;
  const again = before && linesAgain(reading, before);
  // One for all lines: it is read before the next is measured.
  const extent: Measured = { line: 0, from: 0, start: 0, to: 0, full: 0, marks: 0 };
  let line = again?.first ?? 0;
  let pauseAt = line + linesPerStep;
  while (line < lines.starts.length) {
    if (line >= pauseAt) {
      yield pause;
      pauseAt = line + linesPerStep;
    }
    measure(extent, text, lines, line);
    line = readLine(reading, extent);
    const end = grid.length;
    if (again?.takeRest()) return { text, grid, traits, anew: { first: again.kept, end } };
  }
  reading.ruled.end();
  return { text, grid, traits, ...(again && { anew: { first: again.kept, end: grid.length } }) };
}

type Measured = { -readonly [Key in keyof LineExtent]: LineExtent[Key] };

/** Tells in `extent` where the text of a line begins and ends, white space and Markdown's marks of quotations and lists aside. */
function measure(extent: Measured, text: string, { starts, marks }: MarkedLines, line: number): void {
  const from = starts[line] as number;
  const full = starts[line + 1] ?? text.length;
  let to = full;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  extent.line = line;
  extent.from = from;
  extent.start = behindListMark(text, start, to);
  extent.to = to;
  extent.full = full;
  extent.marks = marks[line] as number;
}

/** Where a line's text begins behind Markdown's marks of quotations and lists: `> 0`, `- 0`. `- 3 -` is a page's number. */
function behindListMark(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  const isQuote = code === Code.greater;
  const isItem = (code === Code.hyphen || code === Code.asterisk || code === Code.bullet) && text.charCodeAt(to - 1) !== code;
  if ((!isQuote && !isItem) || to - start < 3 || text.charCodeAt(start + 1) !== Code.space) return start;
  let from = start + 1;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}
