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
import { isDirective } from '../text/directives';
import type { LineIndex } from '../text/lines';
import { splitCommas } from './commas';
import { readHtml, shownText } from './html';
import { cellBetween, findPipes, isBar, splitPipes } from './pipes';
import { readQuotedRow } from './quoted-rows';
import { RuledRows } from './ruled-rows';
import { splitSpaces } from './spaces';
import { splitTabs } from './tabs';

/** One cell. Offsets into the text; `start === end` for a blank cell. */
export interface GridCell {
  /** The cell's text without white space and emphasis marks around it. */
  readonly start: number;
  readonly end: number;
  /** From one delimiter to the next. */
  readonly from: number;
  readonly to: number;
  /** The text that the reader sees where it is not `text.slice(start, end)`: tags and entities in HTML. */
  readonly shown?: string;
}

export type GridKind = 'bare' | 'pipes' | 'tabs' | 'spaces' | 'commas' | 'html';

export interface GridLine {
  readonly kind: GridKind;
  readonly cells: readonly GridCell[];
  /** Index of the (first) line of the text. */
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** The cells of the line are not all of a row: it holds nothing but delimiters. */
  readonly filler: boolean;
}

/** A line longer than this stands between tables, not in one. */
const proseLength = 48;
/** More lines of delimiters alone than this hold no row's cells. */
const longestBlank = 64;
/** No table has more cells in a line. */
const mostCells = 500;
/** Longest figure that is read with its emphasis. */
const longestFigure = 16;
/** Longest line that may be a row of numbers set apart by spaces or commas. */
const spacedLength = 640;

/** The lines of `text` that are not blank, as lines of cells, in the order of the text. */
export function readGrid(text: string, lines: LineIndex): GridLine[] {
  const grid: GridLine[] = [];
  const starts = lines.starts;
  const pipes = findPipes(text);
  let tab = text.indexOf('\t');
  let tag = text.indexOf('<');
  const markup = tag >= 0 || text.includes('&') || text.includes('\\|');
  let quote = text.indexOf('"');
  let gap = 0;
  /** Lines of nothing but delimiters since the last that held something. */
  let fillers = 0;
  /** Whether the rows of bars seen so far begin with one. */
  let edged: boolean | undefined;
  const ruled = new RuledRows(grid, text);
  for (let line = 0; line < starts.length; line++) {
    const from = starts[line] as number;
    let to = starts[line + 1] ?? text.length;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    let start = from;
    while (start < to && isSpace(text.charCodeAt(start))) start++;
    start = behindListMark(text, start, to);
    if (start === to) {
      gap++;
      continue;
    }
    if (isDirective(text, start, to)) continue;
    if (tag >= 0 && tag < start) tag = text.indexOf('<', start);
    if (tag >= 0 && tag < to && startsTable(text, tag, to)) {
      const html = readHtml(text, tag, lines, line);
      if (html.grid.length > 0) {
        for (const row of html.grid) grid.push(row);
        while (line + 1 < starts.length && (starts[line + 1] as number) < html.end) line++;
        gap = 0;
        continue;
      }
    }
    if (tag === start && /^<\/?[a-z]/i.test(text.slice(tag, tag + 3))) {
      const cell = shownText(text, start, to);
      if (cell) grid.push({ kind: 'bare', cells: [cell], line, gap, filler: false });
      gap = cell ? 0 : gap + 1;
      continue;
    }
    const full = starts[line + 1] ?? text.length;
    if (quote >= 0 && quote < from) quote = text.indexOf('"', from);
    const row = quote >= 0 && quote < to ? readQuotedRow(text, from, to) : undefined;
    if (row) {
      grid.push({ kind: row.kind, cells: row.cells, line, gap, filler: false });
      while (line + 1 < starts.length && (starts[line + 1] as number) < row.end) line++;
      gap = 0;
      continue;
    }
    if (pipes.isIn(start, to) && !isCrowded(text, start, to)) {
      if (isRuler(text, start, to)) ruled.ruler();
      else {
        const led = isBar(text.charCodeAt(start));
        let cells = splitPipes(text, start, to, edged !== false);
        if (markup) cells = cells.map((cell) => withoutMarkup(text, cell));
        const filler = cells.every((cell) => cell.start === cell.end);
        if (!filler) edged = led && edged !== false;
        fillers = filler ? fillers + 1 : 0;
        if (fillers > longestBlank) continue;
        const previous = grid[grid.length - 1];
        if (filler && previous && endsOpen(previous)) cells.shift();
        if (cells.length > 0) grid.push({ kind: 'pipes', cells, line, gap, filler });
        else if (previous) grid[grid.length - 1] = { ...previous, kind: 'pipes' };
        gap = 0;
      }
      continue;
    }
    if (tab >= 0 && tab < from) tab = text.indexOf('\t', from);
    if (tab >= 0 && tab < full && !isCrowded(text, from, full)) {
      ruled.end();
      grid.push({ kind: 'tabs', cells: splitTabs(text, from, full), line, gap, filler: false });
    } else if (isRuler(text, start, to)) {
      ruled.ruler();
      continue;
    } else {
      ruled.end();
      if (to - start > proseLength || isHeading(text, start)) edged = undefined;
      fillers = 0;
      const short = to - start < spacedLength;
      const separated = short ? splitCommas(text, start, to) : undefined;
      const spaced = short && !separated ? splitSpaces(text, start, to) : undefined;
      const kind = separated ? 'commas' : spaced ? 'spaces' : 'bare';
      grid.push({ kind, cells: separated ?? spaced ?? [bareCell(text, start, to)], line, gap, filler: false });
    }
    gap = 0;
  }
  ruled.end();
  return grid;
}

