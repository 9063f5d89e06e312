/** Table three: in every column 一＋二＝三＋四: requests received and carried over are processed or carried forward. */
import { columnName } from '../../report/sums/sums';
import { msg } from '../../text/message';
import { addition, failing, rewrite, signed } from '../../findings/identity-findings';
import type { Rule } from '../rule';

export const unbalancedRequests: Rule = {
  id: 'unbalanced-requests',
  family: 'sums',
  title: '新收加结转不等于办结加转下年',
  severity: 'error',
  fixable: true,
  check: (report) =>
    failing(report, 'balance', ({ table, target, parts, stated, computed, declared }) => {
      const right = (target.cell.value ?? 0) + computed - declared;
      return {
        message: msg(
          '「{0}」列不平衡：一＋二＝{1}（{2}），三＋四＝{3}（{4}），差 {5}',
          columnName(table, target.column),
          computed,
          addition(parts),
          declared,
          addition([...stated].reverse()),
          signed(declared - computed),
        ),
        // Only a count that can be: nothing below zero is carried forward.
        ...(right >= 0 && { fix: rewrite(table, target, right) }),
      };
    }),
};
