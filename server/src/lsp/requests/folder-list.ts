/**
 * `nianbao/folder`: the view 年报一览, one line for each unit of the year under review, with its years below it; the same states and
 * counts as `nianbao review`, and what was returned.
 */
import type { Range } from 'vscode-languageserver';
import { latestYear, type Review, review, type ReviewLine } from '../../features/folder/review';
import { stateWords } from '../../features/folder/state-words';
import { submissionOf } from '../../features/folder/returned';
import { format, msg, type Message } from '../../text/message';
import { toRange } from '../convert';
import type { FolderFile } from '../folder/folder-file';
import { answer } from '../own';
import type { FolderList, FolderReport, FolderUnit } from '../protocol';
import type { Session } from '../session';

export function serveFolderList(session: Session): void {
  answer(session, 'nianbao/folder', ({ year }) => folderList(session, year));
}

/** The list for `year`, else for the latest. */
export function folderList(session: Session, wanted: number | undefined): FolderList {
  const { index } = session;
  const collection = index.collection();
  const year = wanted ?? latestYear(collection);
  if (year === undefined) return { years: [], units: [] };
  const { years } = collection;
  const lists = new Map(
    [...new Set([...years.filter((one) => one < year), year])].map((one) => [
      one,
      new Map(reviewOf(session, one).units.map((line) => [line.unit, line])),
    ]),
  );
  const earlier = years.filter((one) => one < year).sort((a, b) => b - a);
  const units = [...(lists.get(year)?.values() ?? [])].map((line): FolderUnit => {
    return {
      unit: line.unit,
      isMember: line.member !== undefined,
      years: [year, ...earlier].flatMap((one) => {
        const own = lists.get(one)?.get(line.unit);
        return own && (one === year || own.submission) ? [reportIn(session, own, one)] : [];
      }),
    };
  });
  return { year, years, units };
}

export function reviewOf({ index }: Session, year: number): Review {
  const findingsOf = (path: string) => {
    const file = index.fileAt(path);
    return file ? index.shown(file).findings : [];
  };
  const unreadable = [...index.files().values()].filter(({ problem }) => problem !== undefined).map(({ path }) => path);
  return review(index.collection(), year, { findingsOf, unreadable });
}

function reportIn(session: Session, line: ReviewLine, year: number): FolderReport {
  const { index, translate } = session;
  const file = line.path === null ? undefined : index.fileAt(line.path);
  const before = line.lastYear === null ? undefined : index.fileAt(line.lastYear);
  const said =
    file && submissionOf(file.settings.decisions, { unit: line.unit, year }, file.recognized ? () => knownIn(session, file) : undefined);
  const isGarbled = file?.garbled === true && line.submission === undefined;
  const ofLine = isGarbled ? 'garbled' : line.state;
  const state = said?.state ?? ofLine;
  const words = (message: Message): string => format(message, translate);
  return {
    year,
    state,
    words: words(isGarbled ? msg('乱码') : stateWords[line.state]),
    ...(said && { returned: words(returnedWords(said)) }),
    errors: line.errors,
    warnings: line.warnings,
    hints: line.hints,
    received: line.figures?.received ?? null,
    processed: line.figures?.processed ?? null,
    ...(file && { uri: file.uri, path: file.path, ...firstRange(session, file) }),
    ...(file?.problem && { problem: words(file.problem) }),
    ...(before && { lastYear: before.uri }),
  };
}

function returnedWords({ state, mended, left, added }: NonNullable<ReturnType<typeof submissionOf>>): Message {
  return state === 'returned' ? msg('退回') : msg('已改 {0}、仍有 {1}、新出现 {2}', mended, left, added);
}

function knownIn({ index }: Session, file: FolderFile) {
  return { report: index.reportOf(file), findings: index.shown(file).findings };
}

/** Where the first finding that weighs most stands. */
function firstRange({ index }: Session, file: FolderFile): { readonly first?: Range } {
  const { findings } = index.shown(file);
  const first = ['error', 'warning', 'information', 'hint'].flatMap(
    (level) => findings.find(({ severity }) => severity === level) ?? [],
  )[0];
  return first ? { first: toRange(file.lines, first.span) } : {};
}
