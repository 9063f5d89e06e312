/**
 * One pass over the prose of a report for all who look for words in it: where each of the words stands that the scanner
 * was made for, where the marks that come in pairs stand, and where a character stands again soon. Which words those are
 * and what they mean is for those to say who look for them.
 *
 * The pass costs little more than reading the characters: each word is looked for by its two rarest characters that stand side by
 * side, and a small table tells of most places that no two such characters stand there. Each line is passed over for itself, once
 * for the same words; the scan of the report is put together from its lines.
 *
 *     …办理政府信息公开…    府信 is noticed: of the words that are known by it, those that stand around it are taken
 */
import { type Question, question } from '../../text/facts';
import type { ProseLine, Report } from '../report';

export interface ProseScan {
  readonly text: string;
  readonly prose: readonly ProseLine[];
  /** Where each word that occurs stands, in the order of the text. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The same words by their places among those of the scanner. */
  readonly occurring: readonly number[];
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
const mixes = 0x4000;
const pairs = '《》“”（）()〈〉';
const stops = '，、；。,;';
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** What to look for: made once for all texts. */
export interface Scanner {
  readonly words: readonly string[];
  /** What stands in a line. */
  readonly inLine: Question<LineScan>;
  /** By the indexes of words, the places of those met in the report being scanned; empty between two scans. */
  readonly met: (number[] | undefined)[];
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

/** How a line is passed over. */
interface Lookout {
  /** By a number mixed of two characters side by side, where in `words` the first stands that they may tell of; 0 for most. */
  readonly noticed: Uint16Array;
  /**
   * The words in one row: of each, where the next one stands that the same two characters may tell of, or 0, its index, where its
   * two rarest characters stand in it, its length and its characters.
   *
   *     … 91 17 1 3 公开栏  … 0 40 2 4 政务公开  …
   *       └────────────────────^ at 91
   */
  readonly words: Uint16Array;
  /** By the code of a character, what it tells alone: `isPair`, `isStop`, `isWord`, or several of them. */
  readonly kinds: Uint8Array;
  /** The index of a word of one character. */
  readonly alone: ReadonlyMap<number, number>;
  /** Where a character last stood, by its lower bits: others with the same bits may hide it. */
  readonly last: Int32Array;
  /** What has been found of the line being read. */
  readonly hits: Numbers;
  readonly marks: Numbers;
  readonly again: Numbers;
  readonly stopsAgain: Numbers;
}

const isPair = 1;
const isStop = 2;
const isWord = 4;

/** Numbers found in a line; the room for them is kept for the next one. */
interface Numbers {
  readonly room: number[];
  count: number;
}

/** A scanner for `words`, none of which comes twice. */
export function scannerFor(words: readonly string[]): Scanner {
  const lookout = lookoutFor(words);
  return { words, inLine: question((line) => scanLine(line, lookout)), met: words.map(() => undefined) };
}

function lookoutFor(words: readonly string[]): Lookout {
  const kinds = new Uint8Array(0x10000);
  for (const mark of pairs) kinds[mark.charCodeAt(0)] = isPair;
  for (const mark of stops) kinds[mark.charCodeAt(0)] = isStop;
  const alone = new Map<number, number>();
  const noticed = new Uint16Array(mixes);
  // A number in front, so that no word stands at 0.
  const row = [0];
  // From the last to the first: each word stands in front of those that the same two characters tell of.
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index] as string;
    if (word.length === 1) {
      const code = word.charCodeAt(0);
      kinds[code] = (kinds[code] as number) | isWord;
      alone.set(code, index);
      continue;
    }
    const at = rarestIn(word);
    const slot = mixed(word.charCodeAt(at), word.charCodeAt(at + 1));
    const next = noticed[slot] as number;
    noticed[slot] = row.length;
    row.push(next, index, at, word.length);
    for (let i = 0; i < word.length; i++) row.push(word.charCodeAt(i));
  }
  const numbers = (): Numbers => ({ room: [], count: 0 });
  return {
    noticed,
    words: Uint16Array.from(row),
    kinds,
    alone,
    last: new Int32Array(slots),
    hits: numbers(),
    marks: numbers(),
    again: numbers(),
    stopsAgain: numbers(),
  };
}

function mixed(first: number, second: number): number {
  return (first * 31 + second) & (mixes - 1);
}

