/**
 * Cells between tabs, as pasted from Word or a sheet. Merged cells are blank ones here; tabs at the end are cells too.
 */
import type { GridCell } from './grid';
import { cellBetween } from './pipes';

/** The cells of one line; `to` stands after the line's end, which is left out. */
export function splitTabs(text: string, from: number, to: number): GridCell[] {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  const cells: GridCell[] = [];
  let start = from;
  for (let tab = text.indexOf('\t', from); tab >= 0 && tab < end; tab = text.indexOf('\t', start)) {
    cells.push(cellBetween(text, start, tab));
    start = tab + 1;
  }
  cells.push(cellBetween(text, start, end));
  return cells;
}
