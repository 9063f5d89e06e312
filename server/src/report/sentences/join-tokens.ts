/**
 * Joins the tokens of a sentence to what they say together: 2023年＋结转 is carried in, 结转＋2025年 carried out, 政府信息公开＋的＋
 * 申请 a request, 行政复议＋和＋诉讼 cases of both kinds. One pass over the tokens; also tells at each word what is being
 * spoken of, and from where on another year holds.
 */
import type { Span } from '../../text/span';
import { isHan } from '../../text/characters';
import { question } from '../../text/facts';
import type { Token } from './lexer';
import { tokensOf } from './prose';
import type { Scene } from './scene';
import { type Tag, type Topic, topics } from './vocabulary';

export interface Item extends Token {
  /** What is being spoken of once this word has been read. */
  readonly topic: Topic | undefined;
  /** Whether it names the reporting agency itself. */
  readonly own: boolean;
  /** Whether another year than the report's holds here. */
  readonly otherYear: boolean;
  /** Of 下转 with a year: the year. */
  readonly carriedTo: { readonly year: number; readonly span: Span } | undefined;
}

const incoming = new Set<Tag | undefined>(['收', '新收', '受理']);
const verbs = new Set<Tag | undefined>(['收', '新收', '受理', '办', '结']);
/** Two words that say one thing together: the one, the other, both. */
const both: readonly (readonly [Tag, Tag, Tag])[] = [
  ['复议', '诉讼', '案件'],
  ['规章', '规范', '文规'],
  ['予以', '部分', '予部'],
];
const joinable = new Set<Tag>(['复议', '诉讼', '规章', '规范', '予以', '部分', '收', '新收', '受理', '办', '结']);

/** A year that is none: a part of one holds. */
const partOfYear = -1;

/** Tokens being joined. */
interface Joining {
  readonly tokens: readonly Token[];
  readonly scene: Scene;
  /** What was being spoken of before the sentence. */
  readonly opening: Topic | undefined;
  readonly items: Item[];
  now: Topic | undefined;
  /** Topic at the start of the part between marks. */
  before: Topic | undefined;
  /** Year that holds up to the end of the sentence, and up to the next mark. */
  lasting: number | undefined;
  local: number | undefined;
  /** Whether 自然人 has been read: then enterprises are applicants, too. */
  persons: boolean;
}

/** Takes the token at `i`, and those behind it that belong to it: the place of the next one. Undefined if it is none of the reader's. */
type Reader = (joining: Joining, token: Token, i: number) => number | undefined;

/** What words of some tags need; all others stand for themselves. */
const readers: Readonly<Partial<Record<Tag, readonly Reader[]>>> = {
  本: [readOwn],
  府: [readGovernment],
  全: [readWhole],
  求: [readRestOfRequest, readDemand],
  企: [readEnterprise],
  今: [readOwnYear],
  半: [readPartOfYear],
  转: [readCarriedTo],
  上转: [readCarried],
  下转: [readCarried],
  信: [readRestOfRequest],
  申: [readRestOfRequest, readApplication],
  申请: [readRestOfRequest, readApplication],
};

/**
 * The tokens as items.
 * @param topic what was being spoken of before the sentence.
 */
export function join(tokens: readonly Token[], topic: Topic | undefined, scene: Scene): Item[] {
  const joining: Joining = {
    tokens,
    scene,
    opening: topic,
    items: [],
    now: topic,
    before: topic,
    lasting: undefined,
    local: undefined,
    persons: false,
  };
  for (let i = 0; i < tokens.length;) i = readToken(joining, tokens[i] as Token, i);
  return joining.items;
}

function readToken(joining: Joining, token: Token, i: number): number {
  if (token.kind === 'mark') return readMark(joining, token, i);
  if (token.kind === 'year') return readYear(joining, token, i);
  if (token.kind === 'gap' && isOwnName(joining, token)) return readOwn(joining, token, i);
  // 自然人申请32件、企业申请2件; elsewhere enterprises apply for other things.
  joining.persons ||= token.tag === '自然人';
  for (const read of (token.tag && readers[token.tag]) ?? []) {
    const next = read(joining, token, i);
    if (next !== undefined) return next;
  }
  const joined = token.tag && joinedBefore(joining.items, token, token.tag);
  if (joined) replaceFrom(joining, joined.from, token, joined.tag);
  else push(joining, token, token.tag);
  return i + 1;
}

function push(
  joining: Joining,
  token: Token,
  tag: Tag | undefined,
  more?: Partial<Pick<Item, 'start' | 'end' | 'carriedTo' | 'own'>>,
): void {
  if (tag !== undefined) joining.now = topics[tag] ?? joining.now;
  const { year: reported } = joining.scene;
  const year = joining.local ?? joining.lasting;
  const { value, unit, approximate, digitsEnd, decimals, sign } = token;
  joining.items.push({
    kind: tag === undefined ? token.kind : 'word',
    tag,
    start: more?.start ?? token.start,
    end: more?.end ?? token.end,
    value,
    unit,
    approximate,
    digitsEnd,
    decimals,
    sign,
    topic: joining.now,
    own: more?.own ?? false,
    otherYear: year !== undefined && (year === partOfYear || (reported !== undefined && year !== reported)),
    carriedTo: more?.carriedTo,
  });
}

