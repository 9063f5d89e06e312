/**
 * Numbers as drafts write them: plain digits, full-width digits, separators, units, Chinese numerals, and the signs that
 * stand for "none". Says what a piece of text is; whether that is acceptable is for rules to say.
 */
import { isDigit } from './characters';
import { Code } from './code';

/** `noted`: a number with words behind it in brackets. */
export type NumberKind = 'number' | 'nonstandard' | 'noted' | 'none' | 'unreadable';

export interface ReadNumber {
  readonly kind: NumberKind;
  readonly value: number | undefined;
}

/** Which numbers are standard at a place: whole counts, money with decimals, or signed differences. */
export type NumberForm = 'count' | 'money' | 'difference';

const none: ReadNumber = { kind: 'none', value: undefined };
const unreadable: ReadNumber = { kind: 'unreadable', value: undefined };
const noneSigns = new Set(['/', '\\', '-', '--', '---', '—', '——', '–', '―', '─', '~', '*', '无', '空', 'N/A', 'n/a', '一']);

/** Reads `piece` (trimmed, not empty) as a number. */
export function readNumber(piece: string, form: NumberForm = 'count'): ReadNumber {
  const plain = plainDigits(piece);
  if (plain >= 0) return { kind: 'number', value: plain };
  if (noneSigns.has(piece)) return none;
  if (digitsIn(piece) > mostDigits) return unreadable;
  const half = halfWidth(piece);
  if (noneSigns.has(half)) return none;
  if (form === 'money' && /^\d+\.\d+$/.test(piece)) return { kind: 'number', value: Number(piece) };
  if (form === 'difference' && /^[+\-增减]?\d+$/.test(piece)) return { kind: 'number', value: difference(piece) };
  if (isNoted(piece)) return { kind: 'noted', value: readNumber((/^[\d.]+/.exec(piece) as RegExpExecArray)[0], form).value };
  // Two numbers in one cell are none; only thousands may be set apart by spaces.
  if (/\d\s+\d/.test(half) && !/^\d{1,3}(?:\s\d{3})+$/.test(half)) return unreadable;
  const bare = half.replace(/[\s*_`]/g, '').replace(/(?:万元|元|件|条|项|个|宗|起|份|次|例)$/, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return decimal(bare.replaceAll(',', ''), form);
  if (/^\d+(?:\.\d+)?$/.test(bare)) return decimal(bare, form);
  if (form === 'difference' && /^[+\-增减]\d+$/.test(bare)) return { kind: 'nonstandard', value: difference(bare) };
  const chinese = chineseNumeral(bare);
  return chinese === undefined ? unreadable : { kind: 'nonstandard', value: chinese };
}

/** A longer number cannot be held exactly, and what cannot be held cannot be added up or written back. */
const mostDigits = 15;

/** How many digits of any width stand in `piece`, zeros at its beginning apart. */
function digitsIn(piece: string): number {
  let digits = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (isDigit(code) && (digits > 0 || (code & 0xf) !== 0)) digits++;
  }
  return digits;
}

/** Longest note behind a number. */
const longestNote = 40;

/** Whether words stand in brackets behind a number: 22（其中修订16件）. */
export function isNoted(piece: string): boolean {
  const first = piece.charCodeAt(0);
  if (first < 48 || first > 57 || piece.length > longestNote || !(piece.endsWith('）') || piece.endsWith(')'))) return false;
  return /^\d{1,12}(?:\.\d+)?\s*(?:件|条|项|宗|万元)?\s*[（(][^（()）]*[一-鿿][^（()）]*[）)]$/.test(piece);
}

/** Full-width ASCII as half-width ASCII; everything else unchanged. */
export function halfWidth(piece: string): string {
  let half = '';
  let kept = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (code !== Code.wideSpace && (code < 0xff01 || code > 0xff5e)) continue;
    half += piece.slice(kept, i) + (code === Code.wideSpace ? ' ' : String.fromCharCode(code - 0xfee0));
    kept = i + 1;
  }
  return kept === 0 ? piece : half + piece.slice(kept);
}

/** The value of a Chinese numeral such as 十二, 一百零三, 二〇二四, 两; undefined if it is none. */
export function chineseNumeral(piece: string): number | undefined {
  if (!/^[〇零一二三四五六七八九十百千万两]+$/.test(piece)) return undefined;
  if (!/[十百千万]/.test(piece)) return Number([...piece].map(digitOf).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const c of piece) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (c === '万') {
      total += (section + digit) * 10000;
      section = digit = 0;
    } else if (unit) {
      section += (digit === 0 && unit === 10 ? 1 : digit) * unit;
      digit = 0;
    } else digit = digitOf(c);
  }
  return total + section + digit;
}

function digitOf(c: string): number {
  return c === '两' ? 2 : Math.max(0, '〇一二三四五六七八九'.indexOf(c));
}

/** The value of +3, -3, 增3 or 减3. */
function difference(piece: string): number {
  return Number(piece.replace('增', '+').replace('减', '-'));
}

function decimal(digits: string, form: NumberForm): ReadNumber {
  const value = Number(digits);
  if (form === 'count' && !Number.isInteger(value)) return unreadable;
  return { kind: 'nonstandard', value };
}

/** The value of `text[start, end)`, 1 to 15 ASCII digits, else -1. Digits with needless zeros before them are not plain. */
export function plainDigits(text: string, start = 0, end = text.length): number {
  if (end - start > mostDigits) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - Code.zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return end - start > 1 && text.charCodeAt(start) === Code.zero ? -1 : value;
}
