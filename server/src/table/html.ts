/**
 * Cells of HTML tables, by parse5's tokenizer: one grid line for each `<tr>`, tags and entities inside of a cell left
 * out of what is shown. Merged cells need no care: a cell stands once, where its tag stands.
 */
import type * as Parse5 from 'parse5';
import { lineEnd, type LineIndex, lineAt } from '../text/lines';
import type { GridCell, GridLine } from './cell';

/** What a piece of HTML shows, and where its first and last shown characters stand. */
interface Shown {
  shown: string;
  start: number;
  end: number;
}

/**
 * Reads the table that begins at `at`, and what else stands on the line where it ends.
 * @returns its lines, and the offset up to which the text was read.
 */
export function readHtml(text: string, at: number, lines: LineIndex, firstLine: number): { grid: GridLine[]; end: number } {
  const closing = /<\/table\s*>/gi;
  closing.lastIndex = at;
  let end = endOfTable(text, at);
  const rest = lines.starts[lineAt(lines, end) + 1] ?? text.length;
  // Another table on the same line: read on to its end.
  for (let next = text.slice(end, rest).search(/<table[\s>]/i); next >= 0;) {
    closing.lastIndex = end + next;
    if (!closing.exec(text)) break;
    end = closing.lastIndex;
    next = end < rest ? text.slice(end, rest).search(/<table[\s>]/i) : -1;
  }
  end = Math.max(end, lines.starts[lineAt(lines, end) + 1] ?? text.length);
  return { grid: rowsOf(text, at, end, lines, firstLine), end };
}

/** Where the table ends that begins at `at`, by its own closing tag if that comes before another table begins. */
function endOfTable(text: string, at: number): number {
  if (/^<table/i.test(text.slice(at, at + 6))) {
    const next = /<(\/?)table[\s>]/gi;
    next.lastIndex = at + 6;
    if (next.exec(text)?.[1]) return text.indexOf('>', next.lastIndex - 1) + 1;
  }
  return endOfRows(text, at);
}

/** Where rows end that stand in no table, or in one that is not closed: as far as they follow each other. */
function endOfRows(text: string, at: number): number {
  const closing = /<\/(?:tr|tbody|thead|tfoot|table)\s*>/gi;
  const more = /\s*<\/?t(?:r|d|h|body|head|foot|able)\b/iy;
  closing.lastIndex = at;
  while (closing.exec(text)) {
    more.lastIndex = closing.lastIndex;
    if (!more.test(text)) return closing.lastIndex;
  }
  // Rows that are not closed either: to the end of the line on which the last cell begins.
  const opening = /<t(?:able|[rdh])[\s>]/gi;
  let last = at;
  opening.lastIndex = at;
  while (opening.exec(text)) last = opening.lastIndex;
  return lineEnd(text, last);
}

/** The text that `text[start, to)` shows when its tags are left out; undefined if it has none. */
export function shownText(text: string, start: number, to: number): GridCell | undefined {
  const piece: Shown = { shown: '', start: -1, end: -1 };
  tokenize(text.slice(start, to), start, { characters: (chars, raw, from) => add(piece, chars, raw, from) });
  if (piece.start < 0) return undefined;
  return { start: piece.start, end: piece.end, from: start, to, shown: piece.shown.trim() };
}

