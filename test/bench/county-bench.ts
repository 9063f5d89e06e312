/** What a whole county costs: 500 units with two years of text reports through `review`, `check` and `total`, in seconds and at what memory. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeCounty, write } from '../kit/county';
import { median } from './statistics';
import type { Line } from './table';

const units = 500;
const mostSeconds = 10;

/** @param programs folder that holds `cli.js`. */
export function countyLines(programs: string): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-county-'));
  try {
    const county = makeCounty(units);
    for (const draft of county.drafts) {
      const path = join(folder, draft.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, write(draft));
    }
    writeFileSync(join(folder, '.nianbao.json'), JSON.stringify({ units: county.units }));
    const cli = join(programs, 'cli.js');
    const reports = county.drafts.length;
    const cache = ['--cache', '--cache-location', join(folder, '.cache')];
    return [
      lineOf(`\`nianbao review\`, ${units} units and their sum with last year's reports (${reports} texts)`, [
        cli,
        'review',
        folder,
        '--format',
        'json',
      ]),
      lineOf(`\`nianbao check\` of the same with the roster`, [cli, 'check', folder, '--format', 'json']),
      lineOf(`\`nianbao total\` of the same`, [cli, 'total', folder, '--format', 'json']),
      lineOf(`\`nianbao review\` again with \`--cache\``, [cli, 'review', folder, '--format', 'json', ...cache], true),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Says at its end how much memory the process had at most, and how long it worked. */
const telling =
  'data:text/javascript,process.on("exit",()=>{const {maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();process.stderr.write("\\npeak "+m+" cpu "+(u+s)/1e6+"\\n")})';

/** @param again whether a run before counts for nothing. */
function lineOf(what: string, argv: readonly string[], again = false): Line {
  if (again) run(argv);
  const runs = Array.from({ length: 3 }, () => run(argv));
  const seconds = median(runs.map((one) => one.seconds));
  const worked = median(runs.map((one) => one.worked));
  const memory = Math.max(...runs.map(({ megabytes }) => megabytes));
  return {
    what,
    measured: `${seconds.toFixed(1)} s (${worked.toFixed(1)} s of work), ${memory.toFixed(0)} MB at most`,
    aim: `< ${mostSeconds} s`,
    met: seconds < mostSeconds,
  };
}

function run(argv: readonly string[]): { readonly seconds: number; readonly worked: number; readonly megabytes: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', telling, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`ended with ${String(status)}: ${stderr.toString()}`);
  const [, peak, worked] = /peak (\d+) cpu ([\d.]+)/.exec(stderr.toString()) ?? [];
  return { seconds, worked: Number(worked), megabytes: Number(peak) / 1024 };
}
