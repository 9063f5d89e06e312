/**
 * A superior's report for the latest year, while units that the roster puts under it have handed in none: the sum is not yet
 * complete. Of years past nothing is asked: their folders hold what someone kept.
 */
import type { Collection } from '../../collection/collect';
import type { Submission } from '../../collection/submission';
import { msg } from '../../text/message';
import type { BetweenObservation, BetweenRule } from '../rule';

export const missingSubordinate: BetweenRule = {
  id: 'missing-subordinate',
  family: 'between',
  title: '下属单位没有报告',
  severity: 'warning',
  fixable: false,
  between: (collection) =>
    collection.submissions.filter(({ year }) => year === collection.years.at(-1)).flatMap((submission) => observe(collection, submission)),
};

/** The most names that a message gives. */
const mostNames = 8;

function observe(collection: Collection, parent: Submission): BetweenObservation[] {
  const { roster } = collection;
  const unit = roster.find(parent.unit);
  const children = unit ? roster.childrenOf(unit) : [];
  const missing = children.filter(({ name }) => !collection.of(name, parent.year));
  // Where not one of them is there, only the superior's own file was asked for.
  if (missing.length === 0 || missing.length === children.length) return [];
  const names =
    missing
      .slice(0, mostNames)
      .map(({ name }) => `「${name}」`)
      .join('、') + (missing.length > mostNames ? '……' : '');
  const strangers = collection.submissions.filter(
    ({ unit: name, year }) => year === parent.year && roster.find(name) === undefined && !collection.of(name, year - 1),
  );
  return [
    {
      path: parent.path,
      span: parent.digest.head,
      message: msg('名单中的 {0} 个下属单位缺 {1} 个的{2}年报告：{3}', children.length, missing.length, parent.year, names),
      related: strangers.map((stranger) => ({
        span: stranger.digest.head,
        message: msg('「{0}」不在名单中：如果是更名或合并来的，请改名单', stranger.unit),
        elsewhere: stranger,
      })),
    },
  ];
}
