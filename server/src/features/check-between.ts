/** Checks several reports together: runs every rule between files that is not switched off where the report lies that it is about. */
import type { Collection } from '../collection/collect';
import { betweenRules } from '../rules/index';
import type { Finding } from '../findings/finding';
import { type Severities, severityOf } from './check';

/**
 * The findings by the path of the report that they are about, sorted by place.
 * @param severitiesOf what the user set for the report at a path.
 */
export function checkBetween(
  collection: Collection,
  severitiesOf: (path: string) => Severities = () => ({}),
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const rule of betweenRules) {
    for (const { path, ...observation } of rule.between(collection)) {
      const chosen = severityOf(rule, severitiesOf(path));
      if (chosen === 'off') continue;
      const own = found.get(path) ?? [];
      own.push({ ...observation, code: rule.id, severity: chosen ?? observation.severity ?? rule.severity });
      found.set(path, own);
    }
  }
  for (const findings of found.values()) findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return found;
}
