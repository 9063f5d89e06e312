/**
 * 共 N 条，其中 a、b、c: the parts against their total. More than the total is always wrong; less only where the list is closed:
 * it ends with 其他, says 分为 or names every channel. Lists of applicants and outcomes are unbalanced-text's.
 */
import type { Figure } from '../../report/sentences/figure';
import { type Message, msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { signsOf } from '../../statements/paragraph-signs';
import { type ListedNumber, type Listing, listingsOf } from '../../statements/listing';
import { type Observation, once, type Severity } from '../../findings/finding';
import type { Rule } from '../rule';
import { moved } from '../../findings/moved';
import { tokensOf } from '../../report/sentences/prose';
import { question } from '../../text/facts';
import { type TrailingTotal, trailingTotal } from '../../statements/trailing-total';

export const wrongSum: Rule = {
  id: 'wrong-sum',
  family: 'figures',
  title: '分项之和不等于总数',
  severity: 'warning',
  fixable: false,
  check({ paragraphs, sentences, figures }) {
    const told = once(() => new Set(figures.filter(isAddedUp).map(({ span }) => span.start)));
    const found: Observation[] = [];
    for (const { hasNumber, paragraph, start, facts } of sentences) {
      const sums = hasNumber && paragraphs[paragraph - 1]?.facts.tell(signsOf).countsTwice && facts.tell(sumsOf);
      if (sums) found.push(...judgeSums(sums, start, told()));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  },
};

/** A part whose number is not filled in: it is placeholder-text's or missing-number's, and no sum can be made. */
const unfilled =
  /(?:[xX×*_＿?？…]|[（(【][ \u3000]*[）)】])[ \u3000]?[条件次篇份期个]|[，,、；;：:][一-鿿]{2,12}(?<![文附邮信稿来案事证要急函构办申复头面词链层档批人频])[条件](?=[，,、；;。])/;
const total = /共计|合计|总计/;
/** What opens lists. */
const openers = /[:：（(]|其中|包[括含]|分为|涵盖|内有|内含|分别|主要[为是有]|含/;
/** Three numbers with measure words behind another, as a list that nothing opens has. */
const unopened = /\d\s*[条件篇个次期份](?:[,，、][^\d,，。；;]{2,16}\d+\s*[条件篇个次期份]){3}/;
const rest = /^[“”]?(?:其他|其它|其余|剩余|余下)/;

/** Whether unbalanced-text adds up a figure of a list, if it is to be added up. */
function isAddedUp({ reserve, metric, said }: Figure): boolean {
  return reserve === undefined && said === 'number' && (partsOfText.has(metric) || metric.startsWith('by'));
}
const partsOfText = new Set([
  '予以',
  '部分',
  '予部',
  '不予',
  '无法',
  '不处理',
  '其他处理',
  'several',
  'carriedIn',
  'carriedOut',
  'processed',
  'newlyReceived',
  'received',
  'accepted',
  'handled',
]);

/** What a sentence adds up. */
interface Sums {
  readonly listings: readonly Listing[];
  readonly trailing: TrailingTotal | undefined;
}

const sumsOf = question((sentence, facts): Sums | false => {
  const listings = isListed(sentence) && !unfilled.test(sentence) ? listingsOf(sentence, facts.tell(tokensOf)) : [];
  const trailing = total.test(sentence) ? trailingTotal(facts.tell(tokensOf)) : undefined;
  return (listings.length > 0 || trailing !== undefined) && { listings, trailing };
});

function isListed(sentence: string): boolean {
  return openers.test(sentence) || unopened.test(sentence);
}

/** What the sums of the sentence at `start` are found wrong in. */
function judgeSums({ listings, trailing }: Sums, start: number, told: ReadonlySet<number>): Observation[] {
  const isTold = (at: number) => told.has(start + at);
  return [...listings.flatMap((listing) => judge(listing, isTold) ?? []), ...judgeTrailing(trailing)].map((found) => moved(found, start));
}

function judge(
  { whole, parts, opener, ends, isEnded, others, earlier }: Listing,
  isTold: (at: number) => boolean,
): Observation | undefined {
  if (whole.approximate || parts.some(({ approximate }) => approximate)) return undefined;
  const [first] = parts;
  const before = earlier.filter(({ unit }) => unit === whole.unit);
  const mayBeOf = (value: number) => before.length > 0 && sumOf(before) + whole.value >= value;
  if (first && first.value > whole.value && opener !== '' && !mayBeOf(first.value))
    return observation(whole, [first], msg('分项 {0} 大于总数 {1}', plain(first.value), plain(whole.value)));
  if (parts.some(({ span }) => isTold(span.start))) return undefined;
  // Wherever the list may end: with one of its ends it is right.
  if (ends.some((end) => [0, others].some((more) => sumOf(parts.slice(0, end)) + more === whole.value))) return undefined;
  const surely = parts.slice(0, ends[0]);
  if (sumOf(surely) > whole.value) return mayBeOf(sumOf(surely)) ? undefined : tooMuch({ whole, opener }, surely, parts);
  const severity = severityOf(parts, surely, opener, isEnded && ends.length === 1);
  return severity && observation(whole, parts, unequal(whole, parts), severity);
}

/** Behind 其中 and its like a part may overlap with the others; the sum without it is right, then it is only a hint. */
function tooMuch(
  { whole, opener }: Pick<Listing, 'whole' | 'opener'>,
  parts: readonly ListedNumber[],
  all: readonly ListedNumber[],
): Observation {
  const overlaps =
    opener !== '' && [parts, all].some((some) => some.length > 2 && some.some(({ value }) => sumOf(some) - value === whole.value));
  return observation(whole, parts, unequal(whole, parts), overlaps ? 'hint' : undefined);
}

/** How sure it is that nothing is missing from a list whose parts do not reach the total; undefined if it is open. */
function severityOf(parts: Listing['parts'], surely: Listing['parts'], opener: Listing['opener'], isClosed: boolean): Severity | undefined {
  const last = parts.at(-1);
  if (last && rest.test(last.label)) return isClosed || parts.length > surely.length ? 'warning' : 'hint';
  if (surely.length > 1 && surely.every(({ tags }) => tags.includes('渠道'))) return 'warning';
  return isClosed && (opener === '分为' || parts.some(({ label }) => rest.test(label))) ? 'hint' : undefined;
}

function unequal(whole: ListedNumber, parts: readonly ListedNumber[]): Message {
  const terms = parts.map(({ value }) => plain(value)).join('＋');
  return msg('分项之和为 {0}（{1}），与总数 {2} 不等', plain(sumOf(parts)), terms, plain(whole.value));
}

function observation(whole: ListedNumber, parts: readonly ListedNumber[], message: Message, severity?: Severity): Observation {
  return {
    span: whole.span,
    message,
    ...(severity && { severity }),
    related: parts.map(({ span, label, value }) => ({ span, message: msg('{0}：{1}', label, plain(value)) })),
  };
}

function sumOf(parts: readonly ListedNumber[]): number {
  return parts.reduce((all, { value }) => all + value, 0);
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
