/**
 * The form added up over a folder's reports of one year: each unit once, superiors whose report is such a sum left out. Says who
 * is missing, what was left out and why, and which sums lack a unit's number.
 */
import { addUp, type SumCell } from '../../collection/add-up';
import type { Collection } from '../../collection/collect';
import type { Submission } from '../../collection/submission';
import { places, type TablesObject, tablesObject } from '../../collection/figures';
import { type HeldAgainst, heldAgainst } from '../../collection/subordinates';
import type { Reason } from '../../collection/submission';
import { msg, type Message } from '../../text/message';

export interface LeftOut {
  readonly path: string;
  readonly why: Message;
  /** The year that a report of another year is on. */
  readonly otherYear?: number;
}

export interface Total {
  readonly year: number;
  /** The reports that are added up, in the order of the roster, then of their paths. */
  readonly reports: readonly Submission[];
  readonly leftOut: readonly LeftOut[];
  /** Units of the roster without a report of that year. */
  readonly missing: readonly string[];
  readonly incomplete: readonly { readonly cell: string; readonly units: readonly string[] }[];
  readonly sums: ReadonlyMap<string, SumCell>;
  readonly tables: TablesObject;
  /** The superiors' own reports of that year against the sum of their units. */
  readonly held: readonly HeldAgainst[];
}

/**
 * @param unreadable paths of files that could not be read.
 */
export function total(collection: Collection, year: number, unreadable: readonly string[] = []): Total {
  const { roster, submissions } = collection;
  const ofYear = submissions.filter((submission) => submission.year === year);
  const isSum = ({ unit }: Submission) => roster.find(unit)?.sums === true;
  const members = roster.units.flatMap(({ name }) => ofYear.find(({ unit }) => unit === name) ?? []);
  const reports = [...members, ...ofYear.filter(({ unit }) => roster.find(unit) === undefined)].filter((submission) => !isSum(submission));
  const sums = addUp(reports);
  const leftOut: LeftOut[] = [
    ...collection.doubles
      .filter(({ kept }) => kept.year === year)
      .flatMap(({ kept, left }) => left.map(({ submission, reason }) => ({ path: submission.path, why: whyLeft(kept.path, reason) }))),
    ...ofYear.filter(isSum).map(({ path }) => ({ path, why: msg('本身就是下属单位的汇总') })),
    ...submissions
      .filter((submission) => submission.year !== year)
      .map((submission) => ({ path: submission.path, why: msg('是{0}年的报告', submission.year), otherYear: submission.year })),
    ...collection.unplaced.map(({ path, digest }) => ({
      path,
      why: digest.agency === '' ? msg('看不出是哪个单位的报告') : msg('看不出是哪一年的报告'),
    })),
    ...unreadable.map((path) => ({ path, why: msg('读不了') })),
  ];
  return {
    year,
    reports,
    leftOut: leftOut.sort((a, b) => (a.path < b.path ? -1 : 1)),
    missing: roster.units.filter(({ name, sums: own }) => own !== true && !collection.of(name, year)).map(({ name }) => name),
    incomplete: places.flatMap(({ key, name }) => {
      const without = sums.get(key)?.without ?? [];
      return without.length === 0 ? [] : [{ cell: name, units: without.map(({ unit }) => unit) }];
    }),
    sums,
    tables: tablesObject(Object.fromEntries(sums)),
    held: ofYear.filter(isSum).flatMap((parent) => heldAgainst(collection, parent) ?? []),
  };
}

/** Why the report at `kept` counts instead. */
export function whyLeft(kept: string, { by, words }: Reason): Message {
  switch (by) {
    case 'name':
      return words === ''
        ? msg('同一单位同一年的另一份，以 {0} 为准', kept)
        : msg('同一单位同一年的另一份，按文件名（{1}）以 {0} 为准', kept, words);
    case 'signature':
      return msg('同一单位同一年的另一份，按落款日期（{1}）以 {0} 为准', kept, words);
    case 'time':
      return msg('同一单位同一年的另一份，以文件时间较晚的 {0} 为准', kept);
    case 'path':
      return msg('同一单位同一年的另一份，看不出先后，暂以 {0} 为准', kept);
  }
}

/** What was left out, for people: reports of other years by their number. */
export function leftOutWords(leftOut: readonly LeftOut[], say: (message: Message) => string): Message[] {
  const years = [...new Set(leftOut.flatMap(({ otherYear }) => otherYear ?? []))].sort((a, b) => a - b);
  return [
    ...leftOut.filter(({ otherYear }) => otherYear === undefined).map(({ path, why }) => msg('没有计入 {0}：{1}', path, say(why))),
    ...years.map((year) => msg('没有计入{0}年的 {1} 份报告', year, leftOut.filter(({ otherYear }) => otherYear === year).length)),
  ];
}
