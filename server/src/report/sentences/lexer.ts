/**
 * Cuts a sentence into the words of `vocabulary.ts`, numbers, years, marks and what is unknown. One pass, no backtracking:
 * at each character the longest known word is taken. White space, emphasis and quotation marks do not count.
 */
import { isDigit, spaces, standsAt } from '../../text/characters';
import type { Span } from '../../text/span';
import { arabicNumber, chineseNumber, type SentenceNumber } from './sentence-number';
import { pairs, type Tag, words } from './vocabulary';
import { characterTable, markCharacters } from '../../text/code';

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

/** Longest name of a document in 《》; all of it is one gap. */
const longestName = 90;
const marks = '，,；;：:（(）)。！？!?.';
/** What a character may be where it begins no word. */
const arabic = 1;
const chinese = 2;
const mark = 3;
const skipped = 4;
const quoted = 5;
/** Besides one of these: that it is a word alone, too. */
const alone = 8;
const classes = characterTable('');
for (const [number, signs] of [
  [arabic, '0123456789０１２３４５６７８９'],
  [chinese, '〇零一二三四五六七八九十百千两'],
  [mark, marks],
  [skipped, '*_`“”‘’"\'「」『』\u200b\u3000'],
  [quoted, '《'],
] as const) {
  markCharacters(classes, signs, number);
}
markCharacters(classes, spaces, skipped);

/** All of a token but its place. */
type Blank = Omit<Token, 'start' | 'end'>;

const blank = { value: 0, unit: '', approximate: false, digitsEnd: 0, decimals: 0, sign: '' };
const unknown: Blank = { kind: 'gap', tag: undefined, ...blank };

/** The marks by their codes. */
const markTokens = new Map<number, Blank>();
for (const sign of marks) markTokens.set(sign.charCodeAt(0), { kind: 'mark', tag: undefined, ...blank, sign: halfWidthMark(sign) });

interface Entry {
  readonly word: string;
  readonly token: Blank;
  /** The next word that may begin with the same two characters. */
  next: Entry | undefined;
}

/** Words of one character. */
const singles = new Map<number, Entry>();
/** Longer words: of those that may begin with the same two characters the longest, which tells of the next. */
const longest: Entry[] = [];
/** By a number mixed of two characters, 1 more than the place in `longest` of the words that may begin with them; 0 for most two. */
const beginnings = new Uint16Array(0x4000);
indexWords();
const received = entryOf('收', '收');
/** 零 in front of what there is none of: 零复议、零诉讼. */
const zero = entryOf('零', '否');
const zeroOf = /^零(?:行政)?(?:复议|诉讼|申请|发生)/;
const filler = entryOf('', '填').token;
for (const code of [...singles.keys(), received.word.charCodeAt(0)]) classes[code] = (classes[code] as number) | alone;

function mixed(first: number, second: number): number {
  return (first * 31 + second) & (beginnings.length - 1);
}

function indexWords(): void {
  for (const [tag, list] of words) {
    const { token } = entryOf('', tag);
    for (const word of list) addToIndex({ word, token, next: undefined });
  }
  for (const [tag, first, second] of pairs) {
    const { token } = entryOf('', tag);
    const ends = second.split(' ');
    for (const start of first.split(' ')) for (const end of ends) addToIndex({ word: start + end, token, next: undefined });
  }
}

/** Takes up a word: of two alike the later one counts, so it stands in front. */
function addToIndex(entry: Entry): void {
  const { word } = entry;
  const first = word.charCodeAt(0);
  if (word.length === 1) {
    singles.set(first, entry);
    return;
  }
  const slot = mixed(first, word.charCodeAt(1));
  const begun = beginnings[slot] as number;
  if (begun === 0) {
    beginnings[slot] = longest.push(entry);
    return;
  }
  let longer: Entry | undefined;
  let next: Entry | undefined = longest[begun - 1];
  while (next && next.word.length > word.length) {
    longer = next;
    next = next.next;
  }
  entry.next = next;
  if (longer) longer.next = entry;
  else longest[begun - 1] = entry;
}

function entryOf(word: string, tag: Tag): Entry {
  return { word, token: { kind: 'word', tag, ...blank }, next: undefined };
}

/** A sentence being cut. */
interface Lexing {
  readonly plain: string;
  readonly to: number;
  /** Where the characters of `plain` stand in the text; undefined if it is the text. */
  readonly offsets: readonly number[] | undefined;
  readonly tokens: Token[];
  /** Where the unknown words began that have not been closed; -1 if none. */
  gap: number;
}