/** Puts one item of `tag` in place of items[from…] and `token`. */
function replaceFrom(joining: Joining, from: number, token: Token, tag: Tag): void {
  const { items } = joining;
  const { start } = items[from] as Item;
  joining.now = items[from - 1]?.topic ?? joining.opening;
  items.length = from;
  push(joining, token, tag, { start });
}

function readMark(joining: Joining, token: Token, i: number): number {
  const { sign } = token;
  if (sign !== ':') joining.before = joining.now;
  if (sign === '.' || sign === '!' || sign === '?') joining.lasting = undefined;
  if (sign !== '(' && sign !== ')' && sign !== ':') joining.local = undefined;
  push(joining, token, undefined);
  return i + 1;
}

/** 我局, 本机关, or the agency's own name. */
function readOwn(joining: Joining, token: Token, i: number): number {
  push(joining, token, '填', { own: true });
  return i + 1;
}

function isOwnName({ scene }: Joining, token: Token): boolean {
  return scene.isOwn(nameOf(scene.text, token));
}

function nameOf(text: string, { start, end }: Token): string {
  const words = text.slice(start, end);
  // Most have nothing but Chinese characters: no pattern is run for them.
  for (let i = start; i < end; i++) if (!isHan(text.charCodeAt(i))) return words.replace(/[\s“”"]/g, '');
  return words;
}

/** The words of a sentence that may name the reporting agency. */
export const namesIn = question((sentence, facts): readonly string[] => {
  const names: string[] = [];
  for (const token of facts.tell(tokensOf)) if (token.kind === 'gap' || token.tag === '府') names.push(nameOf(sentence, token));
  return names;
});

/** 县政府: the reporting agency itself, or another. */
function readGovernment(joining: Joining, token: Token, i: number): number | undefined {
  return isOwnName(joining, token) ? readOwn(joining, token, i) : undefined;
}

/** 全县 in the report of a whole government is its own scope. */
function readWhole(joining: Joining, token: Token, i: number): number {
  push(joining, token, '全', { own: joining.scene.whole });
  return i + 1;
}

/** 公开政府信息的诉求: a request; elsewhere another matter. */
function readDemand(joining: Joining, token: Token, i: number): number {
  const from = startOfRequest(joining.items);
  if (from < joining.items.length) replaceFrom(joining, from, token, '申请');
  else push(joining, token, joining.scene.text.startsWith('诉求', token.start) ? '他事' : '填');
  return i + 1;
}

function readEnterprise(joining: Joining, token: Token, i: number): number {
  const isAll = joining.items.at(-1)?.tag === '均' || joining.items.at(-2)?.tag === '均';
  if (joining.persons || isAll) push(joining, token, '企业');
  else push(joining, { ...token, kind: 'gap' }, undefined);
  return i + 1;
}

/** 今年 after 2023年收到…： the report's own year again. 2023年全年 is that year. */
function readOwnYear(joining: Joining, token: Token, i: number): number {
  if (joining.items.at(-1)?.kind !== 'year' && opensPart(joining.items)) joining.lasting = joining.local = undefined;
  push(joining, token, '填');
  return i + 1;
}

/** 上半年 is another period than the year. */
function readPartOfYear(joining: Joining): undefined {
  if (opensPart(joining.items) || joining.items.at(-1)?.kind === 'year') joining.lasting = partOfYear;
  else joining.local = partOfYear;
}

function readYear(joining: Joining, token: Token, i: number): number {
  return readTurnOfYear(joining, token, i) ?? readPlainYear(joining, token, i);
}

/** 2023年度结转: carried in, or out where it is the report's own year. */
function readTurnOfYear(joining: Joining, token: Token, i: number): number | undefined {
  const { tokens } = joining;
  const { year } = joining.scene;
  const turn = turnAt(tokens, i + 1);
  if (!turn) return undefined;
  const target = yearAfter(tokens, turn.next);
  const fromBefore = token.value !== year || year === undefined;
  if (!fromBefore && !target) return undefined;
  const to = target && { year: target.token.value, span: spanOf(target.token) };
  const end = absorb(tokens, target ? target.next : turn.next);
  push(joining, token, fromBefore ? '上转' : '下转', { end: (tokens[end - 1] as Token).end, carriedTo: fromBefore ? undefined : to });
  return end;
}

function readPlainYear(joining: Joining, token: Token, i: number): number {
  const { items, tokens } = joining;
  if (items.at(-1)?.tag !== '因') {
    if (opensPart(items) || tokens[i + 1]?.sign === ',') {
      joining.lasting = token.value;
      joining.local = undefined;
    } else joining.local = token.value;
  }
  push(joining, token, undefined);
  return i + 1;
}

/** 结转至2025年. */
function readCarriedTo(joining: Joining, token: Token, i: number): number | undefined {
  const { tokens } = joining;
  const target = yearAfter(tokens, i + 1);
  if (!target) return undefined;
  const end = absorb(tokens, target.next);
  const carriedTo = { year: target.token.value, span: spanOf(target.token) };
  push(joining, token, '下转', { end: (tokens[end - 1] as Token).end, carriedTo });
  return end;
}

function readCarried(joining: Joining, token: Token, i: number): number {
  const { tokens } = joining;
  const target = token.tag === '上转' ? yearAfter(tokens, i + 1) : undefined;
  const end = absorb(tokens, target ? target.next : i + 1);
  push(joining, token, token.tag, { end: (tokens[end - 1] as Token).end });
  return end;
}

/** 依申请公开＋申请, 依申请公开＋信息: still the one request. */
function readRestOfRequest({ items }: Joining, token: Token, i: number): number | undefined {
  const last = items.at(-1);
  if (last?.tag !== '申请' || last.end !== token.start) return undefined;
  items[items.length - 1] = { ...last, end: token.end };
  return i + 1;
}

/** 申请 behind what it is for, or alone. */
function readApplication(joining: Joining, token: Token, i: number): number | undefined {
  const { items } = joining;
  const last = items.at(-1);
  if (token.tag !== '申' && last?.tag !== '信' && last?.tag !== '信息公开') return undefined;
  const from = startOfRequest(items);
  if (from < items.length) replaceFrom(joining, from, token, '申请');
  else if (token.tag === '申' && !isOwn(last, joining.now, joining.before)) {
    const kept = joining.now;
    push(joining, token, '他事');
    // An application of an unknown kind among requests does not change what is spoken of.
    if (kept === 'requests') joining.now = kept;
  } else push(joining, token, '申请');
  return i + 1;
}

/** 结转 or 转结 at or shortly after `from`, with words of filling between: 2023年度结转, 2023年申请结转. */
function turnAt(tokens: readonly Token[], from: number): { next: number } | undefined {
  for (let i = from; i < from + 2; i++) {
    const token = tokens[i];
    if (token?.tag === '转') return { next: i + 1 };
    if (token?.tag !== '填') return undefined;
  }
  return undefined;
}

/** A year at or shortly after `from`: 结转至2025年度. */
function yearAfter(tokens: readonly Token[], from: number): { token: Token; next: number } | undefined {
  for (let i = from; i < from + 2; i++) {
    const token = tokens[i];
    if (token?.kind === 'year') return { token, next: tokens[i + 1]?.tag === '填' ? i + 2 : i + 1 };
    if (token?.tag !== '填') return undefined;
  }
  return undefined;
}

/** Where the words end that belong to 结转: 继续办理, 答复. */
function absorb(tokens: readonly Token[], from: number): number {
  let end = from;
  while (tokens[end]?.tag === '填' && tokens[end + 1]?.tag === '填') end++;
  const next = tokens[end]?.tag === '填' ? end + 1 : end;
  return tokens[next]?.tag === '办' || tokens[next]?.tag === '结' ? next + 1 : from;
}

/** Whether only words of filling stand between the last mark and here: the year holds for all that follows. */
function opensPart(items: readonly Item[]): boolean {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.kind === 'mark') return item.sign !== '(';
    if (item.tag !== '填' && !(item.kind === 'gap' && item.end - item.start <= 2)) return false;
  }
  return true;
}

