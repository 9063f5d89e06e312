/**
 * Dates and years that lost a character: 20251月1日, 202511日, 2025  1  1  日, 2025年11日, 12月31止, 2022我镇, 2024共收到, 202020年; days
 * that there are not (6月31日); and document numbers that lost their brackets: 〔202130号〕, 函202130号. See `broken-dates.ts`.
 * The fix writes the date where only one can be meant.
 */
import type { Report } from '../../report/report';
import type { ProseScan } from '../../report/sentences/prose-scan';
import { isAsciiDigit } from '../../text/characters';
import { msg } from '../../text/message';
import { dateReadings } from '../../statements/date-readings';
import { type BrokenDate, broken, century, dayLostAt, yearsIn } from '../../statements/broken-dates';
import { periodOf, periodWords } from '../../statements/period';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { findAt, occurrencesOf, placesOf } from '../../statements/prose-search';
import { reword } from '../../findings/wording';

/** 1月1日至1231日. */
const endAlone = /\d日?起?[至到—-](\d{3,4}日|月\d{1,2}日)$/;
const longestEnd = 9;
/** 202年1月1日, 20244年1月1日, 2O24年1月1日, 202020年. */
const wrongYear = /(?<![\dA-Za-z.〔])(?:(?:20\d|2[Oo]\d\d)年(?=\d{1,2}月)|20\d{3,4}年)/y;
const centuries = [century, '2O', '2o'];

export const brokenDate: Rule = {
  id: 'broken-date',
  family: 'dates',
  title: '日期缺字',
  severity: 'warning',
  fixable: true,
  looksAt: 'words',
  sleeps: true,
  wakes: [...centuries, '月', '日', ...periodWords],
  check(report, { scan }) {
    const { text } = report;
    const found = [...withoutPeriod(report, scan, yearsIn(report, scan)), ...wrongYears(report, scan)];
    for (const own of endsOfPeriods(scan)) if (!found.some(({ start, end }) => start <= own.start && own.start < end)) found.push(own);
    found.sort((a, b) => a.start - b.start);
    let next = 0;
    const years = found.length;
    for (const { at, line } of occurrencesOf(scan, '月')) {
      while (next < years && (found[next] as BrokenDate).end <= at) next++;
      const own = next < years && (found[next] as BrokenDate).start <= at ? undefined : dayLostAt(text, at, line);
      if (own) found.push(own);
    }
    return found.map((date) => observe(text, date));
  },
};

/** Without days of the period that there are not: wrong-period says what they should be. */
function withoutPeriod(report: Report, scan: ProseScan, dates: readonly BrokenDate[]): readonly BrokenDate[] {
  if (!dates.some(({ impossible }) => impossible)) return dates;
  const period = periodOf(report, scan)?.span;
  return dates.filter(({ impossible, start, end }) => !(impossible && period && period.start <= start && end <= period.end));
}

/** Most are four digits, and no more. */
function mayBeWrong(text: string, at: number): boolean {
  return text[at + 1] !== '0' || text[at + 3] === '年' || isAsciiDigit(text.charCodeAt(at + 4));
}

/** Years of three digits, of five or six, or with a letter. */
function wrongYears({ year }: Report, scan: ProseScan): BrokenDate[] {
  if (!centuries.some((word) => placesOf(scan, word).some((at) => mayBeWrong(scan.text, at)))) return [];
  const own = year === undefined ? undefined : `${year}年`;
  return findAt(scan, centuries, wrongYear).map(({ index, 0: words }) => broken(index, words.length, own, false));
}

/** The ends of periods that lost a character, where their beginnings did not. */
function endsOfPeriods(scan: ProseScan): BrokenDate[] {
  return placesOf(scan, '日').flatMap((at) => {
    const words = isAlone(scan.text, at) ? endAlone.exec(scan.text.slice(Math.max(0, at - longestEnd), at + 1))?.[1] : undefined;
    return words === undefined ? [] : (endOfPeriod(at + 1 - words.length, words) ?? []);
  });
}

/** Whether the digits in front of `at`, or 月 and digits, stand behind a word for until. */
function isAlone(text: string, at: number): boolean {
  let start = at;
  while (isAsciiDigit(text.charCodeAt(start - 1))) start--;
  if (start < at && text[start - 1] === '月') start--;
  return start < at && '至到—-'.includes(text[start - 1] ?? '月');
}

function endOfPeriod(at: number, words: string): BrokenDate | undefined {
  const digits = words.slice(0, -1);
  const [only, ...others] = dateReadings(digits);
  if (!only && !digits.startsWith('月')) return undefined;
  return broken(at, words.length, only && others.length === 0 ? `${only.month}月${only.day}日` : undefined, false);
}

function observe(text: string, { start, end, right, safe, impossible }: BrokenDate): Observation {
  const span = { start, end };
  const own = text.slice(start, end);
  if (impossible) return { span, message: msg('没有「{0}」这一天', own) };
  if (right === undefined) return { span, message: msg('「{0}」缺字，请写完整', own) };
  const surplus = /^20\d{3,4}年/.test(own);
  return {
    span,
    message: surplus ? msg('「{0}」多了数字，应为「{1}」', own, right) : msg('「{0}」缺字，应为「{1}」', own, right),
    fix: { title: msg('改为「{0}」', right), safe, edits: [reword(text, span, right)] },
  };
}
