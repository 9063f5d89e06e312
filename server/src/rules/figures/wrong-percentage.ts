/**
 * n 件，占 p%: p must be n of some number named before in the paragraph, rounded or cut to the decimals given. Shares of a closed
 * list without counts must make up 100.
 */
import type { Token } from '../../report/sentences/lexer';
import type { Sentence } from '../../report/sentences/sentence';
import type { Tag } from '../../report/sentences/vocabulary';
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import { plain } from '../../text/numeral';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const wrongPercentage: Rule = {
  id: 'wrong-percentage',
  family: 'figures',
  title: '百分比与数字不符',
  severity: 'hint',
  fixable: false,
  sleeps: true,
  wakes: ['%', '％'],
  check(report) {
    const sentences = report.sentences;
    return sentences.flatMap((sentence, i) =>
      sentence.hasPercent && sentence.hasNumber ? checkSentence(report, sentence, sentences.slice(Math.max(0, i - lookBack), i)) : [],
    );
  },
};

/** How many sentences back a whole may be named. */
const lookBack = 6;
/** How many numbers back. */
const mostWholes = 120;

/** Words that tell that a share is of requests. */
const requestWords = new Set<Tag>([
  '申请',
  '申',
  '予以',
  '部分',
  '予部',
  '不予',
  '无法',
  '不处理',
  '其他处理',
  '自然人',
  '法人',
  '办',
  '结',
]);

interface Share {
  readonly count: Token;
  readonly percent: Token;
}

function checkSentence(report: Report, sentence: Sentence, before: readonly Sentence[]): Observation[] {
  const { text } = report;
  const { tokens } = sentence;
  const percents = tokens.filter((token, i) => token.kind === 'percent' && isShare(text, tokens, i));
  if (percents.length === 0) return [];
  const shares = percents.flatMap((percent) => {
    const count = countBefore(text, tokens, tokens.indexOf(percent));
    return count ? [{ count, percent }] : [];
  });
  if (shares.length === 0) return checkWhole(text, tokens, percents);
  const ofRequests = tokens.some(({ tag }) => tag !== undefined && requestWords.has(tag));
  const stated = [...numbersBefore(sentence, before, tokens).slice(-mostWholes), ...(ofRequests ? wholesOfTable(report) : [])];
  const wholes = [...new Set([...stated, ...stated.slice(1).map((value, i) => value + (stated[i] as number))])];
  const sum = shares.reduce((all, { count }) => all + count.value, 0);
  // The sum of the list stands for a whole that is not named.
  if (!stated.some((value) => value >= sum)) wholes.push(sum);
  return shares
    .filter((share) => !fits(share, wholes))
    .map(({ count, percent }) => {
      const nearest = (stated.some((whole) => whole > count.value) ? stated : wholes)
        .filter((whole) => whole >= count.value)
        .reduce((a, b) => (Math.abs((count.value / b) * 100 - percent.value) < Math.abs((count.value / a) * 100 - percent.value) ? b : a));
      return {
        span: { start: percent.start, end: percent.end },
        ...(isSlip(((count.value / nearest) * 100).toFixed(percent.decimals), plain(percent.value)) && { severity: 'warning' as const }),
        message: msg(
          '{0} 占 {1} 的 {2}%，正文为 {3}%',
          plain(count.value),
          plain(nearest),
          ((count.value / nearest) * 100).toFixed(percent.decimals),
          plain(percent.value),
        ),
        related: [{ span: { start: count.start, end: count.digitsEnd }, message: msg('这里为 {0}', plain(count.value)) }],
      };
    });
}

/** Whether one figure was written for the other by a slip of the hand: two digits exchanged (17.46, 17.64) or one wrong. */
function isSlip(right: string, written: string): boolean {
  if (right.length !== written.length || right === written) return false;
  const wrong = [...right].map((_, i) => i).filter((i) => right[i] !== written[i]);
  const [first = 0, second = 0] = wrong;
  return wrong.length === 1 ? right.length > 3 : wrong.length === 2 && right[first] === written[second] && right[second] === written[first];
}