function rowsOf(text: string, at: number, end: number, lines: LineIndex, firstLine: number): GridLine[] {
  const grid: GridLine[] = [];
  let cells: GridCell[] = [];
  let outside: Shown = { shown: '', start: -1, end: -1 };
  let cell: (Shown & { from: number; inner: number }) | undefined;
  const push = (row: GridCell[], kind: 'html' | 'bare') => {
    const first = row[0];
    if (first)
      grid.push({
        kind,
        cells: row,
        line: Math.max(firstLine, lineAt(lines, first.from)),
        gap: 0,
        filler: row.every((c) => c.start === c.end),
      });
  };
  const endCell = (to: number) => {
    if (cell) cells.push(closeCell(cell, to));
    cell = undefined;
  };
  const endRow = () => {
    push(cells, 'html');
    cells = [];
  };
  const endOutside = () => {
    if (outside.start >= 0)
      push([{ start: outside.start, end: outside.end, from: outside.start, to: outside.end, shown: outside.shown.trim() }], 'bare');
    outside = { shown: '', start: -1, end: -1 };
  };
  tokenize(text.slice(at, end), at, {
    characters: (chars, raw, from) => add(cell ?? outside, chars, raw, from),
    open: (name, from, to) => {
      if (name === 'td' || name === 'th') {
        endCell(from);
        endOutside();
        cell = { shown: '', start: -1, end: -1, from: to, inner: to };
      } else if (name === 'tr' || name === 'table') {
        endCell(from);
        endRow();
        endOutside();
      } else if (name === 'br') (cell ?? outside).shown += '\n';
      else if (cell && cell.start < 0) cell.inner = to;
      else if (!cell) endOutside();
    },
    close: (name, from) => {
      if (name === 'td' || name === 'th') endCell(from);
      else if (name === 'tr' || name === 'table') {
        endCell(from);
        endRow();
      } else if (!cell) endOutside();
    },
  });
  endCell(end);
  endRow();
  endOutside();
  return grid;
}

function closeCell(cell: Shown & { from: number; inner: number }, to: number): GridCell {
  if (cell.start < 0) return { start: cell.inner, end: cell.inner, from: cell.from, to };
  const shown = cell.shown.replace(unseen, '').replace(/\s+/g, ' ').trim();
  return { start: cell.start, end: cell.end, from: cell.from, to, shown };
}

/** Characters that nothing is seen of: marks of direction, joiners, soft hyphens. */
const unseenClass = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff';
const unseen = new RegExp(`[${unseenClass}]`, 'g');
const blanks = `(?:[\\s${unseenClass}]|&(?:nbsp|[et][mnh][a-z]*sp|#160|#12288|#x0*a0|#x3000);?)*`;
const leadingBlanks = new RegExp(`^${blanks}`, 'i');
const trailingBlanks = new RegExp(`${blanks}$`, 'i');

/** Adds characters to what is shown; blank ones, also written as entities, neither begin nor end it. */
function add(piece: Shown, chars: string, raw: string, from: number): void {
  piece.shown += chars;
  if (chars.replace(unseen, '').trim() === '') return;
  if (piece.start < 0) piece.start = from + (leadingBlanks.exec(raw) as RegExpExecArray)[0].length;
  piece.end = from + raw.length - (trailingBlanks.exec(raw.slice(-64)) as RegExpExecArray)[0].length;
}

/** parse5, read when the first HTML table is met: most reports have none, and it takes longer to load than all the rest. */
export function parse5(): typeof Parse5 {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at start
  return require('parse5') as typeof Parse5;
}

interface Handlers {
  characters: (chars: string, raw: string, from: number) => void;
  open?: (name: string, from: number, to: number) => void;
  close?: (name: string, from: number) => void;
}

/** Runs parse5's tokenizer; offsets handed on are those of the whole text, `base` being the slice's place in it. */
function tokenize(html: string, base: number, handlers: Handlers): void {
  const place = (token: Parse5.Token.Token) => ({
    from: base + (token.location?.startOffset ?? 0),
    to: base + (token.location?.endOffset ?? 0),
  });
  const characters = (token: Parse5.Token.CharacterToken) => {
    const { from, to } = place(token);
    handlers.characters(token.chars, html.slice(from - base, to - base), from);
  };
  const { Tokenizer } = parse5();
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        const { from, to } = place(token);
        handlers.open?.(token.tagName, from, to);
      },
      onEndTag: (token) => handlers.close?.(token.tagName, place(token).from),
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
      onParseError: null,
    },
  );
  tokenizer.write(html, true);
}