/** Where in `word` the rarest two characters stand. */
function rarestIn(word: string): number {
  let best = 0;
  let most = 0;
  let first = rarities[word.charCodeAt(0)] as number;
  for (let i = 1; i < word.length; i++) {
    const second = rarities[word.charCodeAt(i)] as number;
    if (first + second > most) {
      best = i - 1;
      most = first + second;
    }
    first = second;
  }
  return best;
}

/** How rare each character is: the frequent ones by their order, from 1, and rarer than they all others. */
const rarities = new Uint8Array(0x10000).fill(frequent.length + 1);
for (let i = 0; i < frequent.length; i++) rarities[frequent.charCodeAt(i)] = i + 1;

function scanLine(line: string, lookout: Lookout): LineScan {
  const { noticed, kinds, last, hits, marks, again, stopsAgain } = lookout;
  let next = line.charCodeAt(0);
  for (let i = 0; i < line.length; i++) {
    const code = next;
    next = i + 1 < line.length ? line.charCodeAt(i + 1) : 0;
    const of = noticed[mixed(code, next)] as number;
    if (of !== 0) addWords(line, i, lookout, of);
    const kind = kinds[code] as number;
    if (kind !== 0) {
      if ((kind & isWord) !== 0) addPlace(hits, lookout.alone.get(code) as number, i);
      if ((kind & isPair) !== 0) add(marks, i);
      else if ((kind & isStop) !== 0 && i > 0 && ((kinds[line.charCodeAt(i - 1)] as number) & isStop) !== 0) add(stopsAgain, i);
    }
    if (code < firstHan || code > lastHan) continue;
    const slot = code & (slots - 1);
    // What an earlier line has left in the slot is told by the character that stands there now.
    const before = last[slot] as number;
    last[slot] = i;
    if (before >= i || i - before > farthest || line.charCodeAt(before) !== code) continue;
    if (before === i - 1 || next === line.charCodeAt(before + 1)) addPlace(again, i, before);
  }
  if (hits.count + marks.count + again.count + stopsAgain.count === 0) return empty;
  return { hits: taken(hits), marks: taken(marks), again: taken(again), stopsAgain: taken(stopsAgain) };
}

/** Adds to `hits` those of `words`, from the one at `of` on, whose rarest characters stand at `i`. */
function addWords(line: string, i: number, { words, hits }: Lookout, of: number): void {
  for (let k = of; k !== 0; k = words[k] as number) {
    const start = i - (words[k + 2] as number);
    const length = words[k + 3] as number;
    const first = k + 4;
    let same = 0;
    if (start >= 0) while (same < length && line.charCodeAt(start + same) === words[first + same]) same++;
    if (same === length) addPlace(hits, words[k + 1] as number, start);
  }
}

function add(list: Numbers, number: number): void {
  list.room[list.count++] = number;
}

function addPlace(list: Numbers, what: number, at: number): void {
  list.room[list.count++] = what;
  list.room[list.count++] = at;
}

/** The numbers of `list`, which is left empty for the next line. */
function taken(list: Numbers): readonly number[] {
  const { room, count } = list;
  list.count = 0;
  return count === 0 ? nothing : room.slice(0, count);
}

const nothing: readonly never[] = [];
const empty: LineScan = { hits: nothing, marks: nothing, again: nothing, stopsAgain: nothing };

/** Scans the prose of a report for what `scanner` was made for. */
export function scanProse({ text, prose }: Pick<Report, 'text' | 'prose'>, { words, inLine, met }: Scanner): ProseScan {
  const places = new Map<string, number[]>();
  const occurring: number[] = [];
  const allMarks: number[] = [];
  const allAgain: number[] = [];
  const allStops: number[] = [];
  for (const { start, end, facts } of prose) {
    const { hits, marks, again, stopsAgain } = facts.tell(inLine);
    for (let i = 0; i < hits.length; i += 2) {
      const index = hits[i] as number;
      let own = met[index];
      if (!own) {
        places.set(words[index] as string, (met[index] = own = []));
        occurring.push(index);
      }
      own.push(start + (hits[i + 1] as number));
    }
    for (const at of marks) allMarks.push(start + at);
    for (const at of stopsAgain) allStops.push(start + at);
    for (let i = 0; i < again.length; i += 2) allAgain.push(start + (again[i] as number), start + (again[i + 1] as number), start, end);
  }
  for (const index of occurring) met[index] = undefined;
  return { text, prose, places, occurring, marks: allMarks, again: allAgain, stopsAgain: allStops, workedOut: new Map() };
}
