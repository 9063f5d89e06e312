/**
 * The readers of one line of a text, one for each way of separating cells, in the order in which they are tried: what can be
 * told for certain first, prose last. Each adds what it read to the grid and says which line comes next.
 */
import { isDigits, isHan, isSpace } from '../text/characters';
import { isDirective } from '../text/directives';
import type { LineIndex } from '../text/lines';
import type { GridCell, GridKind, GridLine } from './cell';
import { splitCommas } from './commas';
import { readHtml, shownText } from './html';
import { cellBetween, isBar, splitPipes } from './pipes';
import { readQuotedRow } from './quoted-rows';
import { RuledRows } from './ruled-rows';
import { splitSpaces } from './spaces';
import { readTabbedLines, usesTabLines } from './tab-lines';
import { splitTabs } from './tabs';
import { Code } from '../text/code';
import { Mark, marksIn } from '../text/marks';

/** A line that is being read. */
export interface LineExtent {
  /** Its index in the text. */
  readonly line: number;
  /** Where it begins and, behind the line's end, where the next one does. */
  readonly from: number;
  readonly full: number;
  /** Its text without white space and list marks. */
  readonly start: number;
  readonly to: number;
  /** The marks in it. */
  readonly marks: number;
}

/** Reads a line, and those after it that belong to it. Gives the index of the next line; undefined: not of this kind. */
type LineReader = (reading: GridReading, extent: LineExtent) => number | undefined;

/** A line longer than this stands between tables, not in one. */
export const proseLength = 48;
/** More lines of delimiters alone than this hold no row's cells. */
const longestBlank = 64;
/** No table has more cells in a line. */
const mostCells = 500;
/** Longest figure that is read with its emphasis. */
const longestFigure = 16;
/** Longest line that may be a row of numbers set apart by spaces or commas. */
const spacedLength = 640;

/** What a text holds anywhere, as far as lines are read by it. */
export interface Traits {
  /** Whether cells may hold tags, entities or escaped characters. */
  readonly markup: boolean;
  readonly quotes: boolean;
  readonly tabs: boolean;
  /** Whether rows are written with a line of one tab between cells. */
  readonly tabLines: boolean;
}

/** What stands in cells otherwise than it is shown. Markdown's writers keep a character from being a mark by a backslash: `1\.`. */
const markup = Mark.tag | Mark.entity | Mark.escape;

export function traitsOf(text: string, marks = marksIn(text)): Traits {
  const tabs = (marks & Mark.tab) !== 0;
  return { markup: (marks & markup) !== 0, quotes: (marks & Mark.quote) !== 0, tabs, tabLines: tabs && usesTabLines(text) };
}

/** What is known while a text is read line by line. */
export class GridReading {
  readonly grid: GridLine[] = [];
  readonly ruled: RuledRows;
  /** Blank lines since the last one that was read. */
  gap = 0;
  /** Lines of nothing but delimiters since the last that held something. */
  fillers = 0;
  /** Whether the rows of bars seen so far begin with one. */
  edged: boolean | undefined;

  constructor(
    readonly text: string,
    readonly lines: LineIndex,
    readonly traits: Traits,
  ) {
    this.ruled = new RuledRows(this.grid, text);
  }

  add(kind: GridKind, cells: readonly GridCell[], line: number, filler = false): void {
    this.grid.push({ kind, cells, line, gap: this.gap, filler });
    this.gap = 0;
  }

  /** The line behind `line` that begins at `end` or behind it. */
  lineBehind(line: number, end: number): number {
    const { starts } = this.lines;
    let next = line + 1;
    while (next < starts.length && (starts[next] as number) < end) next++;
    return next;
  }
}

/** A row whose cells stand on lines of their own, with lines of one tab between. */
const readTabLines: LineReader = (reading, { line, start, to }) => {
  if (!reading.traits.tabLines || start === to) return undefined;
  const row = readTabbedLines(reading.text, reading.lines, line);
  if (!row) return undefined;
  reading.add('tabs', row.cells, line);
  return row.next;
};

/** A row of a table that is blank throughout: nothing but tabs. One tab alone separates nothing. */
const readBlankTabs: LineReader = (reading, { line, from, start, to, full, marks }) => {
  if (start !== to || !(marks & Mark.tab)) return undefined;
  const cells = splitTabs(reading.text, from, full, false);
  if (cells.length < 3 || cells.length > mostCells) return undefined;
  reading.add('tabs', cells, line, true);
  return line + 1;
};

