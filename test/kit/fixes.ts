/** Laws of fixes, applied to every example of every rule. */
import { expect } from 'vitest';
import { parse } from '../../server/src/report/parse';
import { rules } from '../../server/src/rules/index';
import { unusedSilencing } from '../../server/src/rules/residue/unused-silencing';
import { defaultOptions } from '../../server/src/rules/rule';
import { type Finding, fixOf } from '../../server/src/findings/finding';
import { check, type Severities } from '../../server/src/features/check';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { applyEdits } from '../../server/src/text/edit';

/** Findings of one rule in `text`, which stands in a file of that name. */
export function findingsOf(id: string, text: string, fileName?: string): readonly Finding[] {
  // What silences nothing is known only where all rules look.
  if (id === unusedSilencing.id) return checkUnsilenced(parse(text)).filter(({ code }) => code === id);
  return check(parse(text), onlyRule(id), { ...defaultOptions, ...(fileName !== undefined && { fileName }) });
}

/** Settings with which no other rule looks; a rule that is off by default is switched on. */
export function onlyRule(id: string): Severities {
  return Object.fromEntries(
    rules.filter((rule) => rule.id !== id || rule.optional).map((rule) => [rule.id, rule.id === id ? rule.severity : ('off' as const)]),
  );
}

/** After its fix a finding is gone and its rule finds nothing new; edits are minimal, disjoint and inside of the text. */
export function checkFixLaws(id: string, text: string): void {
  const before = findingsOf(id, text);
  for (const finding of before) {
    const own = fixOf(finding);
    for (const fix of [...(own ? [own] : []), ...(finding.alternatives ?? [])]) {
      for (const { span, newText } of fix.edits) {
        expect(text.slice(span.start, span.end), 'an edit must change something').not.toBe(newText);
      }
      const after = applyEdits(text, fix.edits);
      expect(findingsOf(id, after).length, `fix "${fix.title.template}" of ${id}`).toBeLessThan(before.length);
    }
  }
  fixAll(id, text);
}

/** Fixes one finding after the other until none has a fix; fails if that does not end. */
function fixAll(id: string, text: string): void {
  let current = text;
  for (let round = 0; round < 60; round++) {
    const [fix] = findingsOf(id, current).flatMap((finding) => fixOf(finding) ?? []);
    if (!fix) return;
    current = applyEdits(current, fix.edits);
  }
  throw new Error(`fixing ${id} does not converge`);
}
