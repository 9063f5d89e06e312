/**
 * Lines of a text and the way between offsets and positions. A line ends at \n, \r\n or \r, as in the language server
 * protocol. Lines and characters count from 0, in UTF-16 units.
 */
import { slice, type Span } from './span';
import { Code } from './code';
import { Mark, markOf } from './marks';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  /** Offset of the first character of each line; starts[0] === 0. */
  readonly starts: readonly number[];
  readonly length: number;
}

/** Lines with the marks that stand in each, see `marks.ts`. */
export interface MarkedLines extends LineIndex {
  readonly marks: readonly number[];
  /** Those that stand anywhere. */
  readonly allMarks: number;
}

/** The start offset of every line of `text`, and the marks in it: both told in one pass. */
export function indexLines(text: string): MarkedLines {
  const starts = [0];
  const marks: number[] = [];
  const { length } = text;
  let allMarks = 0;
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const mark = markOf[text.charCodeAt(i)] as number;
    if (mark === 0) continue;
    seen |= mark;
    if (mark !== (Mark.lineEnd as number)) continue;
    if (text.charCodeAt(i) === Code.carriageReturn && text.charCodeAt(i + 1) === Code.lineFeed) i++;
    starts.push(i + 1);
    marks.push(seen);
    allMarks |= seen;
    seen = 0;
  }
  marks.push(seen);
  return { starts, marks, allMarks: allMarks | seen, length };
}

/** The line in which `offset` stands, by binary search. */
export function lineAt(lines: LineIndex, offset: number): number {
  const { starts } = lines;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Position of `offset`; offsets outside of the text are moved to its nearest end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.length));
  const line = lineAt(lines, inside);
  return { line, character: inside - (lines.starts[line] as number) };
}

/** Offset of `position`; a position outside of the text is moved to its nearest end. */
export function offsetAt(lines: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines.starts[position.line];
  if (start === undefined) return lines.length;
  const next = lines.starts[position.line + 1] ?? lines.length;
  return Math.max(start, Math.min(start + position.character, next));
}

/** Start and end position of `span`. */
export function rangeOf(lines: LineIndex, span: Span): { readonly start: Position; readonly end: Position } {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** Where a line begins and ends, its line break left out. */
export function lineSpan(text: string, lines: LineIndex, line: number): Span {
  const start = lines.starts[line] ?? text.length;
  let end = lines.starts[line + 1] ?? text.length;
  while (end > start && isBreak(text, end - 1)) end--;
  return { start, end };
}

/** The text of a line without its line break. */
export function lineText(text: string, lines: LineIndex, line: number): string {
  return slice(text, lineSpan(text, lines, line));
}

/** The start of the line in which `offset` stands, for texts without an index. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  return start;
}

/** The end of that line, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end++;
  return end;
}

/** The line break that the first of `texts` with any has; `\n` where none has. */
export function lineBreakOf(...texts: readonly string[]): string {
  for (const text of texts) {
    const found = /\r\n|\n|\r/.exec(text)?.[0];
    // A lone carriage return written in front of a line feed would be one line end with it.
    if (found === '\r' && texts.some((other) => other.includes('\n'))) return '\n';
    if (found !== undefined) return found;
  }
  return '\n';
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
