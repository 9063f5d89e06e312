/**
 * Dates and years that lost a character, or got one too many, and the numbers of documents that lost their brackets. Reads
 * what stands there and what was meant where only one thing can have been; says nothing of whether the date is the right one.
 * What begins with a year is read by the first reader that knows it, of those for what stands behind the year.
 */
import type { ProseLine, Report } from '../report/report';
import type { ProseScan } from '../report/sentences/prose-scan';
import { isAsciiDigit } from '../text/characters';
import type { Span } from '../text/span';
import { dateReadings, isDay } from './date-readings';
import { isMeasureAt } from './measure-words';
import { occurrencesOf } from './prose-search';

export interface BrokenDate extends Span {
  /** What was meant; undefined if that is not certain. */
  readonly right: string | undefined;
  /** Whether nothing else can have been meant. */
  readonly safe: boolean;
  /** No character is lost, but there is no such day: 6月31日. */
  readonly impossible?: true;
}

/** What a reader is told: where the year begins, and in which line. */
interface Place {
  readonly report: Report;
  readonly at: number;
  readonly line: ProseLine;
}

type Reader = (place: Place) => BrokenDate | undefined;

/** What years are found by. */
export const century = '20';

/** The broken dates in the prose of `report` that begin with a year, in order; the ends of their periods with them. */
export function yearsIn(report: Report, scan: ProseScan): BrokenDate[] {
  const { text, title } = report;
  const found: BrokenDate[] = [];
  let done = 0;
  for (const { at, line } of occurrencesOf(scan, century)) {
    if (at < done || isDigit(text, at - 1) || !isDigit(text, at + 2) || !isDigit(text, at + 3)) continue;
    if (title && at >= title.span.start && at < title.span.end) continue;
    const own = read({ report, at, line });
    if (!own || own.end > line.end) continue;
    found.push(own);
    done = own.end;
    const end = endOfPeriod(report, done);
    if (end && end.end <= line.end) found.push(end);
  }
  return found;
}

function read(place: Place): BrokenDate | undefined {
  for (const reader of readersFor(place)) {
    const own = reader(place);
    if (own) return own;
  }
  return undefined;
}

const runOn = /20\d\d(\d{1,2})月(\d{1,2})日?(?!\d)/y;
/** 2025  1  1  日, 2025 1月1日: spaces or nothing where 年 and 月 were. */
const spaced = /20\d\d[ \u3000\u00a0]{1,8}(\d{1,2})(?:月|[ \u3000\u00a0]{1,8})[ \u3000\u00a0]{0,8}(\d{1,2})[ \u3000\u00a0]{0,8}日/y;
/** 20251月1日. */
const monthRunOn: Reader = ({ report: { text }, at }) => {
  const dated = match(runOn, text, at) ?? match(spaced, text, at);
  if (!dated) return undefined;
  const right = isDate(dated[1], dated[2]) ? `${text.slice(at, at + 4)}年${Number(dated[1])}月${Number(dated[2])}日` : undefined;
  return broken(at, dated[0].length, right, true);
};

const monthOnly = /20\d\d(\d{1,2})月(?!\s?\d)/y;
/** 202511月. */
const yearAndMonth: Reader = ({ report: { text }, at }) => {
  const month = match(monthOnly, text, at);
  return month && broken(at, month[0].length, isDate(month[1], '1') ? `${text.slice(at, at + 4)}年${Number(month[1])}月` : undefined, true);
};

const wholePeriod = /20\d\d0?10?11231日/y;
/** 2024111231日: the first and the last day of the year in one. */
const periodRunOn: Reader = ({ report: { text }, at }) => {
  const period = match(wholePeriod, text, at);
  const year = text.slice(at, at + 4);
  return period && broken(at, period[0].length, `${year}年1月1日至${year}年12月31日`, false);
};

const bare = /20\d\d[ \u3000\u00a0]{0,4}(\d{2,8})日/y;
/** 202511日. */
const digitsOnly: Reader = ({ report: { text }, at }) => {
  const rest = match(bare, text, at);
  return rest && broken(at, rest[0].length, onlyDate(text.slice(at, at + 4), rest[1] as string), false);
};

const noMonth = /20\d\d年(\d{1,4})日(?![内前后之])/y;
/** 2025年11日. */
const monthLost: Reader = ({ report: { text }, at }) => {
  const rest = match(noMonth, text, at);
  const digits = rest?.[1] as string;
  if (!rest || (digits.length > 2 && dateReadings(digits).length === 0)) return undefined;
  // 2025年15日: of which month is not told.
  return broken(at, rest[0].length, digits.length < 3 ? undefined : onlyDate(text.slice(at, at + 4), digits), false);
};

