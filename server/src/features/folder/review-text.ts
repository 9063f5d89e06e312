/**
 * The list of a review as text for people, columns aligned by the width of the characters:
 *
 *     2024年：61 个单位  ○ 未交 1  ✗ 有错误 3  ✓ 通过 57
 *
 *     状态      单位              错误  警告  提示  新收 …  文件
 *     ✗ 有错误  云川县水务局         2     0     1    24 …  2024/云川县水务局.txt
 */
import type { Collection } from '../../collection/collect';
import { msg, type Message } from '../../text/message';
import { displayWidth } from '../../text/width';
import { keyFigureHeads, keyFigureNames } from './key-figures';
import { percent, ratesOf, sampleOf, sampleWords } from './numbers';
import type { NumbersGround } from './numbers-section';
import type { Review, ReviewLine } from './review';
import { countStates, stateSigns, stateWords } from './state-words';
import { whyLeft } from './total';

type Say = (message: Message) => string;

export interface TextGround {
  readonly collection: Collection;
  readonly say: Say;
  readonly numbers: NumbersGround | undefined;
}

export function reviewText(list: Review, { collection, say, numbers }: TextGround): string {
  const { year, units } = list;
  const counts = countStates(units).map(({ state, count }) => `${stateSigns[state]} ${say(stateWords[state])} ${count}`);
  const lines = [say(msg('{0}年：{1} 个单位', year, units.length)), ...counts].join('  ');
  const notes = [...remarks(collection, list, say), ...(numbers ? numberLines(numbers, say) : [])];
  return `${lines}\n\n${tableOf(units, say)}${notes.length > 0 ? `\n${notes.map((note) => `${note}\n`).join('')}` : ''}`;
}

function tableOf(units: readonly ReviewLine[], say: Say): string {
  const heads = [
    msg('状态'),
    msg('单位'),
    msg('错误'),
    msg('警告'),
    msg('提示'),
    ...keyFigureNames.map((name) => keyFigureHeads[name]),
    msg('文件'),
  ].map(say);
  const rows = units.map(({ unit, state, path, errors, warnings, hints, figures }) => [
    `${stateSigns[state]} ${say(stateWords[state])}`,
    unit,
    ...(figures === null ? ['', '', ''] : [errors, warnings, hints].map(String)),
    ...keyFigureNames.map((name) => String(figures?.[name] ?? '')),
    path ?? '',
  ]);
  const widths = heads.map((head, column) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[column] ?? ''))));
  const pad = (text: string, column: number) => {
    const space = ' '.repeat((widths[column] as number) - displayWidth(text));
    return column > 1 && column < heads.length - 1 ? space + text : text + space;
  };
  return [heads, ...rows].map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** What a reviewer should know besides: doubles, units that may have been renamed, reports of nobody. */
function remarks(collection: Collection, { year }: Review, say: Say): string[] {
  const { roster, submissions, unplaced, doubles } = collection;
  const ofYear = submissions.filter((submission) => submission.year === year);
  const names = (list: readonly string[]) => list.map((name) => `「${name}」`).join('、');
  const strangers = roster.units.length > 0 ? ofYear.filter(({ unit }) => roster.find(unit) === undefined).map(({ unit }) => unit) : [];
  const [come, gone] = changes(collection, year);
  return [
    ...(strangers.length > 0 ? [say(msg('不在名单中的单位：{0}', names(strangers)))] : []),
    ...(come.length > 0 && gone.length > 0
      ? [
          say(
            msg(
              '上年有、本年没有：{0}；本年有、上年没有：{1}。如果是更名或合并，请写进名单的 aliases，这里不代为认定',
              names(gone),
              names(come),
            ),
          ),
        ]
      : []),
    ...doubles
      .filter(({ kept }) => kept.year === year)
      .flatMap(({ kept, left }) =>
        left.map(({ submission, reason }) => say(msg('没有计入 {0}：{1}', submission.path, say(whyLeft(kept.path, reason))))),
      ),
    ...unplaced.map(({ path, digest }) =>
      say(msg('{0}：{1}', path, say(digest.agency === '' ? msg('看不出是哪个单位的报告') : msg('看不出是哪一年的报告')))),
    ),
  ];
}

/** The units that have a report of this year but none of last year, and those of which it is the other way about. */
function changes({ submissions, of }: Collection, year: number): readonly [readonly string[], readonly string[]] {
  const only = (own: number, other: number) =>
    submissions.filter((submission) => submission.year === own && !of(submission.unit, other)).map(({ unit }) => unit);
  return [only(year, year - 1), only(year - 1, year)];
}

function numberLines({ now, before, year, reports }: NumbersGround, say: Say): string[] {
  const last = new Map((before ? ratesOf(before) : []).map((rate) => [rate.name.template, rate]));
  return [
    '',
    say(msg('数字一页（{0}年 {1} 份报告之和）', year, reports.now)),
    ...ratesOf(now).map((rate) => {
      const old = last.get(rate.name.template);
      const sample = sampleOf(rate);
      return `  ${say(rate.name)} ${percent(rate)}（${rate.part} ÷ ${rate.whole}${sample === 'enough' ? '' : `，${say(sampleWords[sample])}`}）${old ? `，${say(msg('{0}年', year - 1))} ${percent(old)}（${old.part} ÷ ${old.whole}）` : ''}：${say(rate.of)}`;
    }),
  ];
}
