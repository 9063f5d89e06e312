/**
 * Checks one report: runs every rule that is not switched off and gives its findings in the order of their place.
 */
import type { Report } from '../report/report';
import { scanProse } from '../report/sentences/prose-scan';
import { rules, scanner } from '../rules/index';
import type { Finding, Severity } from '../findings/finding';
import { defaultOptions, type RuleInfo, type RuleOptions } from '../rules/rule';

/** Severity per rule id as the user set it; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/**
 * The findings of `report` (from `parse(text)`), sorted by place. Empty when the text is no report.
 * @param severities what the user set; rules not named keep their default.
 * @param options limits and dates as the user set them.
 */
export function check(report: Report, severities: Severities = {}, options: RuleOptions = defaultOptions): Finding[] {
  const findings: Finding[] = [];
  if (!report.recognized) return findings;
  const context = { ...options, scan: scanProse(report, scanner) };
  for (const rule of rules) {
    const chosen = severityOf(rule, severities);
    if (chosen === 'off') continue;
    for (const observation of rule.check(report, context)) {
      findings.push({ ...observation, code: rule.id, severity: chosen ?? observation.severity ?? rule.severity });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** What the user's settings make of a rule; undefined: they leave it as it is. */
export function severityOf({ id, optional }: RuleInfo, severities: Severities): Severity | 'off' | undefined {
  return severities[id] ?? (optional ? 'off' : undefined);
}