/** Whether a line begins as headings do, between tables: 二、 or ##. */
function isHeading(text: string, start: number): boolean {
  return text[start] === '#' || (text[start + 1] === '、' && /[一-鿿]/.test(text[start] as string));
}

/** A line's text as its one cell; of a figure without its emphasis: **0**. */
function bareCell(text: string, start: number, to: number): GridCell {
  if (to - start > longestFigure || text.charCodeAt(start) !== 42) return { start, end: to, from: start, to };
  const inside = cellBetween(text, start, to);
  return /^[\d.]+$/.test(text.slice(inside.start, inside.end)) ? inside : { start, end: to, from: start, to };
}

/** Where a line's text begins behind Markdown's marks of quotations and lists: `> 0`, `- 0`. `- 3 -` is a page's number. */
function behindListMark(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  const isQuote = code === 62;
  const isItem = (code === 45 || code === 42 || code === 0x2022) && text.charCodeAt(to - 1) !== code;
  if ((!isQuote && !isItem) || to - start < 3 || text.charCodeAt(start + 1) !== 32) return start;
  let from = start + 1;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** Whether a line holds more delimiters than any table's; it is then one cell of prose. */
function isCrowded(text: string, start: number, to: number): boolean {
  if (to - start <= mostCells) return false;
  let bars = 0;
  for (let i = start; i < to && bars <= mostCells; i++) {
    const code = text.charCodeAt(i);
    if (code === 9 || isBar(code)) bars++;
  }
  return bars > mostCells;
}

/** A Markdown cell with breaks, entities or escaped bars inside: 商业<br>企业, &nbsp;, a\|b. */
function withoutMarkup(text: string, cell: GridCell): GridCell {
  const piece = text.slice(cell.start, cell.end);
  if (!/[<&|]/.test(piece)) return cell;
  const shown = piece
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:nbsp|ensp|emsp);?/g, ' ')
    .replaceAll('\\|', '|')
    .trim();
  if (shown === piece) return cell;
  return shown === '' ? { ...cell, end: cell.start } : { ...cell, shown };
}

/**
 * Whether a delimiter line of its own ends the cell before it: `0` and, on the next line, `|`.
 * Not so after `0 |`, where a lone `|` is a blank cell.
 */
function endsOpen(previous: GridLine): boolean {
  return previous.kind === 'bare';
}

function startsTable(text: string, at: number, to: number): boolean {
  return /<(?:table|tbody|tr)[\s>]/i.test(text.slice(at, to));
}

/** A line that only draws: `|---|:--:|`, `+----+`, `├──┼──┤`, `=====`. */
function isRuler(text: string, start: number, to: number): boolean {
  let dashes = 0;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 45 || code === 61 || code === 58) dashes++;
    else if (code >= 0x2500 && code <= 0x257f) {
      if (code !== 0x2502 && code !== 0x2503 && code !== 0x2551) dashes += 2;
    } else if (code !== 124 && code !== 43 && code !== 42 && code !== 95 && !isSpace(code)) return false;
  }
  return dashes > 1 && /[-=:]{2}|[\u2500\u2501\u2504-\u2550\u2552-\u257f]/.test(text.slice(start, to));
}
