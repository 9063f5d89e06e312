/**
 * Dates and years that lost a character: 20251月1日, 202511日, 2025  1  1  日, 2025年11日, 12月31止, 2022我镇, 2024共收到, 202020年; days
 * that there are not (6月31日); and document numbers that lost their brackets: 〔202130号〕, 函202130号. See `broken-dates.ts`.
 * The fix writes the date where only one can be meant.
 */
import type { Report } from '../../report/report';
import { msg } from '../../text/message';
import { dateReadings } from '../../statements/date-readings';
import { type BrokenDate, broken, dayLostAt, yearsIn } from '../../statements/broken-dates';
import { periodOf } from '../../statements/period';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { findInProse, inLines } from '../../statements/prose-search';
import { placesIn, placesOf } from '../../statements/section-lines';
import { reword } from '../../findings/wording';

/** 1月1日至1231日. */
const endAlone = inLines(/(?<=\d日?起?[至到—-])(?:\d{3,4}日|月\d{1,2}日)/g);
/** 202年1月1日, 20244年1月1日, 2O24年1月1日, 202020年. */
const wrongYear = inLines(/(?<![\dA-Za-z.〔])(?:(?:20\d|2[Oo]\d\d)年(?=\d{1,2}月)|20\d{3,4}年)/g);
const months = placesIn('月');

export const brokenDate: Rule = {
  id: 'broken-date',
  family: 'dates',
  title: '日期缺字',
  severity: 'warning',
  fixable: true,
  check(report) {
    const { text, prose } = report;
    const found = [...withoutPeriod(report, yearsIn(report)), ...wrongYears(report)];
    for (const { index, 0: words } of findInProse(report, endAlone)) {
      const own = endOfPeriod(index, words);
      if (own && !found.some(({ start, end }) => start <= index && index < end)) found.push(own);
    }
    found.sort((a, b) => a.start - b.start);
    let next = 0;
    const years = found.length;
    for (const { at, line } of placesOf(prose, months)) {
      while (next < years && (found[next] as BrokenDate).end <= at) next++;
      const own = next < years && (found[next] as BrokenDate).start <= at ? undefined : dayLostAt(text, at, line);
      if (own) found.push(own);
    }
    return found.map((date) => observe(text, date));
  },
};

/** Without days of the period that there are not: wrong-period says what they should be. */
function withoutPeriod(report: Report, dates: readonly BrokenDate[]): readonly BrokenDate[] {
  if (!dates.some(({ impossible }) => impossible)) return dates;
  const period = periodOf(report)?.span;
  return dates.filter(({ impossible, start, end }) => !(impossible && period && period.start <= start && end <= period.end));
}

/** Years of three digits, of five or six, or with a letter. */
function wrongYears(report: Report): BrokenDate[] {
  const own = report.year === undefined ? undefined : `${report.year}年`;
  return findInProse(report, wrongYear).map(({ index, 0: words }) => broken(index, words.length, own, false));
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
