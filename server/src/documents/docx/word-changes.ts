/**
 * Edits of the text as changes of words in the file: which characters of which runs go, and what comes in their place. An edit
 * may only touch the words of one paragraph or cell; what it does to blanks and pipes between cells is nothing to the file.
 */
import type { Run } from '../document';
import type { PlacedWords } from '../compose';
import { applyEdits, type TextEdit } from '../../text/edit';

export interface WordChange {
  readonly piece: PlacedWords;
  readonly edits: readonly TextEdit[];
  readonly before: string;
  readonly after: string;
  /** Characters that go, by the source in which they stand. */
  readonly removed: readonly { readonly source: number; readonly from: number; readonly length: number }[];
  /** Where new characters come in if none go; undefined where nothing stands. */
  readonly insertAt: { readonly source: number; readonly from: number } | undefined;
  readonly newText: string;
}

/** The changes that can be made in the file, and the edits that cannot. */
export function divideEdits(
  text: string,
  pieces: readonly PlacedWords[],
  edits: readonly TextEdit[],
): { readonly changes: WordChange[]; readonly left: TextEdit[] } {
  const byPiece = new Map<PlacedWords, TextEdit[]>();
  const left: TextEdit[] = [];
  for (const edit of edits) {
    const { span } = edit;
    const piece = pieces.find(({ place }) => place.start <= span.start && span.end <= place.end);
    if (piece) byPiece.set(piece, [...(byPiece.get(piece) ?? []), edit]);
    else left.push(edit);
  }
  const changes: WordChange[] = [];
  for (const [piece, own] of byPiece) {
    const change = changeOf(text, piece, own);
    if (change === 'impossible') left.push(...own);
    else if (change) changes.push(change);
  }
  return { changes, left };
}

function changeOf(text: string, piece: PlacedWords, edits: readonly TextEdit[]): WordChange | undefined | 'impossible' {
  const { place, runs } = piece;
  const inside = edits.map(({ span, newText }) => ({
    span: { start: span.start - place.start, end: span.end - place.start },
    newText,
  }));
  const before = text.slice(piece.start, piece.end);
  const whole = applyEdits(text.slice(place.start, place.end), inside);
  const after = piece.inTable ? whole.trim() : whole;
  if (after === before) return undefined;
  if (after.split('\n').length > before.split('\n').length || (piece.inTable && /(?<!\\)\|/.test(after))) return 'impossible';
  const { from, to } = difference(before, after);
  const newText = after.slice(from, after.length - (before.length - to));
  const removed = runs.flatMap((run) => removedFrom(run, from, to));
  const count = removed.reduce((sum, { length }) => sum + length, 0);
  // Numbers that Word writes by itself stand in no run.
  if (count !== to - from) return 'impossible';
  const insertAt = count === 0 ? insertionPlace(runs, from) : undefined;
  if (count === 0 && insertAt === undefined && before !== '') return 'impossible';
  return { piece, edits, before, after, removed, insertAt, newText: newText.replaceAll('\\|', '|') };
}

/** Where two texts differ, in the first; a figure goes as a whole. */
function difference(before: string, after: string): { readonly from: number; readonly to: number } {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let end = 0;
  while (end < before.length - from && end < after.length - from && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  let to = before.length - end;
  const isFigure = (text: string, i: number) => /[\d.]/.test(text[i] ?? '');
  if (isFigure(before, from) || isFigure(after, from)) while (from > 0 && isFigure(before, from - 1)) from--;
  if (isFigure(before, to - 1) || isFigure(after, after.length - end - 1)) while (isFigure(before, to)) to++;
  return { from, to };
}

function removedFrom(
  { at, length, source, from: start }: Run,
  from: number,
  to: number,
): { source: number; from: number; length: number }[] {
  const first = Math.max(at, from);
  const last = Math.min(at + length, to);
  return first < last ? [{ source, from: start + first - at, length: last - first }] : [];
}

/** Behind the character before, or before the one behind. */
function insertionPlace(runs: readonly Run[], at: number): { readonly source: number; readonly from: number } | undefined {
  const before = runs.find((run) => run.at < at && at <= run.at + run.length);
  const run = before ?? runs.find((one) => one.at === at);
  return run && { source: run.source, from: run.from + at - run.at };
}
