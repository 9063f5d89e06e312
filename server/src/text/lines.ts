/**
 * Lines of a text and the way between offsets and positions. A line ends at \n, \r\n or \r, as in the language server
 * protocol. Lines and characters count from 0, in UTF-16 units.
 */
import type { Change } from './change';
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
  marks.push(addLines(text, 0, text.length, { starts, marks }));
  return { starts, marks, allMarks: allOf(marks), length: text.length };
}

/** The same after an edit: the lines that it did not touch are those of `before`, where it has moved them. */
export function indexLinesAgain(text: string, before: MarkedLines, { start, end, by }: Change): MarkedLines {
  // With the character in front of the edit, which may be a carriage return whose line feed has come or gone.
  const first = lineAt(before, Math.max(0, start - 1));
  const rest = lineAt(before, end - by) + 1;
  const starts = before.starts.slice(0, first + 1);
  const marks = before.marks.slice(0, first);
  const next = before.starts[rest];
  const left = addLines(text, starts[first] as number, next === undefined ? text.length : next + by, { starts, marks });
  if (next === undefined) marks.push(left);
  for (let line = rest + 1; line < before.starts.length; line++) starts.push((before.starts[line] as number) + by);
  for (let line = rest; line < before.starts.length; line++) marks.push(before.marks[line] as number);
  return { starts, marks, allMarks: allOf(marks), length: text.length };
}

/** Adds to `lines` the starts that follow the line ends in `text[from, to)`, and the marks up to each; gives those behind the last. */
function addLines(text: string, from: number, to: number, lines: { readonly starts: number[]; readonly marks: number[] }): number {
  let seen = 0;
  for (let i = from; i < to; i++) {
    const mark = markOf[text.charCodeAt(i)] as number;
    if (mark === 0) continue;
    seen |= mark;
    if (mark !== (Mark.lineEnd as number)) continue;
    if (text.charCodeAt(i) === Code.carriageReturn && text.charCodeAt(i + 1) === Code.lineFeed) i++;
    lines.starts.push(i + 1);
    lines.marks.push(seen);
    seen = 0;
  }
  return seen;
}

function allOf(marks: readonly number[]): number {
  let all = 0;
  for (const mark of marks) all |= mark;
  return all;
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
