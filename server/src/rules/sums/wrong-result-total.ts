/** Table three: in every column the result rows (一) to (六) add up to (七)总计. */
import { columnName } from '../../report/sums/sums';
import { msg } from '../../text/message';
import { failing, rewrite, worked } from '../../findings/identity-findings';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const wrongResultTotal: Rule = {
  id: 'wrong-result-total',
  family: 'sums',
  title: '办理结果总计不等于各项结果之和',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.failingSum,
  check: (report) =>
    failing(report, 'result-total', ({ table, stated: [target], parts, computed, declared }) => ({
      message:
        declared > computed
          ? msg(
              '（七）总计 {0} 应为 {1}，多 {2}（「{3}」列）',
              declared,
              worked(parts, computed),
              declared - computed,
              columnName(table, target.column),
            )
          : msg(
              '（七）总计 {0} 应为 {1}，少 {2}（「{3}」列）',
              declared,
              worked(parts, computed),
              computed - declared,
              columnName(table, target.column),
            ),
      fix: rewrite(table, target, computed),
    })),
};
