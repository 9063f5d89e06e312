/**
 * Lists of parts in a sentence: 共 N 条，其中 a 条，b 条（其中 …），c 条. One pass over the words of the sentence. A list ends at 。,
 * at another measure word, at a part without a number and where the sentence turns to something else; a bracket holds the
 * parts of the number in front of it.
 */
import type { Token } from '../report/sentences/lexer';
import type { Tag } from '../report/sentences/vocabulary';
import type { Span } from '../text/span';

export interface ListedNumber {
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly span: Span;
  /** The words in front of the number that name it. */
  readonly label: string;
  /** Kinds of known words in the label. */
  readonly tags: readonly Tag[];
}

export interface Listing {
  readonly whole: ListedNumber;
  readonly parts: readonly ListedNumber[];
  /** What opened it. */
  readonly opener: '其中' | '列' | '分为' | '(';
  /** How it ended: with its sentence or bracket, where the sentence turned to something else, or so that more may belong to it. */
  readonly ending: 'end' | 'turn' | 'open';
}

/** Words with which a part turns to something else. */
const turning = /^(?:另|此外|同时|还|并|以及|累计|全年|共|总计|合计|年内|通过|今年|本年|其余工作)/;
/** Verbs that begin another statement where the parts before had none. */
const acting =
  /推送|更新|刊发|转发|刊载|办理|答复|回复|收到|召开|举办|开展|组织|制作|编发|编辑|回应|处理|受理|办结|接受|完成|更换|新增|开设|维护|浏览|访问|关注|粉丝|阅读|发布|^公开|(?<!信息|政务)公开(?!$)/;

/** The lists of a sentence that has been cut into `tokens`. */
export function listingsOf(text: string, tokens: readonly Token[]): Listing[] {
  const listings: Listing[] = [];
  /** The number whose parts may follow, and where the words in front of it begin. */
  let whole: { readonly from: number; readonly at: number } | undefined;
  let from = 0;
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      whole = { from, at: i };
      from = i + 1;
      const bracket = tokens[i + 1]?.sign === '(' ? i + 2 : -1;
      if (bracket > 0) {
        const opened = opener(text, tokens, bracket);
        const { listing, next } = readList(
          text,
          tokens,
          opened?.next ?? bracket,
          numberAt(text, tokens, whole.from, whole.at),
          opened?.kind ?? '(',
          ')',
        );
        if (listing) listings.push(listing);
        i = from = next;
        continue;
      }
    } else if (token.sign === '.' || token.sign === '!') {
      // 其中 at the head of the next sentence still speaks of the last number; a list does not go on.
      from = i + 1;
      if (tokens[i + 1]?.tag !== '其中') whole = undefined;
    } else if (token.kind === 'mark') from = i + 1;
    const opened = whole ? opener(text, tokens, i) : undefined;
    if (opened && whole) {
      const { listing, inner, next } = readList(
        text,
        tokens,
        opened.next,
        numberAt(text, tokens, whole.from, whole.at),
        opened.kind,
        undefined,
      );
      listings.push(...inner);
      if (listing) listings.push(listing);
      whole = undefined;
      i = from = Math.max(next, i + 1);
      continue;
    }
    i++;
  }
  return listings;
}

/** Whether a list opens at tokens[at], and where its first part begins. */
function opener(text: string, tokens: readonly Token[], at: number): { kind: Listing['opener']; next: number } | undefined {
  const token = tokens[at];
  if (!token || (token.tag !== '其中' && token.tag !== '列')) return undefined;
  let next = at + 1;
  if (tokens[next]?.sign === ':' || tokens[next]?.sign === ',') next++;
  return { kind: token.tag === '其中' ? '其中' : text.startsWith('分为', token.start) ? '分为' : '列', next };
}

/** Brackets within brackets, at most. */
const deepest = 4;

interface ReadList {
  readonly listing: Listing | undefined;
  readonly inner: readonly Listing[];
  readonly next: number;
}

