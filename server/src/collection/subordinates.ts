/**
 * The report that is a sum held against the reports that go into it, cell by cell. While one of them is missing or has no
 * number there, only a cell below the sum of the others is wrong. What is in force is no sum: a document of several units is
 * counted once.
 */
import { addUp, type SumCell } from './add-up';
import type { Collection } from './collect';
import type { Submission } from './submission';
import { compare, type Decimal, difference, isZero, sumOf } from './decimal';
import { type Place, places } from './figures';
import { knownFigure } from './pairing';
import type { Unit } from './roster';

export interface Gap {
  readonly place: Place;
  readonly stated: Decimal;
  /** What is stated beyond the sum. */
  readonly gap: Decimal;
  readonly sum: SumCell;
  /** Whether the cell is wrong whatever is still missing. */
  readonly isWrong: boolean;
}

export interface HeldAgainst {
  readonly parent: Submission;
  readonly children: readonly Unit[];
  /** Those of the children's reports that are there. */
  readonly reports: readonly Submission[];
  readonly missing: readonly Unit[];
  /** The cells that differ, in the order of the form. */
  readonly gaps: readonly Gap[];
}

const stocks = ['规章.有效', '规范.有效'];

/** `parent` held against the sum of its units; undefined if it is no sum, nothing to hold it against is there, or the forms differ. */
export function heldAgainst(collection: Collection, parent: Submission): HeldAgainst | undefined {
  const unit = collection.roster.find(parent.unit);
  if (!unit?.sums) return undefined;
  const children = collection.roster.childrenOf(unit);
  const reports = children.flatMap(({ name }) => collection.of(name, parent.year) ?? []);
  if (reports.length === 0 || [parent, ...reports].some(({ digest }) => digest.edition !== 2021)) return undefined;
  const sums = addUp(reports);
  const missing = children.filter(({ name }) => !collection.of(name, parent.year));
  const gaps = places.flatMap((place): Gap[] => {
    const own = knownFigure(parent, place.key);
    const sum = sums.get(place.key);
    if (!own || !sum || stocks.includes(place.key)) return [];
    const gap = difference(own.digits, sum.digits);
    return isZero(gap)
      ? []
      : [{ place, stated: own.digits, gap, sum, isWrong: gap.startsWith('-') || (missing.length === 0 && sum.without.length === 0) }];
  });
  return { parent, children, reports, missing, gaps };
}

/** The gaps that are wrong, without totals whose parts explain them. */
export function unexplained({ gaps }: HeldAgainst): Gap[] {
  const byKey = new Map(gaps.map((gap) => [gap.place.key, gap]));
  return gaps.filter((gap) => gap.isWrong && !isExplained(gap, byKey));
}

/** Whether the parts of a total, some of which are wrong, differ by just as much in all. */
function isExplained({ place, gap }: Gap, gaps: ReadonlyMap<string, Gap>): boolean {
  return partsOf(place).some((keys) => {
    const parts = keys.flatMap((key) => gaps.get(key) ?? []);
    return parts.some(({ isWrong }) => isWrong) && compare(sumOf(parts.map((part) => part.gap)), gap) === 0;
  });
}

/** For each identity in which the cell is the total: the names of the cells that it adds. */
function partsOf({ table, row, column }: Place): string[][] {
  return table.identities.flatMap(({ over, parts, stated }) => {
    if (stated.length !== 1) return [];
    if (over === 'columns') return stated[0] === column ? [parts.map((part) => `${row}.${part}`)] : [];
    return stated[0] === row ? [parts.map((part) => `${part}.${column}`)] : [];
  });
}
