/** What a check costs in the process: against one bare pass over the characters, and as texts grow. */
import { Bench } from 'tinybench';
import { check } from '../../server/src/features/check';
import { actionsAt } from '../../server/src/features/actions/fixes';
import { normalize } from '../../server/src/features/normalize/normalize';
import { parse } from '../../server/src/report/parse';
import { benchLayouts, makeReport, type Wish } from './reports';
import { compare, median } from './statistics';
import type { Line } from './table';

/** Check of a 40 KB report in every layout, in bare passes. */
export async function checkLines(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const unit of ['bytes', 'characters'] as const) {
    for (const layout of benchLayouts) {
      const text = flat(makeReport({ layout, unit, size: 40_000, seed: 1 }));
      const { ratio, low, high, subject, baseline } = await compare(
        9,
        () => typical(() => checkOnce(text)),
        () => typical(() => barePass(text)),
      );
      lines.push({
        what: `check of 40,000 ${unit}, ${layout} (${text.length} characters, ${checkOnce(text)} findings) against a bare pass`,
        measured: `${ratio.toFixed(1)} passes (${low.toFixed(1)}–${high.toFixed(1)}; ${micro(subject)} against ${micro(baseline)})`,
        aim: '≤ 5 passes',
        met: ratio <= 5,
      });
    }
  }
  return lines;
}

/** The light bulb on one of 300 findings, against the check that finds them. */
export async function actionLines(): Promise<Line[]> {
  const text = flat(`${makeReport({ layout: 'pipes', unit: 'bytes', size: 30_000, seed: 6 })}\n${'答复留言x件。'.repeat(300)}\n`);
  const report = parse(text);
  const findings = check(report);
  const known = { report, findings, check: (other: typeof report) => check(other) };
  const at = findings[Math.floor(findings.length / 2)]?.span ?? { start: 0, end: 0 };
  const { ratio, low, high, subject, baseline } = await compare(
    9,
    () => typical(() => actionsAt(known, at).length),
    () => typical(() => checkOnce(text)),
  );
  return [
    {
      what: `actions at one of ${findings.length} findings, against the check that finds them`,
      measured: `${ratio.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)}; ${micro(subject)} against ${micro(baseline)})`,
      aim: '≤ 2 ×',
      met: ratio <= 2,
    },
  ];
}

/** What is felt: a report of the usual size checked again and again, and a long one normalized. */
export function warmLines(): Line[] {
  const usual = flat(makeReport({ layout: 'lines', unit: 'bytes', size: 8_000, seed: 7 }));
  const long = flat(makeReport({ layout: 'tabs', unit: 'bytes', size: 30_000, seed: 8 }));
  const timed = (what: string, most: number, task: () => number): Line => {
    // A server has compiled what it uses; the compiler takes some seconds for that.
    const duration = typical(task, 3000);
    return { what, measured: `${duration.toFixed(2)} ms`, aim: `≤ ${most} ms`, met: duration <= most };
  };
  return [
    timed('check of a report of 8 KB in a warm process', 0.5, () => checkOnce(usual)),
    timed(
      'reading and normalizing a report of 30 KB in a warm process',
      5,
      () => normalize(parse(long), { target: 'markdown' }).edits.length,
    ),
  ];
}

/** Time per character from 10 KB to 10 MB: more prose in one report, and texts that are hard to read. */
export function growthLines(): Line[] {
  const prose = (size: number) => makeReport({ layout: 'pipes', unit: 'bytes', size, seed: 2 });
  return [
    growth('one report, more prose', prose),
    growth('reports one after another', (size) => repeated(prose(10_000), size)),
    growth('rows of table three', (size) => repeated(tableRows(), size, prose(5_000))),
    growth('one line', (size) => repeated('清溪县水利局加强政府信息公开2024年，共3件；', size)),
    growth('CR only', (size) => repeated(prose(10_000).replaceAll('\n', '\r'), size)),
    growth('tabs', (size) => '\t'.repeat(size)),
    growth('pipes', (size) => repeated('| 0 ', size)),
    growth('lone surrogates', (size) => repeated('\ud800\udc00\udfff\ud800 1\n', size)),
  ];
}

function growth(name: string, make: (size: number) => string): Line {
  const times = [10_000, 100_000, 1_000_000, 10_000_000].map((size) => timePerCharacter(flat(make(size))));
  const [, reference, ...larger] = times as [number, number, ...number[]];
  return {
    what: `growth, ${name}: ns per character at 10 KB, 100 KB, 1 MB, 10 MB`,
    measured: times.map((time) => time.toFixed(1)).join(', '),
    aim: 'flat (≤ 2 × that of 100 KB)',
    met: larger.every((time) => time <= 2 * reference),
  };
}

/** Median nanoseconds per character over runs that together take about half a second, at least one. */
function timePerCharacter(text: string): number {
  const samples: number[] = [];
  for (let spent = 0; spent < 500; spent += samples.at(-1) ?? 0) {
    globalThis.gc?.();
    const start = performance.now();
    sink = checkOnce(text);
    samples.push(performance.now() - start);
    if (samples.length === 50) break;
  }
  return (median(samples) * 1e6) / text.length;
}

/** Median duration of `task` in milliseconds, once it has run for `warmupTime` of them. */
function typical(task: () => number, warmupTime = 60): number {
  const bench = new Bench({ time: 120, warmupTime, iterations: 20, throws: true });
  bench.add('task', () => {
    sink = task();
  });
  bench.runSync();
  const result = bench.tasks[0]?.result;
  return result?.state === 'completed' ? result.latency.p50 : NaN;
}

function micro(milliseconds: number): string {
  return `${(milliseconds * 1000).toFixed(0)} µs`;
}

function checkOnce(text: string): number {
  return check(parse(text)).length;
}

function barePass(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}

/** What was computed last; read by `bench.ts`, so that no work can be left out as useless. */
export let sink = 0;

/** The same text as one piece of memory, as if just read from a file. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function repeated(piece: string, size: number, before = ''): string {
  return before + piece.repeat(Math.max(1, Math.ceil((size - before.length) / Buffer.byteLength(piece))));
}

/** The body of table three as it stands in a report. */
function tableRows(): string {
  const wish: Wish = { layout: 'pipes', unit: 'bytes', size: 0, seed: 3 };
  return makeReport(wish)
    .split('\n')
    .filter((line) => /^\d\./.test(line))
    .join('\n')
    .concat('\n');
}
