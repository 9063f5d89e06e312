/**
 * Cuts a sentence into the words of `phrases.ts`, numbers, years, marks and what is unknown. One pass, no backtracking:
 * at each character the longest known word is taken. White space, emphasis and quotation marks do not count.
 */
import { isSpace } from '../text/characters';
import { chineseNumeral } from '../text/number';
import type { Span } from '../text/span';
import { pairs, type Tag, words } from './phrases';

/** `number`: a count or an amount. `percent`, `year`: so. `mark`: ，；：（）。 and so on, in `sign`. `gap`: unknown words. */
export type TokenKind = 'word' | 'number' | 'percent' | 'year' | 'mark' | 'gap';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Of a word. */
  readonly tag: Tag | undefined;
  /** Of a number, percentage or year; else 0. */
  readonly value: number;
  /** Of a number: its measure word, or '' where none stands. */
  readonly unit: string;
  /** Of a number: 余, 多, 约, 近, 万 and the like make it one that equals nothing. */
  readonly approximate: boolean;
  /** Of a number: where its digits end, without the measure word. */
  readonly digitsEnd: number;
  /** Of a number or percentage: decimals as written. */
  readonly decimals: number;
  /** Of a mark: ,;:().!? in half width; else ''. */
  readonly sign: string;
}

/** Measure words. */
const longUnits = new Set(['件次', '份次', '人次', '万元', '亿元']);
const shortUnits = '件条份封宗起例次项个部篇期元笔场名人位家天类';
/** Longest name of a document in 《》; all of it is one gap. */
const longestName = 90;
const marks = '，,；;：:（(）)。！？!?.';

interface Entry {
  readonly word: string;
  readonly tag: Tag;
}

/** Characters that begin a word, words of one character, and longer ones by their first two, the longest first. */
const initials = new Uint8Array(0x10000);
const singles = new Map<number, Entry>();
const longer = new Map<number, Entry[]>();
for (const entry of new Map(vocabulary().map((entry) => [entry.word, entry])).values()) {
  const { word } = entry;
  const first = word.charCodeAt(0);
  initials[first] = 1;
  if (word.length === 1) singles.set(first, entry);
  else {
    const key = first * 0x10000 + word.charCodeAt(1);
    const list = longer.get(key);
    if (list) list.push(entry);
    else longer.set(key, [entry]);
  }
}
for (const list of longer.values()) list.sort((a, b) => b.word.length - a.word.length);

function vocabulary(): Entry[] {
  const all = Object.entries(words).flatMap(([tag, list]) => list.split(' ').map((word): Entry => ({ word, tag: tag as Tag })));
  for (const [tag, first, second] of pairs) for (const a of first.split(' ')) for (const b of second.split(' ')) all.push({ word: a + b, tag });
  return all;
}

/** The tokens of `text[span]`, with offsets into `text`. */
export function lex(text: string, span: Span): Token[] {
  const { plain, offsets } = compact(text, span);
  const tokens: Token[] = [];
  const base = span.start;
  const at = (index: number): number => (offsets ? (offsets[index] as number) : base + index);
  /** The offset after the character in front of `index`. */
  const after = (index: number): number => (offsets ? (offsets[index - 1] as number) + 1 : base + index);
  let gap = -1;
  let i = 0;
  const closeGap = () => {
    if (gap >= 0) tokens.push({ kind: 'gap', tag: undefined, start: at(gap), end: after(i), value: 0, unit: '', approximate: false, digitsEnd: 0, decimals: 0, sign: '' });
    gap = -1;
  };
  while (i < plain.length) {
    const code = plain.charCodeAt(i);
    const entry = wordAt(plain, i, code);
    if (entry) {
      closeGap();
      const end = i + entry.word.length;
      tokens.push({ kind: 'word', tag: entry.tag, start: at(i), end: after(end), value: 0, unit: '', approximate: false, digitsEnd: 0, decimals: 0, sign: '' });
      i = end;
      continue;
    }
    if (code === 0x300a) {
      const close = plain.indexOf('》', i);
      if (close > 0 && close - i < longestName) {
        if (gap < 0) gap = i;
        i = close + 1;
        continue;
      }
    }
    const number = isDigit(code) ? arabic(plain, i) : isNumeral(plain[i] as string) ? chinese(plain, i) : undefined;
    if (number) {
      if (number.kind === 'gap') {
        if (gap < 0) gap = i;
      } else {
        closeGap();
        const { kind, value, unit, approximate, decimals } = number;
        tokens.push({ kind, tag: undefined, start: at(i), end: after(number.end), value, unit, approximate, digitsEnd: after(number.digitsEnd), decimals, sign: '' });
      }
      i = number.end;
      continue;
    }
    if (marks.includes(plain[i] as string)) {
      closeGap();
      tokens.push({ kind: 'mark', tag: undefined, start: at(i), end: after(i + 1), value: 0, unit: '', approximate: false, digitsEnd: 0, decimals: 0, sign: half(plain[i] as string) });
    } else if (gap < 0) gap = i;
    i++;
  }
  closeGap();
  return tokens;
}

