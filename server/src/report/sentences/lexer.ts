/**
 * Cuts a sentence into the words of `phrases.ts`, numbers, years, marks and what is unknown. One pass, no backtracking:
 * at each character the longest known word is taken. White space, emphasis and quotation marks do not count.
 */
import { isDigit, isSpace } from '../../text/characters';
import { chineseNumeral } from '../../text/number';
import type { Span } from '../../text/span';
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
/** What a character may be where it begins no word: 1 a digit, 2 a Chinese numeral, 3 a mark, 4 one that does not count. */
const classes = new Uint8Array(0x10000);
for (const [number, signs] of [
  [1, '0123456789０１２３４５６７８９'],
  [2, '〇零一二三四五六七八九十百千两'],
  [3, marks],
  [4, '*_`“”‘’"\'「」『』\u200b\u3000'],
] as const) {
  for (const sign of signs) classes[sign.charCodeAt(0)] = number;
}
for (let code = 0; code < 0x10000; code++) if (isSpace(code)) classes[code] = 4;

interface Entry {
  readonly word: string;
  readonly tag: Tag;
}

/** Words of one character, and longer ones by their first two, the longest first. */
const singles = new Map<number, Entry>();
const longer = new Map<number, Entry[]>();
/** 1 where a word may begin with two characters, by a number mixed of both; most two of a text begin none. */
const beginnings = new Uint8Array(0x10000);
for (const entry of new Map(vocabulary().map((entry) => [entry.word, entry])).values()) {
  const { word } = entry;
  const first = word.charCodeAt(0);
  if (word.length === 1) {
    singles.set(first, entry);
    continue;
  }
  const second = word.charCodeAt(1);
  beginnings[mixed(first, second)] = 1;
  const list = longer.get(first * 0x10000 + second);
  if (list) list.push(entry);
  else longer.set(first * 0x10000 + second, [entry]);
}
/** Which characters are a word alone. */
const alone = new Uint8Array(0x10000);
for (const code of [...singles.keys(), 0x6536]) alone[code] = 1;

function mixed(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}
for (const list of longer.values()) list.sort((a, b) => b.word.length - a.word.length);

function vocabulary(): Entry[] {
  const all = Object.entries(words).flatMap(([tag, list]) => list.split(' ').map((word): Entry => ({ word, tag: tag as Tag })));
  for (const [tag, first, second] of pairs)
    for (const a of first.split(' ')) for (const b of second.split(' ')) all.push({ word: a + b, tag });
  return all;
}

/** The tokens of `text[span]`, with offsets into `text`. */
export function lex(text: string, span: Span): Token[] {
  const { plain, from, to, offsets } = compact(text, span);
  const tokens: Token[] = [];
  const at = (index: number): number => (offsets ? (offsets[index] as number) : index);
  /** The offset after the character in front of `index`. */
  const after = (index: number): number => (offsets ? (offsets[index - 1] as number) + 1 : index);
  let gap = -1;
  let i = from;
  const closeGap = () => {
    if (gap >= 0)
      tokens.push({
        kind: 'gap',
        tag: undefined,
        start: at(gap),
        end: after(i),
        value: 0,
        unit: '',
        approximate: false,
        digitsEnd: 0,
        decimals: 0,
        sign: '',
      });
    gap = -1;
  };
  while (i < to) {
    const code = plain.charCodeAt(i);
    const entry = wordAt(plain, i, code);
    if (entry) {
      closeGap();
      const end = i + entry.word.length;
      tokens.push({
        kind: 'word',
        tag: entry.tag,
        start: at(i),
        end: after(end),
        value: 0,
        unit: '',
        approximate: false,
        digitsEnd: 0,
        decimals: 0,
        sign: '',
      });
      i = end;
      continue;
    }
    const kind = classes[code];
    if (kind === 0 && code !== 0x300a) {
      if (gap < 0) gap = i;
      i++;
      continue;
    }
    if (code === 0x300a) {
      const close = plain.slice(i, Math.min(to, i + longestName)).indexOf('》');
      if (close > 0) {
        if (gap < 0) gap = i;
        i += close + 1;
        continue;
      }
    }
    const number = kind === 1 ? arabic(plain, i) : kind === 2 ? chinese(plain, i) : undefined;
    if (number) {
      if (number.kind === 'gap') {
        if (gap < 0) gap = i;
      } else {
        closeGap();
        const { kind, value, unit, approximate, decimals } = number;
        tokens.push({
          kind,
          tag: undefined,
          start: at(i),
          end: after(number.end),
          value,
          unit,
          approximate,
          digitsEnd: after(number.digitsEnd),
          decimals,
          sign: '',
        });
      }
      i = number.end;
      continue;
    }
    if (kind === 3) {
      closeGap();
      tokens.push({
        kind: 'mark',
        tag: undefined,
        start: at(i),
        end: after(i + 1),
        value: 0,
        unit: '',
        approximate: false,
        digitsEnd: 0,
        decimals: 0,
        sign: half(plain[i] as string),
      });
    } else if (gap < 0) gap = i;
    i++;
  }
  closeGap();
  return tokens;
}

