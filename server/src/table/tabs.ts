/**
 * Cells between tabs, as pasted from Word or a sheet. Merged cells are blank ones here; tabs at the end are cells too.
 */
import type { GridCell } from './cell';
import { cellBetween, unquoted } from './pipes';
import { Code } from '../text/code';

/**
 * The cells of one line; `to` stands after the line's end, which is left out.
 * @param quotes whether quotation marks may stand in it.
 */
export function splitTabs(text: string, from: number, to: number, quotes: boolean): GridCell[] {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === Code.lineFeed || text.charCodeAt(end - 1) === Code.carriageReturn)) end--;
  const cells: GridCell[] = [];
  let start = from;
  for (let tab = text.indexOf('\t', from); tab >= 0 && tab < end; tab = text.indexOf('\t', start)) {
    cells.push(cellBetween(text, start, tab));
    start = tab + 1;
  }
  cells.push(cellBetween(text, start, end));
  return quotes ? withoutQuotes(text, cells) : cells;
}

/** The cells of a program that puts all of them, or all but figures, in quotation marks; a mark around one of several words belongs to it. */
function withoutQuotes(text: string, cells: GridCell[]): GridCell[] {
  const plain = cells.map((cell) => unquoted(text, cell));
  const all = plain.every((cell, i) => cell !== cells[i] || isFigure(text, cell));
  return all ? plain : plain.map((cell, i) => (isFigure(text, cell) ? cell : (cells[i] as GridCell)));
}

/** A number, what stands for none, or nothing. */
function isFigure(text: string, { start, end }: GridCell): boolean {
  return /^[\d.,/\-—–]*$/.test(text.slice(start, end));
}
