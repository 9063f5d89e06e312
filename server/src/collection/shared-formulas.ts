/**
 * Sentences that most reports of a year have word for word: what the office asks all for, as a form would. Such a sentence tells nothing
 * of who copied from whom and is left out where texts are compared. Of few reports nobody can tell what is usual.
 */
import type { Paragraph } from './masked';
import type { Submission } from './submission';

/** A sentence is usual if so many units have it, and this share of all. */
const leastUnits = 8;
const leastShare = 0.5;

/** What a paragraph says of its own. */
export interface OwnWords {
  readonly words: string;
  /** Characters of it as they stand in the text, white space aside. */
  readonly length: number;
}

/** Gives what a paragraph of a report for `year` says besides the usual. */
export function withoutFormulas(submissions: readonly Submission[]): (paragraph: Paragraph, year: number) => OwnWords {
  const counts = new Map<number, Map<string, number>>();
  const reports = new Map<number, number>();
  for (const { year, digest } of submissions) {
    reports.set(year, (reports.get(year) ?? 0) + 1);
    const ofYear = counts.get(year) ?? new Map<string, number>();
    counts.set(year, ofYear);
    for (const sentence of new Set(digest.paragraphs.flatMap(({ masked }) => masked.split('\n'))))
      ofYear.set(sentence, (ofYear.get(sentence) ?? 0) + 1);
  }
  return ({ masked, length }, year) => {
    const sentences = masked.split('\n');
    const least = Math.max(leastUnits, (reports.get(year) ?? 0) * leastShare);
    const own = sentences.filter((sentence) => (counts.get(year)?.get(sentence) ?? 0) < least);
    const words = own.join('');
    return own.length === sentences.length ? { words, length } : { words, length: shareOf(length, words, sentences.join('')) };
  };
}

function shareOf(length: number, own: string, all: string): number {
  return all.length === 0 ? 0 : Math.round((length * own.length) / all.length);
}
