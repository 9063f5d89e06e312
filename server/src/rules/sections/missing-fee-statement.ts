/**
 * Section six says whether a 信息处理费 was collected, and how much. A hint where another section says so. Not asked of a
 * text that breaks off in section six, nor of reports on years before 国办函〔2020〕109号 took effect.
 */
import type { Report, Section } from '../../report/report';
import { msg } from '../../text/message';
import { feeStatementFix } from '../../findings/fee-fix';
import { emptySections } from '../../statements/empty-sections';
import { mentionsFee, noFeeStatement } from '../../statements/fees';
import type { Fix, Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { isInPlace } from '../../statements/section-order';
import { breaksOffIn, gapAfter, headingIn, linesIn } from '../../statements/section-lines';
import { headingOf } from '../../findings/wording';
import { lineEnd } from '../../text/lines';

/** The first year under 国办函〔2020〕109号. */
const firstYear = 2021;

export const missingFeeStatement: Rule = {
  id: 'missing-fee-statement',
  family: 'sections',
  title: '没有写明信息处理费收取情况',
  severity: 'warning',
  fixable: true,
  check(report) {
    const section = headingIn(report, 6);
    if (!section || (report.year ?? firstYear) < firstYear || !isInPlace(report, section)) return [];
    const { text, prose } = report;
    const says = (span: { readonly start: number; readonly end: number }) => mentionsFee(text.slice(span.start, span.end));
    if (says(section.heading) || linesIn(report, 6).some(says) || breaksOffIn(report, 6)) return [];
    const elsewhere = prose.find((line) => line.section !== 6 && says(line));
    if (elsewhere) {
      const message = msg('「{0}」没有写明信息处理费收取情况，写在了别处；按惯例应在这一部分写明', headingOf(section.form));
      return [{ span: section.heading, severity: 'hint', message, related: [{ span: elsewhere, message: msg('信息处理费写在这里') }] }];
    }
    const word = emptySections(report).find((empty) => empty.section === section)?.word;
    const fix = statement(report, section, word === undefined ? undefined : feeStatementFix(report, section, word));
    const message = msg('「{0}」没有写明是否收取信息处理费；收取的写明金额，没有收取的也要写明', headingOf(section.form));
    return [{ span: section.heading, message, ...(fix && { fix }) } satisfies Observation];
  },
};

/** The sentence as the first line of the section, or in place of 「无」. */
function statement({ text }: Report, { heading }: Section, instead: Fix | undefined): Fix | undefined {
  const title = msg('加上「{0}」（如确未收取）', noFeeStatement);
  if (instead) return { ...instead, title };
  const at = lineEnd(text, heading.end);
  if (/[<|]/.test(text.slice(heading.end, at))) return undefined;
  return { title, safe: false, edits: [{ span: { start: at, end: at }, newText: gapAfter(text, heading.end) + noFeeStatement }] };
}
