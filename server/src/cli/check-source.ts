/** Checks what was read of a file, and mends it if asked to; what several files are held against each other by is made of it on request. */
import { basename } from 'node:path';
import type { Filing } from '../collection/submission';
import type { Roster } from '../collection/roster';
import { isWritten } from '../collection/written';
import { placeOf } from '../documents/place';
import type { Source } from '../documents/source';
import { findingsOfDocument } from '../features/document';
import { filingFor } from '../features/held-together';
import { review } from '../features/silence/fingerprints';
import type { Decision } from '../features/silence/review-file';
import { checkUnsilenced } from '../features/silence/silence';
import type { Checked } from '../features/actions/fix-all';
import { toldFindings } from '../features/actions/proven-fixes';
import type { Finding } from '../findings/finding';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { KnownPieces } from '../text/facts';
import type { Message } from '../text/message';
import type { Entry } from './cache';
import { type CheckedFile, type FileGround, type FileReader, placesIn } from './check-file';
import type { Fixing } from './fixing';
import type { Job } from './jobs';
import type { FileResult } from './printers/printer';
import type { ProjectSettings } from './project-config';
import { readSource } from './source';

/** What reads files and checks them. */
export const fileReader: FileReader = { checkAnew, checkToKeep, parse, placeOf };

/** Reads a file, checks it and mends it if asked to; undefined, which is told, where it cannot be read. @throws a system error. */
async function checkAnew(job: Job, settings: ProjectSettings, ground: FileGround): Promise<CheckedFile | undefined> {
  const { fixing, fail, say, decisionsOn, pieces } = ground;
  const source = await readSource(job);
  if (!('problem' in source))
    return checkSource({ job, settings, source, fixing, say, pieces: pieces(), decisions: decisionsOn?.(job.path) });
  fail(job.path, source.problem);
  return undefined;
}

/** The same without mending anything, with all that is to be kept of it. */
async function checkToKeep(
  job: Job,
  settings: ProjectSettings,
  ground: FileGround,
): Promise<(CheckedFile & { readonly entry: Entry }) | undefined> {
  const { fail, say, pieces } = ground;
  const source = await readSource(job);
  if ('problem' in source) {
    fail(job.path, source.problem);
    return undefined;
  }
  const fresh = await checkSource({ job, settings, source, fixing: undefined, say, pieces: pieces() });
  const { told, ...result } = fresh.result;
  const findings = told?.(result.findings) ?? result.findings;
  const { text, document } = source;
  const entry: Entry = {
    encoding: result.encoding,
    recognized: result.report.recognized,
    written: fresh.written,
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
  return { ...fresh, result: { ...result, findings }, entry };
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
    const shown = placesIn(left.document, left.report, (span) => placeOf(left.document, left.report, span).map(say).join(' · '));
    return {
      ...rest,
      result: { path, encoding, report: left.report, findings, told: telling(left.report, checkDocument), document: shown },
    };
  }
  const found = check(report);
  const read = { path, bytes, encoding, report };
  const left =
    fixing && enable && !written ? fixing.mend({ ...read, ...withoutDecided({ report, findings: found, check }, decisions) }) : read;
  const findings = left.report === report ? found : check(left.report);
  return { ...rest, result: { path, encoding, report: left.report, findings, told: telling(left.report, check) } };
}

/** The same without that of which it was decided that it is not to be shown: nobody wants it mended. */
function withoutDecided({ report, findings, check }: Checked, decisions: readonly Decision[]): Checked {
  if (decisions.length === 0) return { report, findings, check };
  return { report, findings: review(report, findings, decisions).findings, check: (of) => review(of, check(of), decisions).findings };
}

/** Works out and proves the fixes of findings of `report` by what judged it. */
function telling(report: Report, check: (report: Report) => readonly Finding[]): NonNullable<FileResult['told']> {
  return (findings) => toldFindings({ report, findings, check });
}

/** What a file is held against others by. */
export function filingOf({ result: { path, report }, job, written, doubtful, entry }: CheckedFile, roster: Roster): Filing {
  const modified = job.modified();
  if (entry?.digest) return { path, digest: entry.digest, lines: report.lines, modified };
  const filing = filingFor({ path, report, written, doubtful, modified }, roster);
  if (entry) entry.digest = filing.digest;
  return filing;
}
