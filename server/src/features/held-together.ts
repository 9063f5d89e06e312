/**
 * Which of many reports are held against which: those whose folders go by one roster together, those under none as well where that
 * is asked for. How the files came is not known here.
 */
import { agencyKey } from '../collection/agency-name';
import { collect, whoseIs } from '../collection/collect';
import { digestOf } from '../collection/digest';
import { type Roster, rosterOf, type Unit } from '../collection/roster';
import type { Filing } from '../collection/submission';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import type { Severities } from './check';
import { checkBetweenInSteps, type FindingsByPath } from './check-between';
import type { Steps } from '../text/steps';

/** A report that may be held against others. */
export interface Held {
  readonly path: string;
  /** The roster in force where it lies; undefined: none. */
  readonly units: readonly Unit[] | undefined;
  readonly severities: Severities;
  filing(roster: Roster): Filing;
}

/**
 * What is found between `reports`, by path; in steps, between which something else may be done.
 * @param all whether reports of units that are in no roster are held against others too.
 */
export function* heldTogether(
  reports: readonly Held[],
  all: boolean,
  rules?: Parameters<typeof checkBetweenInSteps>[2],
): Steps<FindingsByPath> {
  const found = new Map<string, readonly Finding[]>();
  for (const [units = [], group] of byRoster(reports, all)) {
    const roster = rosterOf(units);
    const filings = group.map((report) => report.filing(roster));
    const own = all ? filings : filings.filter((filing) => roster.find(whoseIs(filing, roster).unit ?? '') !== undefined);
    const severities = new Map(group.map((report) => [report.path, report.severities]));
    const steps = checkBetweenInSteps(collect(own, roster), (path) => severities.get(path) ?? {}, rules);
    for (const [path, findings] of yield* steps) found.set(path, findings);
  }
  return found;
}

function byRoster(reports: readonly Held[], all: boolean): ReadonlyMap<readonly Unit[] | undefined, readonly Held[]> {
  const groups = new Map<readonly Unit[] | undefined, Held[]>();
  for (const report of reports) {
    if (!all && report.units === undefined) continue;
    const group = groups.get(report.units);
    if (group) group.push(report);
    else groups.set(report.units, [report]);
  }
  return groups;
}

/** A report as it was read, with what a digest needs of its file. */
export interface Read {
  readonly path: string;
  readonly report: Report;
  /** Whether nianbao wrote the text: then it is no report. */
  readonly written: boolean;
  /** The tables of a document of which nobody can tell which figure belongs to which cell. */
  readonly doubtful: readonly Span[];
  readonly modified: number | undefined;
}

/** What a report is held against others by. */
export function filingFor({ path, report, written, doubtful, modified }: Read, roster: Roster): Filing {
  const namesOf = (agency: string): readonly string[] => {
    const unit = roster.find(agency);
    return unit ? [unit.name, ...unit.aliases].map(agencyKey) : [];
  };
  const digest = digestOf(report, {
    namesOf,
    isUnread: (table) => doubtful.some(({ start, end }) => table.start < end && start < table.end),
  });
  return { path, digest: written ? { ...digest, written } : digest, lines: report.lines, modified };
}

/** The units of all rosters met, each roster and each unit once. */
export function rosterInForce(rosters: readonly (readonly Unit[] | undefined)[]): Roster {
  const units = new Map([...new Set(rosters)].flatMap((roster) => roster ?? []).map((unit) => [unit.name, unit]));
  return rosterOf([...units.values()]);
}
