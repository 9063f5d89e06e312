/**
 * Writes a number in the form in which another one is written: plain digits, digits of full width, thousands set apart,
 * Chinese numerals. `text/number.ts` reads what is written here; which number is right is not asked.
 */
import { halfWidth } from './number';

/** Chinese numerals are written up to here, as they are read. */
const mostChinese = 99_999_999;

/**
 * `value` written as `old` is: 14 for 13, １４ for １３, 1,204 for 1,198, 十四 for 十三, 两 for 三 before a measure word.
 * @param counted whether a measure word follows.
 * @returns undefined where `old` is no number, or `value` cannot be written so.
 */
export function writeLike(old: string, value: number, counted: boolean): string | undefined {
  const bare = old.replace(/\s/g, '');
  if (value < 0 || !Number.isFinite(value)) return undefined;
  if (/^[〇零一二三四五六七八九十百千万两]+$/.test(bare)) return chinese(bare, value, counted);
  const half = halfWidth(bare);
  if (!/^\d[\d,]*(?:\.\d+)?$/.test(half)) return undefined;
  const digits = half.includes(',') ? thousands(plain(value)) : plain(value);
  return /[0-9]/.test(bare) ? digits : fullWidth(digits);
}

/** A number as people write it, without the noise of floating point. */
export function plain(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

function thousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function fullWidth(digits: string): string {
  return digits.replace(/[\d.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

function chinese(old: string, value: number, counted: boolean): string | undefined {
  if (!Number.isInteger(value) || value > mostChinese) return undefined;
  // 一〇三: digit by digit.
  if (old.length > 1 && !/[十百千万]/.test(old))
    return [...String(value)].map((digit) => (digit === '0' && old.includes('零') ? '零' : '〇一二三四五六七八九'[Number(digit)])).join('');
  if (value === 0) return '零';
  if (value === 2 && counted) return '两';
  const numeral = inSections(value);
  return old.startsWith('两') ? numeral.replace(/^二(?=[百千万])/, '两') : numeral;
}

/** 12345: 一万二千三百四十五. */
function inSections(value: number): string {
  const high = Math.floor(value / 10000);
  const low = value % 10000;
  const written = high === 0 ? inTens(low) : `${inTens(high)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + inTens(low)}`;
  return written.replace(/^一十/, '十');
}

/** Up to 9999: 一千零五十. */
function inTens(value: number): string {
  let written = '';
  let gap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap ||= written !== '';
    else {
      written += (gap ? '零' : '') + '〇一二三四五六七八九'[digit] + name;
      gap = false;
    }
  }
  return written;
}
