/** Reads one file and checks it by the settings of its folder; what several files are held against each other by is made of it on request. */
import { basename } from 'node:path';
import type { Filing } from '../collection/submission';
import type { Roster } from '../collection/roster';
import { isWritten } from '../collection/written';
import { isDocumentName } from '../documents/kinds';
import { largestDocument } from '../documents/limits';
import { placeOf as placeInDocument } from '../documents/place';
import type { Source } from '../documents/source';
import { findingsOfDocument } from '../features/document';
import type { DocumentPlaces } from '../features/file-json';
import { filingFor } from '../features/held-together';
import { type Decision, review } from '../features/silence/review-file';
import { checkUnsilenced } from '../features/silence/silence';
import type { Checked } from '../features/actions/fix-all';
import { toldFindings } from '../features/actions/proven-fixes';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import { defaultLimit, tooLong } from '../features/text-limit';
import type { KnownPieces } from '../text/facts';
import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Cache, Entry, KeptDocument } from './cache';
import { decode } from './encoding/decode';
import type { Fixing } from './fixing';
import type { Job } from './jobs';
import { keptReport } from './kept-report';
import type { FileResult } from './printers/printer';
import type { ProjectSettings } from './project-config';
import { readSource } from './source';

export interface FileGround {
  readonly settingsOf: (path: string) => ProjectSettings;
  readonly fixing?: Fixing | undefined;
  readonly fail: (path: string, problem: Message) => void;
  readonly say: (message: Message) => string;
  readonly cache?: Cache | undefined;
  /** What was decided beside the files about findings in the one at `path`. */
  readonly decisionsOn?: (path: string) => readonly Decision[] | undefined;
  /** What is known of the pieces of the files before: reports of one county share many. */
  readonly pieces: KnownPieces;
}

export interface CheckedFile {
  readonly job: Job;
  readonly settings: ProjectSettings;
  readonly result: FileResult;
  /** Whether nianbao wrote the file itself: then it is not checked. */
  readonly written: boolean;
  /** The tables of a document of which nobody can tell which figure belongs to which cell. */
  readonly doubtful: readonly Span[];
  /** What is kept of it for the next run; undefined without a cache. */
  readonly entry?: Entry;
}

/** Reads a file, checks it and mends it if asked to; undefined, which is told, where it cannot be read. @throws a system error. */
export async function checkFile(job: Job, ground: FileGround): Promise<CheckedFile | undefined> {
  const { settingsOf, fixing, fail, say, cache, decisionsOn, pieces } = ground;
  const settings = settingsOf(job.path);
  const limit = settings.textLimit ?? defaultLimit;
  if (!isDocumentName(job.path) && job.size() > limit * 1000) {
    fail(job.path, tooLong(limit));
    return unread(job, settings);
  }
  // What is mended is written from what was read.
  if (!cache || fixing || isTooLarge(job)) {
    const source = await readSource(job);
    if (!('problem' in source))
      return await checkSource({ job, settings, source, fixing, say, pieces, decisions: decisionsOn?.(job.path) });
    fail(job.path, source.problem);
    return undefined;
  }
  const bytes = job.read();
  const key = cache.keyOf(job.path, bytes, settings);
  const kept = cache.get(key);
  if (kept) return checkedBefore({ job, settings, say }, kept, bytes);
  const source = await readSource({ ...job, read: () => bytes });
  if ('problem' in source) {
    fail(job.path, source.problem);
    return undefined;
  }
  const fresh = await checkSource({ job, settings, source, fixing, say, pieces });
  const { check, ...result } = fresh.result;
  const checked = { ...fresh, result: { ...result, findings: check ? toldFindings({ ...result, check }) : result.findings } };
  const { text, document } = source;
  const { encoding, report, findings } = checked.result;
  const entry: Entry = {
    encoding,
    recognized: report.recognized,
    written: checked.written,
    findings,
    ...(document && {
      document: {
        text,
        pieces: document.pieces,
        notes: document.notes,
        doubtful: document.doubtful.map(({ start, end }) => ({ start, end })),
      },
    }),
  };
  cache.put(key, entry);
  return { ...checked, entry };
}

