/**
 * Rows as a browser gives them for text (innerText) where cells hold paragraphs: each cell on a line, a line of one tab between
 * cells, blank lines around. Two tabs with nothing between are a blank cell; one behind which more than the usual blank lines
 * follow has a blank cell behind it, the row's last.
 *
 *     1.属于国家秘密⏎ ⏎ →⏎ ⏎ 15⏎ ⏎ →⏎ ⏎ 5⏎
 */
import { isSpace } from '../text/characters';
import type { LineIndex } from '../text/lines';
import type { GridCell } from './cell';
import { cellBetween } from './pipes';

/** As many such lines tell that a text is written so. */
const fewest = 10;
/** No row has more cells. */
const mostCells = 40;

/** Whether the text holds lines of one tab as they stand between cells. */
export function usesTabLines(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\n\t\n'); at >= 0 && count < fewest; at = text.indexOf('\n\t\n', at + 2)) count++;
  for (let at = text.indexOf('\n\t\r\n'); at >= 0 && count < fewest; at = text.indexOf('\n\t\r\n', at + 2)) count++;
  return count >= fewest;
}

/** The row that begins on `line`, which holds text; undefined if no line of one tab follows it. */
export function readTabbedLines(text: string, lines: LineIndex, line: number): { cells: GridCell[]; next: number } | undefined {
  const cells = [cellOf(text, lines, line)];
  let at = line;
  let gapBefore: number | undefined;
  while (cells.length < mostCells) {
    const tab = behindBlanks(text, lines, at + 1);
    if (!isTabLine(text, lines, tab)) break;
    gapBefore ??= tab - at;
    const next = behindBlanks(text, lines, tab + 1);
    const isWide = next - tab > gapBefore || beginsTable(text, lines, next);
    if (isTabLine(text, lines, next) || isWide || next >= lines.starts.length) {
      cells.push(blankAt(lines, text, tab + 1));
      at = isWide ? tab + 1 : tab;
      if (isWide || next >= lines.starts.length) break;
      at = next - 1;
      continue;
    }
    cells.push(cellOf(text, lines, next));
    at = next;
  }
  return cells.length > 1 ? { cells, next: Math.max(at + 1, line + 1) } : undefined;
}

function extent(text: string, lines: LineIndex, line: number): { start: number; end: number } {
  return { start: lines.starts[line] ?? text.length, end: lines.starts[line + 1] ?? text.length };
}

function isTabLine(text: string, lines: LineIndex, line: number): boolean {
  const { start, end } = extent(text, lines, line);
  return text.charCodeAt(start) === 9 && text.slice(start, end).trim() === '' && !text.slice(start + 1, end).includes('\t');
}

/** Whether a table written in tags begins on the line: no cell of this row. */
function beginsTable(text: string, lines: LineIndex, line: number): boolean {
  const { start } = extent(text, lines, line);
  return /^\s*<t(?:able|r)[\s>]/i.test(text.slice(start, start + 40));
}

/** The first line from `line` on that holds text or a tab. */
function behindBlanks(text: string, lines: LineIndex, line: number): number {
  let next = line;
  while (next < lines.starts.length && next < line + 8) {
    const { start, end } = extent(text, lines, next);
    if (text.charCodeAt(start) === 9) return next;
    let i = start;
    while (i < end && isSpace(text.charCodeAt(i))) i++;
    if (i < end) return next;
    next++;
  }
  return next;
}

function cellOf(text: string, lines: LineIndex, line: number): GridCell {
  const { start, end } = extent(text, lines, line);
  return cellBetween(text, start, end);
}

function blankAt(lines: LineIndex, text: string, line: number): GridCell {
  const at = lines.starts[line] ?? text.length;
  return { start: at, end: at, from: at, to: at };
}
