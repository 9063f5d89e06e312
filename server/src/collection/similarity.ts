/**
 * How alike texts are: the share of runs of three characters that two of them have in common, twice those of both divided by
 * those of each (Dice). And which of many are alike enough, without comparing all with all: two texts that share
 * so much also share one of the rarest runs of each, so only those that meet there are compared. Exact, nothing left to chance.
 */

/** A text as the ordered set of its runs of three characters. */
export type Runs = Uint32Array;

/** The runs of `text`; two of them are taken for one about once in a hundred million. */
export function runsOf(text: string): Runs {
  const runs = new Set<number>();
  for (let i = 0; i + 2 < text.length; i++) runs.add(hash(text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)));
  return Uint32Array.from(runs).sort();
}

/** How alike two texts are, from 0 to 1. */
export function likeness(a: Runs, b: Runs): number {
  return a.length + b.length === 0 ? 0 : (2 * commonFrom(a, 0, b, 0)) / (a.length + b.length);
}

export interface Pair {
  /** Indices of the texts, the first less than the second. */
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/**
 * The pairs of `texts` that are at least as alike as `least`; in steps, each about as long as a look at some dozen texts.
 * @param mayPair whether two texts, by their indices, are to be compared at all.
 */
export function* alike(texts: readonly Runs[], least: number, mayPair: (a: number, b: number) => boolean): Generator<undefined, Pair[]> {
  const ordered = yield* byRarity(texts);
  // Short texts first: of a text that is held against longer ones only, fewer of its rare runs need to be kept.
  const turns = [...ordered.keys()].sort((a, b) => (ordered[a] as Runs).length - (ordered[b] as Runs).length);
  // Dice ≥ d is the same as: of the runs of both together, at least d / (2 − d) are in common.
  const share = least / (2 - least);
  const holders = new Map<number, Holders>();
  const pairs: Pair[] = [];
  const met = new Int32Array(texts.length).fill(-1);
  for (const [turn, b] of turns.entries()) {
    if (turn % step === 0) yield undefined;
    const runs = ordered[b] as Runs;
    const rare = Math.min(runs.length, runs.length - Math.ceil(share * runs.length) + 1);
    let found = 0;
    for (let i = 0; i < rare && found < mostLike; i++) {
      const others = holders.get(runs[i] as number);
      if (!others) continue;
      const { texts: holding, places } = others;
      for (let h = 0; h < holding.length && found < mostLike; h++) {
        const a = holding[h] as number;
        if (met[a] === b) continue;
        met[a] = b;
        const other = ordered[a] as Runs;
        const at = places[h] as number;
        // This is the first run that the two share: they have at most this and all behind it in common.
        const needed = Math.ceil((least * (runs.length + other.length)) / 2);
        if (Math.min(runs.length - i, other.length - at) < needed || !mayPair(a, b)) continue;
        const shared = commonFrom(runs, i, other, at);
        if (shared < needed) continue;
        pairs.push({ a: Math.min(a, b), b: Math.max(a, b), likeness: (2 * shared) / (runs.length + other.length) });
        found++;
      }
    }
    keep(holders, runs, b, Math.min(runs.length, runs.length - Math.ceil(least * runs.length) + 1));
  }
  return pairs;
}

/** Notes who holds the first `count` of `runs`. */
function keep(holders: Map<number, Holders>, runs: Runs, text: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const known = holders.get(runs[i] as number);
    if (known) {
      known.texts.push(text);
      known.places.push(i);
    } else holders.set(runs[i] as number, { texts: [text], places: [i] });
  }
}

/** For a text no more than so many before it are named that are like it: where all are alike, nobody reads the list. */
const mostLike = 40;

/** The texts that have a run, and at which of its places each has it. */
interface Holders {
  readonly texts: number[];
  readonly places: number[];
}

/** Texts that are looked at between two steps. */
const step = 32;

/** The runs of each text by their ranks, those that fewest texts have first. */
function* byRarity(texts: readonly Runs[]): Generator<undefined, Uint32Array[]> {
  const counts = new Map<number, number>();
  for (const [index, text] of texts.entries()) {
    if (index % step === 0) yield undefined;
    for (const run of text) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  // Where the ranks of the runs begin that so many texts have: sorted by counting, which takes no longer for many.
  const starts = new Uint32Array(texts.length + 2);
  for (const count of counts.values()) starts[count + 1] = (starts[count + 1] as number) + 1;
  for (let count = 1; count < starts.length; count++) starts[count] = (starts[count] as number) + (starts[count - 1] as number);
  yield undefined;
  const ranks = new Map<number, number>();
  for (const [run, count] of counts) {
    const rank = starts[count] as number;
    starts[count] = rank + 1;
    ranks.set(run, rank);
    if (rank % 20_000 === 0) yield undefined;
  }
  const ranked: Uint32Array[] = [];
  for (const [index, text] of texts.entries()) {
    if (index % step === 0) yield undefined;
    ranked.push(text.map((run) => ranks.get(run) as number).sort());
  }
  return ranked;
}

/** How many runs two texts share from a place on in each. */
function commonFrom(a: Runs, fromA: number, b: Runs, fromB: number): number {
  let count = 0;
  let i = fromA;
  let j = fromB;
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