/** Where the words begin that belong to a request that follows: 公开＋政府信息＋申请, 政府信息公开＋的＋申请. */
function startOfRequest(items: readonly Item[]): number {
  let i = items.length;
  while (i > 0 && items[i - 1]?.tag === '填' && i > items.length - 2) i--;
  const named = items[i - 1]?.tag;
  if (named === '信息公开') return i - 1;
  if (named === '信' && items[i - 2]?.tag === '公') return i - 2;
  if (named === '信' && i === items.length) return i - 1;
  return items.length;
}

/** Whether a bare 申请 is one for information: that is what is spoken of, and no unknown kind stands before it. */
function isOwn(last: Item | undefined, now: Topic | undefined, before: Topic | undefined): boolean {
  if (last?.kind === 'gap') return false;
  if (last && verbs.has(last.tag)) return now !== 'other' || before !== 'other';
  return now === 'requests' || before === 'requests';
}

/** Two words that say one thing together, with or without 和 between. */
function joinedBefore(items: readonly Item[], token: Token, tag: Tag): { from: number; tag: Tag } | undefined {
  if (!joinable.has(tag)) return undefined;
  let i = items.length - 1;
  const linked = items[i]?.tag === '连';
  if (linked) i--;
  const first = items[i]?.tag;
  if (first === undefined || items[i]?.kind !== 'word') return undefined;
  // 收到并办理; 受理答复 without a word between.
  if (verbs.has(first) && verbs.has(tag) && (linked || (incoming.has(first) && !incoming.has(tag) && items[i]?.end === token.start)))
    return { from: i, tag: '办' };
  const joined = both.find(([one, other]) => (one === first && other === tag) || (one === tag && other === first))?.[2];
  return joined && (linked || joined === '案件') ? { from: i, tag: joined } : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