function wordAt(plain: string, i: number, code: number): Entry | undefined {
  const second = plain.charCodeAt(i + 1);
  if (beginnings[mixed(code, second)] === 1) {
    for (const entry of longer.get(code * 0x10000 + second) ?? none) {
      const { word } = entry;
      if (word.length === 2 || (plain.charCodeAt(i + 2) === word.charCodeAt(2) && plain.startsWith(word, i))) return entry;
    }
  }
  if (alone[code] === 0) return undefined;
  // 收 alone is a word only in front of its number.
  return singles.get(code) ?? (isDigit(second) ? received : undefined);
}
const none: readonly Entry[] = [];
const received: Entry = { word: '收', tag: '收' };

/** The text without what does not count, from where to where, and where its characters stand; no offsets if nothing was left out. */
function compact(text: string, { start, end }: Span): { plain: string; from: number; to: number; offsets?: number[] } {
  let at = start;
  while (at < end && classes[text.charCodeAt(at)] !== 4) at++;
  if (at === end) return { plain: text, from: start, to: end };
  const offsets: number[] = [];
  const pieces: string[] = [];
  for (at = start; at < end;) {
    let next = at;
    for (; next < end && classes[text.charCodeAt(next)] !== 4; next++) offsets.push(next);
    if (next > at) pieces.push(text.slice(at, next));
    at = next + 1;
  }
  return { plain: pieces.join(''), from: 0, to: offsets.length, offsets };
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
  // 申请数量为零
  if (plain[i] === '零' && end === i + 1 && plain[i - 1] === '为' && (end === plain.length || classes[plain.charCodeAt(end)] === 3))
    return finish(plain, i, end, 0, 0);
  const unit = unitAt(plain, plain[end] === '余' || plain[end] === '多' ? end + 1 : end);
  const value = unit === '' ? undefined : chineseNumeral(plain.slice(i, end));
  if (value === undefined || (i > 0 && '统同唯之第逐每任某万专单'.includes(plain[i - 1] as string))) return undefined;
  return finish(plain, i, end, value, 0);
}

/** What stands behind the digits decides what they count. */
function finish(plain: string, start: number, digitsEnd: number, value: number, decimals: number): ReadNumber {
  const before = plain[start - 1] ?? '';
  const next = plain[digitsEnd] ?? '';
  const plainly = (kind: ReadNumber['kind'], end: number): ReadNumber => ({
    kind,
    end,
    digitsEnd,
    value,
    unit: '',
    approximate: false,
    decimals,
  });
  if (before === '第' || joints.includes(before || ' ') || joints.includes(next || ' ') || isLatin(before) || isLatin(next))
    return plainly('gap', digitsEnd);
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
  if (unit === '个' && /^(?:工作日|自然日|月|小时|方面|部分|环节|类别|大类|年度|文件夹|百分点)/.test(plain.slice(end, end + 3)))
    return plainly('gap', digitsEnd);
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

function isNumeral(c: string): boolean {
  return classes[c.charCodeAt(0)] === 2;
}

function half(sign: string): string {
  const place = '，；：（）！？'.indexOf(sign);
  return place < 0 ? sign : (',;:()!?'[place] as string);
}