/** The tokens of `text[span]`, with offsets into `text`. */
export function lex(text: string, span: Span): Token[] {
  const { plain, from, to, offsets } = compact(text, span);
  const lexing: Lexing = { plain, to, offsets, tokens: [], gap: -1 };
  let i = from;
  while (i < to) {
    const code = plain.charCodeAt(i);
    const kind = classes[code] as number;
    const entry = wordAt(plain, i, code, kind);
    if (entry) i = takeWord(lexing, i, entry);
    else i = (kind & ~alone) === 0 ? takeUnknown(lexing, i, i + 1) : takeSign(lexing, i, kind & ~alone);
  }
  closeGap(lexing, to);
  return lexing.tokens;
}

/** Where `index` stands in the text. */
function at({ offsets }: Lexing, index: number): number {
  return offsets ? (offsets[index] as number) : index;
}

/** The offset behind the character in front of `index`. */
function after({ offsets }: Lexing, index: number): number {
  return offsets ? (offsets[index - 1] as number) + 1 : index;
}

function takeWord(lexing: Lexing, i: number, { word, token }: Entry): number {
  closeGap(lexing, i);
  const end = i + word.length;
  lexing.tokens.push(placed(lexing, token, i, end));
  return end;
}

function takeUnknown(lexing: Lexing, i: number, end: number): number {
  if (lexing.gap < 0) lexing.gap = i;
  return end;
}

/** Takes what begins with a sign at `i`, by its class. */
function takeSign(lexing: Lexing, i: number, kind: number): number {
  const { plain, to } = lexing;
  if (kind === quoted) {
    const close = plain.slice(i, Math.min(to, i + longestName)).indexOf('》');
    return takeUnknown(lexing, i, close > 0 ? i + close + 1 : i + 1);
  }
  if (kind === mark) return takeMark(lexing, i);
  const number = kind === arabic ? arabicNumber(plain, i) : kind === chinese && chineseNumber(plain, i);
  if (number) return takeNumber(lexing, i, number);
  return zeroOf.test(plain.slice(i, i + 5)) ? takeWord(lexing, i, zero) : takeUnknown(lexing, i, i + 1);
}

function takeMark(lexing: Lexing, i: number): number {
  closeGap(lexing, i);
  lexing.tokens.push(placed(lexing, markTokens.get(lexing.plain.charCodeAt(i)) as Blank, i, i + 1));
  return i + 1;
}

function takeNumber(lexing: Lexing, i: number, number: SentenceNumber): number {
  const { kind, end, value, unit, approximate, decimals } = number;
  if (kind === 'gap') return takeUnknown(lexing, i, end);
  closeGap(lexing, i);
  if (kind === 'filler') {
    lexing.tokens.push(placed(lexing, filler, i, end));
    return end;
  }
  const digitsEnd = after(lexing, number.digitsEnd);
  lexing.tokens.push(placed(lexing, { kind, tag: undefined, value, unit, approximate, digitsEnd, decimals, sign: '' }, i, end));
  return end;
}

/** Ends the unknown words, if any, in front of `end`. */
function closeGap(lexing: Lexing, end: number): void {
  if (lexing.gap >= 0) lexing.tokens.push(placed(lexing, unknown, lexing.gap, end));
  lexing.gap = -1;
}

/** `token` at plain[from, end). */
function placed(lexing: Lexing, token: Blank, from: number, end: number): Token {
  const { kind, tag, value, unit, approximate, digitsEnd, decimals, sign } = token;
  return { kind, tag, start: at(lexing, from), end: after(lexing, end), value, unit, approximate, digitsEnd, decimals, sign };
}

function wordAt(plain: string, i: number, code: number, kind: number): Entry | undefined {
  const second = i + 1 < plain.length ? plain.charCodeAt(i + 1) : 0;
  const begun = beginnings[mixed(code, second)] as number;
  if (begun !== 0) {
    for (let entry = longest[begun - 1]; entry; entry = entry.next) if (standsAt(plain, i, entry.word)) return entry;
  }
  if ((kind & alone) === 0) return undefined;
  // 收 alone is a word only in front of its number.
  return singles.get(code) ?? (isDigit(second) ? received : undefined);
}

/** The text without what does not count, from where to where, and where its characters stand; no offsets if nothing was left out. */
function compact(text: string, { start, end }: Span): { plain: string; from: number; to: number; offsets?: number[] } {
  let first = start;
  while (first < end && !isSkipped(text.charCodeAt(first))) first++;
  if (first === end) return { plain: text, from: start, to: end };
  const offsets: number[] = [];
  const pieces: string[] = [];
  for (let from = start; from < end;) {
    let next = from;
    for (; next < end && !isSkipped(text.charCodeAt(next)); next++) offsets.push(next);
    if (next > from) pieces.push(text.slice(from, next));
    from = next + 1;
  }
  return { plain: pieces.join(''), from: 0, to: offsets.length, offsets };
}

function isSkipped(code: number): boolean {
  return ((classes[code] as number) & ~alone) === skipped;
}

function halfWidthMark(sign: string): string {
  const place = '，；：（）。！？'.indexOf(sign);
  return place < 0 ? sign : (',;:().!?'[place] as string);
}
