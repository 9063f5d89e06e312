/**
 * How often the true culprit is among the first three causes: random reports in which all identities hold get one defect
 * of a known kind, are written, read again and explained. A cause counts as true only if it names exactly the cells that
 * were changed and gives them their old values. Defects that no identity can see are not counted. The same seed gives the
 * same reports.
 */
import { parse } from '../../server/src/report/parse';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, report, type Layout } from '../kit/layouts';
import type { Line } from './table';

/** How one kind of defect came out. */
export interface Outcome {
  readonly kind: string;
  /** Defects that at least one identity shows. */
  readonly count: number;
  /** Share of those whose culprit comes first, or among the first three, of an explanation's causes. */
  readonly first: number;
  readonly firstThree: number;
}

/** What a defect changed: the right value by cell, `新收/自然人`. Undefined if the report has no place for the defect. */
type Truth = Record<string, number> | undefined;

interface Numbers {
  /** Seven values by row. */
  readonly requests: Record<string, number[]>;
  /** Five values by row. */
  readonly cases: Record<string, number[]>;
}

const columns = ['自然人', '企业', '科研', '公益', '法律', '其他', '总计'];
const outcomes = ['维持', '纠正', '其他', '未结', '总计'];
const results = rowIds.filter((id) => !['新收', '转入', '办结', '转出'].includes(id));
const pipes = layouts[0] as Layout;

/** Measures every kind of defect on `count` reports. */
export function measureCulprits(count: number, seed = 1): Outcome[] {
  return Object.entries(defects).map(([kind, defect], index) => {
    const random = randomOf(seed * 1000 + index);
    const tally = { count: 0, first: 0, firstThree: 0 };
    for (let tries = 0; tally.count < count && tries < 40 * count; tries++) {
      const numbers = numbersOf(random);
      const truth = defect(numbers, random);
      if (!truth || Object.keys(truth).length === 0) continue;
      const place = rankOf(numbers, truth);
      if (place === undefined) continue;
      tally.count++;
      if (place < 1) tally.first++;
      if (place < 3) tally.firstThree++;
    }
    return { kind, count: tally.count, first: tally.first / tally.count, firstThree: tally.firstThree / tally.count };
  });
}

