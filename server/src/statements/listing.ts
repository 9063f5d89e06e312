/**
 * Lists of parts in a sentence: 共 N 条，其中 a 条，b 条（其中 …），c 条. A small grammar over its numbers: what opens a list (其中, 包括,
 * 分别为, a colon, a bracket, or nothing at all), what nests in one (a bracket, a further 其中 or 包括), and where it may close: at a mark
 * stronger than those between its parts, at a verb where the parts have none, at another measure word, where it is filled exactly.
 * A list may close at several places; which of them fits is for the rule to say.
 */
import type { Token } from '../report/sentences/lexer';
import { entriesOf, type Entry, type ListedNumber, type Opener } from './list-entries';

export type { ListedNumber, Opener } from './list-entries';

export interface Listing {
  readonly whole: ListedNumber;
  /** At least one; more than one but where the one is larger than the whole. */
  readonly parts: readonly ListedNumber[];
  readonly opener: Opener;
  /** After how many parts it may end, ascending; the last is their number. */
  readonly ends: readonly number[];
  /** Whether it ends with its sentence or bracket, so that nothing of it can follow. */
  readonly isEnded: boolean;
  /** The numbers of the sentence in front of the whole, of which the parts may be as well: 收到9件，上年结转1件，其中网上5件. */
  readonly earlier: readonly ListedNumber[];
  /** The sum of numbers among the parts that have another measure word. */
  readonly others: number;
}

/** Words with which a part turns to something else. */
const turning = /^(?:另|此外|同时|还|并|以及|累计|全年|共|总计|合计|年内|通过|今年|本年|其余工作|较|比|同比)/;
/** Verbs that may begin another statement where the parts before had none. */
const verbs =
  '推送|更新|刊发|转发|刊载|办理|答复|回复|收到|召开|举办|开展|组织|制作|编发|编辑|回应|处理|受理|办结|接受|完成|更换|新增|开设|维护|浏览|访问|关注|阅读|发布|公开|转来|协助|报送|采用|点击|整改|参加|公布|刊登|报道|上传';
/** Nouns that begin with such a verb: 公开栏, 发布会, 答复函. */
const nouns =
  '栏|专栏|专区|指南|目录|制度|平台|条例|属性|年报|年度|事项|类|会|厅|室|大厅|点|函|书|件|意见|结果|情况|材料|稿|产品|文章|班|率|量|日|办|网|人|”|工作|申请|数|型|性|政策|服务|方式|渠道|透明';
const acting = new RegExp(`(?:${verbs})(?!${nouns})`);
/** Brackets and lists within each other, at most. */
const deepest = 4;
/** A list that nothing opens has at least so many parts. */
const leastUnopened = 3;

/** The lists of a sentence that has been cut into `tokens`. */
export function listingsOf(text: string, tokens: readonly Token[]): Listing[] {
  const entries = entriesOf(text, tokens);
  const listings: Listing[] = [];
  for (let i = 0; i + 1 < entries.length;) {
    const opener = openerBetween(entries[i] as Entry, entries[i + 1] as Entry);
    if (opener === undefined) {
      i++;
      continue;
    }
    const read = readList(entries, i + 1, {
      whole: entries[i] as Entry,
      opener,
      depth: (entries[i + 1] as Entry).depth,
      earlier: entries.slice(0, i),
      level: 0,
    });
    listings.push(...read.inner);
    if (read.listing) listings.push(read.listing);
    i = read.listing || opener !== '' ? Math.max(read.next - 1, i + 1) : i + 1;
  }
  return listings;
}

/** The parts behind the first 其中 of `tokens` that are counted by `unit`. */
export function partsAfter(text: string, tokens: readonly Token[], unit: string): readonly ListedNumber[] {
  const entries = entriesOf(text, tokens);
  const at = entries.findIndex(({ opener }) => opener === '其中');
  const first = entries[at];
  if (!first) return [];
  const whole: ListedNumber = { value: Infinity, unit, approximate: false, span: { start: 0, end: 0 }, label: '', tags: [] };
  const { listing } = readList(entries, at, { whole, opener: '其中', depth: first.depth, earlier: [], level: 0 });
  return listing ? listing.parts.slice(0, listing.ends[0]) : [];
}

/** What opens a list of `whole` at the entry behind it; undefined if nothing can. */
function openerBetween(whole: Entry, next: Entry): Opener | undefined {
  // 09:30 浏览次数：86: what is not counted has no parts.
  if (whole.unit === '' || (next.apart && next.opener !== '其中')) return undefined;
  if (next.depth > whole.depth) return next.opener ?? '(';
  if (next.depth < whole.depth) return undefined;
  if (next.opener) return /[.!?;]/.test(next.marks) && next.opener !== '其中' ? undefined : next.opener;
  // 累计公布信息69条，动态61条，…: the whole is said with a verb, its parts with none.
  const isBare = (acting.test(whole.label) || /累计|共/.test(whole.label)) && !acting.test(next.label) && !turning.test(next.label);
  return isBare && next.marks === ',' && next.label !== '' && next.unit === whole.unit && whole.unit !== '' ? '' : undefined;
}

