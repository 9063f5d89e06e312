/**
 * What one sentence says: for each number the phrase that fits the words around it, for words such as 未收到 a zero, for
 * 均为自然人 as many as went before. Words count only up to the next mark.
 */
import type { Addend, Figure, Reserve } from './figure';
import { type Item, join } from './join-tokens';
import { fit, isNeutral, neighbours } from './match-phrase';
import { metrics } from './metrics';
import type { Tag, Topic } from './vocabulary';
import type { Sentence } from './sentence';
import { reserveOf, settle } from './not-compared';

/** What was said before in the same paragraph. */
export interface Memory {
  topic: Topic | undefined;
  paragraph: number;
  section: number;
  /** The last total of requests. */
  total: Figure | undefined;
  /** Document and act named last. */
  noun: string;
  act: string;
  /** Whether the paragraph speaks of requests or of open information. */
  mentions: boolean;
}

export interface Scene {
  readonly text: string;
  readonly year: number | undefined;
  /** Whether the report is that of a government, so that 全县 is its own scope. */
  readonly whole: boolean;
}

/** Measure words of requests, cases and documents. */
const measures = new Set(['件', '件次', '份次', '条', '份', '封', '宗', '起', '例', '次', '个', '项', '笔', '部', '篇', '']);
const readings = new Map(Object.entries(metrics).map(([id, metric]) => [id, metric.readings.map(parseReading)]));

function parseReading(reading: string): Addend[] {
  return [...reading.matchAll(/([+-]?)([^.+-]+)\.([^.+-]+)/g)].map(([, sign, row, column]) => ({
    row: row as string,
    column: column as string,
    sign: sign === '-' ? -1 : 1,
  }));
}

/** The sentence being read. */
interface SentenceState {
  readonly items: readonly Item[];
  readonly sentence: Sentence;
  readonly memory: Memory;
  readonly scene: Scene;
  readonly found: Figure[];
  /** Whether 全市, 全县 or the like has been read in a report that is not a whole government's. */
  wide: boolean;
  /** Behind 其中 or in brackets. */
  inner: boolean;
}

