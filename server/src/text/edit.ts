/**
 * Edits: replacements of spans of one text by new text. An edit list is sorted by place and its spans are disjoint.
 */
import { byPlace, type Span } from './span';

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Orders edits by place; two insertions at one place keep their order. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort(byPlace);
}

/**
 * `text` with all of `edits` made.
 * @throws RangeError if two edits overlap or one lies outside of the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { span, newText } of sortEdits(edits)) {
    if (span.start < done || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit at ${span.start}–${span.end} overlaps or lies outside of the text`);
    }
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}
