/** Table three: in every row the six kinds of applicants add up to 总计. */
import { nameOf } from '../../report/names';
import { msg } from '../../text/message';
import { addition, failing, rewrite, signed } from '../../findings/identity-findings';
import type { Rule } from '../rule';

export const wrongRowTotal: Rule = {
  id: 'wrong-row-total',
  family: 'sums',
  title: '行总计不等于各类申请人之和',
  severity: 'error',
  fixable: true,
  check: (report) =>
    failing(report, 'row-total', ({ table, target, parts, computed, declared }) => ({
      message: msg(
        '「{0}」的总计应为 {1}（{2}），现为 {3}，差 {4}',
        nameOf(target.row),
        computed,
        addition(parts),
        declared,
        signed(declared - computed),
      ),
      fix: rewrite(table, target, computed),
    })),
};
