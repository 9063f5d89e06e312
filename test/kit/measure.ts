/** Plants defects one at a time, and counts for each rule how many are found: the right rule, at the right place. */
import type { Severities } from '../../server/src/features/check';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import type { Finding } from '../../server/src/findings/finding';
import { defaultOptions } from '../../server/src/rules/rule';
import type { Span } from '../../server/src/text/span';
import type { Defect } from './defects';
import { draft, type DraftName, written } from './drafts';
import type { Layout } from './layouts';

/** Rules that are off by default take part. */
const severities: Severities = { 'personal-data': 'warning' };
const options = { ...defaultOptions, overviewLimit: 1000 };

/** One defect in one report. */
export interface Trial {
  readonly defect: Defect;
  readonly draft: DraftName;
  readonly layout: Layout;
  readonly found: boolean;
  /** What was found besides, but by rules that see the same defect, as `code words`. */
  readonly surplus: readonly string[];
  /** What was found in the same report without the defect. */
  readonly alarms: readonly string[];
}

/** The findings in a report that is as clean as `draft` makes it. */
export function findingsIn(text: string): readonly Finding[] {
  return checkUnsilenced(parse(text), severities, options);
}

export function plant(defect: Defect, name: DraftName, layout: Layout): Trial {
  const wrong = draft(name);
  defect.plant(wrong);
  const marked = written(wrong, layout);
  const findings = findingsIn(marked.text);
  const { place = 'exact', also = [] } = defect;
  const hits = marked.ranges.map((range) =>
    findings.filter(({ code, span }) => code === defect.rule && agrees(span, range, place, marked.text)),
  );
  const expected = new Set(hits.flat());
  return {
    defect,
    draft: name,
    layout,
    found: hits.length > 0 && (place === 'any' ? expected.size > 0 : hits.every(({ length }) => length > 0)),
    surplus: described(
      findings.filter((finding) => !expected.has(finding) && !also.includes(finding.code)),
      marked.text,
    ),
    alarms: alarmsWithout(defect, name, layout),
  };
}

function alarmsWithout(defect: Defect, name: DraftName, layout: Layout): string[] {
  if (!defect.right) return [];
  const right = draft(name);
  defect.right(right);
  const { text } = written(right, layout);
  return described(findingsIn(text), text);
}

function agrees(span: Span, range: Span, place: NonNullable<Defect['place']>, text: string): boolean {
  if (place === 'touch') {
    const { start, end } = widened(range, text);
    return span.start <= end && start <= span.end;
  }
  const [a, b] = [trimmed(span, text), trimmed(range, text)];
  return a.start === b.start && a.end === b.end;
}

/** With the white space, bars and commas around it. */
function widened({ start, end }: Span, text: string): Span {
  const before = /[\s|,]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const after = /^[\s|,]*/.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + lead + words.trim().length };
}

function described(findings: readonly Finding[], text: string): string[] {
  return findings.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

/** What was measured of one rule. */
export interface Measured {
  readonly rule: string;
  /** Kinds of defects. */
  readonly kinds: number;
  readonly planted: number;
  readonly found: number;
  /** Findings that should not be there: besides the defect, and in the same report without it. */
  readonly needless: number;
}

/** The trials by rule, in the order of `rules`. */
export function measured(trials: readonly Trial[], rules: readonly string[]): Measured[] {
  return rules.map((rule) => {
    const own = trials.filter(({ defect }) => defect.rule === rule);
    return {
      rule,
      kinds: new Set(own.map(({ defect }) => defect)).size,
      planted: own.length,
      found: own.filter(({ found }) => found).length,
      needless: own.reduce((sum, { surplus, alarms }) => sum + surplus.length + alarms.length, 0),
    };
  });
}
