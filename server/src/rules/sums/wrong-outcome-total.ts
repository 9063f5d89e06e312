/** Table four: in each of its three groups the four outcomes add up to 总计. */
import { msg } from '../../text/message';
import { failing, rewrite, worked } from '../../findings/identity-findings';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const wrongOutcomeTotal: Rule = {
  id: 'wrong-outcome-total',
  family: 'sums',
  title: '复议诉讼总计不等于各种结果之和',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.failingSum,
  check: (report) =>
    failing(report, 'outcome-total', ({ table, stated: [target], parts, computed, declared }) => ({
      message:
        declared > computed
          ? msg('总计 {0} 应为 {1}，多 {2}（「{3}」）', declared, worked(parts, computed), declared - computed, target.row.label)
          : msg('总计 {0} 应为 {1}，少 {2}（「{3}」）', declared, worked(parts, computed), computed - declared, target.row.label),
      fix: rewrite(table, target, computed),
    })),
};
