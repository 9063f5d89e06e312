/**
 * Tells a report on open government information from all other texts, by what it holds, never by the file's name. Evidence
 * for and against is weighed: each reader looks for one thing and says in words what it found; where the sum reaches
 * `enough`, the text is a report or a part of one, such as table three alone. What stands in fences of which there are
 * several is shown there, not reported: the examples of a page about such reports.
 */
import { type Message, msg } from '../text/message';
import type { Contents, Evidence, Shown } from './evidence';
import * as against from './evidence-against';
import * as inFavour from './evidence-for';
import { withoutExamples } from './examples';
import type { Recognition } from './recognition';

/** The sum from which on a text is taken for a report. */
const enough = 3;
/** The first year that was reported on by a form that is known here. */
const firstYear = 2019;

interface Reader {
  readonly read: (shown: Shown) => Evidence | undefined;
  /** The most that it may speak for a report, or against one where it is below 0. */
  readonly most: (shown: Shown) => number;
}

const reader = (read: Reader['read'], most: number): Reader => ({ read, most: () => most });

/** In the order in which their reasons count where they weigh the same. */
const readers = {
  title: reader(inFavour.title, 2),
  opening: reader(inFavour.opening, 3),
  ownHeadings: reader(inFavour.ownHeadings, inFavour.mostForOwnHeadings),
  otherHeadings: reader(inFavour.otherHeadings, inFavour.mostForOtherHeadings),
  tables: { read: inFavour.tables, most: (shown) => inFavour.mostForTable * shown.tables.length },
  aspects: reader(inFavour.aspects, 2),
  onRegulation: reader(inFavour.onRegulation, 1),
  anotherKind: reader(against.anotherKind, -16),
  schoolYear: reader(against.schoolYear, -8),
  announcesOther: reader(against.announcesOther, -4),
  addressed: reader(against.addressed, -4),
  program: reader(against.program, -4),
  instructions: reader(against.instructions, -4),
  otherOrder: reader(against.otherOrder, -4),
  listOfReports: reader(against.listOfReports, -4),
} satisfies Readonly<Record<string, Reader>>;

/** The order in which they are asked for the verdict: what was read already first, what looks through the whole text last. */
const byCost: readonly Reader[] = [
  readers.ownHeadings,
  readers.otherHeadings,
  readers.tables,
  readers.otherOrder,
  readers.schoolYear,
  readers.announcesOther,
  readers.addressed,
  readers.anotherKind,
  readers.listOfReports,
  readers.title,
  readers.onRegulation,
  readers.opening,
  readers.aspects,
  readers.program,
  readers.instructions,
];

/** Weighs what `contents` hold; why is worked out when somebody asks. */
export function recognize(contents: Contents): Recognition {
  const seen = withoutExamples(contents);
  const shown: Shown = { ...seen, own: inFavour.ownSections(seen) };
  return new Verdict(shown, !isOlder(shown) && weighsEnough(shown));
}

class Verdict implements Recognition {
  readonly #shown: Shown;

  constructor(
    shown: Shown,
    readonly report: boolean,
  ) {
    this.#shown = shown;
  }

  get reason(): Message {
    return reasonFor(this.#shown, this.report);
  }
}

/** Whether the evidence reaches `enough`. Nobody is asked any more once those that are left could not change that. */
function weighsEnough(shown: Shown): boolean {
  const most = byCost.map((known) => known.most(shown));
  let mostFor = 0;
  let mostAgainst = 0;
  for (const weight of most) {
    if (weight > 0) mostFor += weight;
    else mostAgainst += weight;
  }
  let sum = 0;
  for (const [i, { read }] of byCost.entries()) {
    if (sum + mostAgainst >= enough || sum + mostFor < enough) break;
    const weight = most[i] as number;
    if (weight > 0) mostFor -= weight;
    else mostAgainst -= weight;
    sum += read(shown)?.weight ?? 0;
  }
  return sum >= enough;
}

/** The weightiest evidence for the verdict. */
function reasonFor(shown: Shown, report: boolean): Message {
  if (isOlder(shown)) return msg('是 {0} 年的报告，那时还没有现在的格式', shown.year ?? 0);
  const evidence = Object.values(readers).flatMap(({ read }) => read(shown) ?? []);
  const telling = evidence.filter(({ weight }) => weight > 0 === report).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0];
  return telling?.reason ?? msg('没有认出年报的标题、部分或表格');
}

/** Whether the report is for a year before the form of 2019: nothing it says can be held against a form. */
function isOlder({ year, tables: found, text }: Contents): boolean {
  return year !== undefined && year < firstYear && found.length === 0 && !/20[2-9]\d\s?年/.test(text);
}
