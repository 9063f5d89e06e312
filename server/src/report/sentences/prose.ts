/**
 * The prose of a report: the sentences that stand outside of its tables, headings and title. One pass over the text; tells
 * of each sentence what occurs in it, so that the readers of figures have to look at few of them.
 *
 * A sentence ends at 。！？ or with its paragraph. A line that breaks off inside of a sentence goes on on the next line.
 * A sentence that begins with 其中 belongs to the one before it.
 */
import { isHan, isSpace } from '../../text/characters';
import type { Span } from '../../text/span';
import { lex, type Token } from './lexer';
import type { Sentence } from './sentence';
import type { Topic } from './vocabulary';
import type { Section, Table, Title } from '../report';
import { Code } from '../../text/code';

/** What the prose is read from. */
export interface ProseSource {
  readonly text: string;
  readonly title: Title | undefined;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
}

/** A sentence is ended here even without a mark, so that what is done with one stays small. */
const longestSentence = 4000;
/** Lines shorter than this are not broken off, they end. */
const brokenLine = 25;

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
const lineEnd = 1024;
const dot = 2048;
/** Chinese numerals, which count only in front of a measure word. */
const numeral = 4096;

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
  ['\n\r\u2028\u2029', lineEnd | marks],
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

/** Prose being read. */
interface Progress {
  readonly source: ProseSource;
  readonly sentences: Sentence[];
  paragraph: number;
  section: number;
  fresh: boolean;
  /** Where the sentence being read begins, and what has occurred in it. */
  from: number;
  found: number;
  topic: Topic | undefined;
}

/** The sentences of `source` in the order of the text; those that state no figure and open no list are left out. */
export function readProse(source: ProseSource): Sentence[] {
  const { text, sections } = source;
  const progress: Progress = { source, sentences: [], paragraph: 0, section: 0, fresh: true, from: 0, found: 0, topic: undefined };
  let nextSection = 0;
  for (const { start, end } of proseOf(source)) {
    while ((sections[nextSection]?.heading.end ?? Infinity) <= start) progress.section = (sections[nextSection++] as Section).form.number;
    progress.from = start;
    progress.fresh ||= isMarked(text, start, end);
    progress.paragraph++;
    readStretch(progress, start, end);
    close(progress, end);
  }
  return progress.sentences;
}

/** Reads text[start, end), in which no table, heading or title stands, up to its last sentence, which stays open. */
function readStretch(progress: Progress, start: number, end: number): void {
  const { text } = progress.source;
  let line = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] as number;
    if (kind === 0) continue;
    if ((kind & marks) === 0) {
      progress.found |= kind;
      if ((kind & (pair | numeral)) !== 0) notice(progress, i, code, kind);
    } else if ((kind & sentenceEnd) !== 0) close(progress, i + 1);
    else if ((kind & dot) !== 0) {
      if (isHan(text.charCodeAt(i - 1)) && isHan(text.charCodeAt(i + 1))) close(progress, i + 1);
    } else if (code !== Code.carriageReturn || text.charCodeAt(i + 1) !== Code.lineFeed) {
      const next = nextLine(text, line, i, end);
      if (next >= 0) {
        line = next;
        i = next - 1;
      } else line = endParagraph(progress, i, end);
    }
  }
}

/** Notes what the character at `i` says together with the next one. */
function notice(progress: Progress, i: number, code: number, kind: number): void {
  const { text } = progress.source;
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

/** Ends sentence and paragraph at `at`; returns where the next line begins. */
function endParagraph(progress: Progress, at: number, end: number): number {
  close(progress, at);
  progress.paragraph++;
  progress.from = at + 1;
  progress.fresh ||= isMarked(progress.source.text, at + 1, end);
  return at + 1;
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

function keep(progress: Progress, end: number): void {
  const { source, sentences, from, paragraph, section, topic } = progress;
  const { text } = source;
  const start = skipSpace(text, from, end);
  const last = sentences.at(-1);
  const goesOn = last?.paragraph === paragraph && last.end === from && text.startsWith('其中', start) && end - last.start < longestSentence;
  const all = progress.found | (goesOn ? flagsOf(last) : 0);
  let tokens: readonly Token[] | undefined;
  const sentence: Sentence = {
    start: goesOn ? last.start : start,
    end,
    paragraph,
    section,
    fresh: goesOn ? last.fresh : progress.fresh,
    hasNumber: (all & number) !== 0,
    hasWord: (all & word) !== 0,
    hasVerb: (all & verb) !== 0,
    hasNone: (all & none) !== 0,
    hasList: (all & list) !== 0,
    hasPercent: (all & percent) !== 0,
    topic,
    get tokens() {
      return (tokens ??= lex(text, this));
    },
  };
  if (goesOn) sentences[sentences.length - 1] = sentence;
  else sentences.push(sentence);
  progress.fresh = false;
}

function flagsOf(sentence: Sentence): number {
  return (
    (sentence.hasNumber ? number : 0) |
    (sentence.hasWord ? word : 0) |
    (sentence.hasVerb ? verb : 0) |
    (sentence.hasNone ? none : 0) |
    (sentence.hasPercent ? percent : 0) |
    list
  );
}

/** The stretches of text between tables, headings and title. */
function proseOf({ text, title, sections, tables }: ProseSource): Span[] {
  const taken = [
    ...tables.map((table) => table.span),
    ...sections.map((section) => section.heading),
    ...(title ? [title.span, ...title.repeated] : []),
  ].sort((a, b) => a.start - b.start);
  const prose: Span[] = [];
  let done = 0;
  for (const { start, end } of taken) {
    if (start > done) prose.push({ start: done, end: start });
    done = Math.max(done, end);
  }
  if (done < text.length) prose.push({ start: done, end: text.length });
  return prose;
}

/**
 * Where the sentence goes on after the line end at `at`, -1 if it ends there: it goes on after a long line without a mark at
 * its end on a next line without one at its start. Text from a PDF may have a blank line between any two.
 */
export function nextLine(text: string, line: number, at: number, end: number): number {
  let first = line;
  while (first < at && isSpace(text.charCodeAt(first))) first++;
  let last = at - 1;
  while (last > first && isSpace(text.charCodeAt(last))) last--;
  if (last + 1 - first < brokenLine || '。！？!?：:；;|｜>）)】'.includes(text[last] as string)) return -1;
  let next = at + 1;
  while (next < end && isSpace(text.charCodeAt(next))) next++;
  if (next >= end || '#>|｜*-'.includes(text[next] as string)) return -1;
  return isMarked(text, next, end) ? -1 : next;
}

/** Whether the paragraph at `start` begins with a mark of a list: （一）, 1., 一、, 一是, 第一. */
function isMarked(text: string, start: number, end: number): boolean {
  let i = start;
  while (i < end && (isSpace(text.charCodeAt(i)) || text[i] === '#' || text[i] === '*')) i++;
  if (!'（(一二三四五六七八九十第0123456789'.includes(text[i] ?? 'x')) return false;
  return /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?:、|是|[.．])|\d{1,2}[.．、)）](?!\d)|第[一二三四五六七八九十](?![条届次季]))/.test(
    text.slice(i, Math.min(end, i + 6)),
  );
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}
