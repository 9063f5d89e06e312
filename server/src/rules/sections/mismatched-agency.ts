/**
 * The agency of the title is the one that the opening announces and that signs. Short forms are the same agency; a
 * government's report may be signed by its office, but not the other way round.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import { type Span, slice } from '../../text/span';
import { differenceOf } from '../../statements/agency-names';
import { announcementsOf } from '../../statements/announcement';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { signatureOf } from '../../statements/signature';

export const mismatchedAgency: Rule = {
  id: 'mismatched-agency',
  family: 'sections',
  title: '机关名称不一致',
  severity: 'warning',
  fixable: false,
  check(report) {
    const own = report.title?.agency ?? '';
    if (own.length < 3) return [];
    const found: Observation[] = [];
    for (const { agency } of announcementsOf(report)) {
      if (agency && differenceOf(own, slice(report.text, agency))) found.push(observe(report, own, agency));
    }
    const signed = signatureOf(report)?.agency;
    if (signed) {
      const name = slice(report.text, signed);
      const difference = differenceOf(own, name);
      if (difference === 'other' || (difference === 'office' && name.endsWith('人民政府'))) found.push(observe(report, own, signed));
    }
    return found;
  },
};

function observe({ text, title }: Report, own: string, span: Span): Observation {
  return {
    span: { start: span.start, end: span.end },
    message: msg('这里是「{0}」，标题是「{1}」，两处机关不一致', slice(text, span), own),
    ...(title && { related: [{ span: title.span, message: msg('标题') }] }),
  };
}
