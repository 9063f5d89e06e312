/** What the command line costs: 1,000 reports on disk, beside a program that only reads and decodes them, and beside other linters. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLayouts, makeReport, type BenchLayout } from './reports';
import { compare, type Comparison } from './statistics';
import type { Line } from './table';

interface Measured {
  /** Holds the reports. */
  readonly folder: string;
  readonly cli: string;
  /** Milliseconds to read and decode all of them. */
  readonly reader: () => number;
}

/**
 * Runs the programs as processes, in turn.
 * @param programs folder that holds `cli.js` and `test/read-only.js`.
 */
export function commandLines(programs: string): Promise<Line[]> {
  return withReports(programs, '.txt', async ({ folder, cli, reader }) => {
    const all = [process.execPath, cli, 'check', folder, '--format', 'json'];
    const first = () => run(all);
    const again = () => run([...all, '--cache', '--cache-location', join(folder, '.cache')]);
    const one = () => run([process.execPath, cli, 'check', join(folder, '1.txt')]);
    first();
    again();
    return [
      lineOf(
        '1,000 reports of 8 KB through `nianbao check --format json` against only reading and decoding them',
        await compare(21, first, reader),
        5,
      ),
      lineOf('the same again with `--cache`', await compare(21, again, reader), 2.2),
      lineOf('one report against `node -e 0`', await compare(41, one, () => run([process.execPath, '-e', '0'])), 1.6),
    ];
  });
}

/** The same reports through linters that other people use, installed for the moment; no lines where they cannot be. */
export function peerLines(programs: string): Promise<Line[]> {
  return withReports(programs, '.md', async ({ folder, cli, reader }) => {
    const home = mkdtempSync(join(tmpdir(), 'nianbao-peers-'));
    try {
      const packages = ['rumdl', 'markdownlint-cli2', 'autocorrect-node'];
      if (spawnSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', ...packages], { stdio: 'ignore' }).status !== 0)
        return [];
      const bin = (name: string) => join(home, 'node_modules', '.bin', name);
      const peers = {
        rumdl: [bin('rumdl'), 'check', '--no-cache', folder],
        'markdownlint-cli2': [bin('markdownlint-cli2'), `${folder}/*.md`],
        autocorrect: [bin('autocorrect'), '--lint', folder],
        nianbao: [process.execPath, cli, 'check', folder],
      };
      const lines: Line[] = [];
      for (const [name, command] of Object.entries(peers))
        lines.push(lineOf(`1,000 reports of 8 KB as .md through ${name}`, await compare(7, () => run(command), reader)));
      return lines;
    } finally {
      rmSync(home, { recursive: true });
    }
  });
}

async function withReports(programs: string, extension: string, measure: (measured: Measured) => Promise<Line[]>): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    for (let seed = 0; seed < 1000; seed++) {
      const layout = benchLayouts[seed % benchLayouts.length] as BenchLayout;
      writeFileSync(join(folder, `${seed}${extension}`), makeReport({ layout, unit: 'bytes', size: 8_000, seed, wrong: seed % 4 === 0 }));
    }
    const reader = () => run([process.execPath, join(programs, 'test', 'read-only.js'), folder]);
    reader();
    return await measure({ folder, cli: join(programs, 'cli.js'), reader });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lineOf(what: string, { ratio, low, high, subject, baseline }: Comparison, most?: number): Line {
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)}; ${subject.toFixed(0)} ms against ${baseline.toFixed(0)} ms)`,
    aim: most === undefined ? '–' : `≤ ${most} ×`,
    met: most === undefined ? undefined : ratio <= most,
  };
}

/** Milliseconds from start to end of a process; 1 is the exit code of a linter that finds something. */
function run([program = '', ...argv]: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, argv, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const duration = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${program} ${argv[0] ?? ''} ended with ${status}: ${stderr.toString()}`);
  return duration;
}
