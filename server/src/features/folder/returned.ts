/**
 * What became of a report that was returned: which of the findings for which it was returned are mended, which still stand, and what is
 * new since. A figure that was changed and is still wrong still stands.
 */
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { fingerprints } from '../silence/fingerprints';
import type { Decision } from '../silence/review-file';

export interface Returned {
  /** `changed`: something for which it was returned is no longer there, or something new is. */
  readonly state: 'returned' | 'changed';
  readonly mended: number;
  readonly left: number;
  readonly added: number;
}

/**
 * @param known gives the report as it is now, asked for only where it was returned; undefined where there is none.
 * @returns undefined for a report that was not returned.
 */
export function submissionOf(
  decisions: readonly Decision[],
  { unit, year }: { readonly unit: string; readonly year: number },
  known: (() => { readonly report: Report; readonly findings: readonly Finding[] }) | undefined,
): Returned | undefined {
  const returned = decisions.filter(
    (one) => one.decision === 'return' && one.year === year && one.unit?.replace(/\s/g, '') === unit.replace(/\s/g, ''),
  );
  if (returned.length === 0 || !known) return undefined;
  const { report, findings } = known();
  const prints = fingerprints(report, findings);
  const now = findings.flatMap((finding) => {
    const told = prints.get(finding);
    return told && (finding.severity === 'error' || finding.severity === 'warning') ? [placeKey(told)] : [];
  });
  const all = new Set(findings.flatMap((finding) => placeKey(prints.get(finding) ?? { rule: '' })));
  const before = new Set(returned.map(placeKey));
  const left = returned.filter((one) => all.has(placeKey(one))).length;
  const mended = returned.length - left;
  const decided = new Set(decisions.map(placeKey));
  const added = now.filter((key) => !before.has(key) && !decided.has(key)).length;
  return { state: mended > 0 ? 'changed' : 'returned', mended, left, added };
}

/** A cell is the same cell whatever stands in it; words are known by what they say. */
export function placeKey({ rule, place, text }: Pick<Decision, 'rule' | 'place' | 'text'>): string {
  const isCell = (place?.split(' · ').length ?? 0) > 2;
  return JSON.stringify([rule, place, isCell ? '' : text]);
}
