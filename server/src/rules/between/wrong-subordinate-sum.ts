/**
 * A report that is a sum against the reports that go into it, with the units behind the cell. Totals are told only for what
 * their parts do not explain.
 */
import { absolute, isZero } from '../../collection/decimal';
import { placeName } from '../../collection/figures';
import { knownFigure } from '../../collection/pairing';
import { type Gap, type HeldAgainst, heldAgainst, unexplained } from '../../collection/subordinates';
import { msg } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const wrongSubordinateSum: BetweenRule = {
  id: 'wrong-subordinate-sum',
  family: 'between',
  title: '与下属单位之和不符',
  severity: 'warning',
  fixable: false,
  between: (collection) =>
    collection.submissions.flatMap((parent) => {
      const held = heldAgainst(collection, parent);
      return held ? unexplained(held).map((gap) => observationOf(held, gap)) : [];
    }),
};

/** The most units that are shown behind a cell. */
const mostShown = 100;

function observationOf({ parent, reports, missing }: HeldAgainst, { place, stated, gap, sum }: Gap): BetweenObservation {
  const behind = reports.flatMap((report) => {
    const known = knownFigure(report, place.key);
    return known ? [{ report, known }] : [];
  });
  const telling = behind.some(({ known }) => !isZero(known.digits)) ? behind.filter(({ known }) => !isZero(known.digits)) : behind;
  const without = missing.length + sum.without.length;
  const values = [stated, sum.digits, absolute(gap), placeName(place), behind.length, without] as const;
  return {
    path: parent.path,
    span: knownFigure(parent, place.key)?.span ?? parent.digest.head,
    message: wordsFor(gap.startsWith('-'), without > 0, values),
    related: telling
      .slice(0, mostShown)
      .map(({ report, known }) => ({ span: known.span, message: msg('{0}：{1}', report.unit, known.digits), elsewhere: report })),
  };
}

function wordsFor(isLess: boolean, isIncomplete: boolean, values: readonly (string | number)[]) {
  if (!isLess) return msg('{0} 应为 {1}，多 {2}：{3}不等于 {4} 个下属单位之和', ...values);
  return isIncomplete
    ? msg('{0} 少于 {4} 个下属单位之和 {1}，少 {2}：{3}（还有 {5} 个单位没有数）', ...values)
    : msg('{0} 应为 {1}，少 {2}：{3}不等于 {4} 个下属单位之和', ...values);
}
