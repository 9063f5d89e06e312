/**
 * Runs suites inside VS Code: loads them into mocha, runs them, prints one line for each test and leaves the counts in
 * `counts.json` of the workspace. Uses VS Code's own interface only, so that it runs in Node and in the browser.
 */
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { readListing, workspaceFile } from './suite/kit';

/**
 * Rejects when a test fails; VS Code then ends with an error.
 * @param load imports the suites, which describe themselves to mocha
 */
export async function runSuites(load: () => Promise<void>): Promise<void> {
  // Colours would come out as escape codes in the extension host's console.
  const mocha = new Mocha({ ui: 'bdd', retries: 1, timeout: 20_000, slow: 2_000, color: false, reporter: LineReporter });
  // Mocha's build for browsers otherwise takes its own, which writes to a page.
  mocha.reporter(LineReporter);
  // Makes `describe` and `it`, as the suites import them from mocha, add to this instance.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await readListing();
  await load();
  // `npm run host -- --only WORDS`: where the runner's environment is to be had.
  const only = typeof process === 'undefined' ? undefined : process.env['NIANBAO_ONLY'];
  if (only) mocha.grep(only);

  const counts = await new Promise<Counts>((resolve) => {
    const runner = mocha.run(() => {
      resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 });
    });
  });
  await vscode.workspace.fs.writeFile(workspaceFile('counts.json'), new TextEncoder().encode(JSON.stringify(counts)));
  console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  if (counts.failed > 0) throw new Error(`${String(counts.failed)} tests failed`);
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** One console line for each suite and test; mocha's own reporters write to a terminal that is not there. */
class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const { EVENT_SUITE_BEGIN, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING } = Mocha.Runner.constants;
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (suite.title) console.log(suite.titlePath().join(' '));
    });
    runner.on(EVENT_TEST_PASS, (test) => {
      console.log(`  ✓ ${test.title} (${String(test.duration ?? 0)} ms)`);
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      console.log(`  - ${test.title}`);
    });
    runner.on(EVENT_TEST_FAIL, (test, error: Error) => {
      console.log(`  ✗ ${test.title}\n${indent(error.stack ?? String(error))}`);
    });
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}
