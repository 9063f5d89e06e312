/**
 * The period that a report's figures cover, as its opening states it: 统计期限为2024年1月1日至12月31日, also 截至12月31日.
 * Only dates that follow a word for the period at once. A broken date (20241230日) counts as what it was meant for, if only one
 * day can have been; `broken` says so. Judges nothing.
 */
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { isDigit } from '../text/characters';
import { dateReadings } from './date-readings';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { findAt, stated } from './prose-search';

export interface PeriodDate {
  /** From the year, or the month where no year is written, to 日. */
  readonly span: Span;
  /** The four digits of the year and their value; undefined where none is written. */
  readonly year: { readonly span: Span; readonly value: number } | undefined;
  readonly month: number;
  readonly day: number;
  /** Whether characters of it are lost: broken-date says which. */
  readonly broken?: true;
}

export interface Period {
  readonly span: Span;
  /** Undefined where the text only says until when. */
  readonly from: PeriodDate | undefined;
  readonly to: PeriodDate;
}

/** What periods are found by. */
export const periodWords: readonly string[] = ['统计', '数据', '期限', '时限'];
/** Words after which the period's dates follow at once. */
const opening =
  /(?:统计|数据|期限|时限)(?:数据|信息|资料)?的?(?:统计)?(?:起止|截止|核定)?(?:期限|时限|时间|时段|时期|日期|周期|区间|范围|期间)?(?:范围|跨度|段|点)?(?:均|都|是|为|从|自|由|:|：|\s){0,4}\s{0,40}/y;
const year = '(?:(20[\\d０-９]{2})\\s{0,3}年\\s{0,3})?';
const monthDay = '([\\d０-９]{1,2})\\s{0,3}月\\s{0,3}([\\d０-９]{1,2})(?![\\d０-９])\\s{0,3}日?';
const range = new RegExp(
  `${year}${monthDay}\\s?(?:起始?|开?始)?\\s?[,，、]?\\s?(?:至|到|[—–―~～－-]{1,2})\\s{0,12}${year}${monthDay}`,
  'y',
);
const until = new RegExp(`(?:截至|截止到?|止于|止|到|至)\\s?${year}${monthDay}`, 'y');

const single = new RegExp(`${year}${monthDay}`, 'y');

const brokenDate = '(20\\d\\d)\\s{0,3}年?\\s{0,3}(?:(\\d{1,2})月(\\d{1,2})日?|(\\d{2,4})日)';
const brokenRange = new RegExp(`${brokenDate}\\s?(?:起始?|开?始)?\\s?[,，、]?\\s?(?:至|到|[—–―~～－-]{1,2})\\s{0,12}${brokenDate}`, 'y');

/** The first period stated above section two, or undefined. */
export function periodOf(report: Report, scan: ProseScan): Period | undefined {
  return stated(periodsIn, report, scan)[0];
}

/** The periods stated above section two, in the order of the text. */
export function periodsIn({ text, prose, sections }: Report, scan: ProseScan): readonly Period[] {
  const end = sections.find(({ form }) => form.number > 1)?.heading.start ?? prose.findLast(({ section }) => section < 2)?.end ?? 0;
  let found: Period[] | undefined;
  let done = 0;
  for (const { index, 0: words } of openingsIn(scan)) {
    // 统计数据期限 is met at each of its words.
    if (index < done || index >= end) continue;
    done = index + words.length;
    if (!mayBegin(text, done)) continue;
    const period = rangeAt(text, done) ?? brokenRangeAt(text, done) ?? endAt(text, done, /截止|核定/.test(words));
    if (period) (found ??= []).push(period);
  }
  return found ?? nothing;
}
const nothing: readonly never[] = [];

/** Whether a date, or a word for until, may begin at `at`: 统计数据 is said of much else. */
function mayBegin(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || '截止到至'.includes(text[at] ?? '。');
}

function openingsIn(scan: ProseScan): readonly RegExpExecArray[] {
  const all = findAt(scan, periodWords, opening);
  return all.length < 2 ? all : [...all].sort((a, b) => a.index - b.index);
}

function rangeAt(text: string, at: number): Period | undefined {
  const both = matchAt(range, text, at);
  return both && { span: spanAt(both, 0), from: dateAt(both, 1), to: dateAt(both, 4) };
}

/** 自202411日起至20241230日止: dates that lost characters, if only one day can have been meant. */
function brokenRangeAt(text: string, at: number): Period | undefined {
  const both = matchAt(brokenRange, text, at);
  const [from, to] = both ? [brokenDateAt(both, 1), brokenDateAt(both, 5)] : [];
  return both && from && to && { span: spanAt(both, 0), from, to };
}

/** 截至12月31日; also 数据截止日期为2025年12月31日. */
function endAt(text: string, at: number, named: boolean): Period | undefined {
  const last = matchAt(until, text, at) ?? (named ? matchAt(single, text, at) : undefined);
  return last && { span: spanAt(last, 0), from: undefined, to: dateAt(last, 1) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The date whose year, month and day, or digits of both, are the groups from `group` on. */
function brokenDateAt(match: RegExpExecArray, group: number): PeriodDate | undefined {
  const written = spanAt(match, group);
  const digits = match[group + 3];
  const [only, ...others] =
    digits === undefined ? [{ month: Number(match[group + 1]), day: Number(match[group + 2]) }] : dateReadings(digits);
  if (!only || others.length > 0) return undefined;
  const last = spanAt(match, digits === undefined ? group + 2 : group + 3).end;
  const end = match.input.startsWith('日', last) ? last + 1 : last;
  const whole = /^20\d\d\s*年/.test(match.input.slice(written.start, end)) && digits === undefined;
  return {
    span: { start: written.start, end },
    year: { span: written, value: Number(match[group]) },
    ...only,
    ...(!whole && { broken: true }),
  };
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

/** Where a group stands. All groups are digits, and nothing between them is: each begins at its digits behind the one before. */
function spanAt(match: RegExpExecArray, group: number): Span {
  let start = match.index;
  let end = group === 0 ? start + match[0].length : start;
  for (let i = 1; i <= group; i++) {
    const digits = match[i];
    if (digits === undefined) continue;
    start = match.input.indexOf(digits, end);
    end = start + digits.length;
  }
  return { start, end };
}
