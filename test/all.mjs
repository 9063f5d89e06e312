// Runs everything that must pass before a commit: lint, build, examples, laws, the web worker in Chromium, Neovim, VS Code with
// the extension in Node and in the browser, the package. `--node24` runs the unit tests on Node 24 too. A line tells of each
// step how long it took. What needs a program that is missing is left out, with a line that says what to install. The last
// line is always `N passed, N failed`, the sum of all tests; a step that fails without a failed test counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNeovim } from './neovim/find.mjs';
import { unitOnNode24 } from './node24.mjs';
import { findChromium } from './vscode/setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'nianbao-results-'));
const limit = 15 * 60_000;

/** A step of our own runner, which leaves its counts where it is told to. */
const counted = (script, needs, ...options) => ({
  script,
  needs,
  options,
  reports: (file) => ['--counts', file],
  counts: (result) => result,
});
/** A step of vitest, which leaves all that it knows. */
const tested = (script, needs) => ({
  script,
  needs,
  options: [],
  reports: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  counts: (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }),
});

const steps = [
  { script: 'lint', options: [] },
  // Without it no other step can run.
  { script: 'build', options: [], first: true },
  tested('unit'),
  ...(process.argv.includes('--node24') ? [{ ...tested('unit'), run: unitOnNode24, name: 'unit on Node 24' }] : []),
  tested('laws'),
  tested('web', findChromium),
  counted('neovim', findNeovim),
  counted('host', findChromium),
  counted('host', findChromium, '--web'),
  counted('check-package'),
];

let passed = 0;
let failed = 0;
const begun = Date.now();
for (const [index, step] of steps.entries()) {
  const name = step.name ?? ['npm run', step.script, ...(step.options.length > 0 ? ['--', ...step.options] : [])].join(' ');
  const lack = lacking(step.needs);
  console.log(`\n=== ${index + 1}/${steps.length} ${name}${lack ? ` left out: ${lack}` : ''}`);
  if (lack) continue;
  const start = Date.now();
  const { status, counts } = run(step, join(results, `${index}.json`));
  passed += counts.passed;
  failed += status === 0 ? counts.failed : Math.max(1, counts.failed);
  console.log(
    `=== ${name}: ${status === 0 ? 'passed' : 'FAILED'}, ${counts.passed} passed, ${counts.failed} failed, ${seconds(start)} s (${seconds(begun)} s in all)`,
  );
  if (step.first && status !== 0) break;
}
rmSync(results, { recursive: true, force: true });
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs a step; its exit code and what it counted. */
function run({ script, options, reports, counts, run: runOtherwise }, file) {
  const values = [...options, ...(reports?.(file) ?? [])];
  const settings = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32', timeout: limit };
  const { status } = runOtherwise
    ? runOtherwise(root, values, settings)
    : spawnSync('npm', ['run', '--silent', script, '--', ...values], settings);
  const none = { passed: 0, failed: 0 };
  return { status, counts: existsSync(file) ? counts(JSON.parse(readFileSync(file, 'utf8'))) : none };
}

/** What to install, in one line, where a program is missing; '' where nothing is. */
function lacking(find) {
  try {
    find?.();
    return '';
  } catch (error) {
    return error.message;
  }
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
