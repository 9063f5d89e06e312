/**
 * One pass over the prose of a report for all who look for words in it: where each of the words stands that the scanner
 * was made for, where the marks that come in pairs stand, and where a character stands again soon. Which words those are
 * and what they mean is for those to say who look for them.
 *
 * The pass costs little more than reading the characters: a few bits tell of most of them that no word needs them. Each line is
 * passed over for itself, once for the same words; the scan of the report is put together from its lines.
 */
import { type Question, question } from '../../text/facts';
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
  readonly words: readonly string[];
  /** What stands in a line. */
  readonly inLine: Question<LineScan>;
}

/** What the scan finds in one line, with offsets from its start. */
interface LineScan {
  /** The index of a word and where it stands, two numbers for each. */
  readonly hits: readonly number[];
  readonly marks: readonly number[];
  /** Offset, offset before: two numbers for each. */
  readonly again: readonly number[];
}

/** How a line is passed over. */
interface Lookout {
  /** Which characters are noticed, by their lower bits: most are not. */
  readonly noticed: Uint8Array;
  /** By the rarest character of each word: the word, its index, and where in it that character stands. */
  readonly byCharacter: ReadonlyMap<number, readonly { readonly word: string; readonly index: number; readonly at: number }[]>;
  /** Where a character last stood, by its lower bits: others with the same bits may hide it. */
  readonly last: Int32Array;
}

/** A scanner for `words`. */
export function scannerFor(words: Iterable<string>): Scanner {
  const all = [...new Set(words)];
  const noticed = new Uint8Array(slots);
  const byCharacter = new Map<number, { readonly word: string; readonly index: number; readonly at: number }[]>();
  all.forEach((word, index) => {
    const at = rarestIn(word);
    const code = word.charCodeAt(at);
    noticed[code & (slots - 1)] = 1;
    byCharacter.set(code, [...(byCharacter.get(code) ?? []), { word, index, at }]);
  });
  for (const mark of pairs) noticed[mark.charCodeAt(0) & (slots - 1)] = 1;
  const lookout = { noticed, byCharacter, last: new Int32Array(slots) };
  return { words: all, inLine: question((line) => scanLine(line, lookout)) };
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

function scanLine(line: string, { noticed, byCharacter, last }: Lookout): LineScan {
  const found = { hits: [] as number[], marks: [] as number[], again: [] as number[] };
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    const slot = code & (slots - 1);
    if (noticed[slot] === 1) notice(i, code);
    if (code < firstHan || code > lastHan) continue;
    // What an earlier line has left in the slot is told by the character that stands there now.
    const before = last[slot] as number;
    last[slot] = i;
    if (before >= i || i - before > farthest || line.charCodeAt(before) !== code) continue;
    if (before === i - 1 || line.charCodeAt(i + 1) === line.charCodeAt(before + 1)) found.again.push(i, before);
  }
  return found.hits.length + found.marks.length + found.again.length === 0 ? empty : found;

  function notice(i: number, code: number): void {
    const entries = byCharacter.get(code);
    if (!entries) {
      if (pairs.includes(line[i] as string)) found.marks.push(i);
      return;
    }
    for (const { word, index, at } of entries) {
      if (i >= at && (word.length === 1 || line.startsWith(word, i - at))) found.hits.push(index, i - at);
    }
  }
}
const empty: LineScan = { hits: [], marks: [], again: [] };

/** Scans the prose of a report for what `scanner` was made for. */
export function scanProse({ text, prose }: Pick<Report, 'text' | 'prose'>, { words, inLine }: Scanner): ProseScan {
  const places = new Map<string, number[]>();
  const byIndex: (number[] | undefined)[] = words.map(() => undefined);
  const allMarks: number[] = [];
  const allAgain: number[] = [];
  for (const { start, end, facts } of prose) {
    const { hits, marks, again } = facts.tell(inLine);
    for (let i = 0; i < hits.length; i += 2) {
      const index = hits[i] as number;
      let own = byIndex[index];
      if (!own) places.set(words[index] as string, (byIndex[index] = own = []));
      own.push(start + (hits[i + 1] as number));
    }
    for (const at of marks) allMarks.push(start + at);
    for (let i = 0; i < again.length; i += 2) allAgain.push(start + (again[i] as number), start + (again[i + 1] as number), start, end);
  }
  return { text, prose, places, marks: allMarks, again: allAgain };
}
