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
import type { LineIndex } from '../text/lines';
import type { GridLine } from './cell';
import { GridReading, type LineExtent, readLine, traitsOf } from './line-readers';
import { type Edited, linesAgain, type ReadLines, traitsAfter } from './lines-again';
import { Code } from '../text/code';
import { marksIn } from '../text/marks';
import { atOnce, pause, type Steps } from '../text/steps';

export type { GridCell, GridKind, GridLine } from './cell';

/** So many lines are read between two pauses. */
const linesPerStep = 1024;

/** The lines of `text` that are not blank, as lines of cells, in the order of the text. */
export function readGrid(text: string, lines: LineIndex): readonly GridLine[] {
  return atOnce(readGridInSteps(text, lines)).grid;
}

/** @param before an earlier version of the text as it was read, and where this one differs from it. */
export function* readGridInSteps(text: string, lines: LineIndex, before?: Edited): Steps<ReadLines> {
  const traits = before ? traitsAfter(before, text) : traitsOf(text);
  const reading = new GridReading(text, lines, traits);
  const { grid } = reading;
  const again = before && linesAgain(reading, before);
  let line = again?.first ?? 0;
  let pauseAt = line + linesPerStep;
  while (line < lines.starts.length) {
    if (line >= pauseAt) {
      yield pause;
      pauseAt = line + linesPerStep;
    }
    line = readLine(reading, extentOf(text, lines.starts, line));
    if (again?.takeRest()) return { text, grid, traits };
  }
  reading.ruled.end();
  return { text, grid, traits };
}

/** A line and where its text begins and ends, white space and Markdown's marks of quotations and lists aside. */
function extentOf(text: string, starts: readonly number[], line: number): LineExtent {
  const from = starts[line] as number;
  const full = starts[line + 1] ?? text.length;
  let to = full;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return { line, from, start: behindListMark(text, start, to), to, full, marks: marksIn(text, from, full) };
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
