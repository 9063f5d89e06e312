/** Table three: in every column 一＋二＝三＋四: requests received and carried over are processed or carried forward. */
import { columnName } from '../../report/sums/sums';
import { msg } from '../../text/message';
import { failing, rewrite, worked } from '../../findings/identity-findings';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const unbalancedRequests: Rule = {
  id: 'unbalanced-requests',
  family: 'sums',
  title: '新收加结转不等于办结加转下年',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.failingSum,
  check: (report) =>
    failing(report, 'balance', ({ table, parts, stated, computed, declared }) => {
      const [target] = stated;
      const figures = [worked(parts, computed), worked([...stated].reverse(), declared)] as const;
      const right = (target.cell.value ?? 0) + computed - declared;
      return {
        message:
          declared > computed
            ? msg(
                '一＋二是 {0}，三＋四是 {1}，三＋四多 {2}（「{3}」列）',
                ...figures,
                declared - computed,
                columnName(table, target.column),
              )
            : msg(
                '一＋二是 {0}，三＋四是 {1}，三＋四少 {2}（「{3}」列）',
                ...figures,
                computed - declared,
                columnName(table, target.column),
              ),
        // Only a count that can be: nothing below zero is carried forward.
        ...(right >= 0 && { fix: rewrite(table, target, right) }),
      };
    }),
};