const noNumber = /20\d\d年(?:[ \u3000\u00a0]?月\d{1,2}日|\d{1,2}月[ \u3000\u00a0]?日)/y;
/** 2024年月31日, 2024年12月日. Wider gaps are placeholder-text's. */
const numberLost: Reader = ({ report: { text }, at }) => {
  const lost = match(noNumber, text, at);
  return lost && broken(at, lost[0].length, undefined, false);
};

const wholeDate = /20\d\d年(\d{1,2})月(\d{1,2})日/y;
/** 2024年6月31日. */
const noSuchDay: Reader = ({ report: { text }, at }) => {
  const date = match(wholeDate, text, at);
  if (!date || isDay(Number(text.slice(at, at + 4)), Number(date[1]), Number(date[2]))) return undefined;
  return { ...broken(at, date[0].length, undefined, false), impossible: true };
};

const document = /(20[12]\d)(\d{1,4})\s{0,3}号([〕\]］】）)]?)/y;
const openers = '〔[［【（(';
const closers = '〕]］】）)';
/** 〔202130号〕 or 函202130号: the brackets around the year are lost or stand in the wrong place. */
const documentNumber: Reader = ({ report: { text }, at, line }) => {
  const bracket = at > line.start ? openers.indexOf(text[at - 1] as string) : -1;
  const start = bracket >= 0 ? at - 1 : at;
  const square = bracket >= 0 && !/[（(]/.test(text[start] as string);
  if (!square && !/[函发办字令文]/.test(text[start - 1] ?? '')) return undefined;
  const found = match(document, text, at);
  if (!found) return undefined;
  const [whole, year = '', number = '', closer = ''] = found;
  // A closing bracket that belongs to another opening one is left where it is.
  const end = at + whole.length - (closer !== '' && closers[bracket] !== closer ? 1 : 0);
  return broken(start, end - start, number.startsWith('0') ? undefined : `〔${year}〕${number}号`, true);
};

/** How agencies speak of themselves, and 度. */
const self = /20\d\d(?=我[镇乡局委县市区旗州盟厅院办部处站所会校省街中单]|本[镇乡局委单机部街]|度(?![量假过]))/y;
/** What agencies do in a year: verbs, and words that lead to one. */
const deeds =
  '共(?!和|同)|累计|依托|收到|受理|接[收到]|新[收增]|办[理结]|主动公开|公开(?!赛)|发布|制[发定]|印发|组织|开展|召开|举[办行]|通过|围绕|坚持|认真|严格|按照|根据|全面|深入|积极|持续|不断|加[强大]|完善|健全|推[进动行]|落实|强化|优化|规范|聚焦|编[制发印]|修订|更新|答复|回应|未(?!来)|没有|在(?!线)|政府信息|政务公开|信息公开';
const deed = new RegExp(`20\\d\\d(?=${deeds})`, 'y');
/** An agency or a place as the subject: 2024科右旗各级行政机关, 2024水务局认真…. */
const subject =
  /20\d\d(?=[一-鿿]{1,10}?(?:[省市县区旗盟州镇乡局委办厅]|街道|苏木|政府|机关|单位|部门)(?:各|共|认真|严格|坚持|政府|信息|主动|依|收|受|公开|发布|未|没有|持续|积极|深入|全面|按照|围绕|[，,]))/y;
/** 2024，我局…: 年 is lost at the start of a sentence. */
const opening = /20\d\d(?=[，,][一-鿿]|全[县市区镇乡局旗州省委])/y;
/** What may stand in front of a year in the middle of a sentence; a number behind other words names a thing: 智汇2024行动. */
const boundary = /[。；;，,、：:)）(（“\s是在自从对为比较与和及按的将括于至]|报告$/;
/** 2024共收到…: 年 is lost in front of a verb or an agency. */
const yearWord: Reader = ({ report, at, line }) => {
  const { text, title, year: own } = report;
  const before = at === line.start ? '。' : (text[at - 1] as string);
  if (/[-—./:：\w年〔［[号第]/.test(before) && before !== '：' && before !== ':') return undefined;
  const value = Number(text.slice(at, at + 4));
  const lost = broken(at, 4, `${value}年`, true);
  const agency = title?.agency ?? '';
  if (!/[：:]/.test(before) && (match(self, text, at) || (agency.length > 3 && text.startsWith(agency, at + 4)))) return lost;
  if (own === undefined || Math.abs(value - own) > 1 || isMeasureAt(text, at + 4)) return undefined;
  if (match(opening, text, at) && /[。；;)）:：]/.test(before)) return lost;
  return boundary.test(before) && (match(deed, text, at) || match(subject, text, at)) ? lost : undefined;
};

const lastLines = 6;
/** 202519 alone on one of the last lines. */
const signature: Reader = ({ report: { text, prose, unfinished }, at, line }) => {
  const alone = line.start === at && line.end <= at + 8 && /^20\d{4,6}$/.test(text.slice(line.start, line.end));
  if (!alone || unfinished || line.section < 5 || (prose.at(-lastLines)?.start ?? 0) > at) return undefined;
  const digits = text.slice(at + 4, line.end);
  return digits.length < 4 && dateReadings(digits).length > 0
    ? broken(at, line.end - at, onlyDate(text.slice(at, at + 4), digits), false)
    : undefined;
};

const none: readonly Reader[] = [];
const days: readonly Reader[] = [monthLost];
const months: readonly Reader[] = [numberLost, noSuchDay];
const runningOn: readonly Reader[] = [monthRunOn, yearAndMonth, periodRunOn, digitsOnly, documentNumber, signature];
const withoutYear: readonly Reader[] = [yearWord];

/** Who may know what is lost, by what stands behind the four digits: 2024年6月31日, 20246月, 2024共收到. */
function readersFor({ report: { text }, at }: Place): readonly Reader[] {
  if (text[at + 4] === '年') {
    const unit = text[endOfDigits(text, at + 5)];
    if (unit === '日') return days;
    return unit === '月' || isBlank(text[at + 5]) ? months : none;
  }
  return isDigit(text, at + 4) || isBlank(text[at + 4]) ? runningOn : withoutYear;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u3000' || character === '\u00a0';
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}

const until = /(?:起)?[至到—-]{1,2}[ \u3000]?(\d{3,4})日/y;
/** Behind a broken date at the start of a period: 到1231日. */
function endOfPeriod({ text }: Report, at: number): BrokenDate | undefined {
  const found = match(until, text, at);
  const digits = found?.[1];
  const [only, ...others] = digits === undefined ? [] : dateReadings(digits);
  if (!found || digits === undefined || !only) return undefined;
  const start = at + found[0].indexOf(digits);
  return broken(start, digits.length + 1, others.length === 0 ? `${only.month}月${only.day}日` : undefined, false);
}

/** 12月31止, 2024年12月31。 */
const noDay = /\d{1,2}月\d{1,2}(?=止|为止|起(?:[,，、。；;)）]|至|到|[执施]行|实施|开始)|前(?![后置])|至(?!\s?\d{1,2}[日号]))/y;
const noDayAtEnd = /\d{1,2}月\d{1,2}(?=[。；;，,）)])/y;

