/**
 * The numbers of a sentence as a list would have them: each with the words in front of it, the marks between it and the number
 * before, the brackets around it and the word that opens a list there. What is a whole and what a part is for listing.ts to say.
 */
import type { Token } from '../report/sentences/lexer';
import type { Tag } from '../report/sentences/vocabulary';
import type { Span } from '../text/span';

export interface ListedNumber {
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly span: Span;
  /** The words in front of the number that name it, without those that open a list. */
  readonly label: string;
  /** Kinds of known words in the label. */
  readonly tags: readonly Tag[];
}

/** What opens a list: 其中; 包括 and its like; 分为, which says that nothing is left out; a colon; a bracket; nothing. */
export type Opener = '其中' | '列' | '分为' | ':' | '(' | '';

export interface Entry extends ListedNumber {
  /** What opens a list in front of the label, if something does. */
  readonly opener: Opener | undefined;
  /** The marks since the number before, 、 and 和 as 、. */
  readonly marks: string;
  /** Whether words without a number stand between this entry and the number before, other than a share: 占12%. */
  readonly apart: boolean;
  /** In how many brackets it stands. */
  readonly depth: number;
}

/** Words that open a list at the head of a label, and what kind of list. */
const openers: readonly (readonly [Opener, RegExp])[] = [
  ['其中', /^其中(?:包括|包含|主要为|主要是|有|含|：|:|，|,)*/],
  ['分为', /^(?:共?分为|分别(?:为|是|包括|有)|具体为|由)/],
  ['列', /^(?:主要)?(?:包括|包含|涵盖|内有|内含|含有?|即|是|为|有|——?)(?=.)/],
];
/** How openers begin. 是, 为 and 有 are also common verbs: only with 主要 in front. */
const beginnings = '其共分具由主包涵内含即—';

/** What has been read since the last number. */
interface Between {
  from: number;
  marks: string;
  apart: boolean;
  depth: number;
  opened: Opener | undefined;
}

/** The numbers with a measure word in a sentence that has been cut into `tokens`. */
export function entriesOf(text: string, tokens: readonly Token[]): Entry[] {
  const entries: Entry[] = [];
  const between: Between = { from: 0, marks: '', apart: false, depth: 0, opened: undefined };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      entries.push(entryAt(text, tokens, i, between));
      between.from = i + 1;
      between.marks = '';
      between.apart = false;
      between.opened = undefined;
    } else if (token.sign === '(' && isRemark(tokens, i, between.from)) {
      while (tokens[i]?.sign !== ')') i++;
    } else if (token.kind === 'mark' || (token.tag === '连' && tokens[i - 1]?.kind === 'number')) readMark(text, tokens, i, between);
  }
  return entries;
}

/** Reads the mark at `i`, or the 和 behind a number, and the words between it and the mark before. */
function readMark(text: string, tokens: readonly Token[], i: number, between: Between): void {
  const { from, marks } = between;
  const { sign } = tokens[i] as Token;
  // Words behind a number up to the mark belong to it: 12条左右.
  const said = tokens[from - 1]?.kind === 'number' && marks === '' ? '' : labelOf(text, tokens, from, i);
  const kind = said === '' ? undefined : openerAlone(said);
  between.opened = kind ?? between.opened;
  between.apart ||= said !== '' && !kind && !hasShare(tokens, from, i);
  if (sign === ':') between.opened ??= ':';
  if (sign === '(') between.depth++;
  else if (sign === ')') between.depth = Math.max(0, between.depth - 1);
  between.marks += sign === '' ? '、' : sign;
  between.from = i + 1;
}

/** Whether a bracket without numbers begins at `at` inside of a label: 政务（工作）动态12条. */
function isRemark(tokens: readonly Token[], at: number, from: number): boolean {
  if (at === from) return false;
  for (let i = at + 1; i < tokens.length && tokens[i]?.kind !== 'number'; i++) if (tokens[i]?.sign === ')') return true;
  return false;
}

/** Whether tokens[from, to) hold a percentage. */
function hasShare(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'percent') return true;
  return false;
}

/** The number tokens[at] with what stands between it and the number before. */
function entryAt(text: string, tokens: readonly Token[], at: number, { from, marks, apart, depth, opened }: Between): Entry {
  const { value, unit, approximate, start, digitsEnd } = tokens[at] as Token;
  const said = labelOf(text, tokens, from, at);
  const opening = openingOf(said);
  return {
    value,
    unit,
    approximate: approximate || (at > from && tokens[at - 1]?.tag === '约'),
    span: { start, end: digitsEnd },
    label: opening ? said.slice(opening.length) : said,
    tags: tagsOf(tokens, from, at),
    opener: opening?.opener ?? opened,
    marks,
    apart,
    depth,
  };
}

function tagsOf(tokens: readonly Token[], from: number, to: number): readonly Tag[] {
  let tags: Tag[] | undefined;
  for (let i = from; i < to; i++) {
    const { tag } = tokens[i] as Token;
    if (tag && tag !== '填') (tags ??= []).push(tag);
  }
  return tags ?? nothing;
}
const nothing: readonly never[] = [];

/** What opens a list at the head of a label, and how long that is. */
function openingOf(said: string): { readonly opener: Opener; readonly length: number } | undefined {
  if (!mayOpen(said)) return undefined;
  for (const [opener, pattern] of openers) {
    const length = pattern.exec(said)?.[0].length;
    if (length !== undefined) return { opener, length };
  }
  return undefined;
}

/** What `said` opens, if it does nothing else. */
function openerAlone(said: string): Opener | undefined {
  return mayOpen(said) ? openers.find(([, pattern]) => pattern.exec(`${said} `)?.[0].length === said.length)?.[0] : undefined;
}

function mayOpen(said: string): boolean {
  return beginnings.includes(said[0] ?? ' ');
}

function labelOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  return from >= to || !first ? '' : text.slice(first.start, (tokens[to] as Token).start).replace(/[\s*“”"]/g, '');
}
