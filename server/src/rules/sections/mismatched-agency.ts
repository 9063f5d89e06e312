/**
 * The agency of the title is the one that the opening announces, that section six speaks of, and that signs. Short forms are the same agency; a
 * government's report may be signed by its office, but not the other way round.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import { type Span, slice } from '../../text/span';
import { differenceOf } from '../../statements/agency-names';
import { announcedNames, announcementsOf } from '../../statements/announcement';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { inLines, stated } from '../../statements/prose-search';
import { linesIn } from '../../statements/section-lines';
import { signatureOf } from '../../statements/signature';

export const mismatchedAgency: Rule = {
  id: 'mismatched-agency',
  family: 'sections',
  title: '机关名称不一致',
  severity: 'warning',
  fixable: false,
  wakes: announcedNames,
  check(report, { scan }) {
    const own = report.title?.agency ?? '';
    if (own.length < 3) return [];
    const found: Observation[] = [];
    for (const { agency } of stated(announcementsOf, report, scan)) {
      if (agency && isAnother(own, slice(report.text, agency))) found.push(observe(report, own, agency));
    }
    for (const agency of subjectsOf(report)) if (isOfSameKind(own, slice(report.text, agency))) found.push(observe(report, own, agency));
    const signed = stated(signatureOf, report, scan)?.agency;
    if (signed) {
      const name = slice(report.text, signed);
      const difference = differenceOf(own, name);
      if (difference === 'other' || (difference === 'office' && name.endsWith('人民政府'))) found.push(observe(report, own, signed));
    }
    return found;
  },
};

/** Whether the opening announces another agency's report: also that of the county where a town or a bureau reports. */
function isAnother(own: string, name: string): boolean {
  if (differenceOf(own, name)) return true;
  return (
    /[县市区旗]$/.test(name) &&
    own.startsWith(name) &&
    /(?:[镇乡局委院]|苏木|街道|办事处|委员会|中心)$/.test(own.replace(/人民政府$/, '')) &&
    own !== name
  );
}

/** The agencies that sentences of section six begin with: 某县财政局2024年未收取信息处理费. Short names (县财政局) are none. */
const openingNames = inLines(
  /(?<=^|[。；;])\s*([一-鿿]{2,20}(?:局|委员会|人民政府|政府|[镇乡]|街道办事处))(?=20\d\d年|本?年度|全年|未|没有|无|收取|不存在|依法)/g,
);
const shortNames = /^(?:[我本该各全省市县区旗镇乡]|(?:市|县|区)[一-鿿]{1,8}局$)/;

function subjectsOf(report: Report): Span[] {
  return linesIn(report, 6).flatMap(({ start, facts }) =>
    facts.tell(openingNames).flatMap(({ index, 0: words, 1: name = '' }) => {
      const from = start + index + words.length - name.length;
      return shortNames.test(name) ? [] : [{ start: from, end: from + name.length }];
    }),
  );
}

/** Whether two names are those of two agencies of one kind: two bureaus, two towns. A government may speak of its departments. */
function isOfSameKind(own: string, name: string): boolean {
  return own.at(-1) === name.at(-1) && differenceOf(own, name) === 'other';
}

function observe({ text, title }: Report, own: string, span: Span): Observation {
  return {
    span: { start: span.start, end: span.end },
    message: msg('这里是「{0}」，标题是「{1}」，两处机关不一致', slice(text, span), own),
    ...(title && { related: [{ span: title.span, message: msg('标题') }] }),
  };
}
