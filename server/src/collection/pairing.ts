/** Reports of one unit in two years that follow each other, and what a cell says in each. */
import type { Collection } from './collect';
import type { Submission } from './submission';
import type { Decimal } from './decimal';
import type { Span } from '../text/span';

export interface YearPair {
  readonly now: Submission;
  /** The report on the year before. */
  readonly before: Submission;
}

/** Each report that counts with the one of the year before, where there is one. */
export function yearPairs(collection: Collection): YearPair[] {
  return collection.submissions.flatMap((now) => {
    const before = collection.of(now.unit, now.year - 1);
    return before ? [{ now, before }] : [];
  });
}

/** Of a report that is the sum of others: what those had, by which a change of the sum may be explained. */
export interface Behind {
  readonly pairs: readonly YearPair[];
  /** Reports on the year before of units that have none for this year, and the other way round: in one of the two sums only. */
  readonly gone: readonly Submission[];
  readonly come: readonly Submission[];
}

/** What stands behind the two reports of `pair`; nothing unless the unit's report is a sum. */
export function behindOf(collection: Collection, { now }: YearPair): Behind {
  const unit = collection.roster.find(now.unit);
  const pairs: YearPair[] = [];
  const gone: Submission[] = [];
  const come: Submission[] = [];
  for (const { name } of unit?.sums ? collection.roster.childrenOf(unit) : []) {
    const [own, before] = [collection.of(name, now.year), collection.of(name, now.year - 1)];
    if (own && before) pairs.push({ now: own, before });
    else if (own) come.push(own);
    else if (before) gone.push(before);
  }
  return { pairs, gone, come };
}

/** A cell that holds a number. */
export interface Known {
  readonly digits: Decimal;
  readonly span: Span;
}

/** The cell of that name, such as 新收.总计; undefined where no number stands. */
export function knownFigure({ digest }: Submission, key: string): Known | undefined {
  const figure = digest.figures[key];
  return figure?.digits === undefined ? undefined : { digits: figure.digits, span: figure.span };
}
