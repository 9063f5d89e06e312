/**
 * Cases of review and litigation are counted in 件, pieces of information in 条. Only 条 and 篇 are reported: 起, 宗, 例, 份 and 件次 are in use, and 条 for
 * requests and documents is too common to be called wrong.
 */
import type { ProseScan } from '../../report/sentences/prose-scan';
import { msg } from '../../text/message';
import { findAt, placesOf } from '../../statements/prose-search';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

const number = '(?:[0-9０-９]{1,6}|[零〇一二三四五六七八九十百两]{1,5})';
/** The number and its measure word behind the noun (行政诉讼0条) or before it (0条行政诉讼). */
const behind = new RegExp(
  `(?:复议|诉讼)(?:案件?|申请|案件数量?|数量?)?(?:共计?|[为计]|总计|合计|数量为?)?[:： ]?(${number})([条篇])(?![例件款约文目线块理])`,
  'y',
);
const verbs = ['公开', '发布', '推送', '刊发', '报送'];
const before = new RegExp(`(${number})([条篇])(?=的?行政(?:复议|诉讼))`, 'y');

/** 公开信息27次: a piece of information is no event. */
const pieces = new RegExp(
  `(?:公开|发布|推送|刊发|报送)(?:各类|政府|政务|有关|相关)?(?:信息|稿件)(?:共计?|总计|合计|累计)?(${number})(次)(?![数序])`,
  'y',
);

export const wrongMeasureWord: Rule = {
  id: 'wrong-measure-word',
  family: 'wording',
  title: '复议、诉讼的量词不当',
  severity: 'information',
  fixable: true,
  looksAt: 'paragraphs',
  sleeps: true,
  wakes: ['复议', '诉讼', ...verbs],
  check(_report, { scan }) {
    const observations: Observation[] = [];
    for (const match of [...findAt(scan, ['复议', '诉讼'], behind), ...countsBefore(scan)]) {
      const [found, count = '', measure = ''] = match;
      const end = match.index + found.length;
      observations.push({
        span: { start: end - count.length - measure.length, end },
        message: msg('复议、诉讼案件以「件」计：「{0}」应为「{1}」', count + measure, `${count}件`),
        fix: { title: msg('把「{0}」改为「{1}」', measure, '件'), safe: true, edits: [{ span: { start: end - 1, end }, newText: '件' }] },
      });
    }
    for (const { index, 0: found, 1: count = '', 2: measure = '' } of findAt(scan, verbs, pieces, { next: '各政有相信稿' })) {
      const end = index + found.length;
      const right = found.includes('稿件') ? '篇' : '条';
      observations.push({
        span: { start: end - count.length - measure.length, end },
        message: msg('信息、稿件不以「{0}」计：「{1}」应为「{2}」', measure, count + measure, count + right),
        fix: {
          title: msg('把「{0}」改为「{1}」', measure, right),
          safe: false,
          edits: [{ span: { start: end - 1, end }, newText: right }],
        },
      });
    }
    return observations.sort((a, b) => a.span.start - b.span.start);
  },
};

/** 0条行政复议: the number before the noun. */
function countsBefore(scan: ProseScan): RegExpExecArray[] {
  return (['复议', '诉讼'] as const)
    .flatMap((word) => placesOf(scan, word))
    .flatMap((at) => {
      const end = at - 2 - (scan.text[at - 3] === '的' ? 1 : 0);
      if (!scan.text.startsWith('行政', at - 2) || !/[条篇]/.test(scan.text[end - 1] ?? '')) return [];
      let start = end - 1;
      while (start > end - 7 && /[0-9０-９零〇一二三四五六七八九十百两]/.test(scan.text[start - 1] ?? '')) start--;
      before.lastIndex = start;
      const match = before.exec(scan.text);
      return match ? [match] : [];
    });
}
