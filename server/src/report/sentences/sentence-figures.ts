/**
 * What one sentence says: for each number the phrase that fits the words around it; for clauses without one what they say of
 * none or of all. Words count only up to the next mark.
 */
import type { Reserve, SentenceFigure } from './figure';
import { readAll } from './all-said';
import { type Item, join } from './join-tokens';
import type { Token } from './lexer';
import { fit, neighbours, type Neighbour, type Pattern } from './match-phrase';
import { type MetricForm, metrics } from './metrics';
import { readNone } from './none-said';
import { reserveOf, type Setting, settle } from './not-compared';
import { noteSubject, qualifierOf } from './qualifiers';
import type { Scene } from './scene';
import { add, formOf, type Memory, readingsOf, type Said, type SentenceState } from './sentence-state';
import type { Tag } from './vocabulary';

/** Measure words of requests, cases and documents. */
const measures = new Set(['件', '件次', '份次', '条', '份', '封', '宗', '起', '例', '次', '个', '项', '笔', '部', '篇', '']);
const outcomes = new Set<Tag | undefined>(['予以', '部分', '予部', '不予', '无法', '不处理', '其他处理']);

/** Words whose number the next clause may tell the meaning of: 其余5件…，结转下年度; 收件27件，均为…申请. */
const hangs = new Set<Tag | undefined>(['余', '未办', '收', '受理']);

/** What `tokens` say after what `memory` holds, which is brought up to their end; offsets count from the start of `scene.text`. */
export function readAfter(tokens: readonly Token[], memory: Memory, scene: Scene): readonly SentenceFigure[] {
  const items = join(tokens, memory.topic, scene);
  const state: SentenceState = {
    items,
    memory,
    scene,
    found: [],
    wide: false,
    inner: false,
    governs: undefined,
    hanging: undefined,
  };
  memory.act = '';
  readParts(state);
  memory.topic = items.at(-1)?.topic ?? memory.topic;
  return withReadings(settle(state.found, items), memory);
}

/** How deep in lists the reading is. */
interface Depth {
  among: boolean;
  brackets: number;
  commas: number;
}

/** Reads what stands between two marks, one after the other. */
function readParts(state: SentenceState): void {
  const { items } = state;
  const depth: Depth = { among: false, brackets: 0, commas: 0 };
  let part = 0;
  for (let i = 0; i < items.length; i++) {
    noteWord(state, i, depth);
    if (!endsPart(items, i)) continue;
    state.inner = depth.among || depth.brackets > 0;
    readPart(state, part, i);
    part = i + 1;
    noteMark(state, items[i] as Item, depth);
  }
  state.inner = depth.among || depth.brackets > 0;
  readPart(state, part, items.length);
}

/** Whether items[i] ends a part: a mark, or 和 beside a number. A colon in front of its number does not. */
function endsPart(items: readonly Item[], i: number): boolean {
  const { kind, tag, sign } = items[i] as Item;
  if (kind === 'mark') return sign !== ':' || items[i + 1]?.kind !== 'number';
  return tag === '连' && (items[i - 1]?.kind === 'number' || items[i + 1]?.kind === 'number');
}

/** Takes what a word says of all that follows. */
function noteWord(state: SentenceState, i: number, depth: Depth): void {
  const { items, memory, scene } = state;
  const { tag } = items[i] as Item;
  if (tag === '分别') readRespective(state, i);
  else if (tag === '其中') {
    depth.among = true;
    depth.commas = 0;
  } else if (tag === '全') state.wide ||= !scene.whole;
  else if (tag === '申请' || tag === '信息公开') memory.mentions = true;
}

/** Takes what a mark says of the parts behind it. */
function noteMark(state: SentenceState, { sign, tag }: Item, depth: Depth): void {
  if (sign === '(') depth.brackets++;
  else if (sign === ')') depth.brackets = Math.max(0, depth.brackets - 1);
  else if (sign === ',' || tag === '连') depth.commas++;
  // 其中 reaches over ； only in lists that are set apart by it.
  else if (sign === '.' || (sign === ';' && depth.commas > 1)) depth.among = false;
  if (sign === '.') state.governs = undefined;
}

