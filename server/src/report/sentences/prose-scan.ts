/**
 * One pass over the prose of a report for all who look for words in it: where each of the words stands that the scanner
 * was made for, where the marks that come in pairs stand, and where a character stands again soon. Which words those are
 * and what they mean is for those to say who look for them.
 *
 * The pass costs little more than reading the characters: a few bits tell of most of them that no word needs them.
 */
import type { ProseLine, Report } from '../report';

export interface ProseScan {
  readonly text: string;
  readonly prose: readonly ProseLine[];
  /** Where each word that occurs stands, in the order of the text. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Where the marks 《》“”（）()〈〉 stand. */
  readonly marks: readonly number[];
  /**
   * Chinese characters that stood at most `farthest` before on their line, and that are followed by what followed then or
   * stand side by side: offset, offset before, start and end of the line, four numbers for each.
   */
  readonly again: readonly number[];
}

/** How far apart a character must stand from its like to be told. */
const farthest = 12;

/** Characters too frequent in these reports to notice a word by, the most frequent first. */
const frequent =
  '公政，开信息、和。府务理的年作工行人一项结度办要请申进不制时全发情第内实条二其事及管容查本法三水处加况关果主确提数他报收新分布文件规机对保强程解是网站镇到复民业审重设动定安员计责未完通于费期按化目导范准在点正议室总体求量展会例有专步四为服后建任高明性诉告国众过照做需平类栏效组道落更合方属中社推好等改局持群便录台据级力领';
const slots = 4096;
const pairs = '《》“”（）()〈〉';
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** What to look for: made once for all texts. */
export interface Scanner {
  /** Which characters are noticed, by their lower bits: most are not. */
  readonly noticed: Uint8Array;
  /** By the rarest character of each word: the word, and where in it that character stands. */
  readonly byCharacter: ReadonlyMap<number, readonly { readonly word: string; readonly at: number }[]>;
}

/** A scanner for `words`. */
export function scannerFor(words: Iterable<string>): Scanner {
  const noticed = new Uint8Array(slots);
  const byCharacter = new Map<number, { readonly word: string; readonly at: number }[]>();
  for (const word of new Set(words)) {
    const at = rarestIn(word);
    const code = word.charCodeAt(at);
    noticed[code & (slots - 1)] = 1;
    byCharacter.set(code, [...(byCharacter.get(code) ?? []), { word, at }]);
  }
  for (const mark of pairs) noticed[mark.charCodeAt(0) & (slots - 1)] = 1;
  return { noticed, byCharacter };
}

/** Where the rarest character of `word` stands. */
function rarestIn(word: string): number {
  return [...word].reduce((best, c, i, all) => (rarity(c) > rarity(all[best] as string) ? i : best), 0);
}

function rarity(character: string): number {
  if (pairs.includes(character)) return -1;
  const rank = frequent.indexOf(character);
  return rank < 0 ? frequent.length : rank;
}

/** Scans the prose of a report for what `scanner` was made for. */
export function scanProse({ text, prose }: Pick<Report, 'text' | 'prose'>, { noticed, byCharacter }: Scanner): ProseScan {
  const places = new Map<string, number[]>();
  const marks: number[] = [];
  const again: number[] = [];
  // One more than the offset where a character last stood, by its lower bits: others with the same bits may hide it.
  const last = new Int32Array(slots);
  for (const { start, end } of prose) {
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const slot = code & (slots - 1);
      if (noticed[slot] === 1) notice(i, code, start);
      if (code < firstHan || code > lastHan) continue;
      const before = (last[slot] as number) - 1;
      last[slot] = i + 1;
      if (i - before > farthest || before < start || text.charCodeAt(before) !== code) continue;
      if (before === i - 1 || text.charCodeAt(i + 1) === text.charCodeAt(before + 1)) again.push(i, before, start, end);
    }
  }
  return { text, prose, places, marks, again };

  function notice(i: number, code: number, start: number): void {
    const entries = byCharacter.get(code);
    if (!entries) {
      if (pairs.includes(text[i] as string)) marks.push(i);
      return;
    }
    for (const { word, at } of entries) {
      if (i - at < start || (word.length > 1 && !text.startsWith(word, i - at))) continue;
      const known = places.get(word);
      if (known) known.push(i - at);
      else places.set(word, [i - at]);
    }
  }
}
