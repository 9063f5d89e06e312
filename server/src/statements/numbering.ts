/**
 * Reads the numbers before sub-headings and items, （一） 1. （1）, and tells where a list repeats or skips one. A list goes on
 * until a number of an outer kind comes; a one begins it anew. The six headings themselves are no part of it.
 */
import { chineseNumeral, halfWidth } from '../text/number';
import type { Span } from '../text/span';

export interface Numbered {
  /** The number without what sets it off: 二 in （二）. */
  readonly span: Span;
  /** How it is set off: 「（」 for （二）, 「1.」 for 2., and so on. */
  readonly style: string;
  readonly value: number;
  /** Whether the line above may lead to a new list: it has no full stop at its end, or speaks of what follows. */
  readonly led: boolean;
}

export interface Slip {
  readonly item: Numbered;
  readonly previous: Numbered;
  readonly kind: 'repeated' | 'skipped' | 'backward';
  /** The item and those behind it in its list that have to change, with their right values. */
  readonly corrections: readonly { readonly item: Numbered; readonly value: number }[];
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const pattern =
  /^(?:([（(])[ \u3000]?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[ \u3000]?[）)]|([0-9０-９]{1,2})([.、．])(?![0-9０-９]))/;

/**
 * The number before a line of prose whose text begins at `start`; undefined if there is none.
 * @param above where the line of prose above ends.
 */
export function numberedAt(text: string, start: number, above?: number): Numbered | undefined {
  const first = text.charCodeAt(start);
  if (first !== 0x28 && first !== 0xff08 && !(first >= 0x30 && first <= 0x39) && !(first >= 0xff10 && first <= 0xff19)) return undefined;
  const match = pattern.exec(text.slice(start, start + 8));
  if (!match) return undefined;
  const digits = match[2] ?? (match[3] as string);
  // 第二十条第（三）项, broken before the bracket.
  if (
    /^[项款条目至]/.test(text.slice(start + match[0].length, start + match[0].length + 1)) ||
    /第\s{0,4}$/.test(text.slice(Math.max(0, start - 5), start))
  )
    return undefined;
  const at = start + match[0].indexOf(digits);
  const chinese = !/[0-9０-９]/.test(digits);
  const value = chinese ? chineseNumeral(digits) : Number(halfWidth(digits));
  if (value === undefined || value < 1 || value > 20) return undefined;
  return {
    span: { start: at, end: at + digits.length },
    led:
      above === undefined ||
      !/[。；！]/.test(text[above - 1] ?? '') ||
      /如下|以下|问题|措施|改进|方面|打算/.test(text.slice(Math.max(0, above - 30), above)),
    style: match[1] === undefined ? `1${match[4] === '、' ? '、' : '.'}` : chinese ? '（一）' : '（1）',
    value,
  };
}

/** Where the lists of `items`, which follow each other in one section, repeat or skip a number. */
export function findSlips(items: readonly Numbered[]): Slip[] {
  const slips: Slip[] = [];
  for (const list of listsOf(items)) {
    for (let i = 1; i < list.length; i++) {
      const [previous, item] = [list[i - 1], list[i]] as [Numbered, Numbered];
      if (item.value === previous.value + 1) continue;
      // One slip for a list: numbers behind it are judged by it.
      const kind = item.value === previous.value ? 'repeated' : item.value > previous.value ? 'skipped' : 'backward';
      const rest = list.slice(i).map((one, k) => ({ item: one, value: previous.value + 1 + k }));
      const fits = rest.findIndex(({ item: one, value }, k) => k > 0 && one.value === value);
      slips.push({ item, previous, kind, corrections: fits > 0 ? rest.slice(0, fits) : rest });
      break;
    }
  }
  return slips;
}

/** The lists that the items make up: inner ones end with the next number of an outer one, all with a new one. */
function listsOf(items: readonly Numbered[]): Numbered[][] {
  const lists: Numbered[][] = [];
  let open: Numbered[][] = [];
  for (const item of items) {
    const depth = open.findIndex((list) => list[0]?.style === item.style);
    const known = open[depth];
    // （一）…。（一）…: nothing leads to a second list. Smaller numbers begin anew without a word.
    const anew = item.value === 1 && !(known?.length === 1 && item.style === '（一）' && !item.led);
    const list = !known || anew ? [] : known;
    if (list.length === 0) lists.push(list);
    list.push(item);
    open = [...(depth < 0 ? open : open.slice(0, depth)), list];
  }
  return lists;
}

/** A number as its style writes it. */
export function written(value: number, style: string): string {
  if (style !== '（一）') return String(value);
  return value <= 10 ? (numerals[value] as string) : `十${numerals[value - 10] ?? ''}`;
}