const readBlank: LineReader = (reading, { line, start, to }) => {
  if (start !== to) return undefined;
  reading.gap++;
  return line + 1;
};

/** Comments that silence findings hold nothing of the report. */
const passDirective: LineReader = ({ text }, { line, start, to }) => (isDirective(text, start, to) ? line + 1 : undefined);

const readHtmlTable: LineReader = (reading, { line, start, to, marks }) => {
  if (!(marks & Mark.tag)) return undefined;
  const tag = reading.text.indexOf('<', start);
  if (!startsTable(reading.text, tag, to)) return undefined;
  const html = readHtml(reading.text, tag, reading.lines, line);
  // Tags that show nothing are passed over at once, not line by line.
  if (html.grid.length === 0) return tag === start ? reading.lineBehind(line, html.end) : undefined;
  for (const row of html.grid) reading.grid.push(row);
  reading.gap = 0;
  return reading.lineBehind(line, html.end);
};

/** A line that begins with a tag outside of tables: what it shows. */
const readTagged: LineReader = (reading, { line, start, to, marks }) => {
  if (!(marks & Mark.tag) || !/^<\/?[a-z]/i.test(reading.text.slice(start, start + 3))) return undefined;
  const cell = shownText(reading.text, start, to);
  if (cell) reading.add('bare', [cell], line);
  else reading.gap++;
  return line + 1;
};

/** A row with a cell that goes on over lines in quotation marks. */
const readQuoted: LineReader = (reading, { line, from, to, marks }) => {
  const row = marks & Mark.quote ? readQuotedRow(reading.text, from, to) : undefined;
  if (!row) return undefined;
  reading.add(row.kind, row.cells, line);
  return reading.lineBehind(line, row.end);
};

const readBars: LineReader = (reading, { line, start, to, marks }) => {
  const { text, grid } = reading;
  if (!(marks & Mark.bar) || isCrowded(text, start, to)) return undefined;
  if (isRuler(text, start, to)) {
    reading.ruled.ruler();
    return line + 1;
  }
  const split = splitPipes(text, start, to, reading.edged !== false);
  const cells = marks & markup ? split.map((cell) => withoutMarkup(text, cell)) : split;
  const filler = cells.every(isBlank);
  if (!filler) reading.edged = isBar(text.charCodeAt(start)) && reading.edged !== false;
  reading.fillers = filler ? reading.fillers + 1 : 0;
  if (reading.fillers > longestBlank) return line + 1;
  const previous = grid.at(-1);
  if (filler && previous && endsOpen(previous)) cells.shift();
  if (cells.length > 0) reading.add('pipes', cells, line, filler);
  else if (previous) grid[grid.length - 1] = { ...previous, kind: 'pipes' };
  reading.gap = 0;
  return line + 1;
};

const readTabs: LineReader = (reading, { line, from, start, full, marks }) => {
  const { text } = reading;
  if (!(marks & Mark.tab) || isCrowded(text, from, full)) return undefined;
  reading.ruled.end();
  const cells = splitTabs(text, isQuoted(text, from, start) ? start : from, full, (marks & Mark.quote) !== 0);
  reading.add('tabs', marks & Mark.escape ? cells.map((cell) => withoutEscapes(text, cell)) : cells, line);
  return line + 1;
};

/** Whether the mark of a quotation stands between the beginning of a line and its text. */
function isQuoted(text: string, from: number, start: number): boolean {
  return start > from && text.slice(from, start).includes('>');
}

const passRuler: LineReader = ({ text, ruled }, { line, start, to }) => {
  if (!isRuler(text, start, to)) return undefined;
  ruled.ruler();
  return line + 1;
};

/** A figure alone on its line. */
const readFigure: LineReader = (reading, { line, start, to }) => {
  if (to - start > longestFigure || !isDigits(reading.text, start, to)) return undefined;
  reading.ruled.end();
  reading.fillers = 0;
  reading.add('bare', [{ start, end: to, from: start, to }], line);
  return line + 1;
};

/** Words or numbers set apart by commas or spaces, or the whole line as one cell. */
const readPlain: LineReader = (reading, { line, start, to, marks }) => {
  const { text } = reading;
  reading.ruled.end();
  if (to - start > proseLength || isHeading(text, start)) reading.edged = undefined;
  reading.fillers = 0;
  const short = to - start < spacedLength;
  const separated = short ? splitCommas(text, start, to) : undefined;
  const spaced = short && !separated ? splitSpaces(text, start, to) : undefined;
  if (separated) reading.add('commas', separated, line);
  else if (spaced) reading.add('spaces', spaced, line);
  else {
    const cell = bareCell(text, start, to);
    reading.add('bare', [marks & markup && to - start <= proseLength ? withoutBreaks(text, cell) : cell], line);
  }
  return line + 1;
};

