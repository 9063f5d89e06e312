/**
 * Dates and years that lost a character: 20251月1日, 202511日, 2025  1  1  日, 2025年11日, 12月31止, 2022我镇; and document
 * numbers that lost their brackets: 〔202130号〕, 函202130号. The fix writes the date where only one can be meant.
 */
import type { ProseLine, Report } from '../../report/report';
import { msg } from '../../text/message';
import { dateReadings } from '../../statements/date-readings';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';
import { findInProse } from '../../statements/prose-search';
import { placesOf } from '../../statements/section-lines';
import { reword } from '../../findings/wording';
import { isAsciiDigit } from '../../text/characters';

/** After the year: month and day run on, spaces or nothing where 年 and 月 were. */
const runOn = /20\d\d(\d{1,2})月(\d{1,2})日?(?!\d)/y;
const monthOnly = /20\d\d(\d{1,2})月(?!\s?\d)/y;
const bare = /20\d\d[ \u3000\u00a0]{0,4}(\d{2,4})日/y;
const spaced = /20\d\d[ \u3000\u00a0]{1,8}(\d{1,2})(?:月|[ \u3000\u00a0]{1,8})[ \u3000\u00a0]{0,8}(\d{1,2})[ \u3000\u00a0]{0,8}日/y;
const until = /(?:起)?[至到—-]{1,2}[ \u3000]?(\d{3,4})日/y;
const noMonth = /20\d\d年(\d{1,4})日(?![内前后之])/y;
const document = /(20[12]\d)(\d{1,4})\s{0,3}号([〕\]］】）)]?)/y;
const openers = '〔[［【（(';
const closers = '〕]］】）)';
const self = /20\d\d(?=我[镇乡局委县市区旗州盟厅院办部处站所会校省街中单]|本[镇乡局委单机部街]|度(?![量假过]))/y;
const noDay = /\d{1,2}月\d{1,2}(?=止|为止|起(?:[,，、。；;)）]|至|到|[执施]行|实施|开始)|前(?![后置])|至(?!\s?\d{1,2}[日号]))/y;
/** The same where a year stands before it and the clause ends: 至2024年12月31。 */
const noDayAtEnd = /\d{1,2}月\d{1,2}(?=[。；;，,）)])/y;
/** 1月1日至1231日. */
const alone = /(?<=\d日?起?[至到—-])(?:\d{3,4}日|月\d{1,2}日)/g;
/** 2024，我局…: 年 is lost at the start of a sentence. */
const noYearWord = /20\d\d(?=[，,][一-鿿]|全[县市区镇乡局旗州省委])/y;
/** 2024年月31日, 2024年12月日: a number is lost. */
const noNumber = /20\d\d年(?:月\d{1,2}日|\d{1,2}月日)/y;
/** 202年1月1日, 20244年1月1日, 2O24年1月1日. */
const noYear = /(?<![\dA-Za-z.〔])(?:20\d|20\d{3}|2[Oo]\d\d)年(?=\d{1,2}月)/g;
const lastLines = 6;

export const brokenDate: Rule = {
  id: 'broken-date',
  family: 'dates',
  title: '日期缺字',
  severity: 'warning',
  fixable: true,
  check(report) {
    const found: Observation[] = [];
    const { text, prose, title } = report;
    let done = 0;
    for (const { at, line } of placesOf(text, prose, '20')) {
      if (at < done || isDigit(text, at - 1) || (title && at >= title.span.start && at < title.span.end)) continue;
      const own = yearAt(report, at, line);
      if (!own || own.span.end > line.end) continue;
      found.push(own);
      done = own.span.end;
      const end = endOfPeriod(report, done);
      if (end && end.span.end <= line.end) found.push(end);
    }
    for (const { index, 0: words } of findInProse(report, noYear))
      found.push(observe(text, index, words.length, report.year === undefined ? undefined : `${report.year}年`, false));
    for (const { index, 0: words } of findInProse(report, alone)) {
      const digits = words.slice(0, -1);
      const [only, ...others] = dateReadings(digits);
      if ((only || digits.startsWith('月')) && !found.some(({ span }) => span.start <= index && index < span.end))
        found.push(observe(text, index, words.length, only && others.length === 0 ? `${only.month}月${only.day}日` : undefined, false));
    }
    found.sort((a, b) => a.span.start - b.span.start);
    let next = 0;
    const years = found.length;
    for (const { at, line } of placesOf(text, prose, '月')) {
      while (next < years && (found[next] as Observation).span.end <= at) next++;
      const own = next < years && (found[next] as Observation).span.start <= at ? undefined : dayLost(text, at, line);
      if (own) found.push(own);
    }
    return found;
  },
};

