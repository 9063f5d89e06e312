/**
 * 共 N 条，其中 a、b、c: the parts against their total. More than the total is always wrong; less only where the list is closed:
 * it ends with 其他, says 分为 or names every channel. Lists of applicants and outcomes are unbalanced-text's.
 */
import type { Tag } from '../../report/sentences/vocabulary';
import { msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { type Listing, listingsOf } from '../../statements/listing';
import type { Observation, Severity } from '../../findings/finding';
import type { Rule } from '../rule';
import { type TrailingTotal, trailingTotal } from '../../statements/trailing-total';

export const wrongSum: Rule = {
  id: 'wrong-sum',
  family: 'figures',
  title: '分项之和不等于总数',
  severity: 'warning',
  fixable: false,
  check(report) {
    const { text } = report;
    return report.sentences
      .filter(({ hasNumber, hasList, start, end }) => hasNumber && hasList && !unfilled.test(text.slice(start, end)))
      .flatMap(({ tokens }) =>
        listingsOf(text, tokens)
          .map(judge)
          .filter((observation) => observation !== undefined),
      )
      .concat(
        report.sentences.flatMap((sentence) =>
          sentence.hasNumber && total.test(text.slice(sentence.start, sentence.end)) ? judgeTrailing(trailingTotal(sentence.tokens)) : [],
        ),
      )
      .sort((a, b) => a.span.start - b.span.start);
  },
};

/** A part whose number is not filled in: it is placeholder-text's or missing-number's, and no sum can be made. */
const unfilled =
  /(?:[xX×*_＿?？…]|[（(【][ \u3000]*[）)】])[ \u3000]?[条件次篇份期个]|[，,、；;：:][一-鿿]{2,12}(?<![文附邮信稿来案事证要急函构办申复头面词链层档批人频])[条件](?=[，,、；;。])/;
const total = /共计|合计|总计/;
const ofRequests = new Set<Tag>([
  '自然人',
  '法人',
  '企业',
  '予以',
  '部分',
  '予部',
  '不予',
  '无法',
  '不处理',
  '其他处理',
  '上转',
  '下转',
  '转',
  '结',
  '办',
  '新收',
  '收',
  '复议',
  '诉讼',
]);
const rest = /^[“”]?(?:其他|其它|其余|剩余|余下)/;

function judge({ whole, parts, opener, ending }: Listing): Observation | undefined {
  if (whole.approximate || parts.some(({ approximate }) => approximate)) return undefined;
  if (parts.some(({ tags }) => tags.some((tag) => ofRequests.has(tag)))) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === whole.value) return undefined;
  const severity = sum > whole.value ? 'warning' : ending === 'open' ? undefined : severityOf(parts, opener, ending);
  if (!severity) return undefined;
  return {
    span: whole.span,
    severity,
    message: msg(
      '分项之和为 {0}（{1}），与总数 {2} 不等',
      plain(sum),
      parts.map(({ value }) => plain(value)).join('＋'),
      plain(whole.value),
    ),
    related: parts.map(({ span, label, value }) => ({ span, message: msg('{0}：{1}', label, plain(value)) })),
  };
}

/** 网站23条、公众号45条，共计78条: a hint, something may stand there that is not counted. */
function judgeTrailing(found: TrailingTotal | undefined): Observation[] {
  if (!found) return [];
  const { parts, whole } = found;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === whole.value) return [];
  return [
    {
      span: { start: whole.start, end: whole.digitsEnd },
      severity: 'hint',
      message: msg(
        '分项之和为 {0}（{1}），与总数 {2} 不等',
        plain(sum),
        parts.map(({ value }) => plain(value)).join('＋'),
        plain(whole.value),
      ),
    },
  ];
}

/** How sure it is that nothing is missing from a list whose parts do not reach the total; undefined if it is open. */
function severityOf(parts: Listing['parts'], opener: Listing['opener'], ending: Listing['ending']): Severity | undefined {
  const last = parts.at(-1);
  if (last && rest.test(last.label)) return ending === 'end' ? 'warning' : 'hint';
  if (parts.every(({ tags }) => tags.includes('渠道'))) return 'warning';
  return ending === 'end' && (opener === '分为' || parts.some(({ label }) => rest.test(label))) ? 'hint' : undefined;
}
