/**
 * Words that say none: 未收到…申请, 未发生行政复议, 未制发规范性文件, 零复议、零诉讼. A zero, at the words that say so, of each metric that is
 * denied. Each reader below knows one kind of thing that may be denied; unknown words among those that name it make it silent.
 */
import type { Item } from './join-tokens';
import { isNeutral } from './match-phrase';
import { metrics } from './metrics';
import { qualifierOf } from './qualifiers';
import { add, type SentenceState, words } from './sentence-state';
import type { Tag } from './vocabulary';

/** Verbs that belong to the words that say none: 未收到, 未发生. */
const heldTogether = new Set<Tag | undefined>(['收', '新收', '受理', '办', '制发', '填', '作出']);
/** What a clause is not judged by where it stands before the words that say none: wishes, other matters. */
const turnsAway = new Set<Tag | undefined>(['防', '执法', '许可', '处罚', '强制']);

/** What is denied: the words behind the one that says none, or in front of it where nothing follows. */
interface Denied {
  readonly items: readonly Item[];
  /** The tags that matter; `gap` for unknown words. */
  readonly tags: readonly (Tag | 'gap')[];
  readonly text: string;
}

type Reader = (denied: Denied) => readonly string[] | undefined;

/** Tried in turn; the first that knows what is denied tells the metrics, those of the last two together. */
const readers: readonly Reader[] = [readCarried, readCorrected, readDecisions, readMatters];

/** Reads the clause items[from, to), in which no number stands. */
export function readNone(state: SentenceState, from: number, to: number): void {
  const { items } = state;
  for (let at = from; at < to; at++) {
    const { tag } = items[at] as Item;
    if (turnsAway.has(tag)) return;
    if (tag !== '否') continue;
    // 零复议零诉讼: each denies what follows it.
    const next = items.findIndex((item, i) => i > at + 1 && i < to && item.tag === '否');
    const end = next < 0 ? to : next;
    deny(state, { from, at, end, to });
    if (next < 0) return;
    at = next - 1;
  }
}

interface Place {
  readonly from: number;
  readonly at: number;
  readonly end: number;
  readonly to: number;
}

function deny(state: SentenceState, { from, at, end, to }: Place): void {
  const { items, scene } = state;
  const word = items[at] as Item;
  const verb = items[at + 1];
  const until = at + 1 < to && verb && heldTogether.has(verb.tag) ? verb.end : word.end;
  const behind = items.slice(at + 1, end);
  const isEmpty = behind.every(({ tag }) => tag === '填');
  const denied = deniedBy(isEmpty ? items.slice(from, at) : behind, scene.text);
  for (const said of metricsOf(denied)) {
    const metric = goesOn(items, to, said) ? '案件' : said;
    const form = metrics[metric];
    const reserve = form && qualifierOf(state, from, isEmpty ? from : at, form);
    add(state, metric, words(0, 'none', word.start, until), scopeOf(items.slice(from, at)) ?? (word.otherYear ? 'year' : reserve));
  }
}

function scopeOf(before: readonly Item[]): 'scope' | undefined {
  return before.some(({ tag }) => tag === '分' || tag === '本级') ? 'scope' : undefined;
}

function deniedBy(items: readonly Item[], text: string): Denied {
  const tags: (Tag | 'gap')[] = [];
  for (const { kind, tag } of items) {
    if (kind === 'gap' || isNeutral(tag)) tags.push('gap');
    else if (tag !== undefined && tag !== '填' && tag !== '公民' && tag !== '信息公开') tags.push(tag);
  }
  return { items, tags, text: text.slice(items[0]?.start ?? 0, items.at(-1)?.end ?? 0) };
}

function metricsOf(denied: Denied): readonly string[] {
  for (const read of readers) {
    const found = read(denied);
    if (found) return [...new Set(found)];
  }
  return [];
}

/** 没有结转下年度的申请. */
function readCarried({ tags }: Denied): readonly string[] | undefined {
  const first = tags.find((tag) => tag !== 'gap');
  if (first === '上转') return ['carriedIn'];
  return first === '下转' || first === '转' ? ['carriedOut'] : undefined;
}

