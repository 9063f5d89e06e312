/**
 * The nearest `.nianbao-review.json` of each file: looked for from its folder upwards, each folder once. One that cannot be used is
 * told once and left as it is.
 */
import { dirname, join } from 'node:path';
import type { Reviewed, Silenced } from '../features/silence/fingerprints';
import { type Decision, readReviewFile, reviewFileName } from '../features/silence/review-file';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { type Message, msg } from '../text/message';
import { isMissing, problemOf } from './failure';
import type { CheckedFile } from './check-file';
import type { Io } from './io';
import { perFolder } from './per-folder';
import { pathWithin } from './relative-path';

/**
 * For a path the decisions about reports in its folder; undefined where no file of them is in force.
 * @param always decisions that hold everywhere besides.
 */
export function openMemory(
  io: Io,
  tell: (path: string, problem: Message) => void,
  always?: readonly Decision[],
): (path: string) => readonly Decision[] | undefined {
  const byFolder = new Map<string, readonly Decision[] | undefined>();
  const inFolder = (folder: string): readonly Decision[] | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const own = load(join(folder, reviewFileName));
    const parent = dirname(folder);
    const decisions = own ?? (parent === folder ? undefined : inFolder(parent));
    byFolder.set(folder, decisions);
    return decisions;
  };

  const load = (path: string): readonly Decision[] | undefined => {
    const name = pathWithin(io.currentFolder, path, io.currentFolder) ?? path;
    try {
      const decisions = readReviewFile(new TextDecoder().decode(io.readFile(path)));
      if (decisions) return decisions;
      tell(name, msg('读不出校对决定，没有照它静默'));
    } catch (error) {
      if (isMissing(error)) return undefined;
      tell(name, problemOf(error));
    }
    return [];
  };

  return perFolder(io.currentFolder, (folder) => {
    const own = inFolder(folder);
    return always ? [...always, ...(own ?? [])] : own;
  });
}

/** Takes away findings about which it was decided so. */
type Review = (report: Report, findings: readonly Finding[], decisions: readonly Decision[]) => Reviewed;

/** The file without the findings about which it was decided that they are not to be shown, and how many those are. */
export function remembering(
  file: CheckedFile,
  decisions: readonly Decision[] | undefined,
  review: Review,
): { readonly file: CheckedFile; readonly silenced: readonly Silenced[] } {
  if (!decisions || decisions.length === 0) return { file, silenced: [] };
  const { findings, silenced } = review(file.result.report, file.result.findings, decisions);
  return silenced.length === 0 ? { file, silenced } : { file: { ...file, result: { ...file.result, findings } }, silenced };
}
