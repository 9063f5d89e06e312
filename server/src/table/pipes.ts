/**
 * Cells between vertical bars: `a | b |`, `| a | b |`, `a |` on a line of its own, `|||`. The bar may be ASCII, full
 * width or a box-drawing one. A bar at either end of the line delimits no further cell.
 */
import { isSpace } from '../text/characters';
import type { GridCell } from './cell';
import { Code } from '../text/code';

/**
 * The cells of one line, `text[start, to)` without white space at its ends. A line of n bars alone has n blank cells.
 * @param outer whether a bar at the start of the line is the table's edge; otherwise a blank cell stands before it.
 */
export function splitPipes(text: string, start: number, to: number, outer: boolean): GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  for (let i = nextBar(text, start, to); i < to; i = nextBar(text, i + 1, to)) {
    if (i > start || !outer || isAllBars(text, start, to)) cells.push(cellBetween(text, from, i));
    from = i + 1;
  }
  if (from < to) cells.push(cellBetween(text, from, to));
  return cells;
}

function nextBar(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((code === Code.bar && !isEscaped(text, i)) || (code > Code.boxFirst && isBar(code))) return i;
  }
  return to;
}

/** Whether a bar belongs to its cell's text, as in Markdown: a\|b. A backslash alone in its cell stands for none. */
function isEscaped(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== Code.backslash) return false;
  let i = at - 2;
  while (i >= 0 && text.charCodeAt(i) === Code.space) i--;
  const before = i < 0 ? 10 : text.charCodeAt(i);
  return before !== 10 && before !== 13 && !isBar(before);
}

/** The cell between two delimiters, without white space and Markdown emphasis around its text. */
export function cellBetween(text: string, from: number, to: number): GridCell {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (end - start > 2 && isEmphasis(text.charCodeAt(start)) && text.charCodeAt(start) === text.charCodeAt(end - 1)) {
    start++;
    end--;
  }
  const marks = marksAround(text, start, end);
  start += marks;
  end -= marks;
  if (start === end) start = end = from + (to > from && isSpace(text.charCodeAt(from)) ? 1 : 0);
  return { start, end, from, to };
}

/** The cell without the quotation marks that programs put around its text. */
export function unquoted(text: string, cell: GridCell): GridCell {
  if (cell.end - cell.start < 2 || text[cell.start] !== '"' || text[cell.end - 1] !== '"') return cell;
  return { ...cell, start: cell.start + 1, end: cell.end - 1 };
}

/** `*` or `` ` ``. */
function isEmphasis(code: number): boolean {
  return code === Code.asterisk || code === Code.backtick;
}

/** Where a figure begins behind marks of emphasis that may also be a line to write on, as many as stand behind it: __0__, ~~0~~. */
function marksAround(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  if (mark !== 95 && mark !== 126) return 0;
  const inside = /^([_~]{1,2})[\d.,]+\1$/.exec(text.slice(start, end));
  return inside?.[1]?.length ?? 0;
}

/** Whether `code` is a bar that delimits cells. */
export function isBar(code: number): boolean {
  return code === Code.bar || code === Code.wideBar || code === Code.boxBar || code === Code.boxHeavyBar || code === Code.boxDoubleBar;
}

function isAllBars(text: string, start: number, to: number): boolean {
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (!isBar(code) && !isSpace(code)) return false;
  }
  return true;
}
