/**
 * What reviewers said of the findings of a report, each with its place in the text as it is now: also of what was mended since, which is
 * no finding any more, and of what is new in a report that was returned.
 */
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';
import { fingerprints } from '../silence/fingerprints';
import type { Decision } from '../silence/review-file';
import { placeKey } from './returned';

export interface Thread {
  readonly fingerprint: string;
  readonly span: Span;
  /** The finding; of one that is mended, what was decided of it. */
  readonly about: Finding | Decision;
  readonly decision: Decision['decision'] | undefined;
  readonly became: 'mended' | 'left' | 'added' | undefined;
  readonly reason: string | undefined;
}

/** @param findings all of the report, also those that are not shown. */
export function threadsOf(report: Report, findings: readonly Finding[], decisions: readonly Decision[]): Thread[] {
  const unit = report.title?.agency.replace(/\s/g, '');
  const own = decisions.filter((one) => one.year === report.year && one.unit?.replace(/\s/g, '') === unit && one.decision !== 'silence');
  if (own.length === 0) return [];
  const prints = fingerprints(report, findings);
  const exact = new Map(own.map((one) => [one.fingerprint, one]));
  const returned = new Map(own.filter(({ decision }) => decision === 'return').map((one) => [placeKey(one), one]));
  const silenced = new Set(decisions.filter(({ decision }) => decision === 'silence').map(({ fingerprint }) => fingerprint));
  const met = new Set<Decision>();
  const threads = findings.flatMap((finding): Thread[] => {
    const print = prints.get(finding);
    if (!print || silenced.has(print.fingerprint)) return [];
    const said = exact.get(print.fingerprint) ?? returned.get(placeKey(print));
    if (said) met.add(said);
    else if (returned.size === 0 || (finding.severity !== 'error' && finding.severity !== 'warning')) return [];
    const after = said ? 'left' : 'added';
    return [
      {
        fingerprint: said?.fingerprint ?? print.fingerprint,
        span: finding.span,
        about: finding,
        decision: said?.decision,
        became: said && said.decision !== 'return' ? undefined : after,
        reason: said?.reason,
      },
    ];
  });
  const mended = [...returned.values()]
    .filter((one) => !met.has(one))
    .map((one): Thread => ({
      fingerprint: one.fingerprint,
      span: placeNow(report, one),
      about: one,
      decision: 'return',
      became: 'mended',
      reason: one.reason,
    }));
  return [...threads, ...mended].sort((a, b) => a.span.start - b.span.start);
}

/** Where the place of a decision is in the text now: its cell, its section's heading, else the title. */
function placeNow({ tables, sections, title }: Report, { place = '' }: Decision): Span {
  const [name = '', row, column] = place.split(' · ');
  const table = tables.find(({ form }) => `表${'〇一二三四'[form.number] ?? ''}` === name);
  const line = table?.rows.find(({ form }) => form.id === row);
  const cell = line?.cells.find((_, index) => line.form.columns[index] === column);
  const heading = sections.find(({ form }) => form.numeral === name)?.heading;
  return cell?.span ?? line?.span ?? table?.span ?? heading ?? title?.span ?? { start: 0, end: 0 };
}
