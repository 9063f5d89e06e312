/**
 * Several reports put in order: whose each is and of which year, by its title, then by its file's name and folders; and which
 * one counts where a unit handed in several for one year. Who is whose is never guessed: what cannot be told is set aside.
 */
import { agencyKey } from './agency-name';
import { readFileName } from './file-name';
import type { Roster } from './roster';
import type { Doubles, Filing, Submission } from './submission';
import { chooseVersion } from './versions';

export interface Collection {
  readonly roster: Roster;
  /** The reports that count, in the order of their paths: one for each unit and year. */
  readonly submissions: readonly Submission[];
  readonly doubles: readonly Doubles[];
  /** Further files with the same figures as one that counts: the same submission. */
  readonly copies: readonly Submission[];
  /** Reports whose unit or year cannot be told. */
  readonly unplaced: readonly Filing[];
  /** Files that are no reports and were not written by nianbao either, with the unit and year that their names tell. */
  readonly others: readonly { readonly filing: Filing; readonly unit: string | undefined; readonly year: number | undefined }[];
  /** Years reported on, the earliest first. */
  readonly years: readonly number[];
  /** The report of a unit that counts for a year. */
  of(unit: string, year: number): Submission | undefined;
}

/** The reports among `filings`, which are in the order of their paths. */
export function collect(filings: readonly Filing[], roster: Roster): Collection {
  const groups = new Map<string, Submission[]>();
  const unplaced: Filing[] = [];
  const others: Collection['others'][number][] = [];
  for (const filing of filings) {
    if (filing.digest.written) continue;
    const { unit, year } = whoseIs(filing, roster);
    if (!filing.digest.recognized) others.push({ filing, unit, year });
    else if (unit === undefined || year === undefined) unplaced.push(filing);
    else {
      const key = keyOf(unit, year);
      const group = groups.get(key);
      if (group) group.push({ ...filing, unit, year });
      else groups.set(key, [{ ...filing, unit, year }]);
    }
  }
  const chosen = new Map([...groups].map(([key, group]) => [key, chooseVersion(group)]));
  const submissions = [...chosen.values()].map(({ kept }) => kept);
  return {
    roster,
    submissions: submissions.sort((a, b) => (a.path < b.path ? -1 : 1)),
    doubles: [...chosen.values()].filter(({ left }) => left.length > 0),
    copies: [...chosen.values()].flatMap(({ copies }) => copies),
    unplaced,
    others,
    years: [...new Set(submissions.map(({ year }) => year))].sort((a, b) => a - b),
    of: (unit, year) => chosen.get(keyOf(unit, year))?.kept,
  };
}

/** The unit and the year of a file; undefined where neither text nor path tells. */
export function whoseIs(
  { path, digest }: Pick<Filing, 'path' | 'digest'>,
  roster: Roster,
): { readonly unit: string | undefined; readonly year: number | undefined } {
  const named = readFileName(path, (name) => roster.find(name) !== undefined);
  const name = digest.recognized && digest.agency !== '' ? digest.agency : named.unit;
  return {
    unit: name === undefined ? undefined : (roster.find(name)?.name ?? name),
    year: (digest.recognized ? digest.year : undefined) ?? named.year,
  };
}

function keyOf(unit: string, year: number): string {
  return `${year} ${agencyKey(unit)}`;
}