/** Reads what stands between two marks: items[from, to). */
function readPart(state: SentenceState, from: number, to: number): void {
  const { items, memory } = state;
  let start = from;
  let last = -1;
  for (let i = from; i < to; i++) {
    const { kind, tag } = items[i] as Item;
    if (tag === '规范' || tag === '规章' || tag === '文规') memory.noun = tag;
    if (kind !== 'number') continue;
    if (last >= 0) {
      readNumber(state, start, last, i);
      start = last + 1;
    }
    last = i;
  }
  if (last >= 0) {
    state.hanging = undefined;
    readNumber(state, start, last, to);
  } else if (to > from) {
    noteSubject(state, from, to);
    readNone(state, from, to);
    readAll(state, from, to);
  }
}

/** Judges the number items[at] by items[from, at) in front of it and items(at, to) behind it. */
function readNumber(state: SentenceState, from: number, at: number, to: number): void {
  const { items, memory, found, wide, inner, scene } = state;
  const number = items[at] as Item;
  const money = number.unit.endsWith('元');
  if (!money && !measures.has(number.unit)) return;
  const left = neighbours(items, at - 1, from - 1, -1);
  const right = neighbours(items, at + 1, to, 1);
  const pattern = fit(number, left, right, found.at(-1)?.form.topic === 'documents');
  if (!pattern) {
    if (left.some(({ item }) => hangs.has(item.tag)) || right.some(({ item }) => item.tag === '申请')) state.hanging = { at, from };
    return;
  }
  if (money !== (pattern.means === '收费')) return;
  const several = outcomesTogether(pattern, left, right);
  const carriedTo = left.find(({ item }) => item.carriedTo)?.item.carriedTo ?? right.find(({ item }) => item.carriedTo)?.item.carriedTo;
  const said = saidBy(number, pattern.say, carriedTo);
  const setting = { items, from, at, left, right, inner, found, text: scene.text, wide };
  const end = endOf(pattern, at, right, items);
  for (const id of several ? ['several'] : idsOf(pattern, items.slice(from, to), right, memory)) {
    const form = formOf(id);
    if (!form) continue;
    add(state, id, said, reserveIn(state, id, form, { setting, end }));
    const figure = found.at(-1);
    if (several && figure) found[found.length - 1] = { ...figure, readings: [several.flatMap((row) => readingsOf(row)[0] ?? [])] };
  }
}

/** Why the number of `setting` is not compared; what it is of holds for those that follow. */
function reserveIn(
  state: SentenceState,
  id: string,
  form: MetricForm,
  { setting, end }: { readonly setting: Setting; readonly end: number },
): Reserve | undefined {
  const reserve = reserveOf(id, form, setting);
  const qualifier = qualifierOf(state, setting.from, end, form);
  if (!state.inner && (reserve === 'channel' || reserve === 'scope')) state.governs = reserve;
  return reserve ?? qualifier;
}

function saidBy({ value, unit, decimals, start, digitsEnd }: Item, phrase: string, carriedTo: Said['carriedTo']): Said {
  return { value, unit, decimals, span: { start, end: digitsEnd }, said: 'number', phrase, carriedTo };
}

/** Where the words end by which a pattern knows its number: behind it only as far as the pattern reaches. */
function endOf({ right: tags }: Pattern, at: number, right: readonly Neighbour[], items: readonly Item[]): number {
  const last = tags.findLast((tag) => tag !== '…');
  const matched = last === undefined ? undefined : right.find(({ item }) => item.tag === last)?.item;
  return matched ? items.indexOf(matched) : at;
}

/** 其余21件为无法提供、不予处理和其他处理: the outcomes that the number counts together. */
function outcomesTogether({ means }: Pattern, left: readonly Neighbour[], right: readonly Neighbour[]): readonly Tag[] | undefined {
  if (!outcomes.has(means as Tag)) return undefined;
  const isBehind = right.some(({ item }) => item.tag === means);
  const tags = (isBehind ? right : left).map(({ item }) => item.tag).filter((tag): tag is Tag => outcomes.has(tag));
  return new Set(tags).size > 1 ? [...new Set(tags)] : undefined;
}