/** The parts from tokens[from] on, up to `close` or the end of the list. */
function readList(
  text: string,
  tokens: readonly Token[],
  from: number,
  whole: ListedNumber,
  kind: Listing['opener'],
  close: string | undefined,
  depth = 0,
): ReadList {
  const parts: ListedNumber[] = [];
  const inner: Listing[] = [];
  let start = from;
  let ending: Listing['ending'] = 'open';
  let number: ListedNumber | undefined;
  let i = from;
  /** Takes the number read as a part; if it is none, the list has ended before it. */
  const flush = (): boolean => {
    const part = number;
    number = undefined;
    if (!part) return true;
    if (part.value > whole.value) return false;
    const first = parts[0];
    if (turning.test(part.label)) {
      ending = 'end';
      return false;
    }
    const turns =
      part.unit !== whole.unit ||
      (first && acting.test(part.label) && !acting.test(first.label)) ||
      (parts.length > 1 && parts.every(isChannel) && !isChannel(part));
    if (turns) ending = 'turn';
    else parts.push(part);
    return !turns;
  };
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      if (number && !flush()) break;
      number = numberAt(text, tokens, start, i);
      start = i + 1;
      if (tokens[i + 1]?.sign === '(' && depth < deepest) {
        const opened = opener(text, tokens, i + 2);
        const nested = readList(text, tokens, opened?.next ?? i + 2, number, opened?.kind ?? '(', ')', depth + 1);
        if (nested.listing) inner.push(nested.listing);
        i = nested.next - 1;
        start = nested.next;
      }
    } else if (token.sign === ')' && close === ')') {
      if (flush()) ending = 'end';
      i++;
      break;
    } else if (token.sign === '.' || token.sign === '!' || token.sign === '?') {
      if (flush()) ending = 'end';
      break;
    } else if (token.sign === ',' || token.sign === ';' || (token.tag === '连' && number)) {
      const before = number;
      if (!flush()) break;
      if (!before && parts.length > 0 && token.sign !== '' && !isShare(tokens, start, i)) {
        ending = 'turn';
        break;
      }
      start = i + 1;
    } else if (token.tag === '列' && start === i && parts.length > 0 && depth < deepest) {
      // 其中公开信息29条，包括职能13条，…: parts of the part.
      const nested = readList(text, tokens, i + 1, parts.at(-1) as ListedNumber, '列', undefined, depth + 1);
      inner.push(...nested.inner, ...(nested.listing ? [nested.listing] : []));
      i = nested.next;
      break;
    } else if (token.tag === '其中' && (parts.length > 0 || number)) break;
  }
  if (i >= tokens.length && number && flush()) ending = 'end';
  if (close === ')') while (i < tokens.length && tokens[i - 1]?.sign !== ')') i++;
  return { listing: parts.length > 1 ? { whole, parts, opener: kind, ending } : undefined, inner, next: i };
}

/** Whether tokens[from, to) only state a share: 占42.86%. */
function isShare(tokens: readonly Token[], from: number, to: number): boolean {
  return from === to || tokens.slice(from, to).some(({ kind }) => kind === 'percent');
}

function isChannel({ tags }: ListedNumber): boolean {
  return tags.includes('渠道');
}

function numberAt(text: string, tokens: readonly Token[], from: number, at: number): ListedNumber {
  const { value, unit, approximate, start, digitsEnd } = tokens[at] as Token;
  const words = tokens.slice(from, at);
  return {
    value,
    unit,
    approximate: approximate || words.at(-1)?.tag === '约',
    span: { start, end: digitsEnd },
    label: text.slice(words[0]?.start ?? start, start).replace(/[\s*“”"]/g, ''),
    tags: words.flatMap(({ tag }) => (tag && tag !== '填' ? [tag] : [])),
  };
}

/** The parts behind the first 其中 of `tokens` that are counted by `unit`. */
export function partsAfter(text: string, tokens: readonly Token[], unit: string): readonly ListedNumber[] {
  const at = tokens.findIndex(({ tag }) => tag === '其中');
  const opened = at < 0 ? undefined : opener(text, tokens, at);
  const whole: ListedNumber = { value: Infinity, unit, approximate: false, span: { start: 0, end: 0 }, label: '', tags: [] };
  return opened ? (readList(text, tokens, opened.next, whole, opened.kind, undefined).listing?.parts ?? []) : [];
}
