/** Table four: in each of its three groups the four outcomes add up to 总计. */
import { msg } from '../../text/message';
import { addition, failing, rewrite, signed } from '../../findings/identity-findings';
import type { Rule } from '../rule';

export const wrongOutcomeTotal: Rule = {
  id: 'wrong-outcome-total',
  family: 'sums',
  title: '复议诉讼总计不等于各种结果之和',
  severity: 'error',
  fixable: true,
  check: (report) =>
    failing(report, 'outcome-total', ({ table, target, parts, computed, declared }) => ({
      message: msg(
        '「{0}」的总计应为 {1}（{2}），现为 {3}，差 {4}',
        target.row.label,
        computed,
        addition(parts),
        declared,
        signed(declared - computed),
      ),
      fix: rewrite(table, target, computed),
    })),
};
