/**
 * `nianbao check`: reads files, folders or standard input, checks each text, mends it if asked to, and prints what was
 * found or is left. A file that cannot be read or written is told on standard error; the others are checked all the same.
 */
import { basename } from 'node:path';
import { placeOf as placeInDocument } from '../documents/place';
import type { CheckSettings } from '../features/choices/choices';
import { configName } from '../features/choices/config';
import { findingsOfDocument } from '../features/document';
import { checkUnsilenced } from '../features/silence/silence';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { Severity } from '../findings/finding';
import { msg, type Message } from '../text/message';
import type { Span } from '../text/span';
import { problemOf, writingProblemOf } from './failure';
import { type Fixing, openFixing } from './fixing';
import { ignored } from './ignoring';
import type { Io } from './io';
import { findJobs, type Job } from './jobs';
import type { Options } from './options';
import { openTarget } from './output-file';
import { type FileResult, silentPrinter, type Summary } from './printers/printer';
import { openPrinter } from './printers/index';
import { projectSettings } from './project-config';
import { openScreen } from './screen';
import { readSource } from './source';
import { visible } from './visible';

type Counts = { -readonly [name in keyof Summary]: Summary[name] };

/** Runs the command. Gives the exit code: 0 no error found, 1 at least one or too many warnings, 2 something could not be read. */
export async function checkCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const target = openTarget(options.output, io);
  const screen = openScreen({ stdout: target, stderr: io.stderr });
  const printer = options.dryRun ? silentPrinter : await openPrinter(options, io, target, say);
  const counts: Counts = { files: 0, reports: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
  let warnings = 0;
  let failed = false;
  const fail = (path: string, problem: Message, line?: number, column?: number) => {
    failed = true;
    const place = line === undefined || column === undefined ? '' : `${line}:${column}`;
    screen.print(printer.failure?.(path, `${place}${place && ' '}${say(problem)}`) ?? '');
    screen.note(visible(say(msg('{0}：{1}', `${path}${place && ':'}${place}`, say(problem)))));
  };

  const fixing = openFixing(options, { io, screen, target, say, fail });
  let skipped = false;
  const skip = (path: string) => {
    skipped = true;
    if (options.format === 'text') screen.note(visible(say(msg('{0}：{1}', path, say(ignored)))));
  };

  const settingsOf = projectSettings(io, fail);
  const jobs = await findJobs(options, io, fail, skip);
  for (const [index, job] of jobs.entries()) {
    const { path, named } = job;
    if (index % 50 === 0 && jobs.length > 200) screen.progress(() => say(msg('正在校对 {0} / {1}', index, jobs.length)));
    try {
      const checked = await checkJob(job, { settingsOf, fixing, fail, say });
      if (!checked) continue;
      const {
        enable,
        result: { findings, ...read },
      } = checked;
      warnings += findings.filter(({ severity }) => severity === 'warning').length;
      const result: FileResult = { ...read, findings: options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings };
      count(counts, result);
      screen.print(printer.file(result));
      if (options.format === 'text')
        for (const note of result.document?.notes ?? []) screen.note(visible(say(msg('{0}：{1}', path, say(note)))));
      if (named && !result.report.recognized && options.format === 'text')
        screen.note(
          visible(say(enable ? msg('{0}：不像年度报告，没有校对', path) : msg('{0}：{1} 关闭了检查，没有校对', path, configName))),
        );
    } catch (error) {
      fail(path, problemOf(error));
    }
  }
  if (jobs.length === 0 && !failed && !skipped) screen.note(say(msg('没有找到可以校对的文件（.txt、.md、.docx、.xlsx、.html、.pdf）')));
  screen.print(printer.end(counts));
  fixing?.close();
  screen.close();
  const tooMany = warnings > (options.maxWarnings ?? Infinity);
  if (tooMany) screen.note(say(msg('有 {0} 个警告，多于允许的 {1} 个', warnings, options.maxWarnings ?? 0)));
  try {
    target.close();
  } catch (error) {
    screen.note(visible(say(msg('{0}：{1}', options.output ?? '', say(writingProblemOf(error))))));
    return 2;
  }
  return failed ? 2 : counts.errors > 0 || tooMany ? 1 : 0;
}

interface JobContext {
  readonly settingsOf: (path: string) => CheckSettings;
  readonly fixing: Fixing | undefined;
  readonly fail: (path: string, problem: Message) => void;
  readonly say: (message: Message) => string;
}

/** Reads a file, checks it and mends it if asked to; undefined, which is told, where it cannot be read. @throws a system error. */
async function checkJob(
  job: Job,
  { settingsOf, fixing, fail, say }: JobContext,
): Promise<{ readonly enable: boolean; readonly result: FileResult } | undefined> {
  const { path } = job;
  const source = await readSource(job);
  if ('problem' in source) {
    fail(path, source.problem);
    return undefined;
  }
  const { encoding, text, bytes, document } = source;
  const { enable, severities, rules } = settingsOf(path);
  const options = { ...rules, fileName: basename(path) };
  const check = (of: Report) => checkUnsilenced(of, severities, options);
  const report = parse(enable ? text : '');
  if (document) {
    const findings = findingsOfDocument(document, report, check(report), severities);
    const placeOf = (span: Span) => placeInDocument(document, report, span).map(say).join(' · ');
    return { enable, result: { path, encoding, report, findings, document: { placeOf, notes: report.recognized ? document.notes : [] } } };
  }
  const draft = { path, bytes, encoding, report, findings: check(report), check };
  const left = fixing && enable ? fixing.mend(draft) : draft;
  return { enable, result: { path, encoding, report: left.report, findings: left.findings } };
}

const countOf = { error: 'errors', warning: 'warnings', information: 'information', hint: 'hints' } as const satisfies Record<
  Severity,
  keyof Summary
>;

function count(counts: Counts, { report, findings }: FileResult): void {
  counts.files++;
  if (report.recognized) counts.reports++;
  for (const { severity } of findings) counts[countOf[severity]]++;
}
