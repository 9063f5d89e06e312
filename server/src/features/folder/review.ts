/**
 * A folder's reports of one year as a list with one line for each unit, also for one that handed in nothing: whose report is
 * there, in what state it is, what it counts. How the list is shown is not known here.
 */
import type { Collection } from '../../collection/collect';
import type { Submission } from '../../collection/submission';
import { type Decimal, sumOf } from '../../collection/decimal';
import { readFileName } from '../../collection/file-name';
import type { Unit } from '../../collection/roster';
import type { Finding } from '../../findings/finding';

export const states = ['missing', 'unreadable', 'not-a-report', 'errors', 'warnings', 'clean'] as const;
export type State = (typeof states)[number];

/** The figures that a reviewer looks at first; null where none stands. */
export interface KeyFigures {
  readonly received: number | null;
  readonly carriedIn: number | null;
  readonly processed: number | null;
  readonly carriedOut: number | null;
  readonly reviews: number | null;
  readonly lawsuits: number | null;
}

export interface ReviewLine {
  readonly unit: string;
  /** As the roster has it; undefined for a unit that is not in it. */
  readonly member: Unit | undefined;
  readonly state: State;
  readonly path: string | null;
  /** Path of last year's report. */
  readonly lastYear: string | null;
  readonly errors: number;
  readonly warnings: number;
  /** Information counts as hints. */
  readonly hints: number;
  readonly figures: KeyFigures | null;
  /** The report that counts; undefined where there is none. */
  readonly submission: Submission | undefined;
}

export interface Review {
  readonly year: number;
  /** Units of the roster in its order, then others in the order of their paths. */
  readonly units: readonly ReviewLine[];
}

/** What is known of the files besides the collection. */
export interface ReviewGround {
  findingsOf(path: string): readonly Finding[];
  /** Paths of files that could not be read. */
  readonly unreadable: readonly string[];
}

/** The list for `year`. */
export function review(collection: Collection, year: number, ground: ReviewGround): Review {
  const { roster, submissions } = collection;
  const strangers = submissions.filter((submission) => submission.year === year && roster.find(submission.unit) === undefined);
  const line = (unit: string, member: Unit | undefined) => lineOf({ collection, year, ground }, unit, member);
  return {
    year,
    units: [...roster.units.map((member) => line(member.name, member)), ...strangers.map(({ unit }) => line(unit, undefined))],
  };
}

/** The year that is under review where none is named: the latest that occurs; undefined if none does. */
export function latestYear({ years, others }: Collection, unreadable: readonly string[] = []): number | undefined {
  const named = [...others.map(({ year }) => year), ...unreadable.map((path) => readFileName(path).year)];
  return years.at(-1) ?? named.reduce((latest, year) => (year === undefined || (latest ?? 0) > year ? latest : year), undefined);
}

interface Ground {
  readonly collection: Collection;
  readonly year: number;
  readonly ground: ReviewGround;
}

function lineOf({ collection, year, ground }: Ground, unit: string, member: Unit | undefined): ReviewLine {
  const submission = collection.of(unit, year);
  const lastYear = collection.of(unit, year - 1)?.path ?? null;
  const rest = { unit, member, lastYear, submission };
  if (!submission)
    return { ...rest, ...withoutReport({ collection, year, ground }, unit), errors: 0, warnings: 0, hints: 0, figures: null };
  const findings = ground.findingsOf(submission.path);
  const count = (...severities: Finding['severity'][]) => findings.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, warnings, hints] = [count('error'), count('warning'), count('information', 'hint')];
  const state = errors > 0 ? 'errors' : 'clean';
  return {
    ...rest,
    state: errors === 0 && warnings > 0 ? 'warnings' : state,
    path: submission.path,
    errors,
    warnings,
    hints,
    figures: keyFigures(submission),
  };
}

/** What a unit handed in that is no report of that year: a file that cannot be read, one that is something else, nothing. */
function withoutReport({ collection, year, ground }: Ground, unit: string): Pick<ReviewLine, 'state' | 'path'> {
  const { roster, others } = collection;
  const isOf = (named: { readonly unit: string | undefined; readonly year: number | undefined }) =>
    named.unit !== undefined && (roster.find(named.unit)?.name ?? named.unit) === unit && (named.year ?? year) === year;
  const unreadable = ground.unreadable.find((path) => isOf(readFileName(path, (name) => roster.find(name) !== undefined)));
  if (unreadable !== undefined) return { state: 'unreadable', path: unreadable };
  const other = others.find(isOf);
  return other ? { state: 'not-a-report', path: other.filing.path } : { state: 'missing', path: null };
}

function keyFigures(submission: Submission): KeyFigures {
  const { figures } = submission.digest;
  const add = (...keys: string[]): number | null => {
    const digits = keys.map((key) => figures[key]?.digits);
    return digits.includes(undefined) ? null : Number(sumOf(digits as Decimal[]));
  };
  return {
    received: add('新收.总计'),
    carriedIn: add('转入.总计'),
    processed: add('办结.总计'),
    carriedOut: add('转出.总计'),
    reviews: add('复议.总计'),
    lawsuits: add('直诉.总计', '复诉.总计'),
  };
}
