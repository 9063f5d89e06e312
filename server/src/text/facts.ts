/**
 * What a piece of text tells by itself: answers to questions that its own words decide, each worked out once. Pieces with the
 * same words share their answers, also with those of an earlier version of the text, as long as somebody keeps them:
 *
 *     version 1    全年收到申请6件。    →  facts a
 *     version 2    全年收到申请6件。    →  facts a, at another offset: nothing is read again
 *                  全年收到申请66件。   →  facts b
 *
 * So an answer may not tell of anything around the piece, and its offsets count from the start of the piece.
 */

import { type Change, changeBetween } from './change';
import type { Span } from './span';

/** A question that the words of a piece decide alone. Made once, beside the function that answers it. */
export interface Question<T extends object | boolean | number | string | null> {
  readonly index: number;
  readonly answer: (piece: string, facts: Facts) => T;
}

let questions = 0;

/** A question, answered by `answer` from the words of a piece, and from what else is known of it. */
export function question<T extends object | boolean | number | string | null>(answer: (piece: string, facts: Facts) => T): Question<T> {
  return { index: questions++, answer };
}

/** A piece of text and the answers known of it. */
export class Facts {
  /** The reading in which the piece was met last. */
  met = 0;
  private answers: unknown[] | undefined;

  constructor(readonly piece: string) {}

  tell<T extends object | boolean | number | string | null>({ index, answer }: Question<T>): T {
    // Room for all answers at once: an array that grows is copied again and again.
    const answers = (this.answers ??= new Array<unknown>(questions));
    const known = answers[index];
    if (known !== undefined) return known as T;
    const told = answer(this.piece, this);
    answers[index] = told;
    return told;
  }
}

/** The pieces of a text, or of several that are read one after the other, with what is known of them. */
export interface KnownPieces {
  /** The facts of `piece`; the same for the same words. */
  of(piece: string): Facts;
  /**
   * The same for pieces of `text`, cut in its order and collected in `placed` by whoever asks. Those that stand where the text is
   * as it was when `kind` of pieces were last asked for are known by their place: no word of them is looked at.
   */
  inOrder(kind: string, text: string, placed: readonly PlacedPiece[]): (start: number, end: number) => Facts;
  /** A reading is over: what was not met in it may be forgotten. */
  turn(): void;
}

/** A piece and where it was cut from a text. */
export interface PlacedPiece extends Span {
  readonly facts: Facts;
}

/** Finds those of `pieces` that stand where the text has not changed; asked for in its order. */
function unchanged(pieces: readonly PlacedPiece[], { start: first, end: last, by }: Change) {
  let next = 0;
  return (start: number, end: number): Facts | undefined => {
    if (end > first && start < last) return undefined;
    const from = end <= first ? start : start - by;
    while (next < pieces.length && (pieces[next] as PlacedPiece).start < from) next++;
    const piece = pieces[next];
    return piece?.start === from && piece.end - from === end - start ? piece.facts : undefined;
  };
}

/** So many pieces that are no longer met are kept. */
const mostIdle = 1024;

export function knownPieces(): KnownPieces {
  const pieces = new Map<string, Facts>();
  let reading = 1;
  let met = 0;
  /** The reading since which nothing was forgotten. */
  let swept = 0;
  /** By their kind, the pieces of the text that they were last cut from. */
  const last = new Map<string, { readonly text: string; readonly placed: readonly PlacedPiece[] }>();
  const meet = (facts: Facts): Facts => {
    if (facts.met !== reading) {
      facts.met = reading;
      met++;
    }
    return facts;
  };
  const of = (piece: string): Facts => {
    let facts = pieces.get(piece);
    if (!facts) {
      facts = new Facts(ownCopy(piece));
      pieces.set(facts.piece, facts);
    }
    return meet(facts);
  };
  return {
    of,
    inOrder(kind, text, placed) {
      const before = last.get(kind);
      last.set(kind, { text, placed });
      const known = before && unchanged(before.placed, changeBetween(before.text, text));
      return (start, end) => {
        const same = known?.(start, end);
        return same ? meet(same) : of(text.slice(start, end));
      };
    },
    turn() {
      if (pieces.size - met > met + mostIdle) {
        // What other texts of a folder share is met again and again, though not in each.
        for (const [piece, facts] of pieces) if (facts.met <= swept) pieces.delete(piece);
        swept = reading;
      }
      reading++;
      met = 0;
    },
  };
}

/**
 * The same words in memory of their own: a piece cut from a text keeps all of that text in memory. Joined, so that it is no part
 * of another string again: the characters of a part take longer to read.
 */
function ownCopy(piece: string): string {
  return [piece.slice(0, 1), piece.slice(1)].join('');
}
