/**
 * What was decided about findings, brought together with those of a report. A finding is known again by its rule, its place in the
 * form and the words around it, and by the unit and year of the report: not by line or file name, so that paragraphs may move, the
 * file be renamed, a new version come in. Where the figure itself or the words at the place are others, it is another finding.
 */
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { hashOf } from '../../text/hash';
import type { Span } from '../../text/span';
import { locate } from '../locate';
import type { Decision } from './review-file';

export interface Reviewed {
  readonly findings: readonly Finding[];
  /** The findings that are not to be shown, each with what was decided about it. */
  readonly silenced: readonly Silenced[];
}

export interface Silenced {
  readonly finding: Finding;
  readonly decision: Decision;
}

/** Takes away those of `findings` (of `report`, in the order of their place) about which it was decided so. */
export function review(report: Report, findings: readonly Finding[], decisions: readonly Decision[]): Reviewed {
  const hidden = new Map(
    decisions.filter(({ decision }) => decision === 'silence' || decision === 'dismiss').map((one) => [one.fingerprint, one]),
  );
  if (hidden.size === 0) return { findings, silenced: [] };
  const known = fingerprints(report, findings);
  const decisionOn = (finding: Finding): Decision | undefined => hidden.get(known.get(finding)?.fingerprint ?? '');
  const silenced = findings.flatMap((finding) => {
    const decision = decisionOn(finding);
    return decision ? [{ finding, decision }] : [];
  });
  return { findings: findings.filter((finding) => !decisionOn(finding)), silenced };
}

/** What each finding is known by, with what a person reads. */
export function fingerprints(
  report: Report,
  findings: readonly Finding[],
): ReadonlyMap<Finding, Pick<Decision, 'fingerprint' | 'rule' | 'place' | 'text' | 'unit' | 'year'>> {
  const counts = new Map<string, number>();
  const unit = report.title?.agency;
  return new Map(
    findings.map((finding) => {
      const place = shownPlaceOf(report, finding.span);
      const text = squeezed(report.text.slice(finding.span.start, Math.min(finding.span.end, finding.span.start + longestText)));
      const words = place?.isCell ? text : wordsAround(report.text, finding.span);
      const key = JSON.stringify([finding.code, unit, report.year, place?.name, words]);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      const told = {
        fingerprint: hashOf(`${key} ${count}`),
        rule: finding.code,
        ...(place && { place: place.name }),
        ...(text !== '' && { text }),
        ...(unit !== undefined && unit !== '' && { unit }),
        ...(report.year !== undefined && { year: report.year }),
      };
      return [finding, told] as const;
    }),
  );
}

const longestText = 40;
/** Characters on either side that belong to a finding in prose, if they stand on its line. */
const reach = 16;

/** 表三 · 新收 · 总计 for a cell, 一 for text in a section. */
function shownPlaceOf(report: Report, span: Span): { readonly name: string; readonly isCell: boolean } | undefined {
  const place = locate(report, span.start);
  if (!place || place.kind === 'title') return undefined;
  if (!('table' in place)) return place.section && { name: place.section.form.numeral, isCell: false };
  const names = [`表${numerals[place.table.form.number] ?? ''}`];
  if (place.kind === 'cell') names.push(place.row.form.id, place.column.id);
  else if ('form' in place) names.push(place.form.id);
  return { name: names.join(' · '), isCell: place.kind === 'cell' };
}

const numerals: Readonly<Record<number, string>> = { 2: '二', 3: '三', 4: '四' };

function wordsAround(text: string, { start, end }: Span): string {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(end, end + reach))?.[0] ?? '';
  return squeezed(before + text.slice(start, Math.min(end, start + longestText)) + after);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
