/**
 * Figures that change tenfold within a year, or come from nothing or go to nothing, are asked for a reason: another unit of
 * counting, a figure in the wrong row. Small numbers change so by chance and are left alone.
 */
import { compare, type Decimal, difference, isZero, sumOf, trimmed } from '../../collection/decimal';
import { placeName, places, type Place } from '../../collection/figures';
import { behindOf, knownFigure, type YearPair, yearPairs } from '../../collection/pairing';
import { msg, type Message } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const suddenJump: BetweenRule = {
  id: 'sudden-jump',
  family: 'between',
  title: '与上年相差悬殊',
  severity: 'hint',
  fixable: false,
  between: (collection) =>
    yearPairs(collection).flatMap((pair) => watched.flatMap((place) => observe(pair, place, behindOf(collection, pair).pairs))),
};

type Jump = 'more' | 'less' | 'fromNothing' | 'toNothing';

const watched = ['许可.决定', '处罚.决定', '收费.金额', '新收.总计'].flatMap((key) => places.filter((place) => place.key === key));
/** Below this a figure changes tenfold by chance. */
const smallest: Decimal = '30';

/** @param behind the pairs of the reports of which this one is the sum: a jump of one of them is told there. */
function observe(pair: YearPair, place: Place, behind: readonly YearPair[]): BetweenObservation[] {
  const { now, before } = pair;
  const [own, last] = [knownFigure(now, place.key), knownFigure(before, place.key)];
  if (!own || !last) return [];
  const jump = jumpOf(own.digits, last.digits);
  if (!jump) return [];
  const jumping = behind.filter((other) => {
    const [theirs, theirLast] = valuesOf(other, place);
    return theirs !== undefined && theirLast !== undefined && jumpOf(theirs, theirLast) !== undefined;
  });
  const rest = (side: 0 | 1, whole: Decimal) => difference(whole, sumOf(jumping.map((other) => valuesOf(other, place)[side] ?? '0')));
  if (jumping.length > 0 && !jumpOf(rest(0, own.digits), rest(1, last.digits))) return [];
  return [
    {
      path: now.path,
      span: own.span,
      message: wordsOf(jump, [placeName(place), trimmed(own.digits), trimmed(last.digits), before.year]),
      related: [{ span: last.span, message: msg('{0}年{1}：{2}', before.year, placeName(place), trimmed(last.digits)), elsewhere: before }],
    },
  ];
}

function valuesOf({ now, before }: YearPair, { key }: Place): readonly [Decimal | undefined, Decimal | undefined] {
  return [knownFigure(now, key)?.digits, knownFigure(before, key)?.digits];
}

/** What sort of jump the change is from `last` to `own`; undefined if it is none. */
function jumpOf(own: Decimal, last: Decimal): Jump | undefined {
  const isSmall = (value: Decimal) => compare(value, smallest) < 0;
  if (isZero(own) || isZero(last)) {
    if (isSmall(own) && isSmall(last)) return undefined;
    return isZero(own) ? 'toNothing' : 'fromNothing';
  }
  if (isSmall(own) || isSmall(last)) return undefined;
  if (isTenfold(own, last)) return 'more';
  return isTenfold(last, own) ? 'less' : undefined;
}

function isTenfold(more: Decimal, less: Decimal): boolean {
  return compare(more, sumOf(Array<Decimal>(10).fill(less))) >= 0;
}

function wordsOf(jump: Jump, values: readonly (string | number)[]): Message {
  switch (jump) {
    case 'more':
      return msg('{1}：{0}增至上年的十倍以上（{3}年 {2}），请核对，或在正文说明原因', ...values);
    case 'less':
      return msg('{1}：{0}减至上年的十分之一以下（{3}年 {2}），请核对，或在正文说明原因', ...values);
    case 'fromNothing':
      return msg('{1}：{0}上年为 0（{3}年），请核对，或在正文说明原因', ...values);
    case 'toNothing':
      return msg('{1}：{0}上年为 {2}（{3}年），请核对，或在正文说明原因', ...values);
  }
}
