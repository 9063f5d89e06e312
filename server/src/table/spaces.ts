/**
 * Rows aligned by spaces, as taken from a PDF: words, then numbers up to the end of the line. Only lines that end in
 * numbers are split; words in front of them are split at two or more spaces.
 *
 *     (三)不予公开   1.属于国家秘密     0   0  0 0 0 0   0
 */
import { isDigit, isSpace } from '../text/characters';
import type { GridCell } from './cell';
import { Code } from '../text/code';

const longestValue = 12;
const valueEnds = new Set([...'/／—-无〇件xXoO'].map((c) => c.charCodeAt(0)));

/** The cells of `text[start, to)`, or undefined if the line does not end in numbers set apart by spaces. */
export function splitSpaces(text: string, start: number, to: number): GridCell[] | undefined {
  if (!isValueEnd(text.charCodeAt(to - 1))) return undefined;
  const values: GridCell[] = [];
  let end = to;
  while (end > start) {
    let from = end;
    while (from > start && !isSpace(text.charCodeAt(from - 1)) && end - from <= longestValue) from--;
    if (from > start && !isSpace(text.charCodeAt(from - 1))) break;
    if (!isValue(text, from, end)) break;
    values.push({ start: from, end, from, to: end });
    end = from;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  }
  if (values.length === 0 || (end === start && values.length === 1)) return undefined;
  return [...splitWords(text, start, end, 2), ...values.reverse()];
}

/** The pieces of `text[start, to)` that stand at least `width` spaces apart; a comma or semicolon counts as one. */
export function splitWords(text: string, start: number, to: number, width: number): GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  let spaces = 0;
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isGap(code)) {
      spaces += code === Code.wideSpace ? 2 : 1;
      continue;
    }
    if (spaces >= width && i > from) {
      let end = i;
      while (isGap(text.charCodeAt(end - 1))) end--;
      if (end > from) cells.push({ start: from, end, from, to: end });
      from = i;
    }
    spaces = 0;
  }
  let end = to;
  while (end > from && isGap(text.charCodeAt(end - 1))) end--;
  if (end > from) cells.push({ start: from, end, from, to: end });
  return cells;
}

function isGap(code: number): boolean {
  return code === Code.comma || code === Code.semicolon || isSpace(code);
}

function isValueEnd(code: number): boolean {
  return isDigit(code) || valueEnds.has(code);
}

function isValue(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const digit = isDigit(code);
    if (!digit && !'.,，．-—/／无〇件xXoO'.includes(text[i] as string)) return false;
  }
  const last = text.charCodeAt(end - 1);
  // 件 alone is the end of a word whose characters stand apart.
  return last !== 46 && last !== 44 && text[start] !== '件';
}