/** The metrics that a pattern means here. */
function idsOf(pattern: Pattern, clause: readonly Item[], right: readonly Neighbour[], memory: Memory): readonly string[] {
  // 未办结的2件结转下年度.
  if (pattern.means === 'stillOpen' && right.some(({ item }) => item.tag === '下转')) return ['carriedOut'];
  if (formOf(pattern.means)?.total && clause.some(({ tag }) => tag === '公民')) return ['fromCitizens'];
  return pattern.act === undefined ? pattern.ids : documentOf(pattern.noun, pattern.act, memory);
}

/** 行政复议、行政诉讼分别为4件、3件: the first number is of what was named first. */
function readRespective(state: SentenceState, at: number): void {
  const { items, scene, memory } = state;
  let before = at - 1;
  while (before >= 0 && items[before]?.tag === '填') before--;
  const named = items[before];
  if (named?.tag !== '案件' || named.otherYear || items.slice(0, before).some(({ tag }) => tag === '执法')) return;
  const numbers = respectiveNumbers(items, at);
  if (numbers.length < 2 || numbers.some(({ unit, approximate }) => approximate || !measures.has(unit))) return;
  const said = scene.text.slice(named.start, named.end);
  const metricsInOrder = said.indexOf('复议') < said.indexOf('诉讼') ? ['复议', '诉讼'] : ['诉讼', '复议'];
  memory.mentions ||= items.slice(0, before).some(({ tag }) => tag === '因');
  const reserve = qualifierOf(state, 0, before, metrics.案件 as NonNullable<typeof metrics.案件>);
  numbers.forEach((number, k) => add(state, metricsInOrder[k] as string, saidBy(number, '案件 分别 #', undefined), reserve));
}

function respectiveNumbers(items: readonly Item[], at: number): readonly Item[] {
  const numbers: Item[] = [];
  for (let i = at + 1; i < items.length && numbers.length < 2; i++) {
    const item = items[i] as Item;
    if (item.kind === 'number') numbers.push(item);
    else if (item.tag !== '填' && item.tag !== '连' && item.sign !== ',') return [];
  }
  return numbers;
}

/** The metric of a document and what was done with it; `?` stands for what was named last. */
function documentOf(noun: string | undefined, act: string, memory: Memory): string[] {
  if (noun !== undefined && noun !== '?') memory.noun = noun;
  if (act !== '?') memory.act = act === '发布' ? '制发' : act;
  return memory.act === '' ? [] : [`${memory.noun}.${memory.act}`];
}

/** Accepted readings that other figures of the sentence or paragraph decide. */
function withReadings(found: readonly SentenceFigure[], memory: Memory): readonly SentenceFigure[] {
  const includes = found.some(({ metric, inner }) => metric === 'carriedIn' && inner);
  return found.map((figure) => {
    // 收到申请60件（含上年结转5件）: with them or without.
    if (includes && figure.metric === 'received' && !figure.inner)
      return {
        ...figure,
        metric: 'receivedWithCarried',
        form: metrics.receivedWithCarried ?? figure.form,
        readings: readingsOf('receivedWithCarried'),
      };
    const { column } = figure.form;
    if (column !== undefined && !memory.total && figure.inner) {
      // 其中自然人 of a total that was not understood: of what came in, or of all at hand.
      return {
        ...figure,
        severity: 'warning',
        readings: [...figure.readings, ...readingsOf('atHand').map((reading) => reading.map((addend) => ({ ...addend, column })))],
      };
    }
    if (column === undefined || !memory.total || memory.total.metric === 'received') return figure;
    // 自然人 of what came in, or of the total named last.
    return {
      ...figure,
      readings: [...figure.readings, ...memory.total.readings.map((reading) => reading.map((addend) => ({ ...addend, column })))],
    };
  });
}
