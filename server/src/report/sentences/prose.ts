/**
 * The prose of a report: the paragraphs and sentences that stand outside of its tables, headings and title. What a paragraph holds
 * is told by its words alone (`cut-sentences.ts`); here it is given its place.
 *
 * A line that breaks off inside of a sentence goes on on the next line.
 */
import { isSpace } from '../../text/characters';
import { Code } from '../../text/code';
import { type Facts, type KnownPieces, question } from '../../text/facts';
import { shifted, type Span } from '../../text/span';
import type { ProseLine, Section, Table, Title } from '../report';
import { type CutSentence, cutSentences } from './cut-sentences';
import { lex, type Token } from './lexer';
import type { Paragraph, Sentence } from './sentence';
import type { Topic } from './vocabulary';

/** What the prose is read from. */
export interface ProseSource {
  readonly text: string;
  readonly title: Title | undefined;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  /** The lines outside of tables and headings: most paragraphs are one of them. */
  readonly prose: readonly ProseLine[];
}

/** Lines shorter than this are not broken off, they end. */
const brokenLine = 25;

/** The paragraphs of `source` in the order of the text, blank ones included. */
export function readParagraphs(source: ProseSource, pieces: KnownPieces): Paragraph[] {
  const { text, sections, prose } = source;
  const paragraphs: Paragraph[] = [];
  const lineEndFrom = lineEnds(text);
  const factsOf = pieces.inOrder('paragraphs', text, paragraphs);
  let next = 0;
  const lineFrom = (start: number, end: number): ProseLine | undefined => {
    while (next < prose.length && (prose[next] as ProseLine).start < start) next++;
    const line = prose[next];
    return line?.start === start && line.end === end ? line : undefined;
  };
  /** Half of all paragraphs are the blank lines between the others. */
  let blank: Facts | undefined;
  let nextSection = 0;
  let section = 0;
  for (const { start, end } of proseOf(source)) {
    while ((sections[nextSection]?.heading.end ?? Infinity) <= start) section = (sections[nextSection++] as Section).form.number;
    for (let from = start; from <= end;) {
      const last = endOfParagraph(text, from, end, lineEndFrom);
      const facts = from === last ? (blank ??= pieces.of('')) : (lineFrom(from, last)?.facts ?? factsOf(from, last));
      paragraphs.push({ start: from, end: last, number: paragraphs.length + 1, section, facts });
      from = last + 1;
    }
  }
  return paragraphs;
}

/** The sentences of `paragraphs`; those that state no figure and open no list are left out. */
export function readSentences(paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  let fresh = true;
  for (const paragraph of paragraphs) {
    if (paragraph.start === paragraph.end) continue;
    fresh ||= paragraph.facts.tell(marked);
    for (const cut of paragraph.facts.tell(cutSentences)) {
      sentences.push(new PlacedSentence(cut, paragraph, fresh));
      fresh = false;
    }
  }
  return sentences;
}

/** A sentence and where it stands; what may be written out of it is that alone. */
class PlacedSentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly section: number;
  #read: readonly Token[] | undefined;
  readonly #cut: CutSentence;

  constructor(
    cut: CutSentence,
    paragraph: Paragraph,
    readonly fresh: boolean,
  ) {
    this.#cut = cut;
    this.start = paragraph.start + cut.start;
    this.end = paragraph.start + cut.end;
    this.paragraph = paragraph.number;
    this.section = paragraph.section;
  }

  get hasNumber(): boolean {
    return this.#cut.hasNumber;
  }
  get hasWord(): boolean {
    return this.#cut.hasWord;
  }
  get hasVerb(): boolean {
    return this.#cut.hasVerb;
  }
  get hasNone(): boolean {
    return this.#cut.hasNone;
  }
  get hasList(): boolean {
    return this.#cut.hasList;
  }
  get hasPercent(): boolean {
    return this.#cut.hasPercent;
  }
  get topic(): Topic | undefined {
    return this.#cut.topic;
  }
  get facts(): Facts {
    return this.#cut.facts;
  }
  get tokens(): readonly Token[] {
    const by = this.start;
    return (this.#read ??= this.facts
      .tell(tokensOf)
      .map((token) => ({ ...shifted(token, by), digitsEnd: token.digitsEnd && token.digitsEnd + by })));
  }
}

/** The words, numbers and marks of a sentence. */
export const tokensOf = question((sentence): readonly Token[] => lex(sentence, { start: 0, end: sentence.length }));

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

/** Where the paragraph that begins at `from` ends, at `end` at the latest: at the end of a line that does not go on. */
function endOfParagraph(text: string, from: number, end: number, lineEndFrom: (at: number) => number): number {
  let line = from;
  for (;;) {
    let at = lineEndFrom(line);
    if (text.charCodeAt(at) === Code.carriageReturn && text.charCodeAt(at + 1) === Code.lineFeed) at++;
    if (at >= end) return end;
    const next = nextLine(text, line, at, end);
    if (next < 0) return at;
    line = next;
  }
}

/** Tells, for places in the order of the text, where the line ends. */
function lineEnds(text: string): (at: number) => number {
  const marks = ['\n', '\r', '\u2028', '\u2029'];
  const next = marks.map(() => -1);
  return (at) => {
    let first = text.length;
    for (let i = 0; i < marks.length; i++) {
      if ((next[i] as number) < at) {
        const found = text.indexOf(marks[i] as string, at);
        next[i] = found < 0 ? text.length : found;
      }
      first = Math.min(first, next[i] as number);
    }
    return first;
  };
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

/** Whether a paragraph begins with a mark of a list. */
const marked = question((paragraph) => isMarked(paragraph, 0, paragraph.length));

/** Whether the paragraph at `start` begins with a mark of a list: （一）, 1., 一、, 一是, 第一. */
function isMarked(text: string, start: number, end: number): boolean {
  let i = start;
  while (i < end && (isSpace(text.charCodeAt(i)) || text[i] === '#' || text[i] === '*')) i++;
  if (!'（(一二三四五六七八九十第0123456789'.includes(text[i] ?? 'x')) return false;
  return /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?:、|是|[.．])|\d{1,2}[.．、)）](?!\d)|第[一二三四五六七八九十](?![条届次季]))/.test(
    text.slice(i, Math.min(end, i + 6)),
  );
}
