/**
 * The period that a report's figures cover, as its opening states it: 统计期限为2024年1月1日至12月31日, also 截至12月31日.
 * Only dates that follow a word for the period at once. A broken date (20241230日) counts as what it was meant for, if only one
 * day can have been; `broken` says so. Judges nothing.
 */
import type { Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { isDigit, isSpace } from '../text/characters';
import { dateReadings } from './date-readings';
import { halfWidth } from '../text/number';
import type { Span } from '../text/span';
import { placesOf, stated } from './prose-search';

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
const rangeSource = `${year}${monthDay}\\s?(?:起始?|开?始)?\\s?[,，、]?\\s?(?:至|到|[—–―~～－-]{1,2})\\s{0,12}${year}${monthDay}`;
const range = new RegExp(rangeSource, 'y');
/** A period as most are written, without white space: a pattern that is compiled in a fraction of the time. */
const closeRange = new RegExp(rangeSource.replace(/\\s(?:\?|\{0,\d+\})/g, ''), 'y');
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
  for (const at of inOrder(
    periodWords.flatMap((word) => placesOf(scan, word).filter((place) => place < end && leadsOn(text, place + 2))),
  )) {
    // 统计数据期限 is met at each of its words.
    if (at < done) continue;
    opening.lastIndex = at;
    if (!opening.test(text)) continue;
    done = opening.lastIndex;
    if (!mayBegin(text, done)) continue;
    const period = rangeAt(text, done) ?? brokenRangeAt(text, done) ?? endAt(text, done, /截止|核定/.test(text.slice(at, done)));
    if (period) (found ??= []).push(period);
  }
  return found ?? nothing;
}
const nothing: readonly never[] = [];

/** What the words for a period go on with, or the date behind them begins with: most of 数据 and 统计 is said of something else. */
const goesOn = '数信资的统起截核期限时日周区间范跨段点均都是为从自由:：止到至\u1680';

function leadsOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || isSpace(code) || goesOn.includes(text[at] ?? '。');
}

/** Whether a date, or a word for until, may begin at `at`: 统计数据 is said of much else. */
function mayBegin(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || '截止到至'.includes(text[at] ?? '。');
}

function inOrder(places: number[]): number[] {
  return places.sort((a, b) => a - b);
}

function rangeAt(text: string, at: number): Period | undefined {
  const close = matchAt(closeRange, text, at);
  // White space behind it belongs to it, too.
  const both = close && !/\s/.test(text[closeRange.lastIndex] ?? '') ? close : matchAt(range, text, at);
  const spans = both && spansIn(both);
  return spans && { span: spans[0] as Span, from: dateAt(both, spans, 1), to: dateAt(both, spans, 4) };
}

/** 自202411日起至20241230日止: dates that lost characters, if only one day can have been meant. */
function brokenRangeAt(text: string, at: number): Period | undefined {
  const both = matchAt(brokenRange, text, at);
  const spans = both && spansIn(both);
  const [from, to] = spans ? [brokenDateAt(both, spans, 1), brokenDateAt(both, spans, 5)] : [];
  return spans && from && to && { span: spans[0] as Span, from, to };
}

/** 截至12月31日; also 数据截止日期为2025年12月31日. */
function endAt(text: string, at: number, named: boolean): Period | undefined {
  const last = matchAt(until, text, at) ?? (named ? matchAt(single, text, at) : undefined);
  const spans = last && spansIn(last);
  return spans && { span: spans[0] as Span, from: undefined, to: dateAt(last, spans, 1) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The date whose year, month and day, or digits of both, are the groups from `group` on. */
function brokenDateAt(match: RegExpExecArray, spans: Spans, group: number): PeriodDate | undefined {
  const written = spans[group] as Span;
  const digits = match[group + 3];
  const [only, ...others] =
    digits === undefined ? [{ month: Number(match[group + 1]), day: Number(match[group + 2]) }] : dateReadings(digits);
  if (!only || others.length > 0) return undefined;
  const last = (spans[digits === undefined ? group + 2 : group + 3] as Span).end;
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
function dateAt(match: RegExpExecArray, spans: Spans, group: number): PeriodDate {
  const [written, month, day] = [spans[group], spans[group + 1] as Span, spans[group + 2] as Span];
  const end = match.input.startsWith('日', day.end) ? day.end + 1 : day.end;
  return {
    span: { start: (written ?? month).start, end },
    year: written && { span: written, value: numberAt(match, group) },
    month: numberAt(match, group + 1),
    day: numberAt(match, group + 2),
  };
}

function numberAt(match: RegExpExecArray, group: number): number {
  return Number(halfWidth(match[group] as string));
}

/** Where a match and its groups stand. */
type Spans = readonly (Span | undefined)[];

/** All groups are digits, and nothing between them is: each begins at its digits behind the one before. */
function spansIn(match: RegExpExecArray): Spans {
  let end = match.index;
  const spans: (Span | undefined)[] = [{ start: end, end: end + match[0].length }];
  for (let i = 1; i < match.length; i++) {
    const digits = match[i];
    const start = digits === undefined ? end : match.input.indexOf(digits, end);
    end = start + (digits?.length ?? 0);
    spans.push(digits === undefined ? undefined : { start, end });
  }
  return spans;
}
