/**
 * `nianbao figures`: the figures of each report on a line of its own (NDJSON), as engines for larger amounts read them. Files
 * that are no reports are passed over.
 */
import { readConfig } from '../features/choices/config';
import { findingsOfDocument } from '../features/document';
import { reportFigures } from '../features/figures';
import { checkUnsilenced } from '../features/silence/silence';
import { parse } from '../report/parse';
import { knownPieces } from '../text/facts';
import { msg, type Message } from '../text/message';
import type { Span } from '../text/span';
import { problemOf, writingProblemOf } from './failure';
import type { Io } from './io';
import { noReports } from './folder-output';
import { findJobs } from './jobs';
import type { Options } from './options';
import { openTarget } from './output-file';
import { projectSettings } from './project-config';
import { readSource } from './source';
import { visible } from './visible';

/** Runs the command. Gives the exit code: 0 done, 2 something could not be read. */
export async function figuresCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  let failed = false;
  const fail = (path: string, problem: Message): void => {
    failed = true;
    io.stderr.write(`${visible(say(msg('{0}：{1}', path, say(problem))))}\n`);
  };
  const target = openTarget(options.output, io);
  const settingsOf = projectSettings(io, fail, readConfig);
  let any = false;
  const pieces = knownPieces();
  for (const job of await findJobs(options, io, fail, () => undefined)) {
    try {
      const source = await readSource(job);
      if ('problem' in source) {
        fail(job.path, source.problem);
        continue;
      }
      const { document } = source;
      const { enable, severities, rules } = settingsOf(job.path);
      const report = parse(source.text, false, pieces);
      if (!enable || !report.recognized) continue;
      any = true;
      const found = checkUnsilenced(report, severities, rules);
      const findings = document ? findingsOfDocument(document, report, found, severities) : found;
      const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
      const isUnread = (table: Span) => document?.doubtful.some(({ start, end }) => table.start < end && start < table.end) === true;
      target.write(
        `${JSON.stringify({ path: job.path, ...reportFigures(report, isUnread), errors: count('error'), warnings: count('warning') })}\n`,
      );
    } catch (error) {
      fail(job.path, problemOf(error));
    }
  }
  try {
    target.close();
  } catch (error) {
    fail(options.output ?? '', writingProblemOf(error));
  }
  if (!any && !failed) io.stderr.write(`${say(noReports('figures'))}\n`);
  return failed ? 2 : 0;
}
