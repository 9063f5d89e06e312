/**
 * One pass over the prose of a report for all who look for words in it: where each of the words stands that the scanner
 * was made for, where the marks that come in pairs stand, and where a character stands again soon. Which words those are
 * and what they mean is for those to say who look for them.
 *
 * The pass costs little more than reading the characters: a table tells of most of them that no word needs them, and where one
 * may stand, the rarest of its other characters is looked at first. Each line is passed over for itself, once for the same
 * words; the scan of the report is put together from its lines.
 *
 *     …办理政府信息公开…    府 is noticed: of the words that hold it, 政府信息公开指南 has 指 six characters on, so it is none of them
 */
import { characterTable } from '../../text/code';
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
  /** Where one of the marks ，、；。,; stands right behind another one of them. */
  readonly stopsAgain: readonly number[];
  /** What was worked out of it, by the function that does: for all who ask for the same. */
  readonly workedOut: Map<unknown, unknown>;
}

/** How far apart a character must stand from its like to be told. */
const farthest = 12;

/** Characters too frequent in these reports to notice a word by, the most frequent first. */
const frequent =
  '公政，开信息、和。府务理的年作工行人一项结度办要请申进不制时全发情第内实条二其事及管容查本法三水处加况关果主确提数他报收新分布文件规机对保强程解是网站镇到复民业审重设动定安员计责未完通于费期按化目导范准在点正议室总体求量展会例有专步四为服后建任高明性诉告国众过照做需平类栏效组道落更合方属中社推好等改局持群便录台据级力领';
const slots = 4096;
const pairs = '《》“”（）()〈〉';
const isStop = characterTable('，、；。,;');
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
  readonly stopsAgain: readonly number[];
}

/** A word that is looked for wherever its rarest character stands. */
interface Awaited {
  readonly word: string;
  readonly index: number;
  /** Where in the word its rarest character stands. */
  readonly at: number;
  /** The rarest of its other characters, and how far behind the rarest that stands; the same again in a word of one. */
  readonly second: number;
  readonly apart: number;
}

/** How a line is passed over. */
interface Lookout {
  /** By the code of a character, the place in `awaited` of the words whose rarest it is; 0 for most, 1 for marks that come in pairs. */
  readonly noticed: Uint16Array;
  readonly awaited: readonly (readonly Awaited[])[];
  /** Where a character last stood, by its lower bits: others with the same bits may hide it. */
  readonly last: Int32Array;
}

const isPair = 1;

/** A scanner for `words`. */
export function scannerFor(words: Iterable<string>): Scanner {
  const all = [...new Set(words)];
  const noticed = new Uint16Array(0x10000);
  const awaited: Awaited[][] = [[], []];
  for (const mark of pairs) noticed[mark.charCodeAt(0)] = isPair;
  all.forEach((word, index) => {
    const at = rarestIn(word);
    const other = word.length === 1 ? at : rarestIn(word, at);
    const code = word.charCodeAt(at);
    if ((noticed[code] as number) <= isPair) noticed[code] = awaited.push([]) - 1;
    awaited[noticed[code] as number]?.push({ word, index, at, second: word.charCodeAt(other), apart: other - at });
  });
  const lookout = { noticed, awaited, last: new Int32Array(slots) };
  return { words: all, inLine: question((line) => scanLine(line, lookout)) };
}

/** Where the rarest character of `word` stands, that at `but` aside. */
function rarestIn(word: string, but = -1): number {
  let best = -1;
  for (let i = 0; i < word.length; i++) if (i !== but && (best < 0 || rarity(word.charCodeAt(i)) > rarity(word.charCodeAt(best)))) best = i;
  return best;
}

/** The place of each of the frequent characters among them, from 1; 0 for all others, which are rarer. */
const ranks = new Uint8Array(0x10000);
for (let i = 0; i < frequent.length; i++) ranks[frequent.charCodeAt(i)] = i + 1;
const lessThanAny = -1;

function rarity(code: number): number {
  const rank = ranks[code] as number;
  if (rank > 0) return rank;
  return pairs.includes(String.fromCharCode(code)) ? lessThanAny : frequent.length + 1;
}

function scanLine(line: string, { noticed, awaited, last }: Lookout): LineScan {
  const found = { hits: [] as number[], marks: [] as number[], again: [] as number[], stopsAgain: [] as number[] };
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    const of = noticed[code] as number;
    if (of === isPair) found.marks.push(i);
    else if (of > isPair) addWords(line, i, awaited[of] as readonly Awaited[], found.hits);
    if (code < firstHan || code > lastHan) {
      if (isStop[code] === 1 && isStop[line.charCodeAt(i - 1)] === 1) found.stopsAgain.push(i);
      continue;
    }
    const slot = code & (slots - 1);
    // What an earlier line has left in the slot is told by the character that stands there now.
    const before = last[slot] as number;
    last[slot] = i;
    if (before >= i || i - before > farthest || line.charCodeAt(before) !== code) continue;
    if (before === i - 1 || line.charCodeAt(i + 1) === line.charCodeAt(before + 1)) found.again.push(i, before);
  }
  return found.hits.length + found.marks.length + found.again.length + found.stopsAgain.length === 0 ? empty : found;
}

/** Adds to `hits` those of `words` that stand around the character at `i`. */
function addWords(line: string, i: number, words: readonly Awaited[], hits: number[]): void {
  for (const { word, index, at, second, apart } of words) {
    if (line.charCodeAt(i + apart) !== second || i < at) continue;
    if (word.length < 3 || line.startsWith(word, i - at)) hits.push(index, i - at);
  }
}

const empty: LineScan = { hits: [], marks: [], again: [], stopsAgain: [] };

/** Scans the prose of a report for what `scanner` was made for. */
export function scanProse({ text, prose }: Pick<Report, 'text' | 'prose'>, { words, inLine }: Scanner): ProseScan {
  const places = new Map<string, number[]>();
  const byIndex: (number[] | undefined)[] = words.map(() => undefined);
  const allMarks: number[] = [];
  const allAgain: number[] = [];
  const allStops: number[] = [];
  for (const { start, end, facts } of prose) {
    const { hits, marks, again, stopsAgain } = facts.tell(inLine);
    for (let i = 0; i < hits.length; i += 2) {
      const index = hits[i] as number;
      let own = byIndex[index];
      if (!own) places.set(words[index] as string, (byIndex[index] = own = []));
      own.push(start + (hits[i + 1] as number));
    }
    for (const at of marks) allMarks.push(start + at);
    for (const at of stopsAgain) allStops.push(start + at);
    for (let i = 0; i < again.length; i += 2) allAgain.push(start + (again[i] as number), start + (again[i + 1] as number), start, end);
  }
  return { text, prose, places, marks: allMarks, again: allAgain, stopsAgain: allStops, workedOut: new Map() };
}
