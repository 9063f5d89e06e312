/**
 * A measure word without its number (共主动公开条，其中…) and a number without its measure word (发布84教育信息, 申请4其中): see
 * `lost-counts.ts`. Gaps of blanks are placeholder-text's. The fix adds up the parts that follow.
 */
import { lex } from '../../report/sentences/lexer';
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { partsAfter } from '../../statements/listing';
import { type LostMeasure, lostMeasures, type LostNumber, lostNumbers } from '../../statements/lost-counts';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const missingNumber: Rule = {
  id: 'missing-number',
  family: 'wording',
  title: '量词前缺数字，或数字后缺量词',
  severity: 'error',
  fixable: true,
  looksAt: 'paragraphs',
  check: (report) =>
    [
      ...lostNumbers(report).map((lost) => withoutNumber(report.text, lost)),
      ...lostMeasures(report).map((lost) => withoutMeasure(report, lost)),
    ].sort((a, b) => a.span.start - b.span.start),
};

function withoutNumber(text: string, { start, end, measure, isTotal }: LostNumber): Observation {
  const sum = isTotal ? sumOfParts(text, end, measure) : undefined;
  return {
    span: { start, end },
    message: msg('「{0}」前面缺少数字', measure),
    toType: { span: { start, end: start }, title: msg('到「{0}」前面填写数字', measure) },
    ...(sum !== undefined && {
      fix: { title: msg('按各分项之和补上 {0}', sum), safe: false, edits: [{ span: { start, end: start }, newText: plain(sum) }] },
    }),
  };
}

function withoutMeasure({ text }: Report, { start, end, isSure, isUnsure }: LostMeasure): Observation {
  const severity = isUnsure ? 'hint' : 'warning';
  const toType = { span: { start: end, end }, title: msg('到 {0} 后面填写量词', text.slice(start, end)) };
  return { span: { start, end }, ...(!isSure && { severity }), message: msg('{0} 后面缺少量词', text.slice(start, end)), toType };
}

/** The sum of the parts that follow 其中; undefined if there are fewer than two. */
function sumOfParts(text: string, from: number, measure: string): number | undefined {
  const rest = /^[，,（(]?\s*其中[^。\n\r]{0,400}/.exec(text.slice(from, from + 420));
  if (!rest) return undefined;
  const parts = partsAfter(text, lex(text, { start: from, end: from + rest[0].length }), measure);
  return parts.length > 1 && !parts.some(({ approximate }) => approximate) ? parts.reduce((sum, { value }) => sum + value, 0) : undefined;
}