function wordAt(plain: string, i: number, code: number): Entry | undefined {
  if (initials[code] === 0) return undefined;
  for (const entry of longer.get(code * 0x10000 + plain.charCodeAt(i + 1)) ?? none) {
    if (entry.word.length === 2 || plain.startsWith(entry.word, i)) return entry;
  }
  const single = singles.get(code);
  if (single) return single;
  // 收 alone is a word only in front of its number.
  return code === 0x6536 && isDigit(plain.charCodeAt(i + 1)) ? received : undefined;
}
const none: readonly Entry[] = [];
const received: Entry = { word: '收', tag: '收' };

/** The text without what does not count, and where its characters stand; no offsets if nothing was left out. */
function compact(text: string, { start, end }: Span): { plain: string; offsets?: number[] } {
  const slice = text.slice(start, end);
  if (!/[\s*_`“”‘’"'「」『』\u200b\u3000]/.test(slice)) return { plain: slice };
  const offsets: number[] = [];
  let plain = '';
  for (let i = 0; i < slice.length; i++) {
    const code = slice.charCodeAt(i);
    if (isSpace(code) || '*_`“”‘’"\'「」『』'.includes(slice[i] as string)) continue;
    plain += slice[i];
    offsets.push(start + i);
  }
  return { plain, offsets };
}

interface ReadNumber {
  readonly kind: 'number' | 'percent' | 'year' | 'gap';
  readonly end: number;
  readonly digitsEnd: number;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly decimals: number;
}

/** The number whose first digit is plain[i]. `gap`: digits that count nothing (a date, a document's number, a phone). */
function arabic(plain: string, i: number): ReadNumber {
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
    } else if ((c === ',' || c === '，') && dot < 0 && end - i <= 3 && isThousand(plain, end)) continue;
    else break;
  }
  return finish(plain, i, end, Number(digits), dot < 0 ? 0 : end - dot - 1);
}

/** Whether a separator of thousands stands at `at`: three digits follow and no fourth. A full-width comma is one only before a measure word. */
function isThousand(plain: string, at: number): boolean {
  const ahead = plain.slice(at + 1, at + 5);
  return /^\d{3}(?!\d)/.test(ahead) && (plain[at] === ',' ? /^\d{3}[件条份封宗起例次项个部篇万,]/.test(ahead) : false);
}

/** A Chinese numeral in front of a measure word: 一件, 十二起, 两个, 零宗. */
function chinese(plain: string, i: number): ReadNumber | undefined {
  let end = i;
  while (end < plain.length && isNumeral(plain[end] as string)) end++;
  const unit = unitAt(plain, plain[end] === '余' || plain[end] === '多' ? end + 1 : end);
  const value = unit === '' ? undefined : chineseNumeral(plain.slice(i, end));
  if (value === undefined || (i > 0 && '统同唯之第逐每任某万专单'.includes(plain[i - 1] as string))) return undefined;
  return finish(plain, i, end, value, 0);
}

/** What stands behind the digits decides what they count. */
function finish(plain: string, start: number, digitsEnd: number, value: number, decimals: number): ReadNumber {
  const before = plain[start - 1] ?? '';
  const next = plain[digitsEnd] ?? '';
  const plainly = (kind: ReadNumber['kind'], end: number): ReadNumber => ({ kind, end, digitsEnd, value, unit: '', approximate: false, decimals });
  if (before === '第' || joints.includes(before || ' ') || joints.includes(next || ' ') || isLatin(before) || isLatin(next)) return plainly('gap', digitsEnd);
  if (next === '%' || next === '％') return plainly('percent', digitsEnd + 1);
  if (next === '年') return plainly(value >= 1990 && value <= 2099 ? 'year' : 'gap', digitsEnd + 1);
  if (next !== '' && notCounting.includes(next)) return plainly('gap', digitsEnd + 1);
  let end = digitsEnd;
  let factor = 1;
  if ((next === '万' && plain[end + 1] !== '元') || next === '千' || next === '百' || next === '亿') {
    factor = next === '万' ? 10000 : next === '千' ? 1000 : next === '百' ? 100 : 1e8;
    end++;
  }
  let approximate = factor > 1;
  if (end < plain.length && '余多几来'.includes(plain[end] as string)) {
    approximate = true;
    end++;
  }
  const unit = unitAt(plain, end);
  end += unit.length;
  if (unit === '个' && /^(?:工作日|自然日|月|小时|方面|部分|环节|类别|大类|年度|文件夹|百分点)/.test(plain.slice(end, end + 3))) return plainly('gap', digitsEnd);
  if (plain.startsWith('以上', end) || plain.startsWith('左右', end) || plain[end] === '余' || plain[end] === '多') approximate = true;
  return { kind: 'number', end, digitsEnd, value: value * factor, unit, approximate, decimals };
}
/** Signs that make digits part of a number of something: a phone, an address, a document. */
const joints = '-—–~～/\\@#〔[〕]';
const notCounting = '月日时分点级周届旬版岁号米里亩吨户';

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

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

function isNumeral(c: string): boolean {
  return '〇零一二三四五六七八九十百千两'.includes(c);
}

function half(sign: string): string {
  const place = '，；：（）！？'.indexOf(sign);
  return place < 0 ? sign : (',;:()!?'[place] as string);
}
