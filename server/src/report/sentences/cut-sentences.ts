/**
 * Cuts a paragraph into sentences. One pass over its characters; tells of each sentence what occurs in it, so that the readers of
 * figures have to look at few of them. Knows nothing but the paragraph: offsets count from its start.
 *
 * A sentence ends at 。！？ or with its paragraph. A sentence that begins with 其中 belongs to the one before it.
 */
import { isHan, isSpace } from '../../text/characters';
import { Code } from '../../text/code';
import { Facts, question } from '../../text/facts';
import type { Span } from '../../text/span';
import type { SentenceSigns } from './sentence';
import type { Topic } from './vocabulary';

/** A sentence as its paragraph alone tells of it. */
export interface CutSentence extends Span, SentenceSigns {}

/** The sentences of a paragraph; those that state no figure and open no list are left out. */
export const cutSentences = question(cut);

/** A sentence is ended here even without a mark, so that what is done with one stays small. */
const longestSentence = 4000;

const number = 1;
const word = 2;
const verb = 4;
const none = 8;
const list = 16;
const percent = 32;
const bar = 64;
const marks = 128;
/** Characters that need a second one to say something. */
const pair = 256;
const sentenceEnd = 512;
const dot = 1024;
/** Chinese numerals, which count only in front of a measure word. */
const numeral = 2048;

/** What a character says by itself, or together with one of two (no more) that may follow it. */
const kinds = new Uint16Array(0x10000);
const firstSecond = new Uint16Array(0x10000);
const firstKind = new Uint16Array(0x10000);
const otherSecond = new Uint16Array(0x10000);
const otherKind = new Uint16Array(0x10000);
const measures = new Set([...'件起宗份例条封个'].map((sign) => sign.charCodeAt(0)));
const topicOf = new Map<number, Topic>();
for (const [signs, kind] of [
  ['0123456789０１２３４５６７８９', number],
  ['未没无', none],
  ['（(', list],
  ['%％', percent],
  ['|｜', bar],
  ['。！？!?', sentenceEnd | marks],
  ['.', dot | marks],
  ['一两二三四五六七八九十〇', numeral],
  ['零', numeral | none],
] as const) {
  for (const sign of signs) kinds[sign.charCodeAt(0)] = kind;
}
for (const [kind, two] of [
  [word, '申请 复议 诉讼 范性 规章 许可 处罚 强制 业性 结转 转结 转下 予以 予公 法提 分公 自然 法人 案卷 掌握 程性 部事 政查'],
  [verb, '收到 受理 办理 办结 处理 答复 回复 接收 新收 维持 纠正'],
  [list, '其中 包括 包含 分为 涵盖'],
] as const) {
  for (const say of two.split(' ')) {
    const first = say.charCodeAt(0);
    const second = say.charCodeAt(1);
    kinds[first] = (kinds[first] as number) | pair;
    const [seconds, those] = firstSecond[first] === 0 ? [firstSecond, firstKind] : [otherSecond, otherKind];
    seconds[first] = second;
    those[first] = kind;
  }
}
for (const [first, topic] of [
  ['申', 'requests'],
  ['复', 'reviews'],
  ['诉', 'lawsuits'],
  ['范', 'documents'],
] as const)
  topicOf.set(first.charCodeAt(0), topic);

/** A paragraph being read. */
interface Progress {
  readonly text: string;
  readonly sentences: CutSentence[];
  /** Where the sentence being read begins, and what has occurred in it. */
  from: number;
  found: number;
  topic: Topic | undefined;
}

function cut(text: string): readonly CutSentence[] {
  const progress: Progress = { text, sentences: [], from: 0, found: 0, topic: undefined };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] as number;
    if (kind === 0) continue;
    if ((kind & marks) === 0) {
      progress.found |= kind;
      if ((kind & (pair | numeral)) !== 0) notice(progress, i, code, kind);
    } else if ((kind & sentenceEnd) !== 0) close(progress, i + 1);
    else if (isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i + 1))) close(progress, i + 1);
  }
  close(progress, text.length);
  return progress.sentences.length === 0 ? nothing : progress.sentences;
}
const nothing: readonly never[] = [];

/** Notes what the character at `i` says together with the next one. */
function notice(progress: Progress, i: number, code: number, kind: number): void {
  const { text } = progress;
  if (i - progress.from > longestSentence) {
    close(progress, i);
    progress.found = kind;
  }
  const next = text.charCodeAt(i + 1);
  if ((kind & numeral) !== 0) {
    if (measures.has(next) || (code === Code.hanZero && text.charCodeAt(i - 1) === Code.hanBeing)) progress.found |= number;
  } else if (next === firstSecond[code]) {
    progress.found |= firstKind[code] as number;
    progress.topic = topicOf.get(code) ?? progress.topic;
  } else if (next === otherSecond[code]) progress.found |= otherKind[code] as number;
}

/** Ends the sentence at `at` and keeps it if it can state a figure. */
function close(progress: Progress, at: number): void {
  const { found } = progress;
  const isDenial = (found & none) !== 0 && (found & verb) !== 0;
  if (((found & (number | word)) !== 0 || isDenial) && (found & bar) === 0) keep(progress, at);
  progress.from = at;
  progress.found = 0;
  progress.topic = undefined;
}

function keep({ text, sentences, from, topic, found }: Progress, end: number): void {
  const start = skipSpace(text, from, end);
  const last = sentences.at(-1);
  const goesOn = last?.end === from && text.startsWith('其中', start) && end - last.start < longestSentence;
  const all = found | (goesOn ? flagsOf(last) : 0);
  const first = goesOn ? last.start : start;
  const sentence: CutSentence = {
    start: first,
    end,
    hasNumber: (all & number) !== 0,
    hasWord: (all & word) !== 0,
    hasVerb: (all & verb) !== 0,
    hasNone: (all & none) !== 0,
    hasList: (all & list) !== 0,
    hasPercent: (all & percent) !== 0,
    topic,
    facts: new Facts(text.slice(first, end)),
  };
  if (goesOn) sentences[sentences.length - 1] = sentence;
  else sentences.push(sentence);
}

function flagsOf(sentence: CutSentence): number {
  return (
    (sentence.hasNumber ? number : 0) |
    (sentence.hasWord ? word : 0) |
    (sentence.hasVerb ? verb : 0) |
    (sentence.hasNone ? none : 0) |
    (sentence.hasPercent ? percent : 0) |
    list
  );
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}
