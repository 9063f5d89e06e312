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

/** Of a unit whose report is the sum of others': the pairs of those, by which a change of the sum may be explained. */
export function pairsBehind(collection: Collection, { now }: YearPair): YearPair[] {
  const unit = collection.roster.find(now.unit);
  const children = unit?.sums ? collection.roster.childrenOf(unit) : [];
  return children.flatMap(({ name }) => {
    const [own, before] = [collection.of(name, now.year), collection.of(name, now.year - 1)];
    return own && before ? [{ now: own, before }] : [];
  });
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
