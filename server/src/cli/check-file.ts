/**
 * What is found in one file: taken from the cache where it was checked before, else by reading and checking it by the settings of its
 * folder (`check-source.ts`).
 */
import { isDocumentName } from '../documents/kinds';
import { largestDocument } from '../documents/limits';
import type { DocumentPlaces } from '../features/file-json';
import type { Decision } from '../features/silence/review-file';
import { defaultLimit, tooLong } from '../features/text-limit';
import type { Report } from '../report/report';
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

export interface FileGround {
  readonly settingsOf: (path: string) => ProjectSettings;
  readonly fixing?: Fixing | undefined;
  readonly fail: (path: string, problem: Message) => void;
  readonly say: (message: Message) => string;
  readonly cache?: Cache | undefined;
  /** What was decided beside the files about findings in the one at `path`. */
  readonly decisionsOn?: (path: string) => readonly Decision[] | undefined;
  /** What is known of the pieces of the files before: reports of one county share many. */
  readonly pieces: () => KnownPieces;
  readonly reader: () => FileReader;
}

/** What is done with a file that is not known, and with one that is where more is asked than was kept. */
export interface FileReader {
  readonly checkAnew: (job: Job, settings: ProjectSettings, ground: FileGround) => Promise<CheckedFile | undefined>;
  readonly checkToKeep: (
    job: Job,
    settings: ProjectSettings,
    ground: FileGround,
  ) => Promise<(CheckedFile & { readonly entry: Entry }) | undefined>;
  readonly parse: (text: string) => Report;
  /** The words for a place in a document. */
  readonly placeOf: (document: KeptDocument, report: Report, span: Span) => readonly Message[];
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
  /** Under which it is kept. */
  readonly key?: string;
}

/** Reads a file, checks it and mends it if asked to; undefined, which is told, where it cannot be read. @throws a system error. */
export async function checkFile(job: Job, ground: FileGround): Promise<CheckedFile | undefined> {
  const { settingsOf, fixing, fail, cache, reader } = ground;
  const settings = settingsOf(job.path);
  const limit = settings.textLimit ?? defaultLimit;
  if (!isDocumentName(job.path) && job.size() > limit * 1000) {
    fail(job.path, tooLong(limit));
    return unread(job, settings, reader);
  }
  // What is mended is written from what was read.
  if (!cache || fixing || isTooLarge(job)) return reader().checkAnew(job, settings, ground);
  const bytes = job.read();
  const key = cache.keyOf(job.path, bytes, settings);
  const kept = cache.get(key);
  if (kept) return { ...checkedBefore({ job, settings, entry: kept, bytes }, ground), key };
  const checked = await reader().checkToKeep({ ...job, read: () => bytes }, settings, ground);
  if (!checked) return undefined;
  cache.put(key, checked.entry);
  return { ...checked, key };
}

interface KnownFile {
  readonly job: Job;
  readonly settings: ProjectSettings;
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** A file that was checked in an earlier run; its report is read only where someone asks for more than was kept. */
function checkedBefore({ job, settings, entry, bytes }: KnownFile, { say, reader }: FileGround): CheckedFile {
  const { encoding, recognized, written, findings, document } = entry;
  const readText = () => {
    const decoded = document ?? decode(bytes);
    return 'text' in decoded && settings.enable && !written ? decoded.text : '';
  };
  const report = keptReport(recognized, readText, (text) => reader().parse(text));
  return {
    job,
    settings,
    written,
    doubtful: document?.doubtful ?? [],
    entry,
    result: {
      path: job.path,
      encoding,
      report,
      findings,
      ...(document && { document: placesIn(document, report, (span) => reader().placeOf(document, report, span).map(say).join(' · ')) }),
    },
  };
}

/** What is told of a document besides its findings. @param placeOf the words for a place in it. */
export function placesIn({ notes }: Pick<KeptDocument, 'notes'>, report: Report, placeOf: (span: Span) => string): DocumentPlaces {
  return { placeOf, notes: report.recognized ? notes : [] };
}

/** Whether a file may have findings between files, so that it cannot be told before all are read. @param all with others of its kind, also where no roster is in force. */
export function isHeldAgainst({ settings: { units }, result }: CheckedFile, all: boolean): boolean {
  return result.report.recognized && (all || units !== undefined);
}

function isTooLarge({ path, size }: Job): boolean {
  return isDocumentName(path) && size() > largestDocument;
}

/** A text that is too long to be read: it is listed, and nothing is said of it. */
function unread(job: Job, settings: ProjectSettings, reader: () => FileReader): CheckedFile {
  const encoding = { name: 'UTF-8', mark: false } as const;
  return {
    job,
    settings,
    written: false,
    doubtful: [],
    result: {
      path: job.path,
      encoding,
      report: keptReport(
        false,
        () => '',
        (text) => reader().parse(text),
      ),
      findings: [],
      tooLarge: true,
    },
  };
}
