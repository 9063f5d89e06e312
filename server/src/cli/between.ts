/**
 * The findings between files: reports under one roster are held against each other, those under none as well where that is
 * asked for.
 */
import { collect, whoseIs } from '../collection/collect';
import { rosterOf, type Unit } from '../collection/roster';
import { checkBetween } from '../features/check-between';
import { silence } from '../features/silence/silence';
import type { Finding } from '../findings/finding';
import { type CheckedFile, filingOf } from './check-file';

/** Whether a file may have findings between files, so that it cannot be told before all are read. */
export function isHeldAgainst({ settings: { units }, result }: CheckedFile, all: boolean): boolean {
  return result.report.recognized && (all || units !== undefined);
}

/**
 * The files with what is found between them among their findings.
 * @param all whether reports of units that are in no roster are held against others too.
 */
export function withBetween(files: readonly CheckedFile[], all: boolean): CheckedFile[] {
  const found = new Map<string, readonly Finding[]>();
  const groups = new Map<readonly Unit[] | undefined, CheckedFile[]>();
  for (const file of files) {
    if (!isHeldAgainst(file, all)) continue;
    const group = groups.get(file.settings.units);
    if (group) group.push(file);
    else groups.set(file.settings.units, [file]);
  }
  for (const [units = [], group] of groups) {
    const roster = rosterOf(units);
    const filings = group.map((file) => filingOf(file, roster));
    const own = all ? filings : filings.filter((filing) => roster.find(whoseIs(filing, roster).unit ?? '') !== undefined);
    const severities = new Map(group.map(({ result, settings }) => [result.path, settings.severities]));
    for (const [path, findings] of checkBetween(collect(own, roster), (asked) => severities.get(asked) ?? {})) found.set(path, findings);
  }
  return files.map((file) => withFindings(file, found.get(file.result.path) ?? []));
}

/** The file with `more` among its findings, without those that comments in it silence. */
export function withFindings(file: CheckedFile, more: readonly Finding[]): CheckedFile {
  if (more.length === 0) return file;
  const { result } = file;
  const kept = silence(result.report, more, file.settings.severities, file.settings.rules).findings;
  const findings = [...result.findings, ...kept].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { ...file, result: { ...result, findings } };
}
