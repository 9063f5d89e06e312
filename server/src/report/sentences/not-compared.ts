/**
 * Why a number in a sentence is not held against the tables although a phrase fits around it: it is only near, of another
 * year, of another scope, of one channel, of a part, of another matter. Better silent than wrong.
 */
import type { SentenceFigure, Reserve } from './figure';
import type { Item } from './join-tokens';
import { isNeutral, isUnknown, near, type Neighbour } from './match-phrase';
import type { MetricForm } from './metrics';
import type { Tag } from './vocabulary';

/** A number with what stands around it. */
export interface Setting {
  readonly items: readonly Item[];
  /** The number is items[at]; what belongs to it begins at items[from]. */
  readonly from: number;
  readonly at: number;
  readonly left: readonly Neighbour[];
  readonly right: readonly Neighbour[];
  /** Behind 其中 or in brackets. */
  readonly inner: boolean;
  /** Figures of the sentence so far. */
  readonly found: readonly SentenceFigure[];
  readonly text: string;
  /** Whether 全市, 全县 or the like went before in a report that is not a whole government's. */
  readonly wide: boolean;
}

/** Outcomes of requests, which are also attributes of documents. */
const outcomes = new Set(['予以', '部分', '予部', '不予', '无法', '不处理', '其他处理']);
const verbs = new Set<Tag | undefined>(['收', '新收', '受理', '办', '结']);

/** Why the number of metric `id` is not to be compared, if so. An id with `*` is settled with the whole sentence. */
export function reserveOf(id: string, form: MetricForm, setting: Setting): Reserve | undefined {
  const { items, at, left } = setting;
  const number = items[at] as Item;
  if (number.approximate || items[at - 1]?.tag === '约' || (number.decimals > 0 && !number.unit.endsWith('元'))) return 'approximate';
  if (number.otherYear || has(left, '变', '往年')) return 'year';
  if (has(left, '分别') || (form.topic === 'requests' && has(left, '协'))) return 'part';
  if (form.topic !== 'other' && (has(left, '分', '本级') || setting.wide)) return 'scope';
  switch (form.topic) {
    case 'requests':
      return ofRequests(id, form, setting);
    case 'documents':
      return ofDocuments(id, setting);
    case 'other':
      return ofDecisions(id, setting);
    default:
      return ofCases(setting);
  }
}

function ofRequests(id: string, form: MetricForm, setting: Setting): Reserve | undefined {
  const { left, right, inner, found } = setting;
  if (has(left, '协', '延', '撤', '别')) return 'part';
  const next = right[0];
  if (next?.gap === 0 && (next.item.tag === '撤' || next.item.tag === '别' || next.item.tag === '延')) return 'part';
  if (isByChannel(setting)) return 'channel';
  if (!form.total) return undefined;
  if (
    id === 'stated' &&
    (has(left, '类', '余') ||
      left.filter(({ item }) => item.tag !== '共计').some((neighbour, i) => (isUnknown(neighbour) ? neighbour.gap > near : i > 0)) ||
      found.some(({ form: { topic } }) => topic === 'requests'))
  )
    return 'part';
  if (isQualified(setting) || (id === 'atHand' && !found.some(({ metric }) => metric === 'carriedIn'))) return 'part';
  return inner && id !== 'newlyReceived' && id !== 'processed' ? 'part' : undefined;
}

/** Only cases of open information: not those that the agency decides (办理行政复议案件35件) nor those of its other work. */
function ofCases({ items, from, at, left, right, found }: Setting): Reserve | undefined {
  if (has(left, '执法', '处罚', '许可', '强制', '类', '撤', '别')) return 'matter';
  const before = found.at(-1);
  // 备案行政复议案件5件，行政诉讼案件3件: both of the same matter.
  const goesOn =
    before?.reserve === 'matter' &&
    (before.form.topic === 'reviews' || before.form.topic === 'lawsuits') &&
    left.every(({ item }) => item.tag === '复议' || item.tag === '诉讼');
  if (!goesOn && !has(left, '办', '受理', '结')) return undefined;
  for (let i = from; i < at; i++) {
    const tag = items[i]?.tag;
    if (tag === '因' || tag === '申请' || tag === '信息公开') return undefined;
  }
  return has(right, '因') ? undefined : 'matter';
}

/** Documents made, not those put on a website or looked through. */
function ofDocuments(id: string, { items, left, inner }: Setting): Reserve | undefined {
  if (has(left, '公', '清', '属性') && !has(left, '制发')) return 'matter';
  // 清理规范性文件45件，其中继续有效40件: of those looked through.
  return inner && !id.endsWith('制发') && items.some(({ tag }) => tag === '清') ? 'matter' : undefined;
}

