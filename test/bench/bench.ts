/**
 * `npm run bench`: measures the aims of docs/measurements.md, all as ratios to something simple measured in the same run, and prints
 * a Markdown table. Names after the command choose parts: check growth actions warm command peers county server culprits.
 */
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import { actionLines, checkLines, growthLines, sink, warmLines } from './check-bench';
import { commandLines, peerLines } from './command-bench';
import { countyLines } from './county-bench';
import { culpritLines } from './culprits';
import { serverLines } from './server-bench';
import { tableOf, type Line } from './table';

const programs = dirname(__dirname);
const parts: Readonly<Record<string, () => Line[] | Promise<Line[]>>> = {
  check: checkLines,
  growth: growthLines,
  actions: actionLines,
  warm: warmLines,
  command: () => commandLines(programs),
  peers: () => peerLines(programs),
  county: () => countyLines(programs),
  server: () => serverLines(programs),
  culprits: culpritLines,
};

async function bench(names: readonly string[]): Promise<void> {
  const lines: Line[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    lines.push(...(await measure()));
  }
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  process.stdout.write(
    `${tableOf(lines)}\n${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, ${memory} GB, ${type()} ${release()}, Node ${process.version}\n`,
  );
  if (sink < 0) process.stdout.write('\n');
}

void bench(process.argv.slice(2));
