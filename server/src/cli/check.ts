/**
 * `nianbao check`: reads files, folders or standard input, checks each text and prints what was found. A file that cannot
 * be read is told on standard error; the others are checked all the same.
 */
import { checkUnsilenced } from '../features/silence';
import { parse } from '../report/parse';
import type { Severity } from '../rules/rule';
import { msg, type Message } from '../text/message';
import { decode } from './decode';
import { problemOf } from './failure';
import { findSources } from './files';
import type { Io } from './io';
import { jsonPrinter } from './json-printer';
import type { Options } from './options';
import type { FileResult, Printer, Summary } from './printer';
import { openScreen } from './screen';
import { textPrinter } from './text-printer';
import { visible } from './visible';

/** One text to check. */
interface Job {
  readonly path: string;
  /** Whether the user asked for this very text. */
  readonly named: boolean;
  /** @throws a system error. */
  readonly read: () => Uint8Array;
}

type Counts = { -readonly [name in keyof Summary]: Summary[name] };

/** Runs the command. Gives the exit code: 0 no error found, 1 at least one, 2 something could not be read. */
export async function checkCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const screen = openScreen(io);
  const printer = printerFor(options, io, say);
  const counts: Counts = { files: 0, reports: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
  let failed = false;
  const fail = (path: string, problem: Message) => {
    failed = true;
    screen.note(visible(say(msg('{0}：{1}', path, say(problem)))));
  };

  const jobs = await jobsOf(options, io, fail);
  for (const [index, { path, named, read }] of jobs.entries()) {
    if (index % 50 === 0 && jobs.length > 200) screen.progress(() => say(msg('正在校对 {0} / {1}', index, jobs.length)));
    try {
      const decoded = decode(read());
      if ('problem' in decoded) {
        fail(path, decoded.problem);
        continue;
      }
      const result = checkText(path, decoded.text);
      count(counts, result);
      screen.print(printer.file(result));
      if (named && !result.report && options.format === 'text') screen.note(visible(say(msg('{0}：不像年度报告，没有校对', path))));
    } catch (error) {
      fail(path, problemOf(error));
    }
  }
  if (jobs.length === 0 && !failed) screen.note(say(msg('没有找到 .txt 或 .md 文件')));
  screen.print(printer.end(counts));
  screen.close();
  return failed ? 2 : counts.errors > 0 ? 1 : 0;
}

function printerFor(options: Options, { stdout, env }: Io, say: (message: Message) => string): Printer {
  if (options.format === 'json') return jsonPrinter(say);
  const colour = stdout.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return textPrinter(say, { colour, columns: stdout.columns });
}

/** The texts asked for, in the order of their paths. Without any path, those of the current folder. */
async function jobsOf(options: Options, io: Io, fail: (path: string, problem: Message) => void): Promise<Job[]> {
  const { operands, stdinFilename } = options;
  const paths = operands.filter((path) => path !== '-');
  const usesInput = paths.length < operands.length || (stdinFilename !== undefined && operands.length === 0);
  const wanted = operands.length === 0 && !usesInput ? ['.'] : paths;
  const jobs: Job[] = findSources(wanted, io, (path, error) => fail(path, problemOf(error))).map(({ path, named }) => ({
    path,
    named,
    read: () => io.readFile(path),
  }));
  if (!usesInput) return jobs;
  const path = stdinFilename ?? '<stdin>';
  try {
    const bytes = await io.readInput();
    jobs.push({ path, named: true, read: () => bytes });
  } catch (error) {
    fail(path, problemOf(error));
  }
  return jobs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function checkText(path: string, text: string): FileResult {
  const report = parse(text);
  return { path, report: report.recognized, lines: report.lines, findings: checkUnsilenced(report) };
}

const countOf = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const satisfies Record<Severity, keyof Summary>;

function count(counts: Counts, { report, findings }: FileResult): void {
  counts.files++;
  if (report) counts.reports++;
  for (const { severity } of findings) counts[countOf[severity]]++;
}
