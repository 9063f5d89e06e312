/** What the command line costs: 1,000 reports on disk, beside a program that only reads and decodes them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLayouts, makeReport, type BenchLayout } from './reports';
import { compare } from './statistics';
import type { Line } from './table';

/**
 * Runs both programs as processes, in turn.
 * @param programs folder that holds `cli.js` and `test/read-only.js`.
 */
export async function commandLines(programs: string): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    for (let seed = 0; seed < 1000; seed++) {
      const layout = benchLayouts[seed % benchLayouts.length] as BenchLayout;
      writeFileSync(join(folder, `${seed}.txt`), makeReport({ layout, unit: 'bytes', size: 8_000, seed, wrong: seed % 4 === 0 }));
    }
    const command = () => run([join(programs, 'cli.js'), 'check', folder, '--format', 'json'], [0, 1]);
    const reader = () => run([join(programs, 'test', 'read-only.js'), folder], [0]);
    command();
    reader();
    const { ratio, low, high, subject, baseline } = await compare(21, command, reader);
    return [
      {
        what: '1,000 reports of 8 KB through `nianbao check --format json` against only reading and decoding them',
        measured: `${ratio.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)}; ${subject.toFixed(0)} ms against ${baseline.toFixed(0)} ms)`,
        aim: '≤ 2.2 ×',
        met: ratio <= 2.2,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from start to end of a Node process. */
function run(argv: readonly string[], expected: readonly number[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const duration = performance.now() - start;
  if (status === null || !expected.includes(status)) throw new Error(`${argv[0] ?? ''} ended with ${status}: ${stderr.toString()}`);
  return duration;
}
