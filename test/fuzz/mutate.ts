/** Texts to try, each from a number alone: reports in every layout, damaged as people, programs and bad luck damage them. */
import { draft, draftNames, written } from '../kit/drafts';
import { layouts } from '../kit/layouts';

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const bases = draftNames.flatMap((name) => layouts.map((layout) => written(draft(name), layout).text));

/** What is put in at random places. */
const pieces = [
  ...'|\t\n\r ,，、：（）<>`*_-—/#&;"\'0９〇x×\u3000\u00a0\u200b\u2028\ufeff\ud800\u0000',
  '\r\n',
  '\n\n',
  '||||',
  '| --- |',
  '<td>',
  '</table>',
  '<table>',
  '<!--',
  '```',
  '&nbsp;',
  '总计',
  '三、本年度办理结果',
  '一、总体情况',
  '其中',
  '1234567890123456',
  '1|0',
  '12345678901234567890',
  'x件',
  '2024年',
  '【nianbao-disable】',
];

/** The text number `seed`. */
export function textOf(seed: number): string {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  let text = pick(bases);
  const steps = 1 + below(6);
  for (let step = 0; step < steps; step++) text = mutated(text, { below, pick });
  return text.slice(0, 40_000);
}

interface Chance {
  readonly below: (n: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
}

type Mutation = (text: string, chance: Chance) => string;

const inLines =
  (change: (lines: string[], chance: Chance) => void): Mutation =>
  (text, chance) => {
    const lines = text.split('\n');
    change(lines, chance);
    return lines.join('\n');
  };

const mutations: readonly Mutation[] = [
  // A slice gone, doubled, moved.
  (text, { below }) => {
    const at = below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(40));
  },
  (text, { below }) => {
    const at = below(text.length);
    const slice = text.slice(at, at + 1 + below(200));
    const to = below(text.length);
    return text.slice(0, to) + slice + text.slice(to);
  },
  (text, { below, pick }) => {
    const at = below(text.length);
    return text.slice(0, at) + pick(pieces) + text.slice(at);
  },
  inLines((lines, { below }) => void lines.splice(below(lines.length), 1 + below(3))),
  inLines((lines, { below }) => {
    const [line = ''] = lines.splice(below(lines.length), 1);
    lines.splice(below(lines.length + 1), 0, line);
  }),
  inLines((lines, { below, pick }) => void lines.splice(below(lines.length + 1), 0, pick(lines))),
  inLines((lines, { below }) => {
    const at = below(lines.length);
    lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`);
  }),
  // A number is another.
  (text, { below, pick }) => {
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return text;
    const { 0: number, index } = pick(numbers);
    const other = pick(['', '0', '00', `${number}${number}`, `-${number}`, `${number}.5`, '９', String(below(1000))]);
    return text.slice(0, index) + other + text.slice(index + number.length);
  },
  (text, { pick }) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', ' '])),
  (text, { pick }) => text.replaceAll(pick(['|', '\t', '（', ' ']), pick(['', '|', '\t', ' ', '：'])),
  (text, { below }) => text.slice(0, below(text.length)),
  (text, { pick }) => `${text}\n${pick(bases)}`,
];

function mutated(text: string, chance: Chance): string {
  return text.length === 0 ? text : chance.pick(mutations)(text, chance);
}