/** Decisions made, not those made public (公开行政处罚决定书8份) nor what goes on from them; the rest is for the whole sentence. */
function ofDecisions(id: string, { left, found }: Setting): Reserve | undefined {
  if (has(left, '公', '清', '免', '信', '他事', '属性')) return 'matter';
  const before = found.at(-1);
  if (before?.form.topic === 'other' && before.reserve === 'matter' && !has(left, '作出')) return 'matter';
  return id.endsWith('*') ? 'list' : undefined;
}

/** Whether one channel is named and neither 等 nor a second one, so that the number counts only what came by it. */
function isByChannel({ items, from, at }: Setting): boolean {
  let channels = 0;
  for (let i = from; i < at; i++) {
    const tag = items[i]?.tag;
    if (tag === '等') return false;
    if (tag === '渠道') channels++;
  }
  return channels === 1;
}

/** Whether unknown words stand between the verb and what it counts: 受理土地征收类申请. The name of a channel may. */
function isQualified({ items, from, at }: Setting): boolean {
  let verb = false;
  for (let i = from; i < at; i++) {
    const { kind, tag, start, end } = items[i] as Item;
    if (verb && (tag === '类' || ((kind === 'gap' || isNeutral(tag)) && end - start > near && items[i + 1]?.tag !== '渠道'))) return true;
    verb ||= verbs.has(tag);
  }
  return false;
}

function has(side: readonly Neighbour[], ...tags: Tag[]): boolean {
  return side.some(({ item }) => item.tag !== undefined && tags.includes(item.tag));
}

/** What only the whole sentence tells: attributes of documents, lists of decisions, answers beside outcomes, what a wording leaves open. */
export function settle(found: readonly SentenceFigure[], items: readonly Item[]): readonly SentenceFigure[] {
  if (found.length === 0) return found;
  const attributes =
    items.some(({ tag }) => tag === '属性') && !found.some(({ form, metric, reserve }) => form.total && metric !== 'stated' && !reserve);
  const withdrawn = items.some(({ tag }) => tag === '撤');
  const listed =
    found.some(({ metric, reserve }) => metric === '收费' && !reserve) || found.filter(({ reserve }) => reserve === 'list').length > 1;
  return found.map((figure) => {
    const { metric, reserve, unit, value, phrase } = figure;
    if (attributes && (metric === 'stated' || outcomes.has(metric))) return { ...figure, reserve: 'matter' };
    // 5件按期限答复办结 beside outcomes: answered otherwise, which no row counts.
    if (metric === 'processed' && phrase.startsWith('#') && found.some((other) => outcomes.has(other.metric)))
      return { ...figure, reserve: 'part' };
    // 54件予以答复，1件申请人撤回: both were done with.
    if (metric === 'processed' && withdrawn) return { ...figure, reserve: 'part' };
    // 答复7件，不予受理4件: both were done with.
    if (metric === 'processed' && besideRefused(items, figure.span.end)) return { ...figure, reserve: 'part' };
    if (reserve === 'list')
      return { ...figure, reserve: listed && (unit === '件' || unit === '宗' || unit === '起') ? undefined : 'matter' };
    const more = metric.endsWith('.制发') ? besides(items, '修改') : metric.endsWith('.废止') ? besides(items, '失效') : undefined;
    return more === undefined ? figure : { ...figure, also: [value + more] };
  });
}

/** Whether a number of those refused or told otherwise follows, without 其中 between. */
function besideRefused(items: readonly Item[], end: number): boolean {
  const at = items.findIndex(({ start }) => start >= end);
  for (let i = Math.max(0, at); at >= 0 && i < items.length; i++) {
    if (items[i]?.tag === '其中' || items[i]?.sign === '(' || items[i]?.sign === ':') return false;
    if (items[i]?.tag === '别' && items[i + 1]?.kind === 'number') return true;
  }
  return false;
}

/** The number that stands behind a word: 修改4件, 宣布失效规范性文件5件. */
function besides(items: readonly Item[], tag: Tag): number | undefined {
  const at = items.findIndex((item) => item.tag === tag);
  if (at < 0) return undefined;
  const next = items[at + 1]?.tag === '规范' || items[at + 1]?.tag === '文件' ? items[at + 2] : items[at + 1];
  return next?.kind === 'number' ? next.value : undefined;
}
