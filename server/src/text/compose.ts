/**
 * Edits made one after the other, as one list of edits of the first text: minimal, disjoint, sorted. What was written by
 * one step and taken away by the next leaves no trace.
 *
 *     first text   总计 56 件      step 1: 56 → 55      step 2: 55 → 54      together: 56 → 54 ("6" → "4")
 */
import { sortEdits, type TextEdit } from './edit';

/** A part of the present text: of the first text, or written since. */
type TextPiece = { readonly start: number; readonly end: number } | { readonly written: string };

/** A text that is edited step by step. */
export interface EditedText {
  /** The present text. */
  readonly text: string;
  readonly first: string;
  readonly pieces: readonly TextPiece[];
}

export function draftOf(text: string): EditedText {
  return { text, first: text, pieces: [{ start: 0, end: text.length }] };
}

/**
 * The draft with `edits` made, whose spans are places of its present text.
 * @throws RangeError if two edits overlap or one lies outside of the text.
 */
export function revise(draft: EditedText, edits: readonly TextEdit[]): EditedText {
  const pieces: TextPiece[] = [];
  let text = '';
  let done = 0;
  let index = 0;
  let offset = 0;
  /** Takes the old pieces up to `to`; those before `from` are dropped. */
  const take = (from: number, to: number): void => {
    while (offset < to && index < draft.pieces.length) {
      const piece = draft.pieces[index] as TextPiece;
      const length = lengthOf(piece);
      const start = Math.max(from - offset, 0);
      const end = Math.min(to - offset, length);
      if (end > start) pieces.push(partOf(piece, start, end));
      if (offset + length > to) return;
      offset += length;
      index++;
    }
  };
  for (const { span, newText } of sortEdits(edits)) {
    if (span.start < done || span.end < span.start || span.end > draft.text.length) {
      throw new RangeError(`edit at ${span.start}–${span.end} overlaps or lies outside of the text`);
    }
    take(done, span.start);
    if (newText !== '') pieces.push({ written: newText });
    text += draft.text.slice(done, span.start) + newText;
    done = span.end;
  }
  take(done, draft.text.length);
  return { text: text + draft.text.slice(done), first: draft.first, pieces };
}

/** The edits that make the first text the present one. */
export function editsOf({ first, pieces }: EditedText): TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let written = '';
  const flush = (until: number): void => {
    const edit = trimmed(first, done, until, written);
    if (edit) edits.push(edit);
    written = '';
  };
  for (const piece of pieces) {
    if ('written' in piece) {
      written += piece.written;
      continue;
    }
    if (piece.start > done || written !== '') flush(piece.start);
    done = piece.end;
  }
  flush(first.length);
  return edits;
}

/** `written` in place of `first.slice(start, end)`, without what both have in common at either end. */
function trimmed(first: string, start: number, end: number, written: string): TextEdit | undefined {
  let from = start;
  let to = end;
  let low = 0;
  let high = written.length;
  while (from < to && low < high && first[from] === written[low]) {
    from++;
    low++;
  }
  while (to > from && high > low && first[to - 1] === written[high - 1]) {
    to--;
    high--;
  }
  return from === to && low === high ? undefined : { span: { start: from, end: to }, newText: written.slice(low, high) };
}

function lengthOf(piece: TextPiece): number {
  return 'written' in piece ? piece.written.length : piece.end - piece.start;
}

function partOf(piece: TextPiece, start: number, end: number): TextPiece {
  return 'written' in piece ? { written: piece.written.slice(start, end) } : { start: piece.start + start, end: piece.start + end };
}
