/**
 * Reads the numbers before sub-headings and items, （一） 1. （1）, and tells where a list repeats or skips one. A list goes on
 * until a number of an outer kind comes; a one begins it anew. The six headings themselves are no part of it.
 */
import { isSpace } from '../text/characters';
import { characterTable } from '../text/code';
import { chineseNumeral, halfWidth } from '../text/number';
import type { Span } from '../text/span';

export interface Numbered {
  /** The number without what sets it off: 二 in （二）. */
  readonly span: Span;
  /** With what sets it off: （二）. */
  readonly whole: Span;
  /** How it is set off; （一 is a number with one bracket of the two. */
  readonly style: '（一）' | '（1）' | '1.' | '1、' | '一、' | '（一';
  readonly value: number;
  /** Where the line of prose above ends; undefined where none was told of. */
  readonly above: number | undefined;
}

export interface Slip {
  readonly item: Numbered;
  readonly previous: Numbered;
  readonly kind: 'repeated' | 'skipped' | 'backward';
  /** The item and those behind it in its list that have to change, with their right values. */
  readonly corrections: readonly { readonly item: Numbered; readonly value: number }[];
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** By what sets a number off: its style, and the pattern that it is read by; tried in this order. */
const styles: readonly (readonly [style: 'bracket' | 'arabic' | 'chinese' | 'half', pattern: RegExp])[] = [
  ['bracket', /^[（(][ \u3000]?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[ \u3000]?[）)]/],
  ['arabic', /^([0-9０-９]{1,2})([.、．])(?![0-9０-９])/],
  ['chinese', /^([一二三四五六七八九十]{1,2})、/],
  ['half', /^[（(]?([一二三四五六七八九十]{1,2})[）)]?(?=[一-鿿])/],
];
const isOpening = characterTable('（(一二三四五六七八九十0123456789０１２３４５６７８９#');
const highest = 20;

/**
 * The number before a line of prose whose text begins at `start`; undefined if there is none.
 * @param above where the line of prose above ends.
 */
export function numberedAt(text: string, start: number, above?: number): Numbered | undefined {
  if (isOpening[text.charCodeAt(start)] === 0) return undefined;
  const marks = text[start] === '#' ? (/^#{1,6} */.exec(text.slice(start, start + 8))?.[0].length ?? 0) : 0;
  const shown = text.slice(start + marks, start + marks + 8);
  for (const [kind, pattern] of styles) {
    const match = pattern.exec(shown);
    if (match) return numberIn(text, { start: start + marks, kind, match }, above);
  }
  return undefined;
}

interface Found {
  readonly start: number;
  readonly kind: 'bracket' | 'arabic' | 'chinese' | 'half';
  readonly match: RegExpExecArray;
}

function numberIn(text: string, { start, kind, match }: Found, above: number | undefined): Numbered | undefined {
  const [whole, digits = ''] = match;
  // 第二十条第（三）项, broken before the bracket.
  if ('项款条目至'.includes(text[start + whole.length] ?? '。') || isOrdinal(text, start)) return undefined;
  // （三政府信息管理 and 三）政府信息管理: one bracket of the two.
  if (kind === 'half' && !/^[（(][^）)]*$|^[^（(]*[）)]$/.test(whole)) return undefined;
  const at = start + whole.indexOf(digits);
  const chinese = !/[0-9０-９]/.test(digits);
  const value = chinese ? valueOf(digits) : Number(halfWidth(digits));
  if (value === undefined || value < 1 || value > highest) return undefined;
  return {
    span: { start: at, end: at + digits.length },
    whole: { start, end: start + whole.length },
    above,
    style: styleOf(kind, match, chinese),
    value,
  };
}

function styleOf(kind: Found['kind'], match: RegExpExecArray, chinese: boolean): Numbered['style'] {
  if (kind === 'bracket') return chinese ? '（一）' : '（1）';
  if (kind === 'arabic') return match[2] === '、' ? '1、' : '1.';
  return kind === 'chinese' ? '一、' : '（一';
}

function valueOf(numeral: string): number | undefined {
  return numeral.length === 1 ? numerals.indexOf(numeral) : chineseNumeral(numeral);
}

/** Whether 第 stands in front of `start`, white space between. */
function isOrdinal(text: string, start: number): boolean {
  let at = start - 1;
  while (at > start - 5 && isSpace(text.charCodeAt(at))) at--;
  return text[at] === '第';
}

/** Whether the line that ends at `above` may lead to a new list: it has no full stop at its end, or speaks of what follows. */
function isLed(text: string, above: number | undefined): boolean {
  return (
    above === undefined ||
    !/[。；！]/.test(text[above - 1] ?? '') ||
    /如下|以下|问题|措施|改进|方面|打算/.test(text.slice(Math.max(0, above - 30), above))
  );
}

/** Where the lists of `items`, which follow each other in one section, repeat or skip a number. */
export function findSlips(text: string, items: readonly Numbered[]): Slip[] {
  const slips: Slip[] = [];
  for (const list of listsOf(text, items)) {
    for (let i = 1; i < list.length; i++) {
      const [previous, item] = [list[i - 1], list[i]] as [Numbered, Numbered];
      if (item.value === previous.value + 1) continue;
      // One slip for a list: numbers behind it are judged by it.
      const kind = kindOf(item.value, previous.value);
      const rest = list.slice(i).map((one, k) => ({ item: one, value: previous.value + 1 + k }));
      const fits = rest.findIndex(({ item: one, value }, k) => k > 0 && one.value === value);
      slips.push({ item, previous, kind, corrections: fits > 0 ? rest.slice(0, fits) : rest });
      break;
    }
  }
  return slips;
}

function kindOf(value: number, previous: number): Slip['kind'] {
  if (value === previous) return 'repeated';
  return value > previous ? 'skipped' : 'backward';
}

/** The lists that the items make up: inner ones end with the next number of an outer one, all with a new one. */
function listsOf(text: string, items: readonly Numbered[]): Numbered[][] {
  const lists: Numbered[][] = [];
  let open: Numbered[][] = [];
  for (const item of items) {
    const depth = open.findIndex((list) => list[0]?.style === item.style);
    const known = open[depth];
    // （一）…。（一）…: nothing leads to a second list. Smaller numbers begin anew without a word.
    const anew = item.value === 1 && !(known?.length === 1 && item.style === '（一）' && !isLed(text, item.above));
    const list = !known || anew ? [] : known;
    if (list.length === 0) lists.push(list);
    list.push(item);
    open = [...(depth < 0 ? open : open.slice(0, depth)), list];
  }
  return lists;
}

/** A number as its style writes it. */
export function written(value: number, style: Numbered['style']): string {
  if (style.includes('1')) return String(value);
  return value <= 10 ? (numerals[value] as string) : `十${numerals[value - 10] ?? ''}`;
}
