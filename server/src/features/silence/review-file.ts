/**
 * `.nianbao-review.json`: what people decided about single findings, kept beside the drafts instead of in them. One decision a
 * line, in a fixed order, so that the files of two people can be merged; what is not known here stays as it is. Which file it
 * is and how it is read is not done here.
 *
 *     { "version": 1, "decisions": [
 *       { "fingerprint": "0f3c…", "rule": "wrong-sum", "decision": "silence", "reason": "另有说明", … }
 *     ] }
 *
 * A finding is known again by its rule, its place in the form and the words around it, and by the unit and year of the report:
 * not by line or file name, so that paragraphs may move, the file be renamed, a new version come in. Where the figure itself or
 * the words at the place are others, it is another finding.
 */
import type { Finding } from '../../findings/finding';
import type { Report } from '../../report/report';
import { hashOf } from '../../text/hash';
import type { Span } from '../../text/span';
import { locate } from '../locate';

export const reviewFileName = '.nianbao-review.json';

/** `silence` and `dismiss`: not to be shown again. `accept` and `return`: of reviewers, and shown as ever. */
export const verdicts = ['silence', 'dismiss', 'accept', 'return'] as const;

export interface Decision {
  readonly fingerprint: string;
  readonly decision: (typeof verdicts)[number];
  readonly rule: string;
  readonly reason?: string;
  /** For people who read the file: where it is, and of whose report. */
  readonly place?: string;
  readonly text?: string;
  readonly unit?: string;
  readonly year?: number;
}

export interface Reviewed {
  readonly findings: readonly Finding[];
  /** The findings that are not to be shown, each with what was decided about it. */
  readonly silenced: readonly Silenced[];
}

export interface Silenced {
  readonly finding: Finding;
  readonly decision: Decision;
}

const version = 1;
/** The largest file that is read, in characters: as for settings. */
export const longestReviewFile = 1_000_000;

/** The decisions in `text`; those that are not whole are passed over. Undefined where the text is none of ours. */
export function readReviewFile(text: string): readonly Decision[] | undefined {
  const list = listIn(text);
  return list?.filter(isDecision);
}

/**
 * `text` with each of `decisions` in the place of an earlier one on the same finding; a new file without a text. Undefined where there is
 * a text that cannot be read: it is not written over.
 */
export function withDecision(text: string | undefined, ...decisions: readonly Decision[]): string | undefined {
  return changed(text, new Map(decisions.map((one) => [one.fingerprint, one])));
}

/** `text` without the decisions on the findings with these fingerprints. Undefined as for `withDecision`. */
export function withoutDecisions(text: string | undefined, prints: readonly string[]): string | undefined {
  return changed(text, new Map(prints.map((one) => [one, undefined])));
}

function changed(text: string | undefined, changes: ReadonlyMap<string, Decision | undefined>): string | undefined {
  const list = text === undefined || text.trim() === '' ? [] : listIn(text);
  if (!list) return undefined;
  const others = list.filter((one) => !isDecision(one) || !changes.has(one.fingerprint));
  return written([...others, ...[...changes.values()].filter((one) => one !== undefined)]);
}

/** The text of a file of `decisions`, in the order in which they always stand. */
export function written(decisions: readonly unknown[]): string {
  const keyOf = (one: unknown): string => (isDecision(one) ? `${one.unit ?? ''} ${one.year ?? ''} ${one.rule} ${one.fingerprint}` : '');
  const sorted = [...decisions].sort((a, b) => Number(keyOf(a) > keyOf(b)) - Number(keyOf(a) < keyOf(b)));
  return `{\n  "version": 1,\n  "decisions": [\n${sorted.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`;
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

/** All that the list of a file holds, whole decisions or not; undefined where the text is none of ours. */
export function listIn(text: string): readonly unknown[] | undefined {
  if (text.length > longestReviewFile) return undefined;
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as { readonly version?: unknown; readonly decisions?: unknown } | null;
    // What a later version means by its decisions is not known here.
    if (typeof value?.version === 'number' && value.version > version) return undefined;
    return Array.isArray(value?.decisions) ? value.decisions : undefined;
  } catch {
    return undefined;
  }
}

export function isDecision(value: unknown): value is Decision {
  const { fingerprint, decision, rule } = (value ?? {}) as Record<string, unknown>;
  return typeof fingerprint === 'string' && typeof rule === 'string' && verdicts.some((known) => known === decision);
}
