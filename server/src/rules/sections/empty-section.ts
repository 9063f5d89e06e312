/** Sections one, five and six say something: nothing at all, or 「无」 alone, is not enough. Sections two to four are left to missing-table. */
import { feeStatementFix } from '../../findings/fee-fix';
import type { Observation } from '../../findings/finding';
import { headingOf } from '../../findings/wording';
import type { Report } from '../../report/report';
import { type EmptySection, emptySections } from '../../statements/empty-sections';
import { msg } from '../../text/message';
import type { Rule } from '../rule';

export const emptySection: Rule = {
  id: 'empty-section',
  family: 'sections',
  title: '部分没有内容',
  severity: 'warning',
  fixable: true,
  check(report) {
    return emptySections(report).map((empty) => observe(report, empty));
  },
};

function observe(report: Report, { section, word }: EmptySection): Observation {
  const name = headingOf(section.form);
  if (word === undefined) return { span: section.heading, message: msg('「{0}」下面没有内容', name) };
  const message = msg('「{0}」只写了「{1}」，应写明具体情况', name, word);
  return { span: section.heading, message, ...(section.form.number === 6 && { fix: feeStatementFix(report, section, word) }) };
}
