/**
 * Finds characters and words that were typed or pasted twice: 方式式, 加加强, 工作工作, 政府信息公开政府信息公开. Chinese doubles
 * for many good reasons (人人, 常常, 县县通, 市市场监管局, 服务务必), so a doubled character is only told where a word of these reports
 * ends or begins with it and none begins or ends with the second one.
 */
import type { ProseScan } from '../report/sentences/prose-scan';
import type { Span } from '../text/span';
import { beginnings, endings, particles, reduplicated, repeated, words } from './reduplications';
import { isHan } from '../text/characters';

export interface Doubled extends Span {
  readonly kind: 'character' | 'words' | 'mark';
  /** The one that is too many. */
  readonly surplus: Span;
}

/** How the predicate behind an agency's name begins. */
const predicates = /^(?:认真|严格|坚持|深入|高度|切实|积极|持续|按照|依法|始终|围绕|紧紧|全面|主动|不断|通过|共|将|在)/;
/** Marks that stand twice or in each other's place: ，， ，。 Not …… nor 。。。 for it. */
const marks = /(?<=[一-鿿”》）)])(?:[，、；,;。][，、；,;]|[，、；,;]。|。。)(?![，、；,;。])/y;
/** How long a piece of text is that tells by itself that it stands there twice. */
const shortest = 3;
/** A shorter line is a heading or ends there. */
const shortLine = 25;

/** The marks in the prose of which one is too many, in order. */
export function findDoubledMarks({ text, stopsAgain }: ProseScan): readonly Doubled[] {
  const found: Doubled[] = [];
  for (const second of stopsAgain) {
    const start = second - 1;
    marks.lastIndex = start;
    if (!marks.test(text)) continue;
    const surplus = text[second] === '。' && text[start] !== '。' ? start : second;
    found.push({ kind: 'mark', start, end: start + 2, surplus: { start: surplus, end: surplus + 1 } });
  }
  return found;
}

/** The doubled characters and words in the prose, in order. */
export function findDoubled({ text, again }: ProseScan): readonly Doubled[] {
  let found: Doubled[] | undefined;
  for (let k = 0; k < again.length; k += 4) {
    const [i, before, start, end] = [again[k], again[k + 1], again[k + 2], again[k + 3]] as [number, number, number, number];
    if (i < (found?.at(-1)?.end ?? 0)) continue;
    const doubled = before === i - 1 ? characterAt(text, i, { start, end }) : repeatAt(text, i, i - before, { start, end });
    if (doubled) (found ??= []).push(doubled);
  }
  return found ?? nothing;
}

/** A character that stands twice, between the two around it. */
interface Twice {
  readonly text: string;
  /** Where the second one stands. */
  readonly at: number;
  readonly own: string;
  readonly before: string;
  readonly after: string;
  /** Whether the line is a heading or ends in it, so that no word goes on on the next line. */
  readonly isShort: boolean;
}

function characterAt(text: string, at: number, { start, end }: Span): Doubled | undefined {
  const own = text[at] as string;
  const before = at - 2 >= start ? (text[at - 2] as string) : '';
  const after = at + 1 < end ? (text[at + 1] as string) : '';
  // 方方面面: both characters of the word stand twice.
  if (before === own || after === own || (before !== '' && text[at - 3] === before)) return undefined;
  const twice = { text, at, own, before, after, isShort: end - start < shortLine };
  for (const reader of characterReaders) {
    const span = reader(twice);
    if (span) return { kind: 'character', ...span, surplus: { start: at, end: at + 1 } };
  }
  return undefined;
}

/** 方式式: a word ends with the first one, and none begins with the second. */
function atEnd({ text, at, own, before, after, isShort }: Twice): Span | undefined {
  const ending = endings[own];
  // At the end of a long line the word may go on on the next one.
  if (!ending || before === '' || (after === '' && !isShort) || !ending[0].includes(before)) return undefined;
  return after !== '' && ending[1].includes(after) && !text.startsWith('工作', at + 1) ? undefined : { start: at - 2, end: at + 1 };
}

/** 的的, 和和. */
function ofParticles({ at, own, before, after }: Twice): Span | undefined {
  const particle = particles[own];
  if (!particle || (before !== '' && particle[0].includes(before)) || (after !== '' && particle[1].includes(after))) return undefined;
  return { start: at - 1, end: at + 1 };
}

/** 加加强: a word begins with the second one. Not 认认真真, and not 职工＋工作, where two words meet. */
function atBeginning({ text, at, own, before, after }: Twice): Span | undefined {
  const beginning = beginnings[own];
  if (!beginning || after === '' || text[at + 2] === after || !beginning[0].includes(after)) return undefined;
  return before !== '' && beginning[1].includes(before) && !text.startsWith('公开', at - 3) ? undefined : { start: at - 1, end: at + 2 };
}

/** 教育局局认真落实; 教育局局机关 is right. */
function ofAgencies({ text, at, own, before }: Twice): Span | undefined {
  return '局委镇乡厅'.includes(own) && before !== '' && predicates.test(text.slice(at + 1, at + 3))
    ? { start: at - 2, end: at + 1 }
    : undefined;
}

/** 镇镇介绍. */
function ofTowns({ text, at, own }: Twice): Span | undefined {
  return own === '镇' && /^(?:介绍|概况|简介)/.test(text.slice(at + 1, at + 3)) ? { start: at - 1, end: at + 1 } : undefined;
}

const characterReaders = [atEnd, ofParticles, atBeginning, ofAgencies, ofTowns];

/** Text that stands twice in a row, of which the character at `i` is one and stood `length` before. */
function repeatAt(text: string, i: number, length: number, { start, end }: Span): Doubled | undefined {
  let from = i;
  while (i - from < length && from - 1 - length >= start && isSame(text, from - 1, length)) from--;
  let to = i + 1;
  while (to < end && to - from < length && isSame(text, to, length)) to++;
  if (to - from < length) return undefined;
  const surplus = { start: from, end: from + length };
  const word = text.slice(surplus.start, surplus.end);
  if (length < shortest && !isSurplus(word, text.slice(from - length - 1, from - length), text.slice(to, to + 2))) return undefined;
  return { kind: 'words', start: from - length, end: from + length, surplus };
}

/**
 * Whether a word of two characters that stands twice, between `before` and `after`, is one too many: 资金资金, 下载下载. Not where it
 * counts or stands for each (一条一条, 一项一项), is called out, or where the second one begins a longer word (公开公开栏).
 */
function isSurplus(word: string, before: string, after: string): boolean {
  const next = repeated[word];
  if (/[“‘《「]/.test(before) || longer.test(after)) return false;
  if (next !== undefined) return !next.includes(after[0] ?? ' ');
  // 人民政府政府信息公开: a government, and what is its own.
  if (word === '政府') return !/[民县市区镇乡省州旗级]/.test(before);
  if (words.has(word)) return true;
  if (countsEach.test(word) || !/^[\u4e00-\u9fff]{2}$/.test(word) || reduplicated.has(word)) return false;
  return true;
}
/** 一条一条, 各项各项, 年年. */
const countsEach = /^[一二三四五六七八九十两几半各每逐][\u4e00-\u9fff]$|(.)\1/;
/** What makes a longer word of the second one. */
const longer = /^(?:[栏局厅委办处科室站所院员长部会组署司厂队法化性者家率量费]|大厅|中心|热线|信箱)/;

/** Whether the Chinese character at `at` is the one that stands `length` before. */
function isSame(text: string, at: number, length: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) && code === text.charCodeAt(at - length);
}

const nothing: readonly never[] = [];
