/**
 * Lays the phrases of `phrases.ts` around a number: which of them fits the words in front of it and behind it. Words of
 * filling are passed over; unknown words keep a number from what stands beyond them.
 */
import type { Item } from './join-tokens';
import { type Phrase, phrases } from './phrases';
import type { Tag } from './vocabulary';

/** A word beside a number. */
export interface Neighbour {
  readonly item: Item;
  /** Unknown characters between the number and this word. */
  readonly gap: number;
}

export interface Pattern extends Phrase {
  /** Tags in front of the number, the nearest first; … lets others stand between. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Whether nothing else may stand in front. */
  readonly alone: boolean;
  /** What it means, as ids of metrics; of a document and what was done with it, apart. */
  readonly ids: readonly string[];
  readonly noun: string | undefined;
  readonly act: string | undefined;
}

/** By the tag that stands nearest in front, '' for those that only follow their number: phrases, read when a sentence first has it. */
const byNearest = new Map<string, { readonly phrases: Phrase[]; patterns?: readonly Pattern[] }>();
for (const phrase of phrases) {
  const left = phrase.say.slice(0, phrase.say.indexOf('#')).trimEnd();
  const key = left.slice(left.lastIndexOf(' ') + 1);
  const list = byNearest.get(key);
  if (list) list.phrases.push(phrase);
  else byNearest.set(key, { phrases: [phrase] });
}

/** The phrases whose nearest word in front has the tag `nearest`. */
function patternsBehind(nearest: string): readonly Pattern[] {
  const list = byNearest.get(nearest);
  return list ? (list.patterns ??= list.phrases.map(patternOf)) : none;
}

function patternOf(phrase: Phrase): Pattern {
  const [left = '', right = ''] = phrase.say.split('#');
  const tags = (side: string) => side.split(' ').filter((tag) => tag !== '' && tag !== '^');
  const [noun, act] = phrase.means.split('.');
  return {
    ...phrase,
    left: tags(left).reverse(),
    right: tags(right),
    alone: left.startsWith('^'),
    ids: phrase.means.split(','),
    noun: act === undefined ? undefined : noun,
    act,
  };
}
const none: readonly Pattern[] = [];

/** Words that do not keep a number from what names it. */
const passed = setOf('填 公民 均 约 等 列 信息公开');
/** Words that may stand in front of a number whose phrase follows it: 其中12件已答复. */
const leading = setOf('其中 余 均 共计 填 连 因 否');
/** Words that a verb may reach over to its number's noun: 收到通过网络提交的申请. */
const crossed = setOf('渠道 等 信 公 连 他事 因 约 全 类 自然人 法人 府');
/** Words after a number that make it one of something else. */
const foreign = setOf('他事 属性 信 文件 撤 别 延 收费 案件 复议 诉讼 规范 规章 许可 处罚 强制');
/** Measure words that count no days and no parts. */
const firm = new Set(['件', '件次', '条', '份', '封', '宗', '起', '例']);
/** How many unknown characters may stand between a number and the words behind it: where the phrase says …, and else. */
const far = 14;
export const near = 2;

const nothing: Item = {
  kind: 'gap',
  tag: undefined,
  start: 0,
  end: 0,
  value: 0,
  unit: '',
  approximate: false,
  digitsEnd: 0,
  decimals: 0,
  sign: '',
  topic: undefined,
  own: false,
  otherYear: false,
  carriedTo: undefined,
};

/** The words from items[first] up to items[end], going by `step`: the nearest first, without those of filling. Ends with `nothing` if unknown words stand there. */
export function neighbours(items: readonly Item[], first: number, end: number, step: 1 | -1): Neighbour[] {
  const side: Neighbour[] = [];
  let gap = 0;
  for (let i = first; i !== end; i += step) {
    const item = items[i] as Item;
    if (item.kind === 'word' && !isNeutral(item.tag)) {
      if (!passed.has(item.tag)) side.push({ item, gap });
    } else if (item.kind === 'gap' || item.kind === 'percent' || isNeutral(item.tag)) gap += item.end - item.start;
  }
  if (gap > 0) side.push({ item: nothing, gap });
  return side;
}

/** Whether a word only stands for itself, like unknown ones: 依申请公开工作, 无法联系. */
export function isNeutral(tag: Tag | undefined): boolean {
  return tag === '中' || tag === '题';
}

/** Whether `neighbour` only says that unknown words stand there. */
export function isUnknown({ item }: Neighbour): boolean {
  return item === nothing;
}

/**
 * The first phrase that fits around `number`.
 * @param words the words in front of it.
 * @param continued whether a figure on documents went before, so that 、省政府行政规范性文件3件 goes on with it.
 */
export function fit(number: Item, words: readonly Neighbour[], right: readonly Neighbour[], continued: boolean): Pattern | undefined {
  // 申请共计5件: 共计 says something only where nothing else does.
  const left = words[0]?.item.tag === '共计' && words.length > 1 ? words.slice(1) : words;
  // 收到2个自然人的申请 counts people.
  if (number.unit === '个' && right[0]?.item.tag === '自然人') return undefined;
  const first = left[0];
  if (first?.gap === 0 && first.item.tag !== undefined) {
    for (const pattern of patternsBehind(first.item.tag))
      if (fitsLeft(pattern, left, continued) && fitsRight(pattern, number, right)) return pattern;
  }
  const head = left.find(({ item }) => !leading.has(item.tag));
  if ((head && (head.item !== nothing || head.gap > near)) || !firm.has(number.unit)) return undefined;
  for (const pattern of patternsBehind('')) if (fitsRight(pattern, number, right)) return pattern;
  return undefined;
}

function fitsLeft({ left: tags, alone }: Pattern, left: readonly Neighbour[], continued: boolean): boolean {
  let n = 0;
  let open = false;
  for (const tag of tags) {
    if (tag === '…') {
      open = true;
      continue;
    }
    while (open && n < left.length && left[n]?.item.tag !== tag && crossed.has(left[n]?.item.tag)) n++;
    if (left[n]?.item.tag !== tag) return false;
    n++;
    open = false;
  }
  if (!alone) return true;
  for (; n < left.length; n++)
    if (!leading.has(left[n]?.item.tag) && !(continued && (left[n]?.item === nothing || left[n]?.item.tag === '府'))) return false;
  return true;
}

function fitsRight({ right: tags, about }: Pattern, number: Item, right: readonly Neighbour[]): boolean {
  if (about !== undefined && number.topic !== about) return false;
  if (tags.length === 0) {
    const next = right[0];
    // Nothing unknown behind a number that only its verb names: 收到3件锦旗.
    return (
      about === undefined ||
      next === undefined ||
      (!foreign.has(next.item.tag) && (next.gap === 0 || next.gap > far || !firm.has(number.unit)))
    );
  }
  let n = 0;
  let reach = near;
  for (const tag of tags) {
    if (tag === '…') {
      reach = far;
      continue;
    }
    while (reach === far && n < right.length && right[n]?.item.tag !== tag && crossed.has(right[n]?.item.tag)) n++;
    const next = right[n];
    if (next?.item.tag !== tag || next.gap > reach) return false;
    n++;
    reach = far;
  }
  return true;
}

function setOf(tags: string): ReadonlySet<Tag | undefined> {
  return new Set(tags.split(' ') as Tag[]);
}