/** Where 日 is lost behind the month that ends at `month`. */
export function dayLostAt(text: string, month: number, line: ProseLine): BrokenDate | undefined {
  let start = month;
  while (start > line.start && start > month - 2 && isDigit(text, start - 1)) start--;
  if (start === month || isDigit(text, start - 1)) return undefined;
  const end = endOfDigits(text, month + 1);
  if (end === month + 1 || text[end] === '日') return undefined;
  const found = match(noDay, text, start) ?? (isDated(text, start, line) ? match(noDayAtEnd, text, start) : undefined);
  if (!found) return undefined;
  const own = text.slice(start, start + found[0].length);
  return isDate(...(own.split('月') as [string, string])) ? broken(start, own.length, `${own}日`, true) : undefined;
}

/** Whether a year, or the first day of a period, stands right in front of `at`. */
function isDated(text: string, at: number, line: ProseLine): boolean {
  return (
    /20\d\d\s?年\s?$/.test(text.slice(Math.max(line.start, at - 7), at)) ||
    /[日起][至到]$/.test(text.slice(Math.max(line.start, at - 2), at))
  );
}

/** The date, if `digits` can be read as month and day in one way. */
function onlyDate(year: string, digits: string): string | undefined {
  const [only, ...others] = dateReadings(digits);
  return only && others.length === 0 ? `${year}年${only.month}月${only.day}日` : undefined;
}

export function broken(start: number, length: number, right: string | undefined, safe: boolean): BrokenDate {
  return { start, end: start + length, right, safe };
}

function isDate(month = '', day = ''): boolean {
  return dateReadings(month.padStart(2, '0') + day.padStart(2, '0')).length > 0;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function isDigit(text: string, at: number): boolean {
  return isAsciiDigit(text.charCodeAt(at));
}
