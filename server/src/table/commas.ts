/**
 * Rows of a sheet saved as comma-separated values, or with semicolons. A line counts as such only if numbers or blanks make up half of its
 * cells, because prose holds commas too, and numbers hold them between thousands.
 *
 *     "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",6,1,0,0,0,1,8
 */
import type { GridCell } from './cell';
import { cellBetween, unquoted } from './pipes';
import { isAsciiDigit } from '../text/characters';
import { Code } from '../text/code';

const fewestOfNumbersAlone = 7;
const fewestQuoted = 5;
/** A row of one value has a short label. */
const longestOfTwo = 12;

/** The cells of `text[start, to)`, or undefined if the line is no row of such values. */
export function splitCommas(text: string, start: number, to: number): GridCell[] | undefined {
  if (!mayEndRow(text.charCodeAt(to - 1))) return undefined;
  const cells = splitAt(text, start, to, holdsComma(text, start, to) ? 44 : 59);
  return cells && isRow(text, cells) ? cells : undefined;
}

/** A digit, a delimiter, a quotation mark, or what stands for nothing. */
function mayEndRow(code: number): boolean {
  return isAsciiDigit(code) || code === Code.comma || code === Code.semicolon || code === Code.quote || isNone(code);
}

/** The cells between delimiters outside of quotation marks; undefined if a mark is left open. */
function splitAt(text: string, start: number, to: number, delimiter: number): GridCell[] | undefined {
  const cells: GridCell[] = [];
  let from = start;
  let quoted = false;
  for (let i = start; i <= to; i++) {
    const code = i < to ? text.charCodeAt(i) : delimiter;
    if (code === Code.quote) quoted = !quoted;
    else if (code === delimiter && !quoted) {
      cells.push(unquoted(text, cellBetween(text, from, i)));
      from = i + 1;
    }
  }
  return quoted ? undefined : cells;
}

/** Whether enough of the cells are numbers or blank, and a row of one value has a short label. */
function isRow(text: string, cells: readonly GridCell[]): boolean {
  const [first] = cells;
  if (!first || cells.length < 2) return false;
  // A program that quotes every cell.
  if (cells.length >= fewestQuoted && cells.every((cell) => text[cell.start - 1] === '"' && text[cell.end] === '"')) return true;
  const values = cells.filter((cell) => isNumber(text, cell)).length;
  if (values * 2 < cells.length || (cells.length < 4 && first.end - first.start > longestOfTwo)) return false;
  return values < cells.length || cells.length >= fewestOfNumbersAlone;
}

/** Looks no further than the line: a search to the end of the text for each line would not be linear. */
function holdsComma(text: string, start: number, to: number): boolean {
  for (let i = start; i < to; i++) if (text.charCodeAt(i) === Code.comma) return true;
  return false;
}

/** `/`, `-` or `—`, which stand for nothing. */
function isNone(code: number): boolean {
  return code === Code.slash || code === Code.hyphen || code === Code.dash;
}

/** Whether a cell is blank, holds digits alone or a sign that stands for nothing. */
function isNumber(text: string, cell: GridCell): boolean {
  if (cell.end - cell.start === 1 && isNone(text.charCodeAt(cell.start))) return true;
  for (let i = cell.start; i < cell.end; i++) {
    const code = text.charCodeAt(i);
    if (!isAsciiDigit(code) && code !== Code.dot) return false;
  }
  return true;
}
