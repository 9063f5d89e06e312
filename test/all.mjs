// Runs everything that must pass before a commit: lint, build, unit tests, tests of the web worker in Chromium, tests in
// Neovim, tests in VS Code with the extension in Node and in the browser, the package. Stops at the first of them that fails. The last
// line is always `N passed, N failed`, the sum of all tests; a step that fails without a failed test, such as the lint,
// counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'nianbao-results-'));
const unitFile = join(results, 'unit.json');
const lawsFile = join(results, 'laws.json');
const webFile = join(results, 'web.json');
const hostFile = join(results, 'host.json');
const neovimFile = join(results, 'neovim.json');
const packageFile = join(results, 'package.json');
const webHostFile = join(results, 'web-host.json');

const steps = [
  { script: 'lint' },
  { script: 'build' },
  { script: 'unit', options: reporting(unitFile), counts: () => countsIn(unitFile) },
  { script: 'laws', options: reporting(lawsFile), counts: () => countsIn(lawsFile) },
  { script: 'web', options: reporting(webFile), counts: () => countsIn(webFile) },
  { script: 'neovim', options: ['--counts', neovimFile], counts: () => read(neovimFile) },
  { script: 'host', options: ['--counts', hostFile], counts: () => read(hostFile) },
  { script: 'host', options: ['--web', '--counts', webHostFile], counts: () => read(webHostFile) },
  { script: 'check-package', options: ['--counts', packageFile], counts: () => read(packageFile) },
];

let passed = 0;
let failed = 0;
for (const { script, options = [], counts } of steps) {
  console.log(`\n=== npm run ${script}${options.includes('--web') ? ' -- --web' : ''}`);
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const counted = counts?.() ?? { passed: 0, failed: 0 };
  passed += counted.passed;
  failed += status === 0 ? counted.failed : Math.max(1, counted.failed);
  if (failed > 0) {
    console.log(`\nnpm run ${script} failed.`);
    break;
  }
}
rmSync(results, { recursive: true, force: true });
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Options that make vitest leave its results in a file. */
function reporting(file) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

function countsIn(file) {
  const result = read(file);
  return result && { passed: result.numPassedTests, failed: result.numFailedTests };
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
