/** Table three: in every column the result rows (一) to (六) add up to (七)总计. */
import { columnName } from '../../report/sums/sums';
import { msg } from '../../text/message';
import { addition, failing, rewrite, signed } from '../../findings/identity-findings';
import type { Rule } from '../rule';

export const wrongResultTotal: Rule = {
  id: 'wrong-result-total',
  family: 'sums',
  title: '办理结果总计不等于各项结果之和',
  severity: 'error',
  fixable: true,
  check: (report) =>
    failing(report, 'result-total', ({ table, target, parts, computed, declared }) => ({
      message: msg(
        '「{0}」列的（七）总计应为 {1}（{2}），现为 {3}，差 {4}',
        columnName(table, target.column),
        computed,
        addition(parts),
        declared,
        signed(declared - computed),
      ),
      fix: rewrite(table, target, computed),
    })),
};
