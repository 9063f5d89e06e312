/**
 * The period that a report's figures cover, as its opening states it: 统计期限为2024年1月1日至12月31日, also 截至12月31日.
 * Only dates that follow a word for the period at once; a broken date (20241月1日) is no date. Judges nothing.
 */
import type { Report } from '../report/report';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';

export interface PeriodDate {
  /** From the year, or the month where no year is written, to 日. */
  readonly span: Span;
  /** The four digits of the year and their value; undefined where none is written. */
  readonly year: { readonly span: Span; readonly value: number } | undefined;
  readonly month: number;
  readonly day: number;
}

export interface Period {
  readonly span: Span;
  /** Undefined where the text only says until when. */
  readonly from: PeriodDate | undefined;
  readonly to: PeriodDate;
}

/** Words after which the period's dates follow at once. */
const opening =
  /(?:统计|数据|期限|时限)(?:数据|信息|资料)?的?(?:统计)?(?:起止|截止|核定)?(?:期限|时限|时间|时段|时期|日期|周期|区间|范围|期间)?(?:范围|跨度|段|点)?(?:均|都|是|为|从|自|由|:|：|\s){0,4}\s{0,40}/g;
const year = '(?:(20[\\d０-９]{2})\\s{0,3}年\\s{0,3})?';
const monthDay = '([\\d０-９]{1,2})\\s{0,3}月\\s{0,3}([\\d０-９]{1,2})(?![\\d０-９])\\s{0,3}日?';
const range = new RegExp(
  `${year}${monthDay}\\s?(?:起始?|开?始)?\\s?[,，、]?\\s?(?:至|到|[—–―~～－-]{1,2})\\s{0,12}${year}${monthDay}`,
  'dy',
);
const until = new RegExp(`(?:截至|截止到?|止于|止|到|至)\\s?${year}${monthDay}`, 'dy');

const single = new RegExp(`${year}${monthDay}`, 'dy');

/** The first period stated above section two, or undefined. */
export function periodOf({ text, prose, sections }: Report): Period | undefined {
  const end = sections.find(({ form }) => form.number > 1)?.heading.start ?? prose.findLast(({ section }) => section < 2)?.end ?? 0;
  opening.lastIndex = prose[0]?.start ?? 0;
  for (let match = opening.exec(text); match && match.index < end; match = opening.exec(text)) {
    const at = match.index + match[0].length;
    range.lastIndex = until.lastIndex = single.lastIndex = at;
    const both = range.exec(text);
    if (both) return { span: spanAt(both, 0), from: dateAt(both, 1), to: dateAt(both, 4) };
    // 数据截止日期为2025年12月31日
    const last = until.exec(text) ?? (/截止|核定/.test(match[0]) ? single.exec(text) : null);
    if (last) return { span: spanAt(last, 0), from: undefined, to: dateAt(last, 1) };
  }
  return undefined;
}

/** The date whose year, month and day are the groups `group` and the two after it. */
function dateAt(match: RegExpExecArray, group: number): PeriodDate {
  const month = spanAt(match, group + 1);
  const day = spanAt(match, group + 2);
  const own = match[group];
  const numberAt = (at: number) => Number(halfWidth(match[at] as string));
  const end = match.input.startsWith('日', day.end) ? day.end + 1 : day.end;
  if (own === undefined)
    return { span: { start: month.start, end }, year: undefined, month: numberAt(group + 1), day: numberAt(group + 2) };
  const written = spanAt(match, group);
  return {
    span: { start: written.start, end },
    year: { span: written, value: numberAt(group) },
    month: numberAt(group + 1),
    day: numberAt(group + 2),
  };
}

function spanAt(match: RegExpExecArray, group: number): Span {
  const [start, end] = match.indices?.[group] as [number, number];
  return { start, end };
}
