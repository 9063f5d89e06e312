/**
 * All files asked for, read and checked together, as `review` and `total` need them: what each holds, what is found in it and
 * between it and others, and which could not be read.
 */
import { type Collection, collect } from '../collection/collect';
import { checkBetween } from '../features/check-between';
import { readConfig } from '../features/choices/config';
import { configName } from '../features/choices/settings';
import { rosterInForce } from '../features/held-together';
import { review } from '../features/silence/fingerprints';
import { knownPieces } from '../text/facts';
import { msg, type Message } from '../text/message';
import { withFindings } from './between';
import { type CheckedFile, checkFile } from './check-file';
import { fileReader, filingOf } from './check-source';
import { closeCache } from './close-cache';
import { problemOf } from './failure';
import type { Io } from './io';
import { findJobs } from './jobs';
import { openMemory, remembering } from './memory';
import type { Options } from './options';
import { projectSettings } from './project-config';
import { openScreen, type Screen } from './screen';
import { visible } from './visible';

export interface Folder {
  readonly collection: Collection;
  /** By path. */
  readonly files: ReadonlyMap<string, CheckedFile>;
  readonly unreadable: readonly string[];
  /** What was decided beside the file at a path. */
  readonly decisionsOn: ReturnType<typeof openMemory>;
  readonly screen: Screen;
  /** Whether anything could not be read; grows while results are written. */
  failed(): boolean;
  /** Tells what could not be read or written. */
  fail(path: string, problem: Message): void;
  /** Tells what is to be known of a file though nothing went wrong. */
  tell(path: string, words: Message): void;
}

/** Reads the files that `options` ask for. What goes wrong is told on standard error. */
export async function readFolder(options: Options, io: Io, say: (message: Message) => string): Promise<Folder> {
  const screen = openScreen(io);
  let failed = false;
  const fail = (path: string, problem: Message, line?: number, column?: number): void => {
    failed = true;
    const place = line === undefined || column === undefined ? '' : `:${line}:${column}`;
    screen.note(visible(say(msg('{0}：{1}', path + place, say(problem)))));
  };
  const settingsOf = projectSettings(io, fail, readConfig, options.config);
  const unreadable: string[] = [];
  const checked: CheckedFile[] = [];
  const jobs = await findJobs(options, io, fail, () => undefined);
  const cache = options.cache === undefined ? undefined : (await import('./cache')).openCache(options.cache, io);
  const pieces = knownPieces();
  for (const [index, job] of jobs.entries()) {
    if (index % 50 === 0 && jobs.length > 200) screen.progress(() => say(msg('正在校对 {0} / {1}', index, jobs.length)));
    try {
      const file = await checkFile(job, { settingsOf, fail, say, cache, pieces: () => pieces, reader: () => fileReader });
      if (file && !file.result.tooLarge) checked.push(file);
      else unreadable.push(job.path);
    } catch (error) {
      unreadable.push(job.path);
      fail(job.path, problemOf(error));
    }
  }
  const roster = rosterInForce(
    [...checked.map(({ settings }) => settings), ...placesAsked(options).map((path) => settingsOf(`${path}/${configName}`))].map(
      ({ units }) => units,
    ),
  );
  const collection = collect(
    checked.map((file) => filingOf(file, roster)),
    roster,
  );
  const warn = (path: string, problem: Message) => screen.note(visible(say(msg('{0}：{1}', path, say(problem)))));
  closeCache(cache, options, warn);
  const decisionsOn = openMemory(io, warn);
  const severities = new Map(checked.map(({ result, settings }) => [result.path, settings.severities]));
  // A sum asks for no findings; to hold all texts against each other takes longest.
  const between = options.command === 'total' ? new Map<string, never>() : checkBetween(collection, (path) => severities.get(path) ?? {});
  const files = new Map(
    checked.map((file) => {
      const { path } = file.result;
      return [path, remembering(withFindings(file, between.get(path) ?? []), decisionsOn(path), review).file] as const;
    }),
  );
  return { collection, files, unreadable, decisionsOn, screen, failed: () => failed, fail, tell: warn };
}

/** The folders in which a roster may stand though they hold no file. */
function placesAsked({ operands }: Options): readonly string[] {
  const paths = operands.filter((path) => path !== '-');
  return paths.length === 0 ? ['.'] : paths;
}