/** Reads the line that `extent` tells, and those after it that belong to it; gives the index of the next line. */
export function readLine(reading: GridReading, extent: LineExtent): number {
  const isPlain = (extent.marks & (Mark.tab | Mark.bar | Mark.tag | Mark.quote)) === 0 && !reading.traits.tabLines;
  for (const read of isPlain ? plainReaders : lineReaders) {
    const next = read(reading, extent);
    if (next !== undefined) return next;
  }
  return extent.line + 1;
}

/** Of a line without any mark. */
const plainReaders: readonly LineReader[] = [readBlank, readFigure, passDirective, passRuler, readPlain];

const lineReaders: readonly LineReader[] = [
  readTabLines,
  readBlankTabs,
  readBlank,
  passDirective,
  readHtmlTable,
  readTagged,
  readQuoted,
  readBars,
  readTabs,
  passRuler,
  readFigure,
  readPlain,
];

function isBlank({ start, end }: GridCell): boolean {
  return start === end;
}

/** Whether a line begins as headings do, between tables: 二、 or ##. */
function isHeading(text: string, start: number): boolean {
  return text.charCodeAt(start) === Code.hash || (text.charCodeAt(start + 1) === Code.enumerationComma && isHan(text.charCodeAt(start)));
}

/** A line's text as its one cell; of a figure without its emphasis: **0**. */
function bareCell(text: string, start: number, to: number): GridCell {
  if (to - start > longestFigure || text.charCodeAt(start) !== Code.asterisk) return { start, end: to, from: start, to };
  const inside = cellBetween(text, start, to);
  return /^[\d.]+$/.test(text.slice(inside.start, inside.end)) ? inside : { start, end: to, from: start, to };
}

/** Whether a line holds more delimiters than any table's; it is then one cell of prose. */
function isCrowded(text: string, start: number, to: number): boolean {
  if (to - start <= mostCells) return false;
  let bars = 0;
  for (let i = start; i < to && bars <= mostCells; i++) {
    const code = text.charCodeAt(i);
    if (code === Code.tab || isBar(code)) bars++;
  }
  return bars > mostCells;
}

/** Markdown's text without the backslashes in front of marks; a backslash alone stands for none. */
function unescaped(piece: string): string {
  return piece.length > 1 && piece.includes('\\') ? piece.replace(/\\([!-/:-@[-`{-~])/g, '$1') : piece;
}

/** The cell as it is seen where its text is escaped. */
function withoutEscapes(text: string, cell: GridCell): GridCell {
  const piece = text.slice(cell.start, cell.end);
  const shown = unescaped(piece);
  return shown === piece ? cell : { ...cell, shown };
}

/** A cell alone on its line as it is seen: without escapes, and without breaks of lines inside. */
function withoutBreaks(text: string, cell: GridCell): GridCell {
  return /<br\b/i.test(text.slice(cell.start, cell.end)) ? withoutMarkup(text, cell) : withoutEscapes(text, cell);
}

/** A Markdown cell with breaks, entities or escaped bars inside: 商业<br>企业, &nbsp;, a\|b. */
function withoutMarkup(text: string, cell: GridCell): GridCell {
  const piece = text.slice(cell.start, cell.end);
  if (!/[<&\\]/.test(piece)) return cell;
  const shown = unescaped(piece.replace(/<[^<>]*>/g, '').replace(/&(?:nbsp|ensp|emsp);?/g, ' ')).trim();
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
    if (code === Code.hyphen || code === Code.equals || code === Code.colon) dashes++;
    else if (code >= Code.boxFirst && code <= Code.boxLast) {
      if (code !== Code.boxBar && code !== Code.boxHeavyBar && code !== Code.boxDoubleBar) dashes += 2;
    } else if (
      code !== Code.bar &&
      code !== Code.wideBar &&
      code !== Code.plus &&
      code !== Code.asterisk &&
      code !== Code.underscore &&
      !isSpace(code)
    )
      return false;
  }
  return dashes > 1 && /[-=:]{2}|[\u2500\u2501\u2504-\u2550\u2552-\u257f]/.test(text.slice(start, to));
}
