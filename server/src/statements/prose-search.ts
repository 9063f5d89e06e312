/**
 * Looking for words in the prose of a report only: outside of its tables and headings. What the words mean is for the
 * rules to say. Words are looked for before patterns: a word that does not occur costs next to nothing.
 */
import type { ProseLine, Report } from '../report/report';
import { isOneOf } from '../text/characters';
import { type Question, question } from '../text/facts';
import { firstFrom, type Span } from '../text/span';
import type { ProseScan } from '../report/sentences/prose-scan';
import type { Sentence } from '../report/sentences/sentence';

/** The line of prose in which `offset` stands, by binary search. */
export function proseAt({ prose }: Pick<Report, 'prose'>, offset: number): ProseLine | undefined {
  let low = 0;
  let high = prose.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((prose[middle] as ProseLine).end <= offset) low = middle + 1;
    else high = middle;
  }
  const line = prose[low];
  return line !== undefined && line.start <= offset ? line : undefined;
}

/** What `statement` tells of `report`, worked out once for all rules that ask. */
export function stated<T>(statement: (report: Report, scan: ProseScan) => T, report: Report, scan: ProseScan): T {
  const known = scan.workedOut.get(statement);
  if (known !== undefined || scan.workedOut.has(statement)) return known as T;
  const told = statement(report, scan);
  scan.workedOut.set(statement, told);
  return told;
}

/** A match of a pattern: where it begins, its words and those of its first group. */
export interface Match {
  readonly index: number;
  readonly 0: string;
  readonly 1?: string | undefined;
  readonly 2?: string | undefined;
}

/** The matches of `pattern` (global) in a line. */
export function inLines(pattern: RegExp): Question<readonly Match[]> {
  return question((line) => matchesIn(line, pattern));
}

/** The matches of `pattern` (global) in `piece`. As `matchAll`, without the copy of the pattern that it makes each time. */
export function matchesIn(piece: string, pattern: RegExp): readonly Match[] {
  let found: Match[] | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
    (found ??= []).push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found ?? nothing;
}

/** The matches in prose, in the order of the text. */
export function findInProse({ prose }: Pick<Report, 'prose'>, matches: Question<readonly Match[]>): readonly Match[] {
  let found: Match[] | undefined;
  for (const { start, facts } of prose)
    for (const { index, 0: words, 1: group } of facts.tell(matches)) (found ??= []).push({ index: start + index, 0: words, 1: group });
  return found ?? nothing;
}

/**
 * The matches of `pattern` (sticky) in prose where one of `words` occurs, `before` characters ahead of the word. In the
 * order of the words, then of the text.
 * @param next the characters of which one stands behind the word in every match: most places are refused by it.
 */
export function findAt(
  scan: ProseScan,
  words: readonly string[],
  pattern: RegExp,
  { before = 0, next }: { readonly before?: number | undefined; readonly next?: string } = {},
): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  for (const word of words) {
    for (const at of placesOf(scan, word)) {
      if (next !== undefined && !isOneOf(scan.text.charCodeAt(at + word.length), next)) continue;
      pattern.lastIndex = Math.max(0, at - before);
      const match = pattern.exec(scan.text);
      if (match) (found ??= []).push(match);
    }
  }
  return found ?? nothing;
}

/** A match with its place in the text. */
export interface Near extends Span {
  readonly match: string;
  /** Its first group. */
  readonly group: string | undefined;
}

/** How many characters around a word are looked at: ahead of its start, and from its start on. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

/**
 * The matches of `pattern` (global) that hold one of `words`, in prose, looked for in the characters around the word: from
 * `before` ahead of it to `after` behind its start. In the order of the words, then of the text.
 */
export function findNear(scan: ProseScan, words: readonly string[], pattern: RegExp, { before, after }: Reach): readonly Near[] {
  let found: Near[] | undefined;
  for (const word of words) {
    for (const at of placesOf(scan, word)) {
      const from = Math.max(0, at - before);
      for (const { index, 0: match, 1: group } of matchesIn(scan.text.slice(from, at + after), pattern)) {
        const start = from + index;
        if (start <= at && start + match.length > at && found?.at(-1)?.start !== start)
          (found ??= []).push({ start, end: start + match.length, match, group });
      }
    }
  }
  return found ?? nothing;
}

/** Whether any of `words` occurs in prose. */
export function anyOf(scan: ProseScan, words: readonly string[]): boolean {
  return words.some((word) => scan.places.has(word));
}

/** The sentences in which one of `words` occurs, in the order of the text. */
export function sentencesWith(scan: ProseScan, words: readonly string[], { sentences }: Pick<Report, 'sentences'>): readonly Sentence[] {
  let found: Sentence[] | undefined;
  for (const word of words) {
    for (const at of placesOf(scan, word)) {
      const sentence = sentences[firstFrom(sentences, at + 1) - 1];
      if (sentence && at < sentence.end && !found?.includes(sentence)) (found ??= []).push(sentence);
    }
  }
  return found?.sort((a, b) => a.start - b.start) ?? nothing;
}

/** Where `word` occurs in prose, in the order of the text; it must be one of those that the scan was made for. */
export function placesOf(scan: ProseScan, word: string): readonly number[] {
  return scan.places.get(word) ?? nothing;
}

/** A place of a word, and the line of prose that it stands on. */
export interface Occurrence {
  readonly at: number;
  readonly line: ProseLine;
}

/** Where `word` occurs in prose, as `placesOf`, with its line each time. */
export function occurrencesOf(scan: ProseScan, word: string): readonly Occurrence[] {
  const places = scan.places.get(word);
  return places ? places.map((at) => ({ at, line: proseAt(scan, at) as ProseLine })) : nothing;
}

const nothing: readonly never[] = [];