/** The figures of `sentence`; `memory` is brought up to its end. */
export function readSentence(sentence: Sentence, memory: Memory, scene: Scene): readonly Figure[] {
  const items = join(sentence.tokens, memory.topic, scene.year);
  const state: SentenceState = { items, sentence, memory, scene, found: [], wide: false, inner: false };
  memory.act = '';
  let among = false;
  let brackets = 0;
  let part = 0;
  let commas = 0;
  for (let i = 0; i < items.length; i++) {
    const { kind, tag, sign } = items[i] as Item;
    if (kind === 'word') {
      if (tag === '分别') readRespective(state, i);
      if (tag === '其中') {
        among = true;
        commas = 0;
      } else if (tag === '全') state.wide ||= !scene.whole;
      else if (tag === '申请' || tag === '信息公开') memory.mentions = true;
      if (tag !== '连' || (items[i - 1]?.kind !== 'number' && items[i + 1]?.kind !== 'number')) continue;
    } else if (kind !== 'mark' || (sign === ':' && items[i + 1]?.kind === 'number')) continue;
    state.inner = among || brackets > 0;
    readPart(state, part, i);
    part = i + 1;
    if (sign === '(') brackets++;
    else if (sign === ')') brackets = Math.max(0, brackets - 1);
    else if (sign === ',' || tag === '连') commas++;
    // 其中 reaches over ； only in lists that are set apart by it.
    else if (sign === '.' || (sign === ';' && commas > 1)) among = false;
  }
  state.inner = among || brackets > 0;
  readPart(state, part, items.length);
  memory.topic = items.at(-1)?.topic ?? memory.topic;
  return withReadings(settle(state.found, items), memory);
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
  if (last >= 0) readNumber(state, start, last, to);
  else if (to > from) {
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
  if (!pattern || money !== (pattern.means === '收费')) return;
  const carriedTo = left.find(({ item }) => item.carriedTo)?.item.carriedTo ?? right.find(({ item }) => item.carriedTo)?.item.carriedTo;
  const setting = { items, from, at, left, right, inner, found, text: scene.text, whole: scene.whole, wide };
  const ofCitizens = metrics[pattern.means]?.total && items.slice(from, to).some(({ tag }) => tag === '公民');
  for (const id of ofCitizens
    ? ['fromCitizens']
    : pattern.act === undefined
      ? pattern.ids
      : documentOf(pattern.noun, pattern.act, memory)) {
    add(
      state,
      id,
      {
        value: number.value,
        unit: number.unit,
        decimals: number.decimals,
        span: { start: number.start, end: number.digitsEnd },
        said: 'number',
        phrase: pattern.say,
        carriedTo,
      },
      reserveOf(id, setting),
    );
  }
}

/** 行政复议、行政诉讼分别为4件、3件: the first number is of what was named first. */
function readRespective(state: SentenceState, at: number): void {
  const { items, scene, memory } = state;
  let before = at - 1;
  while (before >= 0 && items[before]?.tag === '填') before--;
  const named = items[before];
  if (named?.tag !== '案件' || named.otherYear || items.slice(0, before).some(({ tag }) => tag === '执法')) return;
  const numbers: Item[] = [];
  for (let i = at + 1; i < items.length && numbers.length < 2; i++) {
    const item = items[i] as Item;
    if (item.kind === 'number') numbers.push(item);
    else if (item.tag !== '填' && item.tag !== '连' && item.sign !== ',') return;
  }
  if (numbers.length < 2 || numbers.some(({ unit, approximate }) => approximate || !measures.has(unit))) return;
  const words = scene.text.slice(named.start, named.end);
  const metricsInOrder = words.indexOf('复议') < words.indexOf('诉讼') ? ['复议', '诉讼'] : ['诉讼', '复议'];
  memory.mentions ||= items.slice(0, before).some(({ tag }) => tag === '因');
  numbers.forEach((number, k) =>
    add(
      state,
      metricsInOrder[k] as string,
      {
        value: number.value,
        unit: number.unit,
        decimals: 0,
        span: { start: number.start, end: number.digitsEnd },
        said: 'number',
        phrase: '案件 分别 #',
        carriedTo: undefined,
      },
      undefined,
    ),
  );
}

/** The metric of a document and what was done with it; `?` stands for what was named last. */
function documentOf(noun: string | undefined, act: string, memory: Memory): string[] {
  if (noun !== undefined && noun !== '?') memory.noun = noun;
  if (act !== '?') memory.act = act === '发布' ? '制发' : act;
  return memory.act === '' ? [] : [`${memory.noun}.${memory.act}`];
}

type Said = Pick<Figure, 'value' | 'unit' | 'decimals' | 'span' | 'said' | 'phrase' | 'carriedTo'>;

function add({ sentence, memory, found, inner }: SentenceState, id: string, said: Said, reserve: Reserve | undefined): void {
  const metric = id.endsWith('*') ? id.slice(0, -1) : id;
  const form = metrics[metric];
  if (!form) return;
  const isCase = form.topic === 'reviews' || form.topic === 'lawsuits' || form.topic === 'cases';
  // Cases are surely those of open information only if the paragraph speaks of it; what is put on a website may be of other years.
  const unsure = (isCase && !memory.mentions) || said.phrase.includes('发布');
  const figure: Figure = {
    metric,
    form,
    ...said,
    reserve,
    readings: readings.get(metric) ?? [],
    severity: unsure ? 'warning' : form.severity,
    also: [],
    sentence,
    paragraph: sentence.paragraph,
    inner,
  };
  found.push(figure);
  if (form.total && reserve === undefined) memory.total = figure;
}

/** 未收到…申请, 未发生行政复议, 未制发规范性文件: zero, at the words that say so. */
function readNone(state: SentenceState, from: number, to: number): void {
  const { items, scene } = state;
  let at = from;
  let scope = false;
  for (; at < to && items[at]?.tag !== '否'; at++) {
    const tag = items[at]?.tag;
    if (tag === '防' || tag === '执法' || tag === '许可' || tag === '处罚' || tag === '强制') return;
    scope ||= tag === '分' || tag === '本级';
  }
  if (at >= to) return;
  const word = items[at] as Item;
  const verb = items[at + 1];
  const end = at + 1 < to && verb && heldTogether.has(verb.tag) ? verb.end : word.end;
  for (const said of nothingOf(items.slice(at + 1, to), scene.text)) {
    const metric = goesOn(items, to, said) ? '案件' : said;
    add(
      state,
      metric,
      { value: 0, unit: '', decimals: 0, span: { start: word.start, end }, said: 'none', phrase: '', carriedTo: undefined },
      scope ? 'scope' : word.otherYear ? 'year' : undefined,
    );
  }
}
/** Whether the other kind of cases alone follows behind a comma: 未发生行政复议，提起行政诉讼的情况. */
function goesOn(items: readonly Item[], comma: number, metric: string): boolean {
  if ((metric !== '复议' && metric !== '诉讼') || items[comma]?.sign !== ',') return false;
  const rest: (Tag | undefined)[] = [];
  for (let i = comma + 1; i < items.length && items[i]?.kind !== 'mark'; i++) if (items[i]?.tag !== '填') rest.push(items[i]?.tag);
  return rest.length === 1 && rest[0] === (metric === '复议' ? '诉讼' : '复议');
}
/** Verbs that belong to the words that say none: 未收到, 未发生. */
const heldTogether = new Set<Tag | undefined>(['收', '新收', '受理', '办', '制发', '填']);

/** The metrics that are said to be zero by 未, 没有 or 无 in front of `rest`. */
function nothingOf(rest: readonly Item[], text: string): readonly string[] {
  const tags: (Tag | 'gap')[] = [];
  for (const { kind, tag } of rest) {
    if (kind === 'gap' || isNeutral(tag)) tags.push('gap');
    else if (tag !== undefined && tag !== '填' && tag !== '公民' && tag !== '信息公开') tags.push(tag);
  }
  const of = (...wanted: Tag[]) => tags.some((tag) => (wanted as string[]).includes(tag));
  const first = tags.find((tag) => tag !== 'gap');
  if (first === '上转') return ['carriedIn'];
  if (first === '下转' || first === '转') return ['carriedOut'];
  if (first === '纠正') {
    const said = text.slice(rest[0]?.start, rest.at(-1)?.end);
    // 败诉 is said of a lawsuit, 纠错 of either.
    return /纠/.test(said) && /案|诉/.test(said) ? ['case纠正'] : said.includes('败诉') ? ['lawsuit纠正'] : [];
  }
  const cases: string[] = tags.filter((tag) => tag === '复议' || tag === '诉讼' || tag === '案件');
  const result: string[] = [];
  const request = tags.indexOf('申请');
  if (request >= 0 && tags.slice(0, request).every((tag) => beforeRequest.has(tag))) {
    const after = tags.slice(request + 1);
    // 未收到申请、行政复议: both. 未因申请引发行政复议: not the request, which 因 has kept out already.
    if (
      after.every((tag) => afterRequest.has(tag)) ||
      (after.includes('连') && after.every((tag) => afterRequest.has(tag) || cases.includes(tag)))
    )
      result.push(rest.some(({ tag }) => tag === '公民') ? 'fromCitizens' : 'received');
  }
  if (cases.length > 0 && !of('执法', '许可', '处罚', '强制', '撤', '别', '维持', '延', '未结', '办', '结'))
    result.push(of('纠正') ? 'case纠正' : new Set(cases).size > 1 ? '案件' : (cases[0] ?? ''));
  const noun = tags.find((tag) => tag === '规范' || tag === '规章' || tag === '文规');
  if (noun && !of('公', '清', '信')) {
    for (const act of ['制发', '发布', '废止', '有效'] as const) if (of(act)) result.push(`${noun}.${act === '发布' ? '制发' : act}`);
  }
  return result.filter((metric, i) => result.indexOf(metric) === i);
}
const beforeRequest = new Set<string>(['收', '新收', '受理', '办', '公', '连', '等']);
const afterRequest = new Set<string>(['申请', '渠道', '连', '等']);

/** 均为自然人申请, 复议结果均为维持: as many as the total before. 收到1件，为本机关不掌握的信息: that one. */
function readAll(state: SentenceState, from: number, to: number): void {
  const { items, memory, found } = state;
  let at = from;
  while (at < to && items[at]?.tag !== '均') at++;
  const last = found.at(-1);
  const one = at === to && items[from]?.tag === '填' && last?.form.total === true && last.value === 1;
  if (at === to && !one) return;
  if (one) at = from;
  let next = at + 1;
  while (
    next < to &&
    (items[next]?.tag === '填' || (one && items[next]?.kind === 'gap' && (items[next] as Item).end - (items[next] as Item).start <= 4))
  )
    next++;
  const what = next < to ? items[next] : undefined;
  if (!what?.tag) return;
  const say = (metric: string, whole: Figure) =>
    add(
      state,
      metric,
      {
        value: whole.value,
        unit: '',
        decimals: 0,
        span: { start: (items[at] as Item).start, end: what.end },
        said: 'all',
        phrase: '',
        carriedTo: undefined,
      },
      whole.reserve,
    );
  const total = found.findLast(({ form }) => form.total) ?? memory.total;
  if (what.tag === '自然人' && total) say('by自然人', total);
  else if (one && last && isRow(what.tag)) say(what.tag, last);
  else if (what.tag === '维持' || what.tag === '纠正') {
    const named = items.slice(from, at).find(({ tag }) => tag === '复议' || tag === '诉讼')?.tag;
    for (const metric of named ? [named] : (['复议', '诉讼'] as const)) {
      const whole = found.findLast((figure) => figure.metric === metric);
      if (whole && (named || whole.value > 0)) say(`${metric === '复议' ? 'review' : 'lawsuit'}${what.tag}`, whole);
    }
  }
}

/** Whether a tag is a single row of the outcomes: 无法1. */
function isRow(tag: Tag): boolean {
  return metrics[tag] !== undefined && /\d$/.test(tag);
}

/** Accepted readings that other figures of the sentence or paragraph decide. */
function withReadings(found: readonly Figure[], memory: Memory): readonly Figure[] {
  const includes = found.some(({ metric, inner }) => metric === 'carriedIn' && inner);
  return found.map((figure) => {
    // 收到申请60件（含上年结转5件）: with them or without.
    if (includes && figure.metric === 'received' && !figure.inner)
      return {
        ...figure,
        metric: 'receivedWithCarried',
        form: metrics.receivedWithCarried ?? figure.form,
        readings: readings.get('receivedWithCarried') ?? [],
      };
    const { column } = figure.form;
    if (column !== undefined && !memory.total && figure.inner) {
      // 其中自然人 of a total that was not understood: of what came in, or of all at hand.
      return {
        ...figure,
        severity: 'warning',
        readings: [
          ...figure.readings,
          ...(readings.get('atHand') ?? []).map((reading) => reading.map((addend) => ({ ...addend, column }))),
        ],
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
