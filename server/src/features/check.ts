/**
 * Checks one report: runs every rule that is not switched off and gives its findings in the order of their place. After an edit,
 * rules are asked of what it has changed alone, where they say what they look at: see `check-again.ts`.
 */
import type { Report } from '../report/report';
import { scanProse } from '../report/sentences/prose-scan';
import { scanAgain } from '../report/sentences/scan-again';
import { since } from '../report/since';
import { byPlace, type Span } from '../text/span';
import { atOnce, pause, type Steps } from '../text/steps';
import { rules, scanner } from '../rules/index';
import type { Finding, Fix, Observation, Severity } from '../findings/finding';
import { defaultOptions, type ListedRule, type RuleInfo } from '../rules/rule';
import { type Asked, askedOf, type CheckOptions, isAwake } from './asked';
import { againAfter, type Found } from './check-again';

export type { CheckOptions } from './asked';

/** Severity per rule id as the user set it; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** All rules as they are. */
const noSeverities: Severities = {};

/** A report with what each rule found in it. */
export interface Check extends Found {
  /** In the order of their place. */
  readonly findings: readonly Finding[];
}

/** In a longer text each rule is a step of its own. */
const longText = 20_000;

/** What is worked out of a report when a rule first asks for it; each a step of its own. */
const workedOutLater = ['paragraphs', 'sentences', 'figures', 'comparisons', 'explanations'] as const;

/**
 * The findings of `report` (from `parse(text)`), sorted by place. Empty when the text is no report.
 * @param severities what the user set; rules not named keep their default.
 * @param options limits, dates and words as the user set them.
 */
export function check(report: Report, severities: Severities = noSeverities, options: CheckOptions = defaultOptions): readonly Finding[] {
  return atOnce(checkInSteps(report, severities, options)).findings;
}

/**
 * The same in steps: a report of two million bytes takes about a second.
 * @param before what was found by the same settings before an edit.
 */
export function* checkInSteps(report: Report, set: Severities, options: CheckOptions, before?: Found): Steps<Check> {
  if (!report.recognized) return noneIn(report);
  const byRule: (readonly Finding[] | undefined)[] = [];
  const findings: Finding[] = [];
  const severities = Object.keys(set).length > 0 ? set : noSeverities;
  const ask = asking(severities, options);
  const edit = before && since(before.report, report);
  for (const part of edit ? [] : workedOutLater) {
    void report[part];
    yield pause;
  }
  const scan = before && edit ? scanAgain(before.scan, report, scanner, edit) : scanProse(report, scanner);
  yield pause;
  const all = askedOf(report, options, scan);
  const again = before && edit && againAfter(edit, before, { of: all, options, ask });
  const isLong = report.text.length > longText;
  for (const rule of rules) {
    const found = severityOf(rule, severities) === 'off' ? undefined : (again?.(rule) ?? ask(rule, all));
    byRule.push(found);
    if (found) for (const finding of found) findings.push(finding);
    if (isLong) yield pause;
  }
  return { report, scan, findings: findings.sort(byPlace), byRule };
}

/** A report in which nothing is looked for. */
export function noneIn(report: Report): Check {
  return { report, scan: scanProse({ text: report.text, prose: [] }, scanner), findings: [], byRule: [] };
}

/** Asks a rule, by what the user set. */
function asking(severities: Severities, { words }: CheckOptions): (rule: ListedRule, of: Asked) => readonly Finding[] {
  return (rule, of) => {
    if (!isAwake(rule, of)) return nothing;
    const { report, context } = of;
    const observations = rule.check(report, context);
    if (observations.length === 0) return nothing;
    const chosen = severityOf(rule, severities);
    const findings: Finding[] = [];
    for (const observation of observations) {
      if (chosen === 'off' || (rule.family === 'wording' && isAllowed(report.text, observation.span, words?.allow))) continue;
      const severity = chosen ?? observation.severity ?? rule.severity;
      findings.push({ ...withoutIdleFix(report.text, ordered(observation)), code: rule.id, severity });
    }
    return findings;
  };
}

const nothing: readonly never[] = [];

/** Whether what was found is a word that the user allows, or lies in one. */
function isAllowed(text: string, { start, end }: Span, allowed: readonly string[] = []): boolean {
  return allowed.some((word) => {
    const from = Math.max(0, start - word.length);
    const at = word === '' ? -1 : text.slice(from, end + word.length).indexOf(word);
    return at >= 0 && ((from + at <= start && end <= from + at + word.length) || (start <= from + at && from + at + word.length <= end));
  });
}

/** A fix that would change nothing is none. */
function withoutIdleFix(text: string, observation: Observation): Observation {
  return isIdle(text, observation.fix) ? withoutFix(observation) : observation;
}

function isIdle(text: string, fix: Fix | undefined): boolean {
  return (
    fix !== undefined &&
    fix.edits.length > 0 &&
    fix.edits.every(({ span, newText }) => span.end - span.start === newText.length && text.startsWith(newText, span.start))
  );
}

function withoutFix({ fix, ...rest }: Observation): Observation {
  return fix ? rest : { ...rest };
}

/** In broken tables the last value of a row may stand before its label: a place begins where the first of both does. */
function ordered(observation: Observation): Observation {
  const { start, end } = observation.span;
  return start <= end ? observation : { ...observation, span: { start: end, end: start } };
}

/** What the user's settings make of a rule; undefined: they leave it as it is. */
export function severityOf({ id, optional }: RuleInfo, severities: Severities): Severity | 'off' | undefined {
  // Most users set none, and no name is looked up.
  return (severities === noSeverities ? undefined : severities[id]) ?? (optional ? 'off' : undefined);
}
