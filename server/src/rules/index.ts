/** All rules, in the order of the README's table. */
import type { Rule } from './rule';
import { wrongRowTotal } from './wrong-row-total';

export const rules: readonly Rule[] = [
  wrongRowTotal,
];