/** 未有纠错或败诉案件: 败诉 is said of a lawsuit, 纠错 of either. */
function readCorrected({ tags, text }: Denied): readonly string[] | undefined {
  if (tags.find((tag) => tag !== 'gap') !== '纠正') return undefined;
  if (text.includes('纠') && /案|诉/.test(text)) return ['case纠正'];
  return text.includes('败诉') ? ['lawsuit纠正'] : [];
}

/** 未作出行政强制决定. */
function readDecisions({ tags }: Denied): readonly string[] | undefined {
  const decisions = tags.filter((tag) => tag === '许可' || tag === '处罚' || tag === '强制');
  if (decisions.length === 0) return undefined;
  const isDecided = tags[0] === '作出' || tags.at(-1) === '决定';
  return isDecided && tags.every((tag) => decisionWords.has(tag)) ? decisions : [];
}
const decisionWords = new Set<string>(['许可', '处罚', '强制', '作出', '决定', '连', '其他事项']);

/** Requests, cases and documents, which may be denied together. */
function readMatters(denied: Denied): readonly string[] {
  return [...requestsOf(denied), ...casesOf(denied), ...documentsOf(denied)];
}

function requestsOf({ tags, items }: Denied): readonly string[] {
  const request = tags.indexOf('申请');
  if (request < 0) return [];
  const before = tags.slice(0, request);
  const after = tags.slice(request + 1);
  const applicants = before.filter((tag) => tag in applicant);
  if (!before.every((tag) => beforeRequest.has(tag) || tag in applicant)) return [];
  // 未收到申请、行政复议: both. 未因申请引发行政复议: not the request, which 因 has kept out already.
  const isAll =
    after.every((tag) => afterRequest.has(tag)) ||
    (after.includes('连') && after.every((tag) => afterRequest.has(tag) || caseWords.has(tag)));
  if (!isAll) return [];
  // 未收到法人的申请 says nothing of others.
  if (applicants.length === 1) return [applicant[applicants[0] as string] as string];
  if (applicants.length > 1) return [];
  return [items.some(({ tag }) => tag === '公民') ? 'fromCitizens' : 'received'];
}
const applicant: Readonly<Record<string, string>> = {
  自然人: 'by自然人',
  法人: 'by法人',
  企业: 'by企业',
  科研: 'by科研',
  公益: 'by公益',
  法律: 'by法律',
};
const beforeRequest = new Set<string>(['收', '新收', '受理', '办', '公', '连', '等', '有']);
const afterRequest = new Set<string>(['申请', '渠道', '连', '等', '信']);
const caseWords = new Set<string>(['复议', '诉讼', '案件']);

function casesOf({ tags }: Denied): readonly string[] {
  const cases = tags.filter((tag) => caseWords.has(tag));
  if (cases.length === 0 || tags.some((tag) => otherCases.has(tag))) return [];
  if (tags.includes('纠正')) return ['case纠正'];
  return [new Set(cases).size > 1 ? '案件' : (cases[0] as string)];
}
const otherCases = new Set<string>(['执法', '许可', '处罚', '强制', '撤', '别', '维持', '延', '未结', '办', '结', '他事', '类']);

function documentsOf({ tags }: Denied): readonly string[] {
  const noun = tags.find((tag) => tag === '规范' || tag === '规章' || tag === '文规');
  if (!noun || tags.some((tag) => tag === '公' || tag === '清' || tag === '信')) return [];
  return (['制发', '发布', '废止', '有效'] as const)
    .filter((act) => tags.includes(act))
    .map((act) => `${noun}.${act === '发布' ? '制发' : act}`);
}

/** Whether the other kind of cases alone follows behind a comma: 未发生行政复议，提起行政诉讼的情况. */
function goesOn(items: readonly Item[], comma: number, metric: string): boolean {
  if ((metric !== '复议' && metric !== '诉讼') || items[comma]?.sign !== ',') return false;
  const rest: (Tag | undefined)[] = [];
  for (let i = comma + 1; i < items.length && items[i]?.kind !== 'mark'; i++) if (items[i]?.tag !== '填') rest.push(items[i]?.tag);
  return rest.length === 1 && rest[0] === (metric === '复议' ? '诉讼' : '复议');
}