interface Frame {
  readonly whole: ListedNumber;
  readonly opener: Opener;
  readonly depth: number;
  readonly earlier: readonly ListedNumber[];
  /** In how many lists it stands. */
  readonly level: number;
}

interface ReadList {
  readonly listing: Listing | undefined;
  readonly inner: readonly Listing[];
  /** The first entry that is not part of it. */
  readonly next: number;
}

/** A list being read. */
interface ListReading {
  readonly parts: Entry[];
  readonly ends: number[];
  readonly inner: Listing[];
  others: number;
  sum: number;
}

/** Reads the parts from entries[from] on. */
function readList(entries: readonly Entry[], from: number, frame: Frame): ReadList {
  const reading: ListReading = { parts: [], ends: [], inner: [], others: 0, sum: 0 };
  let i = from;
  while (i < entries.length) {
    const entry = entries[i] as Entry;
    if (i > from && isOver(entry, reading, frame)) break;
    const nested = i > from && nests(entry, entries[i - 1] as Entry, frame);
    if (nested) i = readNested(entries, i, reading, frame);
    else if (takePart(entry, reading, frame)) i++;
    else break;
  }
  const after = entries[i];
  const isEnded = !after || after.depth < frame.depth || /[.!?]/.test(after.marks) || turning.test(after.label);
  return { listing: listingOf(reading, frame, isEnded), inner: reading.inner, next: i };
}

/** Whether the list has ended in front of `entry` for certain. */
function isOver(entry: Entry, { parts, sum }: ListReading, { whole, opener, depth, level }: Frame): boolean {
  if (entry.depth < depth || /[.!?]/.test(entry.marks) || turning.test(entry.label)) return true;
  // Filled exactly: what follows in another way is no part.
  if (parts.length > 1 && sum === whole.value && (level > 0 || entry.unit !== whole.unit || mayTurn(entry, parts))) return true;
  return level > 0 && opener !== '(' && parts.length > 1 && isStronger(entry, parts);
}

/** Whether `entry` begins the parts of the part before it. */
function nests(entry: Entry, before: Entry, { level }: Frame): boolean {
  return level < deepest && (entry.depth > before.depth || (entry.opener !== undefined && entry.opener !== ':' && entry.opener !== '分为'));
}

function readNested(entries: readonly Entry[], at: number, { parts, inner }: ListReading, { level }: Frame): number {
  const entry = entries[at] as Entry;
  const whole = parts.at(-1) ?? (entries[at - 1] as Entry);
  const read = readList(entries, at, { whole, opener: entry.opener ?? '(', depth: entry.depth, earlier: [], level: level + 1 });
  inner.push(...read.inner, ...(read.listing ? [read.listing] : []));
  return Math.max(read.next, at + 1);
}

/** Takes `entry` as a part, noting before it where the list may have ended; false where it cannot be one. */
function takePart(entry: Entry, reading: ListReading, { whole, opener }: Frame): boolean {
  const { parts, ends } = reading;
  if (parts.length > 0 && mayTurn(entry, parts)) ends.push(parts.length);
  if (entry.unit !== whole.unit) {
    if (parts.length === 0 || opener === '') return false;
    if (ends.at(-1) !== parts.length) ends.push(parts.length);
    reading.others += entry.value;
    return true;
  }
  // More than the whole and said otherwise than the parts before: something else.
  if (entry.value > whole.value && parts.length > 0 && (ends.at(-1) === parts.length || opener === '')) return false;
  parts.push(entry);
  reading.sum += entry.value;
  return true;
}

/** Whether the list may have ended in front of `entry`. */
function mayTurn(entry: Entry, parts: readonly Entry[]): boolean {
  const first = parts[0] as Entry;
  return (
    entry.apart ||
    (acting.test(entry.label) && !acting.test(first.label)) ||
    (parts.length > 1 && parts.every(isChannel) && !isChannel(entry)) ||
    (parts.length > 1 && isStronger(entry, parts))
  );
}

function listingOf({ parts, ends, others, sum }: ListReading, { whole, opener, earlier }: Frame, isEnded: boolean): Listing | undefined {
  const least = opener === '' ? leastUnopened : 2;
  const isLarger = parts[0] !== undefined && parts[0].value > whole.value && opener !== '';
  if (parts.length < least && !isLarger) return undefined;
  // A list that nothing opens is one only where its parts come near the whole.
  if (opener === '' && (sum > whole.value * 1.2 || parts.some(({ value }) => value > whole.value))) return undefined;
  const all = ends.at(-1) === parts.length ? ends : [...ends, parts.length];
  return { whole, parts, opener, ends: all, isEnded, others, earlier };
}

function isChannel({ tags }: ListedNumber): boolean {
  return tags.includes('渠道');
}

/** Whether the marks in front of `entry` set apart more than those between the parts. */
function isStronger({ marks }: Entry, parts: readonly Entry[]): boolean {
  return strength(marks) > Math.max(...parts.slice(1).map((part) => strength(part.marks)));
}

/** How strongly marks set apart: 、 least, ； most. */
function strength(marks: string): number {
  if (marks.includes(';')) return 3;
  return marks.includes(',') ? 2 : 1;
}
