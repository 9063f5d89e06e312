/**
 * What is in force at the end of a year is what was in force at the end of the year before, plus what was made, minus what was
 * abolished. Where the report says that documents lapsed or went to another agency, it is asked, not warned.
 */
import type { Submission } from '../../collection/submission';
import { absolute, compare, type Decimal, difference, isZero, sumOf } from '../../collection/decimal';
import { type Behind, behindOf, type Known, knownFigure, type YearPair, yearPairs } from '../../collection/pairing';
import { table2 } from '../../report/form/form';
import { msg } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const brokenInventory: BetweenRule = {
  id: 'broken-inventory',
  family: 'between',
  title: '现行有效件数与上年接不上',
  severity: 'warning',
  fixable: false,
  between: (collection) =>
    yearPairs(collection).flatMap((pair) => ['规章', '规范'].flatMap((row) => observe(pair, row, behindOf(collection, pair)))),
};

interface Stock {
  readonly inForce: Known;
  readonly made: Known;
  readonly abolished: Known;
  /** What was in force a year before. */
  readonly last: Known;
  /** What should be in force, and what is beyond that. */
  readonly right: Decimal;
  readonly gap: Decimal;
}

function stockOf({ now, before }: YearPair, row: string): Stock | undefined {
  if (now.digest.edition !== 2021 || before.digest.edition !== 2021) return undefined;
  const [inForce, made, abolished] = ['有效', '制发', '废止'].map((column) => knownFigure(now, `${row}.${column}`));
  const last = knownFigure(before, `${row}.有效`);
  if (!inForce || !made || !abolished || !last) return undefined;
  const right = difference(sumOf([last.digits, made.digits]), abolished.digits);
  return { inForce, made, abolished, last, right, gap: difference(inForce.digits, right) };
}

/** By how much a sum may differ: as its reports do, and by what units had that are in one of the two sums only. */
function explanations({ pairs, gone, come }: Behind, row: string): readonly Decimal[] {
  const valueOf = (submission: Submission, column: string): Decimal => knownFigure(submission, `${row}.${column}`)?.digits ?? '0';
  const told = sumOf(pairs.flatMap((other) => stockOf(other, row)?.gap ?? []));
  const had = sumOf(gone.map((before) => valueOf(before, '有效')));
  const brought = come.map((now) => difference(sumOf([valueOf(now, '有效'), valueOf(now, '废止')]), valueOf(now, '制发')));
  return [told, difference(sumOf([told, ...brought]), had)];
}

/** @param behind the reports of which this one is the sum: what they explain is told there. */
function observe(pair: YearPair, row: string, behind: Behind): BetweenObservation[] {
  const stock = stockOf(pair, row);
  if (!stock || isZero(stock.gap) || explanations(behind, row).some((explained) => compare(stock.gap, explained) === 0)) return [];
  const { now, before } = pair;
  const { inForce, made, abolished, last, right, gap } = stock;
  const name = table2.rows.find(({ id }) => id === row)?.label ?? row;
  const values = [inForce.digits, right, absolute(gap), name, before.year, last.digits, made.digits, abolished.digits] as const;
  const label = (column: string) => table2.columns.find(({ id }) => id === column)?.label ?? column;
  return [
    {
      path: now.path,
      span: inForce.span,
      message: gap.startsWith('-')
        ? msg('现行有效 {0} 应为 {1}（{3}：{4}年 {5}＋制发 {6}−废止 {7}），少 {2}', ...values)
        : msg('现行有效 {0} 应为 {1}（{3}：{4}年 {5}＋制发 {6}−废止 {7}），多 {2}', ...values),
      ...(now.digest.lapses && { severity: 'hint' as const }),
      related: [
        { span: last.span, message: msg('{0}年现行有效：{1}', before.year, last.digits), elsewhere: before },
        { span: made.span, message: msg('{0}：{1}', label('制发'), made.digits) },
        { span: abolished.span, message: msg('{0}：{1}', label('废止'), abolished.digits) },
      ],
    },
  ];
}
