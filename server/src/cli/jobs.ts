/** What `nianbao check` is asked to read: the files named, those in folders, and standard input. */
import { resolve } from 'node:path';
import type { Message } from '../text/message';
import { problemOf } from './failure';
import { findSources } from './files';
import { openIgnoring } from './ignoring';
import type { Io } from './io';
import { type Options, usesInput } from './options';

/** One text to check. */
export interface Job {
  readonly path: string;
  /** Whether the user asked for this very text. */
  readonly named: boolean;
  /** @throws a system error. */
  readonly read: () => Uint8Array;
  /** The same, where they are few, only until the next is read so; undefined where they are many. @throws a system error. */
  readonly readShort: () => Uint8Array | undefined;
  /** How many bytes there are to read. @throws a system error. */
  readonly size: () => number;
  /** When it was last written, in milliseconds; undefined if that is not known. */
  readonly modified: () => number | undefined;
}

/**
 * The texts asked for, in the order of their paths. Without any path, those of the current folder.
 * @param fail is told each path that cannot be read.
 * @param skip is told each path asked for that is to be ignored.
 */
export async function findJobs(
  options: Options,
  io: Io,
  fail: (path: string, problem: Message) => void,
  skip: (path: string) => void,
): Promise<Job[]> {
  const { operands, stdinFilename, output } = options;
  const wanted = operands.length === 0 && !usesInput(options) ? ['.'] : operands.filter((path) => path !== '-');
  // What an earlier run wrote there quotes reports.
  const written = output === undefined ? undefined : resolve(io.currentFolder, output);
  const { ignores } = openIgnoring(options, io, fail);
  const jobs: Job[] = findSources(wanted, io, { ignores, onFailure: (path, error) => fail(path, problemOf(error)), onIgnored: skip })
    .filter(({ path, named }) => named || resolve(io.currentFolder, path) !== written)
    .map(({ path, named }) => ({
      path,
      named,
      read: () => io.readFile(path),
      readShort: () => io.readShort(path),
      size: () => io.sizeOf(path),
      modified: () => io.modifiedAt(path),
    }));
  if (!usesInput(options)) return jobs;
  const path = stdinFilename ?? '<stdin>';
  if (stdinFilename !== undefined && ignores(stdinFilename, 'file', true)) {
    skip(stdinFilename);
    return jobs;
  }
  try {
    const bytes = await io.readInput();
    jobs.push({ path, named: true, read: () => bytes, readShort: () => bytes, size: () => bytes.length, modified: () => undefined });
  } catch (error) {
    fail(path, problemOf(error));
  }
  return jobs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
