/**
 * The numbers of a sentence: what stands behind digits or a Chinese numeral decides whether they count something, are a share,
 * a year, or count nothing (a date, a document's number, a phone). Expects text without what does not count (see lexer.ts).
 */
import { isDigit } from '../../text/characters';
import { chineseNumeral } from '../../text/number';

/** `gap`: digits that count nothing. `filler`: the end of the year, or all of it: 12月31日, 1月至12月. */
export interface SentenceNumber {
  readonly kind: 'number' | 'percent' | 'year' | 'gap' | 'filler';
  readonly end: number;
  readonly digitsEnd: number;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly decimals: number;
}

/** Measure words. */
const longUnits = new Set(['件次', '份次', '人次', '万元', '亿元']);
export const shortUnits = '件条份封宗起例次项个部篇期元笔场名人位家天类';
/** Signs that make digits part of a number of something: a phone, an address, a document. */
const joints = '-—–~～/\\@#〔[〕]';
/** What digits in front of it are a date, a time, a length or a name by. */
const notCounting = '月日时分点级周届旬版岁号米里亩吨户';
export const numerals = '〇零一二三四五六七八九十百千两';
/** Words of which a numeral is the end: 统一, 唯一. */
const beforeNumeral = '统同唯之第逐每任某万专单';
const factors: Readonly<Record<string, number>> = { 万: 10000, 千: 1000, 百: 100, 亿: 1e8 };
/** What 个 counts that is no case: days, parts. */
const notCases = /^(?:工作日|自然日|月|小时|方面|部分|环节|类别|大类|年度|文件夹|百分点)/;

/** The number whose first digit is plain[i]. */
export function arabicNumber(plain: string, i: number): SentenceNumber {
  let end = i;
  let dot = -1;
  let digits = '';
  for (; end < plain.length; end++) {
    const c = plain[end] as string;
    const code = plain.charCodeAt(end);
    if (isDigit(code)) digits += code > 0xff ? String.fromCharCode(code - 0xfee0) : c;
    else if ((c === '.' || c === '．') && dot < 0 && isDigit(plain.charCodeAt(end + 1))) {
      dot = end;
      digits += '.';
    } else if (c !== ',' || dot >= 0 || end - i > 3 || !isThousand(plain, end)) break;
  }
  return numberAt(plain, i, end, { value: Number(digits), decimals: dot < 0 ? 0 : end - dot - 1 });
}

/** The Chinese numeral at plain[i] in front of a measure word: 一件, 十二起, 两个, 零宗. */
export function chineseNumber(plain: string, i: number): SentenceNumber | undefined {
  let end = i;
  while (end < plain.length && numerals.includes(plain[end] as string)) end++;
  // 申请数量为零
  if (
    plain[i] === '零' &&
    end === i + 1 &&
    plain[i - 1] === '为' &&
    (end === plain.length || '，,；;：:（(）)。！？!?.'.includes(plain[end] as string))
  )
    return numberAt(plain, i, end, { value: 0, decimals: 0 });
  const unit = unitAt(plain, plain[end] === '余' || plain[end] === '多' ? end + 1 : end);
  const value = unit === '' ? undefined : chineseNumeral(plain.slice(i, end));
  if (value === undefined || plain.startsWith('期间', end) || (i > 0 && beforeNumeral.includes(plain[i - 1] as string))) return undefined;
  return numberAt(plain, i, end, { value, decimals: 0 });
}

/** Whether the comma at `at` separates thousands: three digits follow and no fourth, and a measure word or a further comma behind them. */
function isThousand(plain: string, at: number): boolean {
  return /^\d{3}[件条份封宗起例次项个部篇万,]/.test(plain.slice(at + 1, at + 5));
}

interface Digits {
  readonly value: number;
  readonly decimals: number;
}

type Digit = Digits & { readonly plain: string; readonly start: number; readonly digitsEnd: number };

/** What stands behind the digits plain[start, digitsEnd) decides what they count; the first reader that can tell does. */
function numberAt(plain: string, start: number, digitsEnd: number, { value, decimals }: Digits): SentenceNumber {
  const digits: Digit = { plain, start, digitsEnd, value, decimals };
  return asWholeYear(digits) ?? asPartOfName(digits) ?? asShare(digits) ?? asYear(digits) ?? asDate(digits) ?? asCount(digits);
}

/** A time that is the whole year, or its end. */
const wholeYear = /^(?:1月1日起?(?:至|到|[-—–－~～]+)(?:20\d\d年)?)?12月31日止?|^12月[底末]|^1月?(?:至|到|[-—–－~～]+)12月份?/;

function asWholeYear(digits: Digit): SentenceNumber | undefined {
  const { plain, start, value } = digits;
  const found = value === 1 || value === 12 ? wholeYear.exec(plain.slice(start, start + 24)) : null;
  return found ? uncounted(digits, 'filler', start + found[0].length) : undefined;
}

function asPartOfName(digits: Digit): SentenceNumber | undefined {
  const { plain, start, digitsEnd } = digits;
  const before = plain[start - 1] ?? ' ';
  const next = plain[digitsEnd] ?? ' ';
  return before === '第' || joints.includes(before) || joints.includes(next) || isLatin(before) || isLatin(next)
    ? uncounted(digits, 'gap', digitsEnd)
    : undefined;
}

function asShare(digits: Digit): SentenceNumber | undefined {
  const next = digits.plain[digits.digitsEnd];
  return next === '%' || next === '％' ? uncounted(digits, 'percent', digits.digitsEnd + 1) : undefined;
}

function asYear(digits: Digit): SentenceNumber | undefined {
  if (digits.plain[digits.digitsEnd] !== '年') return undefined;
  return uncounted(digits, digits.value >= 1990 && digits.value <= 2099 ? 'year' : 'gap', digits.digitsEnd + 1);
}

function asDate(digits: Digit): SentenceNumber | undefined {
  const next = digits.plain[digits.digitsEnd];
  return next !== undefined && notCounting.includes(next) ? uncounted(digits, 'gap', digits.digitsEnd + 1) : undefined;
}

function asCount(digits: Digit): SentenceNumber {
  const { plain, digitsEnd, value, decimals } = digits;
  let end = digitsEnd;
  const next = plain[end] ?? '';
  const factor = next === '万' && plain[end + 1] === '元' ? 1 : (factors[next] ?? 1);
  let approximate = factor > 1;
  if (approximate) end++;
  if (end < plain.length && '余多几来'.includes(plain[end] as string)) {
    approximate = true;
    end++;
  }
  const unit = unitAt(plain, end);
  end += unit.length;
  if (unit === '个' && notCases.test(plain.slice(end, end + 3))) return uncounted(digits, 'gap', digitsEnd);
  approximate ||= plain.startsWith('以上', end) || plain.startsWith('左右', end) || plain[end] === '余' || plain[end] === '多';
  return { kind: 'number', end, digitsEnd, value: value * factor, unit, approximate, decimals };
}

function uncounted({ digitsEnd, value, decimals }: Digit, kind: SentenceNumber['kind'], end: number): SentenceNumber {
  return { kind, end, digitsEnd, value, unit: '', approximate: false, decimals };
}

function unitAt(plain: string, at: number): string {
  const first = plain[at];
  if (first === undefined) return '';
  const two = plain.slice(at, at + 2);
  if (longUnits.has(two)) return two;
  return shortUnits.includes(first) ? first : '';
}

function isLatin(c: string): boolean {
  const code = c.charCodeAt(0) | 32;
  return code >= 97 && code <= 122;
}
