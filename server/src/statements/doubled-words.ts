/**
 * Finds characters and words that were typed or pasted twice: 方式式, 加加强, 工作工作, 政府信息公开政府信息公开. Chinese doubles
 * for many good reasons (人人, 常常, 县县通, 市市场监管局, 服务务必), so a doubled character is only told where a word of these reports
 * ends or begins with it and none begins or ends with the second one.
 */
import type { ProseScan } from '../report/sentences/prose-scan';
import type { Span } from '../text/span';
import { beginnings, endings, particles, repeated, words } from './reduplications';
import { findInProse } from './prose-search';
import { isHan } from '../text/characters';

export interface Doubled extends Span {
  readonly kind: 'character' | 'words' | 'mark';
  /** The one that is too many. */
  readonly surplus: Span;
}

/** How the predicate behind an agency's name begins. */
const predicates = /^(?:认真|严格|坚持|深入|高度|切实|积极|持续|按照|依法|始终|围绕|紧紧|全面|主动|不断|通过|共|将|在)/;
/** Marks that stand twice or in each other's place: ，， ，。 Not …… nor 。。。 for it. */
const marks = /(?<=[一-鿿”》）)])(?:[，、；,;。][，、；,;]|[，、；,;]。|。。)(?![，、；,;。])/g;
/** How long a piece of text is that tells by itself that it stands there twice. */
const shortest = 3;
/** A shorter line is a heading or ends there. */
const shortLine = 25;

/** The marks in the prose of which one is too many, in order. */
export function findDoubledMarks(scan: ProseScan): readonly Doubled[] {
  return findInProse(scan, marks).map(({ index, 0: found }) => {
    const kept = found.includes('。') && found[0] !== '。' ? 1 : 0;
    return { kind: 'mark', start: index, end: index + 2, surplus: { start: index + 1 - kept, end: index + 2 - kept } };
  });
}

/** The doubled characters and words in the prose, in order. */
export function findDoubled({ text, again }: ProseScan): readonly Doubled[] {
  let found: Doubled[] | undefined;
  for (let k = 0; k < again.length; k += 4) {
    const [i, before, start, end] = [again[k], again[k + 1], again[k + 2], again[k + 3]] as [number, number, number, number];
    if (i < (found?.at(-1)?.end ?? 0)) continue;
    const doubled = before === i - 1 ? characterAt(text, i, start, end) : repeatAt(text, i, i - before, start, end);
    if (doubled) (found ??= []).push(doubled);
  }
  return found ?? nothing;
}

function characterAt(text: string, i: number, start: number, end: number): Doubled | undefined {
  const own = text[i] as string;
  const before = i - 2 >= start ? (text[i - 2] as string) : '';
  const after = i + 1 < end ? (text[i + 1] as string) : '';
  if (before === own || after === own) return undefined;
  const surplus = { start: i, end: i + 1 };
  const ending = endings[own];
  // At the end of a long line the word may go on on the next one.
  if (
    ending &&
    before !== '' &&
    (after !== '' || end - start < shortLine) &&
    ending[0].includes(before) &&
    !(after !== '' && ending[1].includes(after) && !text.startsWith('工作', i + 1))
  )
    return { kind: 'character', start: i - 2, end: i + 1, surplus };
  const particle = particles[own];
  if (particle && !(before !== '' && particle[0].includes(before)) && !(after !== '' && particle[1].includes(after)))
    return { kind: 'character', start: i - 1, end: i + 1, surplus };
  // 认认真真: both characters of the word stand twice. 职工＋工作: two words meet.
  const beginning = beginnings[own];
  if (
    beginning &&
    after !== '' &&
    text[i + 2] !== after &&
    beginning[0].includes(after) &&
    !(before !== '' && beginning[1].includes(before) && !text.startsWith('公开', i - 3))
  )
    return { kind: 'character', start: i - 1, end: i + 2, surplus };
  // 教育局局机关 is right, 教育局局认真落实 is not.
  if ('局委镇乡厅'.includes(own) && before !== '' && predicates.test(text.slice(i + 1, i + 3)))
    return { kind: 'character', start: i - 2, end: i + 1, surplus };
  return own === '镇' && /^(?:介绍|概况|简介)/.test(text.slice(i + 1, i + 3))
    ? { kind: 'character', start: i - 1, end: i + 1, surplus }
    : undefined;
}

/** Text that stands twice in a row, of which the character at `i` is one and stood `length` before. */
function repeatAt(text: string, i: number, length: number, start: number, end: number): Doubled | undefined {
  let from = i;
  while (i - from < length && from - 1 - length >= start && isSame(text, from - 1, length)) from--;
  let to = i + 1;
  while (to < end && to - from < length && isSame(text, to, length)) to++;
  if (to - from < length) return undefined;
  const surplus = { start: from, end: from + length };
  const word = text.slice(surplus.start, surplus.end);
  const next = repeated[word];
  if (length < shortest && !(words.has(word) || (next !== undefined && !next.includes(text[to] ?? ' ')))) return undefined;
  return { kind: 'words', start: from - length, end: from + length, surplus };
}

/** Whether the Chinese character at `at` is the one that stands `length` before. */
function isSame(text: string, at: number, length: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) && code === text.charCodeAt(at - length);
}

const nothing: readonly never[] = [];
