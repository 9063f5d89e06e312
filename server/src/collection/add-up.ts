/**
 * The form added up over several reports, exactly. A unit whose cell holds no number makes the sum of that cell incomplete,
 * never smaller without a word.
 */
import type { Submission } from './submission';
import { type Decimal, sumOf } from './decimal';
import { places } from './figures';

export interface SumCell {
  /** The sum of those that have a number. */
  readonly digits: Decimal;
  /** Those that have none. */
  readonly without: readonly Submission[];
}

/** The sums by the names of the cells. */
export function addUp(submissions: readonly Submission[]): ReadonlyMap<string, SumCell> {
  return new Map(
    places.map(({ key, money }) => {
      const known = submissions.flatMap(({ digest }) => digest.figures[key]?.digits ?? []);
      const digits = money && known.length === 0 ? '0.00' : sumOf(known);
      return [key, { digits, without: submissions.filter(({ digest }) => digest.figures[key]?.digits === undefined) }] as const;
    }),
  );
}
