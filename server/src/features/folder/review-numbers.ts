/** What a page of numbers is made from: the sums of a review's year and of the year before. */
import { addUp, type SumCell } from '../../collection/add-up';
import type { Collection } from '../../collection/collect';
import type { Submission } from '../../collection/submission';
import type { DigitsOf } from './numbers';
import type { NumbersGround } from './numbers-section';
import type { Review } from './review';

/** Superiors whose report is a sum are not added again. */
export function numbersOf({ roster, submissions }: Collection, { year, units }: Review): NumbersGround {
  const of = (wanted: number) =>
    submissions.filter((submission) => submission.year === wanted && roster.find(submission.unit)?.sums !== true);
  const [now, before] = [of(year), of(year - 1)];
  return {
    year,
    now: digitsOf(now),
    before: before.length > 0 ? digitsOf(before) : undefined,
    reports: { now: now.length, before: before.length },
    units: units.filter(({ member }) => member?.sums !== true),
  };
}

function digitsOf(reports: readonly Submission[]): DigitsOf {
  const sums: ReadonlyMap<string, SumCell> = addUp(reports);
  return (key) => sums.get(key)?.digits;
}
