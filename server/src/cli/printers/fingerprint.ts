/** Fingerprints, by which services tell old findings from new ones: of what makes a finding the same in another version of its text. */
import { createHash } from 'node:crypto';
import { identityOf } from '../../features/finding-identity';
import type { Report } from '../../report/report';
import type { Finding } from '../../findings/finding';

/** Gives each finding of one report its place in the form and its fingerprint; to be asked in the order of the text. */
export function fingerprinter(report: Report): (finding: Finding) => { readonly place: string | undefined; readonly fingerprint: string } {
  const counts = new Map<string, number>();
  return (finding) => {
    const { place, words } = identityOf(report, finding);
    const key = JSON.stringify([finding.code, place, ...words]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return { place, fingerprint: createHash('sha256').update(`${key} ${count}`).digest('hex').slice(0, 32) };
  };
}
