/** The sections stand in the order of the form. Says where a heading belongs; moving a whole section is left to people. */
import type { Section } from '../../report/report';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { orderOf } from '../../statements/section-order';
import { headingOf } from '../../findings/wording';

export const misplacedSection: Rule = {
  id: 'misplaced-section',
  family: 'sections',
  title: '部分的次序不对',
  severity: 'error',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.headings,
  check(report) {
    const { kept, misplaced } = orderOf(report);
    return misplaced.map((section) => describe(section, kept));
  },
};

function describe(section: Section, kept: readonly Section[]): Observation {
  const { heading: span, form } = section;
  const later = kept.find((other) => other.form.number > form.number && other.heading.start < span.start);
  const earlier = kept.findLast((other) => other.form.number < form.number && other.heading.start > span.start);
  const anchor = (later ?? earlier) as Section;
  const message = later
    ? msg('「{0}」应在「{1}」之前', headingOf(form), headingOf(later.form))
    : msg('「{0}」应在「{1}」之后', headingOf(form), headingOf(anchor.form));
  return { span, message, related: [{ span: anchor.heading, message: msg('「{0}」在这里', headingOf(anchor.form)) }] };
}
