/** Table three: in every row the six kinds of applicants add up to 总计. */
import { nameOf } from '../../report/names';
import { msg } from '../../text/message';
import { failing, rewrite, worked } from '../../findings/identity-findings';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const wrongRowTotal: Rule = {
  id: 'wrong-row-total',
  family: 'sums',
  title: '行总计不等于各类申请人之和',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.failingSum,
  check: (report) =>
    failing(report, 'row-total', ({ table, stated: [target], parts, computed, declared }) => ({
      message:
        declared > computed
          ? msg('总计 {0} 应为 {1}，多 {2}（「{3}」）', declared, worked(parts, computed), declared - computed, nameOf(target.row))
          : msg('总计 {0} 应为 {1}，少 {2}（「{3}」）', declared, worked(parts, computed), computed - declared, nameOf(target.row)),
      fix: rewrite(table, target, computed),
    })),
};
