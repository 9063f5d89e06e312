/**
 * `nianbao check`: reads files, folders or standard input, checks each text, mends it if asked to, and prints what was
 * found or is left. A file that cannot be read or written is told on standard error; the others are checked all the same.
 */
import { configName } from '../features/choices/settings';
import type { Severity } from '../findings/finding';
import type { KnownPieces } from '../text/facts';
import { msg, type Message } from '../text/message';
import { type CheckedFile, checkFile, isHeldAgainst } from './check-file';
import { closeCache } from './close-cache';
import { problemOf, writingProblemOf } from './failure';
import { ignored } from './ignoring';
import type * as Engine from './engine';
import type { Io } from './io';
import { findJobs, type Job } from './jobs';
import { chooseLanguage } from './language';
import type { Options } from './options';
import { openMemory, remembering } from './memory';
import { openTarget } from './output-file';
import { type FileResult, silentPrinter, type Summary } from './printers/printer';
import { countOf, openReplay, type Told } from './replay';
import { openPrinter } from './printers/index';
import { projectSettings } from './project-config';
import { openScreen } from './screen';
import { visible } from './visible';

type Counts = { -readonly [name in keyof Summary]: Summary[name] };

/** Runs the command. Gives the exit code: 0 no error found, 1 at least one or too many warnings, 2 something could not be read. */
export async function checkCommand(
  options: Options,
  io: Io,
  say: (message: Message) => string,
  engine: () => typeof Engine,
): Promise<number> {
  const target = openTarget(options.output, io);
  const screen = openScreen({ stdout: target, stderr: io.stderr });
  const printer = options.dryRun ? silentPrinter : await openPrinter(options, { io, target, say }, engine);
  const counts: Counts = { files: 0, reports: 0, errors: 0, warnings: 0, information: 0, hints: 0 };
  let warnings = 0;
  let failed = false;
  const fail = (path: string, problem: Message, line?: number, column?: number) => {
    failed = true;
    const place = line === undefined || column === undefined ? '' : `${line}:${column}`;
    screen.print(printer.failure?.(path, `${place}${place && ' '}${say(problem)}`) ?? '');
    screen.note(visible(say(msg('{0}：{1}', `${path}${place && ':'}${place}`, say(problem)))));
  };

  const fixing = options.fix || options.dryRun ? engine().openFixing(options, { io, screen, target, say, fail }) : undefined;
  let skipped = false;
  const skip = (path: string) => {
    skipped = true;
    if (options.format === 'text') screen.note(visible(say(msg('{0}：{1}', path, say(ignored)))));
  };

  const settingsOf = projectSettings(io, fail, (text) => engine().readConfig(text), options.config);
  const warn = (path: string, problem: Message) => screen.note(visible(say(msg('{0}：{1}', path, say(problem)))));
  const baseline = options.baseline === undefined ? undefined : engine().openBaseline(options, io, say);
  if (baseline && 'problem' in baseline) {
    io.stderr.write(`${visible(say(baseline.problem))}\n`);
    return 2;
  }
  const decisionsOn = openMemory(io, warn, baseline?.decisions);
  const tell = (checked: CheckedFile) => {
    // Other formats have told it as a failure.
    if (checked.result.tooLarge && options.format !== 'json') return;
    const decisions = decisionsOn(checked.job.path);
    const { file, silenced } = remembering(checked, decisions, (...asked) => engine().review(...asked));
    const {
      job: { path, named },
      settings: { enable },
      written,
      result: { findings, ...read },
    } = file;
    if (decisions) counts.silenced = (counts.silenced ?? 0) + silenced.length;
    baseline?.take(file.result, silenced);
    const shown = options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const result: FileResult = { ...read, findings: shown, ...(silenced.length > 0 && { silenced }) };
    warnings += countOf({ findings }).warning;
    count(counts, result.report.recognized, countOf(result));
    screen.print(replay && checked.key !== undefined && isAlone(path) ? replay.print(result, checked.key) : printer.file(result));
    if (options.format !== 'text') return;
    for (const note of result.document?.notes ?? []) screen.note(visible(say(msg('{0}：{1}', path, say(note)))));
    if (named && !result.report.recognized) screen.note(visible(say(whyUnchecked(path, enable, written))));
  };
  const jobs = await findJobs(options, io, fail, skip);
  const cache = options.cache === undefined ? undefined : (await import('./cache')).openCache(options.cache, io);
  const isPlain = !options.quiet && !options.between && !fixing && !baseline;
  const language = chooseLanguage(options.language, io.env);
  const replay = cache && isPlain && printer.repeating ? openReplay(cache, printer.repeating, language) : undefined;
  /** Whether nothing but a file and its settings decides what is told of it. */
  const isAlone = (path: string) => settingsOf(path).units === undefined && decisionsOn(path) === undefined;
  const tellAgain = ({ path }: Job, told: Told) => {
    warnings += told.warning;
    count(counts, told.recognized, told);
    screen.print(replay?.again(path, told) ?? '');
  };
  let known: KnownPieces | undefined;
  const pieces = () => (known ??= engine().knownPieces());
  // From the first file that is to be held against others: none behind it can be told before all are read.
  const held: CheckedFile[] = [];
  for (const [index, job] of jobs.entries()) {
    if (index % 50 === 0 && jobs.length > 200) screen.progress(() => say(msg('正在校对 {0} / {1}', index, jobs.length)));
    try {
      const told = held.length === 0 && isAlone(job.path) ? replay?.find(job, settingsOf(job.path)) : undefined;
      if (told) {
        tellAgain(job, told);
        continue;
      }
      const checked = await checkFile(job, {
        settingsOf,
        fixing,
        fail,
        say,
        cache,
        decisionsOn,
        pieces,
        reader: () => engine().fileReader,
      });
      if (!checked) continue;
      if (held.length > 0 || isHeldAgainst(checked, options.between)) held.push(checked);
      else tell(checked);
    } catch (error) {
      fail(job.path, problemOf(error));
    }
  }
  if (held.length > 0) for (const file of engine().withBetween(held, options.between)) tell(file);
  closeCache(cache, options, warn);
  baseline?.close(fail);
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
  if (failed) return 2;
  const wouldChange = options.dryRun && fixing?.changes === true;
  return counts.errors > 0 || tooMany || wouldChange ? 1 : 0;
}

/** Why a file that was named is not checked. */
function whyUnchecked(path: string, enable: boolean, written: boolean): Message {
  if (written) return msg('{0}：是 nianbao 生成的，没有校对', path);
  return enable ? msg('{0}：不像年度报告，没有校对', path) : msg('{0}：{1} 关闭了检查，没有校对', path, configName);
}

function count(counts: Counts, recognized: boolean, found: Readonly<Record<Severity, number>>): void {
  counts.files++;
  if (recognized) counts.reports++;
  counts.errors += found.error;
  counts.warnings += found.warning;
  counts.information += found.information;
  counts.hints += found.hint;
}
