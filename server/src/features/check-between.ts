/** Checks several reports together: runs every rule between files that is not switched off where the report lies that it is about. */
import type { Collection } from '../collection/collect';
import { betweenRules } from '../rules/index';
import type { Finding } from '../findings/finding';
import type { RuleOptions } from '../rules/rule';
import type { Report } from '../report/report';
import { byPlace } from '../text/span';
import { atOnce, pause, type Steps } from '../text/steps';
import { silence } from './silence/silence';
import { type Severities, severityOf } from './check';

export type FindingsByPath = ReadonlyMap<string, readonly Finding[]>;

/**
 * The findings by the path of the report that they are about, sorted by place.
 * @param severitiesOf what the user set for the report at a path.
 */
export function checkBetween(collection: Collection, severitiesOf: (path: string) => Severities = () => ({})): FindingsByPath {
  return atOnce(checkBetweenInSteps(collection, severitiesOf));
}

/** The same in steps, between which whoever runs it may do something else or stop: for a thousand reports it takes seconds. */
export function* checkBetweenInSteps(
  collection: Collection,
  severitiesOf: (path: string) => Severities = () => ({}),
  rules: readonly (typeof betweenRules)[number][] = betweenRules,
): Steps<FindingsByPath> {
  const found = new Map<string, Finding[]>();
  for (const rule of rules) {
    for (const seen of rule.between(collection)) {
      if (seen === pause) {
        yield pause;
        continue;
      }
      const { path, ...observation } = seen;
      const chosen = severityOf(rule, severitiesOf(path));
      if (chosen === 'off') continue;
      const own = found.get(path) ?? [];
      own.push({ ...observation, code: rule.id, severity: chosen ?? observation.severity ?? rule.severity });
      found.set(path, own);
    }
    yield pause;
  }
  for (const findings of found.values()) findings.sort(byPlace);
  return found;
}

/** What a report was checked by. */
interface CheckedBy {
  readonly severities: Severities;
  readonly rules?: RuleOptions;
}

/** The findings of `report` alone with those between it and others among them, but for those that its comments silence. */
export function withBetween(
  report: Report,
  own: readonly Finding[],
  between: readonly Finding[],
  { severities, rules }: CheckedBy,
): readonly Finding[] {
  if (between.length === 0) return own;
  return [...own, ...silence(report, between, severities, rules).findings].sort(byPlace);
}
