/**
 * The nearest `.nianbao-review.json` of each file: looked for from its folder upwards, each folder once. One that cannot be used is
 * told once and left as it is.
 */
import { dirname, join, resolve } from 'node:path';
import { type Decision, memoryName, readMemory, withoutDismissed } from '../features/review-memory/memory';
import type { Message } from '../text/message';
import { isMissing, problemOf } from './failure';
import type { CheckedFile } from './check-file';
import type { Io } from './io';
import { pathWithin } from './relative-path';

/** For a path the decisions about reports in its folder; undefined where no file of them is in force. */
export function openMemory(io: Io, tell: (path: string, problem: Message) => void): (path: string) => readonly Decision[] | undefined {
  const byFolder = new Map<string, readonly Decision[] | undefined>();
  const inFolder = (folder: string): readonly Decision[] | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const own = load(join(folder, memoryName));
    const parent = dirname(folder);
    const decisions = own ?? (parent === folder ? undefined : inFolder(parent));
    byFolder.set(folder, decisions);
    return decisions;
  };

  const load = (path: string): readonly Decision[] | undefined => {
    const name = pathWithin(io.currentFolder, path, io.currentFolder) ?? path;
    try {
      const read = readMemory(new TextDecoder().decode(io.readFile(path)));
      if ('decisions' in read) return read.decisions;
      tell(name, read.problem);
    } catch (error) {
      if (isMissing(error)) return undefined;
      tell(name, problemOf(error));
    }
    return [];
  };

  return (path) => inFolder(dirname(resolve(io.currentFolder, path)));
}

/** The file without the findings that `decisions` dismiss, and how many those are. */
export function remembering(
  file: CheckedFile,
  decisions: readonly Decision[] = [],
): { readonly file: CheckedFile; readonly silenced: number } {
  const { findings, silenced } = withoutDismissed(file.result.report, file.result.findings, decisions);
  return silenced === 0 ? { file, silenced } : { file: { ...file, result: { ...file.result, findings } }, silenced };
}
