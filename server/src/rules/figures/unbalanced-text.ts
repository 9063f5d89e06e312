/**
 * The sentences of one paragraph against each other: what came in equals what was done and what goes on; a total stated is
 * the sum of its parts; no more cases were decided than there were. An ordered list of checks. Silent where a term is missing or
 * stands twice with two values, or where the wording leaves a second reading that fits.
 */
import type { Figure } from '../../report/sentences/figure';
import { type Message, msg } from '../../text/message';
import { paragraphsOf } from '../../statements/figures-by-paragraph';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const unbalancedText: Rule = {
  id: 'unbalanced-text',
  family: 'figures',
  title: '正文里的收、办、结转数字不平',
  severity: 'error',
  fixable: false,
  check: (report) => paragraphsOf(report).flatMap((figures) => (mayDisagree(figures) ? checkParagraph(figures) : [])),
};

/** Whether a total stands in a paragraph, and something besides it. */
function mayDisagree(figures: readonly Figure[]): boolean {
  return figures.length > 1 && figures.some(({ metric }) => totals.has(metric));
}
const ofReceived = ['received', 'newlyReceived', 'receivedWithCarried', 'accepted', 'handled'];
const totals = new Set([...ofReceived, 'processed', '复议', '诉讼']);

/** The figures of a paragraph by what they count; undefined where one stands with two values. */
interface Stated {
  readonly figures: readonly Figure[];
  readonly one: (...metrics: string[]) => Figure | undefined;
  readonly received: Figure | undefined;
  readonly carriedIn: Figure | undefined;
  readonly processed: Figure | undefined;
  readonly carriedOut: Figure | undefined;
}

interface Imbalance {
  readonly at: Figure;
  readonly message: Message;
  readonly terms: readonly Figure[];
  readonly severity?: Observation['severity'];
}

const checks: readonly ((stated: Stated) => Imbalance | undefined)[] = [
  checkAtHand,
  checkBalance,
  checkAmong,
  checkLost,
  checkApplicants,
  checkOutcomes,
  (stated) => checkDecided(stated, '复议', 'review'),
  (stated) => checkDecided(stated, '诉讼', 'lawsuit'),
];

function checkParagraph(figures: readonly Figure[]): Observation[] {
  const alone = aloneIn(figures);
  const one = (...metrics: string[]): Figure | undefined => {
    let first: Figure | undefined;
    for (const metric of metrics) {
      const own = alone.get(metric);
      if (own === undefined) continue;
      if (own === null || (first && own.value !== first.value)) return undefined;
      if (!first || figures.indexOf(own) < figures.indexOf(first)) first = own;
    }
    return first;
  };
  const stated: Stated = {
    figures,
    one,
    received: one(...ofReceived),
    carriedIn: one('carriedIn'),
    processed: one('processed'),
    carriedOut: one('carriedOut', 'stillOpen'),
  };
  const observations: Observation[] = [];
  for (const check of checks) {
    const found = check(stated);
    if (found && !observations.some(({ span }) => span.start === found.at.span.start)) observations.push(observationOf(found));
  }
  return observations;
}

/** The first figure of each metric; null where another one has another value. */
function aloneIn(figures: readonly Figure[]): ReadonlyMap<string, Figure | null> {
  const alone = new Map<string, Figure | null>();
  for (const figure of figures) {
    if (figure.said !== 'number') continue;
    const before = alone.get(figure.metric);
    if (before === undefined) alone.set(figure.metric, figure);
    else if (before && before.value !== figure.value) alone.set(figure.metric, null);
  }
  return alone;
}

function observationOf({ at, message, terms, severity }: Imbalance): Observation {
  const related = terms
    .filter((term) => term !== at)
    .map(({ span, form, value }) => ({ span, message: msg('{0}：{1}', form.name, value) }));
  return { span: at.span, message, related, ...(severity && { severity }) };
}

/** 新收55件，上年结转5件，共计61件. */
function checkAtHand({ received, carriedIn, one }: Stated): Imbalance | undefined {
  const atHand = one('atHand');
  if (!received || !carriedIn || !atHand || received.value + carriedIn.value === atHand.value) return undefined;
  const sum = received.value + carriedIn.value;
  const message = msg('共计应为 {0}（新收 {1}＋上年结转 {2}），正文为 {3}', sum, received.value, carriedIn.value, atHand.value);
  return { at: atHand, message, terms: [received, carriedIn] };
}

/** All four terms of what came in and what became of it. */
function checkBalance({ received, carriedIn, processed, carriedOut }: Stated): Imbalance | undefined {
  if (!received || !carriedIn || !processed || !carriedOut || balances({ received, carriedIn, processed, carriedOut })) return undefined;
  const message = msg(
    '新收 {0}＋上年结转 {1}＝{2}，办结 {3}＋结转下年 {4}＝{5}，两边不等',
    received.value,
    carriedIn.value,
    received.value + carriedIn.value,
    processed.value,
    carriedOut.value,
    processed.value + carriedOut.value,
  );
  return { at: carriedOut, message, terms: [received, carriedIn, processed] };
}

function balances({
  received,
  carriedIn,
  processed,
  carriedOut,
}: Record<'received' | 'carriedIn' | 'processed' | 'carriedOut', Figure>): boolean {
  const out = processed.value + carriedOut.value;
  const mayInclude = received.metric !== 'newlyReceived' && received.metric !== 'received';
  return received.value + carriedIn.value === out || ((mayInclude || carriedIn.inner) && received.value === out);
}

