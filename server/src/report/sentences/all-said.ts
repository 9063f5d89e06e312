/**
 * Clauses without a number that say of all, or of the one, what they are: 均为自然人申请, 全部予以公开, 复议结果均为维持, 均已办结; 收到1件，
 * 为本机关不掌握的信息; 其余5件未到期限，结转下年度办理. As many as the total before.
 */
import type { SentenceFigure } from './figure';
import type { Item } from './join-tokens';
import { metrics } from './metrics';
import { qualifierOf } from './qualifiers';
import { add, type SentenceState, words } from './sentence-state';
import type { Tag } from './vocabulary';

/** A clause, items[from, to), and what it says all are. */
interface Claim {
  readonly state: SentenceState;
  readonly from: number;
  readonly to: number;
  /** Where 均 stands; `from` where the clause speaks of the one. */
  readonly at: number;
  /** Whether it speaks of the one that was named before. */
  readonly one: boolean;
  readonly what: Item;
}

/** Tried in turn. */
const readers: readonly ((claim: Claim) => boolean)[] = [readRequests, readApplicant, readOutcome, readReason, readResult, readDone];
const applicants = new Set<Tag | undefined>(['自然人', '法人', '企业', '科研', '公益', '法律']);
const outcomes = new Set<Tag | undefined>(['予以', '部分', '予部', '不予', '无法', '不处理', '其他处理']);
const results = new Set<Tag | undefined>(['维持', '纠正', '其他结果', '未结']);

/** Reads the clause items[from, to), in which no number stands. */
export function readAll(state: SentenceState, from: number, to: number): void {
  if (readHanging(state, from, to)) return;
  const { items, found } = state;
  let all = from;
  while (all < to && items[all]?.tag !== '均') all++;
  const one = all === to && found.at(-1)?.value === 1 && items[from]?.tag === '填';
  if (all === to && !one) return;
  const at = one ? from : all;
  let next = at + 1;
  while (next < to && isPassed(items[next] as Item, one)) next++;
  const what = next < to ? items[next] : undefined;
  if (what?.tag) readers.find((read) => read({ state, from, to, at, one, what }));
}

function isPassed({ kind, tag, start, end }: Item, one: boolean): boolean {
  return tag === '填' || (one && kind === 'gap' && end - start <= 4);
}

/** Keeps that as many as `whole` are of metric `metric`. */
function say({ state, from, at, what }: Claim, metric: string, whole: SentenceFigure, more?: Partial<SentenceFigure>): void {
  const form = metrics[metric];
  if (!form) return;
  const start = (state.items[at] as Item).start;
  add(state, metric, words(whole.value, 'all', start, what.end), whole.reserve ?? qualifierOf(state, from, at, form));
  const figure = state.found.at(-1);
  if (more && figure) state.found[state.found.length - 1] = { ...figure, ...more };
}

function totalOf({ found, memory }: SentenceState): SentenceFigure | undefined {
  return found.findLast(({ form }) => form.total) ?? memory.total;
}

/** 均为自然人申请. */
function readApplicant(claim: Claim): boolean {
  const total = totalOf(claim.state);
  if (claim.one || !applicants.has(claim.what.tag) || !total) return false;
  say(claim, `by${claim.what.tag ?? ''}`, total);
  return true;
}

/** 全年收件27件，均为政府信息公开申请: the number in the clause before is of requests. */
function readRequests({ state, what, one }: Claim): boolean {
  const { items, hanging } = state;
  if (one || what.tag !== '申请' || !hanging) return false;
  const number = items[hanging.at] as Item;
  const form = metrics.received;
  if (!form || !items.slice(hanging.from, hanging.at).some(({ tag }) => tag === '收')) return false;
  const { value, unit, start, digitsEnd } = number;
  const reserve = number.approximate ? 'approximate' : qualifierOf(state, hanging.from, hanging.at, form);
  const said = { value, unit, decimals: 0, span: { start, end: digitsEnd }, said: 'number' as const, phrase: '收 #', carriedTo: undefined };
  add(state, 'received', said, number.otherYear ? 'year' : reserve);
  return true;
}

