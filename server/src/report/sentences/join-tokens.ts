/**
 * Joins the tokens of a sentence to what they say together: 2023年＋结转 is carried in, 结转＋2025年 carried out, 政府信息公开＋的＋
 * 申请 a request, 行政复议＋和＋诉讼 cases of both kinds. One pass over the tokens; also tells at each word what is being
 * spoken of, and from where on another year holds.
 */
import type { Span } from '../../text/span';
import type { Token } from './lexer';
import { type Tag, type Topic, topics } from './phrases';

export interface Item extends Token {
  /** What is being spoken of once this word has been read. */
  readonly topic: Topic | undefined;
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

/**
 * The tokens as items.
 * @param topic what was being spoken of before the sentence.
 * @param year the report's year, if known.
 */
export function join(tokens: readonly Token[], topic: Topic | undefined, year: number | undefined): Item[] {
  const items: Item[] = [];
  let now = topic;
  /** Topic at the start of the part between marks. */
  let before = topic;
  let lasting: number | undefined;
  let local: number | undefined;
  let persons = false;
  const push = (token: Token, tag: Tag | undefined, start: number, end: number, carriedTo?: Item['carriedTo']) => {
    if (tag !== undefined) now = topics[tag] ?? now;
    const effective = local ?? lasting;
    const { value, unit, approximate, digitsEnd, decimals, sign } = token;
    const otherYear = effective !== undefined && (effective === -1 || (year !== undefined && effective !== year));
    items.push({
      kind: tag === undefined ? token.kind : 'word',
      tag,
      start,
      end,
      value,
      unit,
      approximate,
      digitsEnd,
      decimals,
      sign,
      topic: now,
      otherYear,
      carriedTo,
    });
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const last = items.at(-1);
    if (token.kind === 'mark') {
      if (token.sign !== ':') before = now;
      if (token.sign === '.' || token.sign === '!' || token.sign === '?') lasting = undefined;
      if (token.sign !== '(' && token.sign !== ')' && token.sign !== ':') local = undefined;
      push(token, undefined, token.start, token.end);
      continue;
    }
    // 自然人申请32件、企业申请2件; elsewhere enterprises apply for other things.
    persons ||= token.tag === '自然人';
    if (token.tag === '企') {
      if (persons) push(token, '企业', token.start, token.end);
      else push({ ...token, kind: 'gap' }, undefined, token.start, token.end);
      continue;
    }
    // 今年 after 2023年收到…： the report's own year again. 2023年全年 is that year.
    if (token.tag === '今') {
      if (last?.kind !== 'year' && opensPart(items)) lasting = local = undefined;
      push(token, '填', token.start, token.end);
      continue;
    }
    // 上半年 is another period than the year.
    if (token.tag === '半') {
      if (opensPart(items) || last?.kind === 'year') lasting = -1;
      else local = -1;
    }
    if (token.kind === 'year') {
      const turn = turnAt(tokens, i + 1);
      if (turn) {
        const target = yearAfter(tokens, turn.next);
        const incoming = token.value !== year || year === undefined;
        if (incoming || target) {
          const to = target && { year: target.token.value, span: spanOf(target.token) };
          const end = absorb(tokens, target ? target.next : turn.next);
          push(token, incoming ? '上转' : '下转', token.start, (tokens[end - 1] as Token).end, incoming ? undefined : to);
          i = end - 1;
          continue;
        }
      }
      if (last?.tag !== '因') {
        if (opensPart(items) || tokens[i + 1]?.sign === ',') {
          lasting = token.value;
          local = undefined;
        } else local = token.value;
      }
      push(token, undefined, token.start, token.end);
      continue;
    }
    if (token.tag === '转') {
      const target = yearAfter(tokens, i + 1);
      if (target) {
        const end = absorb(tokens, target.next);
        push(token, '下转', token.start, (tokens[end - 1] as Token).end, { year: target.token.value, span: spanOf(target.token) });
        i = end - 1;
        continue;
      }
    }
    if (token.tag === '上转' || token.tag === '下转') {
      const target = token.tag === '上转' ? yearAfter(tokens, i + 1) : undefined;
      const end = absorb(tokens, target ? target.next : i + 1);
      push(token, token.tag, token.start, (tokens[end - 1] as Token).end);
      i = end - 1;
      continue;
    }
    if (token.tag === '信' && last?.tag === '申请' && last.end === token.start) {
      items[items.length - 1] = { ...last, end: token.end };
      continue;
    }
    if ((token.tag === '申' || token.tag === '申请') && last?.tag === '申请' && last.end === token.start) {
      items[items.length - 1] = { ...last, end: token.end };
      continue;
    }
    if (token.tag === '申' || (token.tag === '申请' && (last?.tag === '信' || last?.tag === '信息公开'))) {
      const from = startOfRequest(items);
      if (from < items.length) {
        now = items[from - 1]?.topic ?? topic;
        const first = items[from] as Item;
        items.length = from;
        push(token, '申请', first.start, token.end);
      } else if (token.tag === '申' && !isOwn(last, now, before)) {
        const kept = now;
        push(token, '他事', token.start, token.end);
        // An application of an unknown kind among requests does not change what is spoken of.
        if (kept === 'requests') now = kept;
      } else push(token, '申请', token.start, token.end);
      continue;
    }
    const joined = token.tag && joinedBefore(items, token, token.tag);
    if (joined) {
      const first = items[joined.from] as Item;
      now = items[joined.from - 1]?.topic ?? topic;
      items.length = joined.from;
      push(token, joined.tag, first.start, token.end);
      continue;
    }
    push(token, token.tag, token.start, token.end);
  }
  return items;
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
