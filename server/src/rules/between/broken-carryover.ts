/**
 * What a report takes over from last year is what last year's report carried forward, for each kind of applicant. The total
 * is held against last year's only for what the columns do not explain, and a report that is a sum only for what the reports
 * behind it do not.
 */
import type { Submission } from '../../collection/submission';
import { absolute, compare, type Decimal, difference, isZero, sumOf } from '../../collection/decimal';
import { type Behind, behindOf, knownFigure, type YearPair, yearPairs } from '../../collection/pairing';
import type { Fix } from '../../findings/finding';
import { table3 } from '../../report/form/form';
import { msg } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const brokenCarryover: BetweenRule = {
  id: 'broken-carryover',
  family: 'between',
  title: '上年结转与上年报告不符',
  severity: 'error',
  fixable: true,
  between: (collection) => yearPairs(collection).flatMap((pair) => observe(pair, behindOf(collection, pair))),
};

const total = '总计';
const applicants = (table3.rows.find(({ id }) => id === '转入')?.columns ?? []).filter((column) => column !== total);

/** @param behind the reports of which this one is the sum. */
function observe(pair: YearPair, behind: Behind): BetweenObservation[] {
  const gaps = new Map<string, Decimal>();
  for (const column of [...applicants, total]) {
    const gap = gapIn(pair, column);
    if (gap === undefined) continue;
    const isExplained = explanations(behind, column).some((explained) => compare(explained, gap) === 0);
    gaps.set(column, isExplained ? '0' : gap);
  }
  const isBroken = (column: string) => !isZero(gaps.get(column) ?? '0');
  const broken = applicants.filter(isBroken);
  const explained = sumOf(broken.map((column) => gaps.get(column) as Decimal));
  const isKnown = applicants.every((column) => gaps.has(column));
  const isTotalBroken = isBroken(total) && (broken.length === 0 || (isKnown && compare(explained, gaps.get(total) as Decimal) !== 0));
  return [...broken, ...(isTotalBroken ? [total] : [])].flatMap((column) => observationOf(pair, column));
}

/** By how much a sum may differ: as its reports do, and by what units had that are in one of the two sums only. */
function explanations({ pairs, gone, come }: Behind, column: string): readonly Decimal[] {
  const told = sumOf(pairs.flatMap((other) => gapIn(other, column) ?? []));
  const had = sumOf(gone.flatMap((before) => knownFigure(before, `转出.${column}`)?.digits ?? []));
  const brought = sumOf(come.flatMap((now) => knownFigure(now, `转入.${column}`)?.digits ?? []));
  return [told, difference(sumOf([told, brought]), had)];
}

/** What is taken over beyond what was carried forward; undefined where one of the two is not known. */
function gapIn({ now, before }: YearPair, column: string): Decimal | undefined {
  const [own, last] = [knownFigure(now, `转入.${column}`), knownFigure(before, `转出.${column}`)];
  return own && last ? difference(own.digits, last.digits) : undefined;
}

function observationOf({ now, before }: YearPair, column: string): BetweenObservation[] {
  const own = knownFigure(now, `转入.${column}`);
  const last = knownFigure(before, `转出.${column}`);
  if (!own || !last) return [];
  const head = table3.columns.find(({ id }) => id === column)?.label ?? column;
  const gap = difference(own.digits, last.digits);
  const values = [own.digits, last.digits, absolute(gap), head, before.year] as const;
  const fix = column === total ? undefined : fixOf(now, column, last.digits);
  return [
    {
      path: now.path,
      span: own.span,
      message: gap.startsWith('-')
        ? msg('上年结转 {0} 应为 {1}，少 {2}：{4}年报告「结转下年度继续办理」（{3}）是 {1}', ...values)
        : msg('上年结转 {0} 应为 {1}，多 {2}：{4}年报告「结转下年度继续办理」（{3}）是 {1}', ...values),
      related: [{ span: last.span, message: msg('{0}年结转下年度（{1}）：{2}', before.year, head, last.digits), elsewhere: before }],
      ...(fix && { fix }),
    },
  ];
}

/** Last year's figure in place of this one, with the row's total where it has to follow; only if all sums it is in then hold. */
function fixOf(now: Submission, column: string, right: Decimal): Fix | undefined {
  const cell = knownFigure(now, `转入.${column}`);
  const sum = knownFigure(now, `转入.${total}`);
  const others = applicants.filter((other) => other !== column).map((other) => knownFigure(now, `转入.${other}`)?.digits);
  if (!cell || !sum || !areKnown(others) || !balances(now, column, right)) return undefined;
  const whole = sumOf([...others, right]);
  const title = msg('把上年结转 {0} 改为 {1}（{2}年结转下年度的数）', cell.digits, right, now.year - 1);
  const edit = { span: cell.span, newText: right };
  if (compare(whole, sum.digits) === 0) return { title, safe: false, edits: [edit] };
  return balances(now, total, whole) ? { title, safe: false, edits: [edit, { span: sum.span, newText: whole }] } : undefined;
}

function areKnown(values: readonly (Decimal | undefined)[]): values is Decimal[] {
  return !values.includes(undefined);
}

/** Whether what came in equals what went out of a column with `carried` taken over. */
function balances(now: Submission, column: string, carried: Decimal): boolean {
  const figures = ['新收', '办结', '转出'].map((row) => knownFigure(now, `${row}.${column}`)?.digits);
  if (!areKnown(figures)) return false;
  const [received, processed, forward] = figures as [Decimal, Decimal, Decimal];
  return compare(sumOf([received, carried]), sumOf([processed, forward])) === 0;
}
