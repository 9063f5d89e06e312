/**
 * The files of the page held against each other, as `check` of the command line holds them, where a roster was chosen with them:
 * what is found between them joins what is found in each. What a report is held against others by is worked out once for each of its texts.
 */
import type { Filing } from '../collection/submission';
import { withBetween } from '../features/check-between';
import { filingFor, type Held, heldTogether } from '../features/held-together';
import { review } from '../features/silence/fingerprints';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { atOnce } from '../text/steps';
import type { OpenedFile } from './opened-file';

export interface Together {
  /** Holds the files against each other anew; gives those about which something else is found now. */
  hold(files: readonly OpenedFile[]): readonly OpenedFile[];
  /** All that is found in a file, sorted by place, but for what people decided not to see. */
  findingsOf(file: OpenedFile): readonly Finding[];
  /** How much that is. */
  silencedIn(file: OpenedFile): number;
}

export function openTogether(): Together {
  const filings = new WeakMap<Report, Filing>();
  let between: ReadonlyMap<string, readonly Finding[]> = new Map();
  const heldOf = ({ name, report, settings, document, modified }: OpenedFile): Held => ({
    path: name,
    units: settings.units,
    severities: settings.severities,
    filing(roster) {
      const known = filings.get(report);
      if (known) return known;
      const filing = filingFor({ path: name, report, written: false, doubtful: document?.doubtful ?? [], modified }, roster);
      filings.set(report, filing);
      return filing;
    },
  });
  const reviewed = ({ name, report, findings, settings }: OpenedFile) =>
    review(report, withBetween(report, findings, between.get(name) ?? [], settings), settings.decisions ?? []);
  return {
    hold(files) {
      const reports = files.filter(({ report, isPasted }) => report.recognized && !isPasted);
      // Of two with one name, as files from two folders may have, nobody could tell which is meant.
      const named = new Map(reports.map((file) => [file.name, file]));
      const before = between;
      between = atOnce(heldTogether([...named.values()].map(heldOf), false));
      return files.filter(({ name }) => keyOf(before.get(name)) !== keyOf(between.get(name)));
    },
    findingsOf: (file) => reviewed(file).findings,
    silencedIn: (file) => reviewed(file).silenced.length,
  };
}

/** Equal for findings that say the same of the same places. */
function keyOf(findings: readonly Finding[] = []): string {
  return JSON.stringify(
    findings.map(({ code, severity, span, message, related = [] }) => [
      ...[code, severity, span, message],
      related.map((other) => [other.span, other.message, other.elsewhere?.path]),
    ]),
  );
}