/** 收到5件，其中办结3件、结转1件. */
function checkAmong({ received, carriedIn, processed, carriedOut }: Stated): Imbalance | undefined {
  if (!received || carriedIn || !processed?.inner || !carriedOut) return undefined;
  const sum = processed.value + carriedOut.value;
  if (!(carriedOut.phrase.includes('余') || carriedOut.inner) || sum === received.value) return undefined;
  const message = msg('收到 {0}，其中办结 {1}、结转 {2}，合计 {3}，两边不等', received.value, processed.value, carriedOut.value, sum);
  return { at: carriedOut, message, terms: [received, processed] };
}

/** 收到65件，办结61件，结转3件: whatever was carried in, more came in than there is. */
function checkLost({ received, carriedIn, processed, carriedOut }: Stated): Imbalance | undefined {
  if (!received || carriedIn || !processed || !carriedOut || processed.inner || carriedOut.inner) return undefined;
  const out = processed.value + carriedOut.value;
  if (
    received.value <= out ||
    received.sentence.start !== processed.sentence.start ||
    received.sentence.start !== carriedOut.sentence.start
  )
    return undefined;
  const message = msg(
    '收到 {0} 件，办结 {1} 件、结转 {2} 件合计只有 {3} 件，少 {4} 件',
    received.value,
    processed.value,
    carriedOut.value,
    out,
    received.value - out,
  );
  return { at: carriedOut, message, terms: [received, processed] };
}

/** 收到55件，其中自然人41件，法人或其他组织13件. */
function checkApplicants({ received, processed, one }: Stated): Imbalance | undefined {
  const persons = one('by自然人');
  const organisations = one('by法人');
  const total = received ?? processed;
  if (!total || !persons?.inner || !organisations?.inner || persons.value + organisations.value === total.value) return undefined;
  const sum = persons.value + organisations.value;
  const message = msg('自然人 {0}＋法人或其他组织 {1}＝{2}，正文的总数为 {3}', persons.value, organisations.value, sum, total.value);
  return { at: total, message, terms: [persons, organisations] };
}

/** The outcomes that a paragraph may state by their number in the table as well. */
const groups = ['不予', '无法', '不处理', '其他处理'].map((group) => [group, `${group}1?`] as const);
const outcomes = new Set(['予部', '予以', '部分', ...groups.flat()]);

/** All six outcomes named: their sum is what was processed. Some named, 其他处理 last: perhaps one was forgotten. */
function checkOutcomes(stated: Stated): Imbalance | undefined {
  const { figures, received, processed, one } = stated;
  const total = processed ?? received;
  if (!total || figures.filter(({ metric }) => outcomes.has(metric)).length < 3) return undefined;
  const both = one('予部');
  const granted = both ? [both] : [one('予以'), one('部分')];
  const terms = [...granted, ...groups.map((metrics) => one(...metrics))];
  const known = terms.filter((term) => term !== undefined);
  const isOnce = figures.filter(({ metric }) => known.some((term) => term.metric === metric)).length === known.length;
  if (known.length < 3 || !isOnce) return undefined;
  const sum = known.reduce((all, term) => all + term.value, 0);
  if (totalsOf(stated).includes(sum)) return undefined;
  const numbers = known.map(({ value }) => value).join('＋');
  if (known.length === terms.length)
    return { at: total, message: msg('各种办理结果之和为 {0}（{1}），正文的总数为 {2}', sum, numbers, total.value), terms: known };
  if (known.at(-1)?.metric !== '其他处理' || figures.some(({ metric }) => /\d/.test(metric))) return undefined;
  const message = msg('列出的办理结果之和为 {0}（{1}），正文的总数为 {2}；是否漏列了某种结果', sum, numbers, total.value);
  return { at: total, message, terms: known, severity: 'hint' };
}

/** What the outcomes may come to, by what is stated. */
function totalsOf({ received, carriedIn, processed, carriedOut }: Stated): readonly number[] {
  const open = carriedOut?.value ?? 0;
  const before = carriedIn?.value ?? 0;
  const own =
    received === undefined ? [] : [received.value, received.value - open, received.value + before - open, received.value + before];
  return processed ? [processed.value, ...own] : own;
}

/** 行政复议2件，结果维持2件、被纠错1件: more decided than there were, or all four results named and fewer. */
function checkDecided({ figures, one }: Stated, matter: string, of: 'review' | 'lawsuit'): Imbalance | undefined {
  const whole = one(matter);
  if (!whole) return undefined;
  const parts = figures.filter(
    ({ metric, said, sentence }) => metric.startsWith(of) && said === 'number' && sentence.start === whole.sentence.start,
  );
  if (parts.length === 0 || new Set(parts.map(({ metric }) => metric)).size < parts.length) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum <= whole.value && (sum === whole.value || parts.length < 4)) return undefined;
  const message = msg(
    '{0}的各种结果之和为 {1}（{2}），正文的总数为 {3}',
    whole.form.name,
    sum,
    parts.map(({ value }) => value).join('＋'),
    whole.value,
  );
  return { at: whole, message, terms: parts };
}