/** 全部予以公开: of what came in, or all that were done. */
function readOutcome(claim: Claim): boolean {
  const { tag } = claim.what;
  const total = totalOf(claim.state);
  if (claim.one || !tag || !outcomes.has(tag) || !total) return false;
  const own = readingsOfOutcome(tag);
  say(claim, tag, total, { readings: own });
  return true;
}

/** The outcome alone, or so that it makes up all that were done. */
function readingsOfOutcome(tag: Tag): SentenceFigure['readings'] {
  const rows = tag === '予部' ? ['予以', '部分'] : [tag === '予以' || tag === '部分' ? tag : `${tag === '其他处理' ? '其他' : tag}*`];
  const alone = rows.map((row) => ({ row, column: '总计', sign: 1 as const }));
  return [alone, [...alone, { row: '新收', column: '总计', sign: 1 }, { row: '办结', column: '总计', sign: -1 }]];
}

/** 收到1件，为本机关不掌握的信息. */
function readReason(claim: Claim): boolean {
  const { state, what, one } = claim;
  const last = state.found.at(-1);
  const isRow = what.tag !== undefined && metrics[what.tag] !== undefined && /\d$/.test(what.tag);
  if (!one || !last?.form.total || !isRow) return false;
  say(claim, what.tag as string, last);
  return true;
}

/** 复议结果均为维持; 行政复议1件，结果为纠正. */
function readResult(claim: Claim): boolean {
  const { state, from, at, one, what } = claim;
  if (!results.has(what.tag)) return false;
  if (one) {
    const last = state.found.at(-1);
    if (last?.metric !== '复议' && last?.metric !== '诉讼') return false;
    say(claim, `${last.metric === '复议' ? 'review' : 'lawsuit'}${what.tag ?? ''}`, last);
    return true;
  }
  const named = state.items.slice(from, at).find(({ tag }) => tag === '复议' || tag === '诉讼')?.tag;
  for (const metric of named ? [named] : (['复议', '诉讼'] as const)) {
    const whole = state.found.findLast((figure) => figure.metric === metric);
    if (whole && (named || whole.value > 0)) say(claim, `${metric === '复议' ? 'review' : 'lawsuit'}${what.tag ?? ''}`, whole);
  }
  return true;
}

/** 所有申请均已办结: nothing is carried forward. Not 其余均已办结, nor 均按时答复, which says only when. */
function readDone(claim: Claim): boolean {
  const { state, from, to, what } = claim;
  const { items, scene } = state;
  const clause = items.slice(from, to);
  const said = scene.text.slice(clause[0]?.start, clause.at(-1)?.end);
  if (what.tag !== '结' || what.topic !== 'requests' || !/办结|完毕|完成|完结/.test(said)) return false;
  if (clause.some(({ kind, tag }) => kind === 'gap' || tag === '余' || tag === '他事')) return false;
  const form = metrics.allDone;
  if (form) add(state, 'allDone', words(0, 'all', (items[claim.at] as Item).start, what.end), qualifierOf(state, from, claim.at, form));
  return true;
}

/** 其余5件申请未到答复期限，结转下年度继续办理: the number in the clause before is of those carried forward. */
function readHanging(state: SentenceState, from: number, to: number): boolean {
  const { items, hanging } = state;
  const first = items.slice(from, to).find(({ tag }) => tag !== '填');
  if (first?.tag !== '下转' || !hanging) return false;
  const number = items[hanging.at] as Item;
  const { value, unit, start, digitsEnd } = number;
  const form = metrics.carriedOut;
  if (form)
    add(
      state,
      'carriedOut',
      { value, unit, decimals: 0, span: { start, end: digitsEnd }, said: 'number', phrase: '余 # 下转', carriedTo: first.carriedTo },
      number.otherYear ? 'year' : qualifierOf(state, hanging.from, hanging.at, form),
    );
  return true;
}
