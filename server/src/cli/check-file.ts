/** Reads one file and checks it by the settings of its folder; what several files are held against each other by is made of it on request. */
import { basename } from 'node:path';
import { agencyKey } from '../collection/agency-name';
import type { Filing } from '../collection/submission';
import { type Digest, digestOf } from '../collection/digest';
import type { Roster } from '../collection/roster';
import { isWritten } from '../collection/written';
import { placeOf as placeInDocument } from '../documents/place';
import { findingsOfDocument } from '../features/document';
import { checkUnsilenced } from '../features/silence/silence';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Fixing } from './fixing';
import type { Job } from './jobs';
import type { FileResult } from './printers/printer';
import type { ProjectSettings } from './project-config';
import { readSource } from './source';

export interface FileGround {
  readonly settingsOf: (path: string) => ProjectSettings;
  readonly fixing?: Fixing | undefined;
  readonly fail: (path: string, problem: Message) => void;
  readonly say: (message: Message) => string;
}

export interface CheckedFile {
  readonly job: Job;
  readonly settings: ProjectSettings;
  readonly result: FileResult;
  /** Whether nianbao wrote the file itself: then it is not checked. */
  readonly written: boolean;
  /** The tables of a document of which nobody can tell which figure belongs to which cell. */
  readonly doubtful: readonly Span[];
}

/** Reads a file, checks it and mends it if asked to; undefined, which is told, where it cannot be read. @throws a system error. */
export async function checkFile(job: Job, { settingsOf, fixing, fail, say }: FileGround): Promise<CheckedFile | undefined> {
  const { path } = job;
  const source = await readSource(job);
  if ('problem' in source) {
    fail(path, source.problem);
    return undefined;
  }
  const { encoding, text, bytes, document } = source;
  const settings = settingsOf(path);
  const { enable, severities, rules } = settings;
  const options = { ...rules, fileName: basename(path) };
  const written = isWritten(text);
  const check = (of: Report) => checkUnsilenced(of, severities, options);
  const report = parse(enable && !written ? text : '');
  const rest = { job, settings, written, doubtful: document?.doubtful ?? [] };
  if (document) {
    const checkDocument = (of: Report) => findingsOfDocument(document, of, check(of), severities);
    const read = { path, bytes, document, report, findings: checkDocument(report), check: checkDocument };
    const after = fixing && report.recognized ? await fixing.mendDocument(read) : read;
    const placeOf = (span: Span) => placeInDocument(after.document, after.report, span).map(say).join(' · ');
    const notes = report.recognized ? document.notes : [];
    return { ...rest, result: { path, encoding, report: after.report, findings: after.findings, document: { placeOf, notes } } };
  }
  const draft = { path, bytes, encoding, report, findings: check(report), check };
  const left = fixing && enable && !written ? fixing.mend(draft) : draft;
  return { ...rest, result: { path, encoding, report: left.report, findings: left.findings } };
}

/** What a file is held against others by. */
export function filingOf({ result: { path, report }, job, written, doubtful }: CheckedFile, roster: Roster): Filing {
  const namesOf = (agency: string) => {
    const unit = roster.find(agency);
    return unit ? [unit.name, ...unit.aliases].map(agencyKey) : [];
  };
  const digest: Digest = digestOf(report, {
    namesOf,
    isUnread: (table) => doubtful.some(({ start, end }) => table.start < end && start < table.end),
  });
  return { path, digest: written ? { ...digest, written } : digest, lines: report.lines, modified: job.modified() };
}
