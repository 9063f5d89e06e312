/**
 * `nianbao review`: one line for each unit of a folder's reports of one year, also for one that handed in nothing; and return
 * notes on request. Exit codes as those of `check`.
 */
import { reviewSheet } from '../features/folder/review-sheet';
import { numbersSheet } from '../features/folder/numbers-sheet';
import { reviewPage } from '../features/folder/review-page';
import { latestYear, type Review, review, type ReviewLine } from '../features/folder/review';
import { numbersOf } from '../features/folder/review-numbers';
import { reviewText } from '../features/folder/review-text';
import { returnNote } from '../features/folder/return-note';
import type { Severity } from '../findings/finding';
import type { Message } from '../text/message';
import type { CheckedFile } from './check-file';
import { type Folder, readFolder } from './folder';
import { chooseFormat, noReports, writeSheets, writeText } from './folder-output';
import type { Io } from './io';
import { writeNotes } from './notes';
import { type Options, reviewFormats } from './options';
import { visibleLines } from './visible';

/** Runs the command. Gives the exit code: 0 no error found, 1 at least one, 2 something could not be read or written. */
export async function reviewCommand(options: Options, io: Io, say: (message: Message) => string): Promise<number> {
  const format = chooseFormat(options, reviewFormats);
  if (typeof format === 'object') {
    io.stderr.write(`${say(format.problem)}\n`);
    return 2;
  }
  const folder = await readFolder(options, io, say);
  const year = options.year ?? latestYear(folder.collection, folder.unreadable);
  if (year === undefined && folder.collection.roster.units.length === 0) {
    folder.screen.note(say(noReports('review')));
    if (format === 'text' && options.output === undefined) {
      folder.screen.close();
      return folder.failed() ? 2 : 0;
    }
  }
  const findingsOf = (path: string) => folder.files.get(path)?.result.findings ?? [];
  const list = review(folder.collection, year ?? 0, { findingsOf, unreadable: folder.unreadable });
  await write(format, list, { options, io, say, folder });
  if (options.notes !== undefined) await writeNotes(options.notes, notesOf(list, folder, io), io, folder);
  folder.screen.close();
  if (folder.failed()) return 2;
  return list.units.some(({ errors }) => errors > 0) ? 1 : 0;
}

interface Ground {
  readonly options: Options;
  readonly io: Io;
  readonly say: (message: Message) => string;
  readonly folder: Folder;
}

async function write(format: (typeof reviewFormats)[number], list: Review, { options, io, say, folder }: Ground): Promise<void> {
  const numbers = options.numbers ? numbersOf(folder.collection, list) : undefined;
  switch (format) {
    case 'json':
      return writeText(`${JSON.stringify(jsonOf(list))}\n`, options, io, folder);
    case 'html':
      return writeText(reviewPage(list, say, numbers), options, io, folder);
    case 'xlsx':
      return writeSheets([reviewSheet(list, say), ...(numbers ? [numbersSheet(numbers, say)] : [])], options.output ?? '', io, folder);
    case 'text':
      return writeText(visibleLines(reviewText(list, { collection: folder.collection, say, numbers })), options, io, folder);
  }
}

/** The list as other programs get it. */
function jsonOf({ year, units }: Review): object {
  return {
    version: 1,
    year,
    units: units.map(({ unit, state, path, lastYear, errors, warnings, hints, figures }: ReviewLine) => ({
      unit,
      state,
      path,
      lastYear,
      errors,
      warnings,
      hints,
      figures,
    })),
  };
}

function notesOf({ units, year }: Review, { files, decisionsOn }: Folder, io: Io) {
  return units.flatMap(({ unit, submission }) => {
    const file: CheckedFile | undefined = submission && files.get(submission.path);
    if (!file) return [];
    const { report, findings, document } = file.result;
    const shown = findings.filter(({ severity }) => (['error', 'warning', 'information', 'hint'] satisfies Severity[]).includes(severity));
    return (
      returnNote({
        unit,
        year,
        report,
        findings: shown,
        decisions: decisionsOn(file.result.path) ?? [],
        pageOf: (id) => io.readPage(id),
        ...(document && { placeOf: ({ span }) => document.placeOf(span) }),
      }) ?? []
    );
  });
}