/** The same as lines of the benchmark's table. */
export function culpritLines(): Line[] {
  return measureCulprits(400).map(({ kind, count, first, firstThree }) => ({
    what: `true culprit among the first three causes, ${kind} (${count} defects)`,
    measured: `${percent(firstThree)} (first: ${percent(first)})`,
    aim: '≥ 80 %',
    met: firstThree >= 0.8,
  }));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Place of the true cause among those of its explanation, from 0; Infinity if it is none; undefined if nothing fails. */
function rankOf(numbers: Numbers, truth: Record<string, number>): number | undefined {
  const explanations = parse(report(pipes, figuresOf(numbers))).explanations;
  if (explanations.length === 0) return undefined;
  const wanted = keyOf(Object.entries(truth));
  const ranks = explanations.map(({ causes }) =>
    causes.findIndex(({ changes }) => keyOf(changes.map(({ term, to }) => [`${term.row.id}/${term.column}`, to])) === wanted),
  );
  return Math.min(...ranks.map((rank) => (rank < 0 ? Infinity : rank)));
}

function keyOf(cells: readonly (readonly [string, number])[]): string {
  return cells
    .map(([cell, value]) => `${cell}=${value}`)
    .sort()
    .join(' ');
}

function figuresOf({ requests, cases }: Numbers): Figures {
  const text = (value: number): string => (Number.isNaN(value) ? '' : String(value));
  return {
    table2: clean().table2,
    table3: Object.fromEntries(Object.entries(requests).map(([id, values]) => [id, values.map(text)])),
    table4: ['复议', '直诉', '复诉'].flatMap((id) => (cases[id] ?? []).map(text)),
  };
}

type Random = () => number;

/** Random figures in which every identity holds: a town's, a department's or a city's. */
function numbersOf(random: Random): Numbers {
  const size = pick(random, [15, 60, 400]) * (0.4 + random());
  const shares = [0.7, 0.18, 0.01, 0.02, 0.05, 0.04].map((share) => share * (0.3 + random()));
  const weights = results
    .map(
      (id) =>
        ({ 予以: 8, 部分: 2, 无法1: 5, 无法2: 1.5, 不予6: 1, 不予7: 0.7, 不予8: 1, 不处理1: 1.2, 不处理2: 1, 其他1: 0.6, 其他3: 1.5 })[
          id
        ] ?? 0.25,
    )
    .map((weight) => weight * random() ** 2);
  const requests: Record<string, number[]> = Object.fromEntries(rowIds.map((id) => [id, Array<number>(7).fill(0)]));
  const at = (id: string): number[] => requests[id] as number[];
  for (let column = 0; column < 6; column++) {
    const done = amount(random, size * (shares[column] as number));
    for (let i = 0; i < done; i++) (at(weighted(random, results, weights))[column] as number)++;
    at('办结')[column] = done;
    at('转入')[column] = Math.min(done, amount(random, done * 0.07));
    at('转出')[column] = amount(random, done * 0.08);
    at('新收')[column] = done + (at('转出')[column] as number) - (at('转入')[column] as number);
  }
  for (const values of Object.values(requests)) values[6] = values.slice(0, 6).reduce((a, b) => a + b, 0);
  const cases = Object.fromEntries(
    ['复议', '直诉', '复诉'].map((id) => {
      const values = outcomes
        .slice(0, 4)
        .map((_, i) => (random() < 0.35 ? 0 : amount(random, (size / 25) * ([3, 1, 1.2, 0.8][i] as number))));
      return [id, [...values, values.reduce((a, b) => a + b, 0)]];
    }),
  );
  return { requests, cases };
}

const defects: Readonly<Record<string, (numbers: Numbers, random: Random) => Truth>> = {
  'one figure wrong, table three': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns, 0.7);
    return set(requests, id, column, near(random, valueAt(requests, id, column)));
  },
  'one figure wrong, table four': ({ cases }, random) => {
    const [id, column] = anyCell(random, cases, outcomes, 0.7);
    return set(cases, id, column, near(random, valueAt(cases, id, column)));
  },
  'total not updated, table three': ({ requests }, random) => {
    const id = pick(random, results);
    const column = Math.floor(random() * 6);
    const by = 1 + Math.floor(random() * 4);
    const lag: Record<string, number> = {};
    // One more case is entered everywhere but in the totals named.
    const stale = pick(random, [
      [[id, 6]],
      [['办结', column]],
      [['办结', 6]],
      [
        ['办结', column],
        ['办结', 6],
      ],
      [
        [id, 6],
        ['办结', 6],
        ['新收', 6],
      ],
    ] as [string, number][][]);
    for (const [row, at] of [
      [id, column],
      [id, 6],
      ['办结', column],
      ['办结', 6],
      ['新收', column],
      ['新收', 6],
    ] as [string, number][]) {
      const values = requests[row] as number[];
      const right = (values[at] as number) + by;
      if (stale.some(([a, b]) => a === row && b === at)) lag[`${row}/${columns[at] ?? ''}`] = right;
      else values[at] = right;
    }
    return lag;
  },
  'total not updated, table four': ({ cases }, random) => {
    const id = pick(random, Object.keys(cases));
    const values = cases[id] as number[];
    const by = 1 + Math.floor(random() * 3);
    const column = Math.floor(random() * 4);
    values[column] = (values[column] as number) + by;
    return { [`${id}/总计`]: (values[4] as number) + by };
  },
  'digit doubled': slip((text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + (text[at] ?? '') + text.slice(at);
  }, 1),
  'digit lost': slip((text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  }, 2),
  'digits swapped': slip((text, random) => {
    const at = Math.floor(random() * (text.length - 1));
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  }, 2),
  'digit slip, table four': ({ cases }, random) => {
    const [id, column] = anyCell(random, cases, outcomes, 1);
    const text = String(valueAt(cases, id, column));
    const at = Math.floor(random() * text.length);
    return set(
      cases,
      id,
      column,
      Number(
        random() < 0.5 || text.length === 1
          ? text.slice(0, at) + (text[at] ?? '') + text.slice(at)
          : text.slice(0, at) + text.slice(at + 1),
      ),
    );
  },
  'a whole number in the wrong column': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns.slice(0, 6), 1);
    const other = Math.floor(random() * 6);
    return valueAt(requests, id, other) > 0 ? undefined : move(requests, [id, column], [id, other], valueAt(requests, id, column));
  },
  'some requests under the wrong applicant': ({ requests }, random) => {
    const [id, column] = aRequest(random, requests);
    const other = Math.floor(random() * 6);
    return move(requests, [id, column], [id, other], Math.min(valueAt(requests, id, column), 1 + Math.floor(random() * 3)));
  },
  'a whole number in the wrong row': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns.slice(0, 6), 1);
    const other = pick(random, results);
    return !results.includes(id) || valueAt(requests, other, column) > 0
      ? undefined
      : move(requests, [id, column], [other, column], valueAt(requests, id, column));
  },
  'some requests under the wrong result': ({ requests }, random) => {
    const [id, column] = aRequest(random, requests);
    const other = pick(random, results);
    return results.includes(id)
      ? move(requests, [id, column], [other, column], Math.min(valueAt(requests, id, column), 1 + Math.floor(random() * 3)))
      : undefined;
  },
  'two figures exchanged': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns.slice(0, 6), 1);
    const other = column + 1;
    const [a, b] = [valueAt(requests, id, column), valueAt(requests, id, other)];
    return other > 5 || a === b ? undefined : { ...set(requests, id, column, b), ...set(requests, id, other, a) };
  },
  'split over two cells': ({ requests }, random) => {
    const roomy = cellsIn(requests, columns.slice(0, 5)).filter(
      ([id, column]) => valueAt(requests, id, column) > 9 && valueAt(requests, id, column + 1) === 0,
    );
    if (roomy.length === 0) return undefined;
    const [id, column] = pick(random, roomy);
    const text = String(valueAt(requests, id, column));
    const at = 1 + Math.floor(random() * (text.length - 1));
    if (text[at] === '0') return undefined;
    return { ...set(requests, id, column, Number(text.slice(0, at))), ...set(requests, id, column + 1, Number(text.slice(at))) };
  },
  'blank for a number': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns, 1);
    return set(requests, id, column, NaN);
  },
  'two figures wrong': ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns, 1);
    const rows = random() < 0.5;
    const [other, second] = rows ? [pick(random, rowIds), column] : [id, Math.floor(random() * 7)];
    if (other === id && second === column) return undefined;
    return {
      ...set(requests, id, column, near(random, valueAt(requests, id, column))),
      ...set(requests, other, second, near(random, valueAt(requests, other, second))),
    };
  },
};

