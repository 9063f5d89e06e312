/**
 * Rows of a sheet in which a cell goes on over lines: spreadsheets put it in quotation marks, on the clipboard (tabs) and in
 * files of comma-separated values alike. Rows on one line are read by `tabs.ts` and `commas.ts`.
 *
 *     "三、本年度
 *     办理结果"→（一）予以公开→3→0
 */
import type { GridCell } from './cell';
import { cellBetween } from './pipes';

/** Longest row that goes on over lines. */
const longestRow = 1000;

export interface QuotedRow {
  readonly kind: 'tabs' | 'commas';
  readonly cells: readonly GridCell[];
  /** Where its last line ends, without the line's end. */
  readonly end: number;
}

/** The row that begins at `start` and goes on behind the line's end at `to`; undefined if there is no such. */
export function readQuotedRow(text: string, start: number, to: number): QuotedRow | undefined {
  let marks = 0;
  for (let at = text.indexOf('"', start); at >= 0 && at < to; at = text.indexOf('"', at + 1)) marks++;
  if (marks % 2 === 0) return undefined;
  for (const [kind, delimiter] of [
    ['tabs', 9],
    ['commas', 44],
  ] as const) {
    const row = splitQuoted(text, start, to, delimiter);
    if (row) return { kind, ...row };
  }
  return undefined;
}

function splitQuoted(text: string, start: number, to: number, delimiter: number): { cells: GridCell[]; end: number } | undefined {
  const cells: GridCell[] = [];
  const limit = Math.min(text.length, start + longestRow);
  for (let from = start; from <= limit;) {
    let end = from;
    if (text[from] === '"') {
      end = closing(text, from, limit);
      if (end < 0) return undefined;
      cells.push(quotedCell(text, from, end));
    } else {
      while (end < text.length && text.charCodeAt(end) !== delimiter && !isLineEnd(text, end)) end++;
      cells.push(cellBetween(text, from, end));
    }
    if (end === text.length || isLineEnd(text, end)) return end > to && cells.length > 1 ? { cells, end } : undefined;
    if (text.charCodeAt(end) !== delimiter) return undefined;
    from = end + 1;
  }
  return undefined;
}

/** Behind the mark that closes the cell whose opening mark stands at `open`; a mark inside is written twice. -1 if there is none. */
function closing(text: string, open: number, limit: number): number {
  let end = open + 1;
  for (; end < limit; end++) {
    if (text[end] !== '"') continue;
    if (text[end + 1] !== '"') return end + 1;
    end++;
  }
  return -1;
}

function quotedCell(text: string, from: number, to: number): GridCell {
  const cell = { ...cellBetween(text, from + 1, to - 1), from, to };
  const inside = text.slice(cell.start, cell.end);
  const shown = inside.replace(/\s*[\r\n]+\s*/g, '').replaceAll('""', '"');
  return shown === inside ? cell : { ...cell, shown };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
