/**
 * One pass over the characters of a paragraph for all who look in it for what no word tells: numbers and measure words that may
 * lack each other, places where something may have been left to be filled in. By one character on either side: what is wrong
 * there, if anything, is for others to say. Most paragraphs have no such sign, and are not read again.
 *
 *     公开信息24条，受理申请6，答复件，更新  篇，回应留言37条。
 *                         ^    ^      ^         a number without a measure word, one without a number, a gap; 条 counts twice
 */
import { numerals as chineseNumerals, shortUnits } from '../report/sentences/sentence-number';
import { isDigit, spaces } from '../text/characters';
import { question } from '../text/facts';
import type { Span } from '../text/span';
import { gapStarts, mayBeGap } from './gaps';

export interface ParagraphSigns {
  /** Where numbers begin that no measure word stands behind, as far as one character tells. */
  readonly bareNumbers: readonly number[];
  /** Where measure words stand that no digit stands in front of, between words that may count. */
  readonly bareMeasures: readonly number[];
  /** Where a placeholder may begin. */
  readonly gaps: readonly number[];
  /** Whether two numbers may have the same measure word, as a total and a part of it have. */
  readonly countsTwice: boolean;
}

/** The signs of a paragraph. */
export const signsOf = question(findSigns);

/** Measure words that are looked at when they stand alone. */
const measureWords = '条件次篇份期个起宗项场';
const digit = 1;
const numeral = 2;
/** What may stand between a number and its measure word: 12余件, 3万 元. */
const between = 4;
const unit = 8;
const measure = 16;
const gap = 32;
const kinds = new Uint8Array(0x10000);
for (const [kind, characters] of [
  [digit, '0123456789０１２３４５６７８９'],
  [numeral, chineseNumerals],
  [between, ['余多几来万千百亿*_`“”‘’"\'「」『』', ...spaces].join('')],
  [unit, `${shortUnits}万亿`],
  [measure, measureWords],
  [gap, gapStarts],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = (kinds[character.charCodeAt(0)] ?? 0) | kind;
}

function findSigns(text: string): ParagraphSigns {
  const found: Found = {
    bareNumbers: undefined,
    bareMeasures: undefined,
    gaps: undefined,
    counted: '',
    countsTwice: false,
    isCounting: false,
  };
  /** Behind the last sign. */
  let behind = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[text.charCodeAt(i)] as number;
    if (kind === 0) continue;
    if (behind !== i) found.isCounting = false;
    behind = (kind & digit) !== 0 ? endOfNumber(text, i) : i + 1;
    notice(found, text, { start: i, end: behind }, kind);
    i = behind - 1;
  }
  const { bareNumbers, bareMeasures, gaps, countsTwice } = found;
  if (!bareNumbers && !bareMeasures && !gaps && !countsTwice) return none;
  return { bareNumbers: bareNumbers ?? nothing, bareMeasures: bareMeasures ?? nothing, gaps: gaps ?? nothing, countsTwice };
}

/** What has been found of a paragraph's signs. */
interface Found {
  bareNumbers: number[] | undefined;
  bareMeasures: number[] | undefined;
  gaps: number[] | undefined;
  countsTwice: boolean;
  /** The measure words that numbers stand in front of. */
  counted: string;
  /** Whether a number stands right in front. */
  isCounting: boolean;
}

/** Notices the number or the character at `start`, which is of `kind`. */
function notice(found: Found, text: string, { start, end }: Span, kind: number): void {
  if ((kind & digit) !== 0 && mayLackMeasure(text, end)) (found.bareNumbers ??= []).push(start);
  if ((kind & measure) !== 0 && mayLackNumber(text, start)) (found.bareMeasures ??= []).push(start);
  if ((kind & gap) !== 0 && mayBeGap(text, start)) (found.gaps ??= []).push(start);
  if (found.isCounting && (kind & unit) !== 0) {
    const own = text[start] as string;
    found.countsTwice ||= found.counted.includes(own);
    found.counted += own;
  }
  found.isCounting = (kind & (digit | numeral)) !== 0 || (found.isCounting && (kind & between) !== 0);
}

const nothing: readonly never[] = [];
const none: ParagraphSigns = { bareNumbers: nothing, bareMeasures: nothing, gaps: nothing, countsTwice: false };

/** Where the number that begins at `start` ends; decimals belong to it. */
export function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (isDigit(text.charCodeAt(end)) || (text[end] === '.' && isDigit(text.charCodeAt(end + 1))))) end++;
  return end;
}

/** Whether a number without a measure word may end at `at`: at a mark, a blank, or a word of which one is missing. */
export function mayLackMeasure(text: string, at: number): boolean {
  return at === text.length || text.charCodeAt(at) < 128 || behindBare.includes(text[at] as string);
}
const behindBare = '，；。、分其予不无部收教工动政公各民税卫信解宣稿申依粉网群规行办重微财社医就扶环食安发惠人机领统';

/** Whether the measure word at `at` stands behind no digit, and in front of a mark or between words that count: most are parts of words. */
function mayLackNumber(text: string, at: number): boolean {
  const before = text[at - 1] ?? '\n';
  const next = text[at + 1] ?? '\n';
  if (!clauseEnds.includes(next) && !(verbEnds.includes(before) && (text[at] === '次' || countedStarts.includes(next)))) return false;
  return !isDigit(text.charCodeAt(before === ' ' ? at - 2 : at - 1));
}
/** What stands behind the whole of a clause: 受理申请件，. */
const clauseEnds = '，,。；;、）)其和';
/** Ends of verbs, and beginnings of what is counted: 发布了条信息. */
const verbEnds = '到理布开送新复了展织办行';
const countedStarts = '信公群政申各动留';