/** What begins with the year at `at`. */
function yearAt({ text, title, prose, unfinished, year: own }: Report, at: number, line: ProseLine): Observation | undefined {
  const year = text.slice(at, at + 4);
  const dated = match(runOn, text, at) ?? match(spaced, text, at);
  if (dated)
    return observe(
      text,
      at,
      dated[0].length,
      isDate(dated[1], dated[2]) ? `${year}年${Number(dated[1])}月${Number(dated[2])}日` : undefined,
      true,
    );
  const month = match(monthOnly, text, at);
  if (month) return observe(text, at, month[0].length, isDate(month[1], '1') ? `${year}年${Number(month[1])}月` : undefined, true);
  const rest = match(bare, text, at) ?? match(noMonth, text, at);
  if (rest) {
    const digits = rest[1] as string;
    const hasYear = rest[0].includes('年');
    if (hasYear && digits.length > 2 && dateReadings(digits).length === 0) return undefined;
    // 2025年15日: of which month is not told.
    return observe(text, at, rest[0].length, hasYear && digits.length < 3 ? undefined : onlyDate(year, digits), false);
  }
  const lost = match(noNumber, text, at);
  if (lost) return observe(text, at, lost[0].length, undefined, false);
  const numbered = documentAt(text, at, line);
  if (numbered) return numbered;
  const agency = title?.agency ?? '';
  if (/[-—./:：\w年]/.test(text[at - 1] ?? '')) return undefined;
  if (match(self, text, at) || (agency.length > 3 && text.startsWith(agency, at + 4))) return observe(text, at, 4, `${year}年`, true);
  if (
    match(noYearWord, text, at) &&
    Math.abs(Number(year) - (own ?? 0)) <= 1 &&
    (at === line.start || /[。；;)）:：]/.test(text[at - 1] as string))
  )
    return observe(text, at, 4, `${year}年`, true);
  const alone = line.start === at && line.end <= at + 8 && /^20\d{4,6}$/.test(text.slice(line.start, line.end));
  if (!alone || unfinished || line.section < 5 || (prose.at(-lastLines)?.start ?? 0) > at) return undefined;
  const digits = text.slice(at + 4, line.end);
  return digits.length < 4 && dateReadings(digits).length > 0 ? observe(text, at, line.end - at, onlyDate(year, digits), false) : undefined;
}

/** Behind a broken date at the start of a period: 到1231日. */
function endOfPeriod({ text }: Report, at: number): Observation | undefined {
  const found = match(until, text, at);
  const digits = found?.[1];
  const [only, ...others] = digits === undefined ? [] : dateReadings(digits);
  if (!found || digits === undefined || !only) return undefined;
  const start = at + found[0].indexOf(digits);
  return observe(text, start, digits.length + 1, others.length === 0 ? `${only.month}月${only.day}日` : undefined, false);
}

/** The date, if `digits` can be read as month and day in one way. */
function onlyDate(year: string, digits: string): string | undefined {
  const [only, ...others] = dateReadings(digits);
  return only && others.length === 0 ? `${year}年${only.month}月${only.day}日` : undefined;
}

/** 〔202130号〕 or 函202130号: the brackets around the year are lost or stand in the wrong place. */
function documentAt(text: string, at: number, line: ProseLine): Observation | undefined {
  const bracket = at > line.start ? openers.indexOf(text[at - 1] as string) : -1;
  const start = bracket >= 0 ? at - 1 : at;
  const square = bracket >= 0 && !/[（(]/.test(text[start] as string);
  if (!square && !/[函发办字令文]/.test(text[start - 1] ?? '')) return undefined;
  const found = match(document, text, at);
  if (!found) return undefined;
  const [whole, year = '', number = '', closer = ''] = found;
  // A closing bracket that belongs to another opening one is left where it is.
  const end = at + whole.length - (closer !== '' && closers[bracket] !== closer ? 1 : 0);
  return observe(text, start, end - start, number.startsWith('0') ? undefined : `〔${year}〕${number}号`, true);
}

/** 12月31止: 日 is lost. */
function dayLost(text: string, month: number, line: ProseLine): Observation | undefined {
  let start = month;
  while (start > line.start && start > month - 2 && isDigit(text, start - 1)) start--;
  if (start === month || isDigit(text, start - 1)) return undefined;
  const found =
    match(noDay, text, start) ??
    (/20\d\d\s?年\s?$/.test(text.slice(Math.max(line.start, start - 7), start)) ||
    /[日起][至到]$/.test(text.slice(Math.max(line.start, start - 2), start))
      ? match(noDayAtEnd, text, start)
      : null);
  if (!found) return undefined;
  const own = text.slice(start, start + found[0].length);
  return isDate(...(own.split('月') as [string, string])) ? observe(text, start, own.length, `${own}日`, true) : undefined;
}

function observe(text: string, start: number, length: number, right: string | undefined, safe: boolean): Observation {
  const span = { start, end: start + length };
  const own = text.slice(start, span.end);
  if (right === undefined) return { span, message: msg('「{0}」缺字，请写完整', own) };
  return {
    span,
    message: msg('「{0}」缺字，应为「{1}」', own, right),
    fix: { title: msg('改为「{0}」', right), safe, edits: [reword(text, span, right)] },
  };
}

function isDate(month = '', day = ''): boolean {
  return dateReadings(month.padStart(2, '0') + day.padStart(2, '0')).length > 0;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isDigit(text: string, at: number): boolean {
  return isAsciiDigit(text.charCodeAt(at));
}