/** A slip in a number of at least `digits` digits of table three. */
function slip(write: (text: string, random: Random) => string, digits: number): (numbers: Numbers, random: Random) => Truth {
  return ({ requests }, random) => {
    const [id, column] = anyCell(random, requests, columns, 1);
    const value = valueAt(requests, id, column);
    const text = String(value);
    const wrong = write(text, random);
    return text.length < digits || wrong === text || (wrong.length > 1 && wrong.startsWith('0'))
      ? undefined
      : set(requests, id, column, Number(wrong));
  };
}

function valueAt(rows: Record<string, number[]>, id: string, column: number): number {
  return rows[id]?.[column] ?? 0;
}

/** Writes a wrong value and gives the truth; none if the value is the right one. */
function set(rows: Record<string, number[]>, id: string, column: number, wrong: number): Record<string, number> {
  const values = rows[id] as number[];
  const right = values[column] as number;
  values[column] = wrong;
  const name = (values.length === 5 ? outcomes : columns)[column] ?? '';
  return wrong === right ? {} : { [`${id}/${name}`]: right };
}

function move(rows: Record<string, number[]>, from: readonly [string, number], to: readonly [string, number], by: number): Truth {
  if (by === 0 || (from[0] === to[0] && from[1] === to[1])) return undefined;
  return { ...set(rows, ...from, valueAt(rows, ...from) - by), ...set(rows, ...to, valueAt(rows, ...to) + by) };
}

function cellsIn(rows: Record<string, number[]>, names: readonly string[]): [string, number][] {
  return Object.keys(rows).flatMap((id) => names.map((_, column): [string, number] => [id, column]));
}

/** Any cell; with the chance `filled` one that is not zero. */
function anyCell(random: Random, rows: Record<string, number[]>, names: readonly string[], filled: number): [string, number] {
  const cells = cellsIn(rows, names);
  const nonzero = cells.filter(([id, column]) => valueAt(rows, id, column) > 0);
  return pick(random, random() < filled && nonzero.length > 0 ? nonzero : cells);
}

/** A cell of a single request, so that large cells come more often. */
function aRequest(random: Random, rows: Record<string, number[]>): [string, number] {
  const cells = results.flatMap((id) => columns.slice(0, 6).map((_, column): [string, number] => [id, column]));
  return weighted(
    random,
    cells,
    cells.map(([id, column]) => valueAt(rows, id, column)),
  );
}

/** Another number of the same size. */
function near(random: Random, value: number): number {
  const by = 1 + Math.floor(random() * Math.max(3, value * 0.5));
  return random() < 0.5 && value >= by ? value - by : value + by;
}

/** A count around `mean`. */
function amount(random: Random, mean: number): number {
  return Math.floor(mean * (0.5 + random()) + random());
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function weighted<T>(random: Random, list: readonly T[], weights: readonly number[]): T {
  let left = random() * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < list.length; i++) if ((left -= weights[i] as number) < 0) return list[i] as T;
  return list[0] as T;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