/** Words between a count and its share: ，占办结总数的; the last word before the figure may be 比为. */
const ofWhole = '占(?:比|[^，。；：、\\d%]{0,12}?)(?:的|为|达|约|比为)?';
const shareBefore = new RegExp(`${ofWhole}$`);
const shareBetween = new RegExp(`^[，,、；（(]?${ofWhole}$`);

/** Whether the percentage is a share: 占42.86%, 占比为5%, 208件（17.64%）. */
function isShare(text: string, tokens: readonly Token[], at: number): boolean {
  const percent = tokens[at] as Token;
  if (isBracketed(tokens, at)) return true;
  return shareBefore.test(text.slice(Math.max(0, percent.start - 20), percent.start).replace(/\s+/g, '')) && tokens[at - 1]?.tag !== '约';
}

/** 208件（17.64%）, but not 增长208件（17.64%）. */
function isBracketed(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.sign !== '(' || tokens[at + 1]?.sign !== ')' || tokens[at - 2]?.kind !== 'number') return false;
  for (let i = at - 3; i >= 0 && tokens[i]?.kind !== 'mark'; i--) if (tokens[i]?.tag === '变' || tokens[i]?.tag === '往年') return false;
  return true;
}

/** The count that a share belongs to: the number right in front of it, 42件，占…. */
function countBefore(text: string, tokens: readonly Token[], at: number): Token | undefined {
  const count = tokens.slice(Math.max(0, at - 8), at).findLast(({ kind }) => kind === 'number');
  if (!count || count.approximate || count.decimals > 0) return undefined;
  const between = text.slice(count.end, (tokens[at] as Token).start).replace(/\s+/g, '');
  return shareBetween.test(between) || /^[（(]$/.test(between) ? count : undefined;
}

/** What table three counts of requests, of which a share may be without the text saying it. */
function wholesOfTable({ tables }: Report): number[] {
  const table = tables.find(({ form }) => form.number === 3);
  const total = (row: string): number => table?.byId.get(row)?.cells.at(-1)?.value ?? 0;
  return [total('新收'), total('办结'), total('新收') + total('转入')].filter((value) => value > 0);
}

/** Every number of the paragraph up to the end of the sentence. */
function numbersBefore(sentence: Sentence, before: readonly Sentence[], tokens: readonly Token[]): number[] {
  return [...before.filter(({ paragraph }) => paragraph === sentence.paragraph).flatMap((other) => other.tokens), ...tokens]
    .filter(({ kind, value }) => kind === 'number' && value > 0)
    .map(({ value }) => value);
}

function fits({ count, percent }: Share, wholes: readonly number[]): boolean {
  const unit = 10 ** -percent.decimals;
  const candidates = wholes.filter((whole) => whole >= count.value && whole > 0);
  return (
    candidates.length === 0 ||
    candidates.some((whole) => {
      const exact = (count.value / whole) * 100;
      return Math.abs(exact - percent.value) <= unit / 2 + 1e-9 || (exact >= percent.value && exact - percent.value < unit);
    })
  );
}

/** 甲占58.5%、乙占7.3%，其他占5.2%: a list that ends with 其他 makes up 100, but for rounding. */
function checkWhole(text: string, tokens: readonly Token[], percents: readonly Token[]): Observation[] {
  const last = percents.at(-1);
  if (!last || percents.length < 3) return [];
  const before = percents.at(-2) as Token;
  if (
    !/[，,、；;]\s*(?:其他|其它|其余)/.test(text.slice(before.end, last.start)) ||
    tokens.some(({ sign, start }) => sign === '.' && start > (percents[0] as Token).start && start < last.start)
  )
    return [];
  const sum = percents.reduce((all, { value }) => all + value, 0);
  const unit = Math.max(...percents.map(({ decimals }) => 10 ** -decimals));
  if (Math.abs(sum - 100) <= unit * percents.length + 1e-9) return [];
  return [
    {
      span: { start: last.start, end: last.end },
      message: msg('各项百分比之和为 {0}%，不是 100%', plain(sum)),
      related: percents.slice(0, -1).map(({ start, end, value }) => ({ span: { start, end }, message: msg('{0}%', plain(value)) })),
    },
  ];
}
