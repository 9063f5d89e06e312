/**
 * The sentences of one paragraph against each other: what came in equals what was done and what goes on; a total stated is
 * the sum of its parts. Silent where a term is missing or stands twice, or where the wording leaves a second reading that fits.
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
  check: (report) => paragraphsOf(report).flatMap(checkParagraph),
};

const groups = ['不予', '无法', '不处理', '其他处理'];

function checkParagraph(figures: readonly Figure[]): Observation[] {
  const one = (...metrics: string[]): Figure | undefined => {
    const own = figures.filter(({ metric, said }) => metrics.includes(metric) && said === 'number');
    return own.every(({ value }) => value === own[0]?.value) ? own[0] : undefined;
  };
  const observations: Observation[] = [];
  const fail = (at: Figure, message: Message, terms: readonly (Figure | undefined)[], severity?: Observation['severity']) => {
    const related = terms.flatMap((term) =>
      term && term !== at ? [{ span: term.span, message: msg('{0}：{1}', term.form.name, term.value) }] : [],
    );
    if (!observations.some(({ span }) => span.start === at.span.start))
      observations.push({ span: at.span, message, related, ...(severity && { severity }) });
  };
  const received = one('received', 'newlyReceived', 'receivedWithCarried', 'accepted', 'handled');
  const carriedIn = one('carriedIn');
  const processed = one('processed');
  const carriedOut = one('carriedOut');
  const atHand = one('atHand');
  const mayInclude = received !== undefined && received.metric !== 'newlyReceived' && received.metric !== 'received';

  if (received && carriedIn && atHand && received.value + carriedIn.value !== atHand.value) {
    fail(
      atHand,
      msg(
        '共计应为 {0}（新收 {1}＋上年结转 {2}），正文为 {3}',
        received.value + carriedIn.value,
        received.value,
        carriedIn.value,
        atHand.value,
      ),
      [received, carriedIn],
    );
  }
  if (received && carriedIn && processed && carriedOut && !balances(received, carriedIn, processed, carriedOut, mayInclude)) {
    fail(
      carriedOut,
      msg(
        '新收 {0}＋上年结转 {1}＝{2}，办结 {3}＋结转下年 {4}＝{5}，两边不等',
        received.value,
        carriedIn.value,
        received.value + carriedIn.value,
        processed.value,
        carriedOut.value,
        processed.value + carriedOut.value,
      ),
      [received, carriedIn, processed],
    );
  }
  if (
    received &&
    !carriedIn &&
    processed?.inner &&
    carriedOut &&
    (carriedOut.phrase.includes('余') || carriedOut.inner) &&
    processed.value + carriedOut.value !== received.value
  ) {
    fail(
      carriedOut,
      msg(
        '收到 {0}，其中办结 {1}、结转 {2}，合计 {3}，两边不等',
        received.value,
        processed.value,
        carriedOut.value,
        processed.value + carriedOut.value,
      ),
      [received, processed],
    );
  }
  const persons = one('by自然人');
  const organisations = one('by法人');
  const total = received ?? processed;
  if (total && persons && organisations && persons.inner && organisations.inner && persons.value + organisations.value !== total.value) {
    fail(
      total,
      msg(
        '自然人 {0}＋法人或其他组织 {1}＝{2}，正文的总数为 {3}',
        persons.value,
        organisations.value,
        persons.value + organisations.value,
        total.value,
      ),
      [persons, organisations],
    );
  }
  checkOutcomes(figures, { received, carriedIn, processed, carriedOut }, one, fail);
  return observations;
}

function balances(received: Figure, carriedIn: Figure, processed: Figure, carriedOut: Figure, mayInclude: boolean): boolean {
  const out = processed.value + carriedOut.value;
  return (
    received.value + carriedIn.value === out ||
    (mayInclude && received.value === out) ||
    (carriedIn.inner && !mayInclude && received.value === out)
  );
}

type Totals = Readonly<Record<'received' | 'carriedIn' | 'processed' | 'carriedOut', Figure | undefined>>;

/** All six outcomes named: their sum is what was processed. Some named, 其他处理 last: perhaps one was forgotten. */
function checkOutcomes(
  figures: readonly Figure[],
  { received, carriedIn, processed, carriedOut }: Totals,
  one: (...metrics: string[]) => Figure | undefined,
  fail: (at: Figure, message: Message, terms: readonly (Figure | undefined)[], severity?: Observation['severity']) => void,
): void {
  const granted = one('予部') ? [one('予部')] : [one('予以'), one('部分')];
  const terms = [...granted, ...groups.map((group) => one(group, `${group}1?`))];
  const known = terms.filter((term) => term !== undefined);
  const total = processed ?? received;
  if (!total || known.length < 3 || figures.filter(({ metric }) => known.some((term) => term.metric === metric)).length !== known.length)
    return;
  const sum = known.reduce((all, term) => all + term.value, 0);
  const open = carriedOut?.value ?? 0;
  const before = carriedIn?.value ?? 0;
  const whole = [
    processed?.value,
    received?.value,
    (received?.value ?? NaN) - open,
    (received?.value ?? NaN) + before - open,
    (received?.value ?? NaN) + before,
  ];
  if (whole.includes(sum)) return;
  const numbers = known.map(({ value }) => value).join('＋');
  if (known.length === terms.length) fail(total, msg('各种办理结果之和为 {0}（{1}），正文的总数为 {2}', sum, numbers, total.value), known);
  else if (known.at(-1)?.metric === '其他处理' && !figures.some(({ metric }) => /\d/.test(metric)))
    fail(total, msg('列出的办理结果之和为 {0}（{1}），正文的总数为 {2}；是否漏列了某种结果', sum, numbers, total.value), known, 'hint');
}