interface FileSource {
  readonly job: Job;
  readonly settings: ProjectSettings;
  readonly source: Source;
  readonly fixing: Fixing | undefined;
  readonly say: (message: Message) => string;
  readonly pieces: KnownPieces;
  readonly decisions?: readonly Decision[] | undefined;
}

async function checkSource({ job, settings, source, fixing, say, pieces, decisions = [] }: FileSource): Promise<CheckedFile> {
  const { path } = job;
  const { encoding, text, bytes, document } = source;
  const { enable, severities, rules } = settings;
  const options = { ...rules, fileName: basename(path) };
  const written = isWritten(text);
  const check = (of: Report) => checkUnsilenced(of, severities, options);
  const report = parse(enable && !written ? text : '', false, pieces);
  const rest = { job, settings, written, doubtful: document?.doubtful ?? [] };
  if (document) {
    const checkDocument = (of: Report) => findingsOfDocument(document, of, check(of), severities);
    const found = checkDocument(report);
    const read = { path, bytes, document, report };
    const left =
      fixing && report.recognized
        ? await fixing.mendDocument({ ...read, ...withoutDecided({ report, findings: found, check: checkDocument }, decisions) })
        : read;
    const findings = left.report === report ? found : checkDocument(left.report);
    const shown = printedDocument(left.document, left.report, say);
    return {
      ...rest,
      result: { path, encoding, report: left.report, findings, check: checkDocument, document: shown },
    };
  }
  const found = check(report);
  const read = { path, bytes, encoding, report };
  const left =
    fixing && enable && !written ? fixing.mend({ ...read, ...withoutDecided({ report, findings: found, check }, decisions) }) : read;
  const findings = left.report === report ? found : check(left.report);
  return { ...rest, result: { path, encoding, report: left.report, findings, check } };
}

/** The same without that of which it was decided that it is not to be shown: nobody wants it mended. */
function withoutDecided({ report, findings, check }: Checked, decisions: readonly Decision[]): Checked {
  if (decisions.length === 0) return { report, findings, check };
  return { report, findings: review(report, findings, decisions).findings, check: (of) => review(of, check(of), decisions).findings };
}

/** A file that was checked in an earlier run; its report is read only where someone asks for more than was kept. */
function checkedBefore({ job, settings, say }: Pick<FileSource, 'job' | 'settings' | 'say'>, entry: Entry, bytes: Uint8Array): CheckedFile {
  const { encoding, recognized, written, findings, document } = entry;
  const report = keptReport(recognized, () => {
    const decoded = document ?? decode(bytes);
    return 'text' in decoded && settings.enable && !written ? decoded.text : '';
  });
  return {
    job,
    settings,
    written,
    doubtful: document?.doubtful ?? [],
    entry,
    result: { path: job.path, encoding, report, findings, ...(document && { document: printedDocument(document, report, say) }) },
  };
}

function printedDocument(
  document: Pick<KeptDocument, 'pieces' | 'notes'>,
  report: Report,
  say: (message: Message) => string,
): DocumentPlaces {
  return {
    placeOf: (span) => placeInDocument(document, report, span).map(say).join(' · '),
    notes: report.recognized ? document.notes : [],
  };
}

function isTooLarge({ path, size }: Job): boolean {
  return isDocumentName(path) && size() > largestDocument;
}

/** A text that is too long to be read: it is listed, and nothing is said of it. */
function unread(job: Job, settings: ProjectSettings): CheckedFile {
  const encoding = { name: 'UTF-8', mark: false } as const;
  return {
    job,
    settings,
    written: false,
    doubtful: [],
    result: { path: job.path, encoding, report: parse(''), findings: [], tooLarge: true },
  };
}

/** What a file is held against others by. */
export function filingOf({ result: { path, report }, job, written, doubtful, entry }: CheckedFile, roster: Roster): Filing {
  const modified = job.modified();
  if (entry?.digest) return { path, digest: entry.digest, lines: report.lines, modified };
  const filing = filingFor({ path, report, written, doubtful, modified }, roster);
  if (entry) entry.digest = filing.digest;
  return filing;
}
