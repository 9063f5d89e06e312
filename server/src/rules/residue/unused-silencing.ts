/**
 * A comment that silences a rule takes no finding away, or names a rule that does not exist. It looks at what the other
 * rules have found, not at the report, so `features/silence.ts` finds it; what users meet of it is here.
 */
import type { RuleInfo } from '../rule';

export const unusedSilencing: RuleInfo = {
  id: 'unused-silencing',
  family: 'residue',
  title: '静默注释没有用处',
  severity: 'hint',
  fixable: true,
};
