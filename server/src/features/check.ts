/**
 * Checks one report: runs every rule that is not switched off and gives its findings in the order of their place.
 */
import type { Report } from '../report/report';
import { scanProse } from '../report/sentences/prose-scan';
import { byPlace, type Span } from '../text/span';
import { atOnce, pause, type Steps } from '../text/steps';
import { awakeIn, scanner } from '../rules/index';
import type { Finding, Observation, Severity } from '../findings/finding';
import { defaultOptions, type RuleContext, type RuleInfo, type RuleOptions } from '../rules/rule';

/** Severity per rule id as the user set it; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What a check goes by besides severities: what the user set, and the name of the report's file where there is one. */
export type CheckOptions = RuleOptions & Pick<RuleContext, 'fileName'>;

/** What is worked out of a report when a rule first asks for it; each a step of its own. */
const workedOutLater = ['paragraphs', 'sentences', 'figures', 'comparisons', 'explanations'] as const;

/**
 * The findings of `report` (from `parse(text)`), sorted by place. Empty when the text is no report.
 * @param severities what the user set; rules not named keep their default.
 * @param options limits, dates and words as the user set them.
 */
export function check(report: Report, severities: Severities = {}, options: CheckOptions = defaultOptions): Finding[] {
  return atOnce(checkInSteps(report, severities, options));
}

/** The same in steps: a report of two million bytes takes about a second. */
export function* checkInSteps(report: Report, severities: Severities, options: CheckOptions): Steps<Finding[]> {
  const findings: Finding[] = [];
  if (!report.recognized) return findings;
  for (const part of workedOutLater) {
    void report[part];
    yield pause;
  }
  const context = { ...options, scan: scanProse(report, scanner) };
  yield pause;
  for (const rule of awakeIn(context.scan)) {
    const chosen = severityOf(rule, severities);
    if (chosen === 'off') continue;
    for (const observation of rule.check(report, context)) {
      if (rule.family === 'wording' && isAllowed(report.text, observation.span, options.words?.allow)) continue;
      findings.push({
        ...withoutIdleFix(report.text, ordered(observation)),
        code: rule.id,
        severity: chosen ?? observation.severity ?? rule.severity,
      });
    }
    yield pause;
  }
  return findings.sort(byPlace);
}

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
  const { fix, ...rest } = observation;
  if (!fix || fix.edits.length === 0 || fix.edits.some(({ span, newText }) => text.slice(span.start, span.end) !== newText))
    return observation;
  return rest;
}

/** In broken tables the last value of a row may stand before its label: a place begins where the first of both does. */
function ordered(observation: Observation): Observation {
  const { start, end } = observation.span;
  return start <= end ? observation : { ...observation, span: { start: end, end: start } };
}

/** What the user's settings make of a rule; undefined: they leave it as it is. */
export function severityOf({ id, optional }: RuleInfo, severities: Severities): Severity | 'off' | undefined {
  return severities[id] ?? (optional ? 'off' : undefined);
}
