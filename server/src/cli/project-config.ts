/**
 * The nearest `.nianbao.json` of each file that is checked: looked for from its folder upwards to the top of the file system,
 * each folder once. What is wrong in one is told once, with its place.
 */
import { dirname, join, resolve } from 'node:path';
import type { Unit } from '../collection/roster';
import type { Config } from '../features/choices/config';
import { type CheckSettings, configName, settle } from '../features/choices/settings';
import { indexLines, positionAt } from '../text/lines';
import type { Message } from '../text/message';
import { isMissing, problemOf } from './failure';
import type { Io } from './io';
import { perFolder } from './per-folder';
import { pathWithin } from './relative-path';
import { readSmallFile } from './small-file';

/** Tells what is wrong with the file at `path`, and where in it; lines and columns count from 1. */
export type TellProblem = (path: string, problem: Message, line?: number, column?: number) => void;

export interface ProjectSettings extends CheckSettings {
  /** The units of the nearest file that has a roster, the same list for all files below it; undefined if none has. */
  readonly units: readonly Unit[] | undefined;
}

/**
 * For a path the settings with which its text is checked.
 * @param chosen the one file to go by for all, wherever they lie.
 */
export function projectSettings(
  io: Io,
  tell: TellProblem,
  readConfig: (text: string) => Config,
  chosen?: string,
): (path: string) => ProjectSettings {
  const byFolder = new Map<string, ProjectSettings>();
  const inFolder = (folder: string): ProjectSettings => {
    const known = byFolder.get(folder);
    if (known) return known;
    const own = load(join(folder, configName));
    const parent = dirname(folder);
    const above = parent === folder ? { ...settle(), units: undefined } : inFolder(parent);
    const settings = own ? { ...settle(own.choices), units: own.units ?? above.units } : above;
    byFolder.set(folder, settings);
    return settings;
  };

  const load = (path: string): Config | undefined => {
    const name = pathWithin(io.currentFolder, path, io.currentFolder) ?? path;
    let text: string;
    try {
      text = new TextDecoder().decode(readSmallFile(io, path));
    } catch (error) {
      if (!isMissing(error) || chosen !== undefined) tell(name, problemOf(error));
      return undefined;
    }
    const config = readConfig(text);
    const lines = indexLines(text);
    for (const { span, message } of config.problems) {
      const { line, character } = positionAt(lines, span.start);
      tell(name, message, line + 1, character + 1);
    }
    return config;
  };

  if (chosen !== undefined) {
    const own = load(resolve(io.currentFolder, chosen));
    const settings = { ...settle(own?.choices ?? {}), units: own?.units };
    return () => settings;
  }
  return perFolder(io.currentFolder, inFolder);
}

/** The file whose settings count for `path`; undefined if there is none. */
export function configFileOf(path: string, io: Io): string | undefined {
  for (let folder = dirname(resolve(io.currentFolder, path)); ; folder = dirname(folder)) {
    const file = join(folder, configName);
    try {
      io.kindOf(file);
      return file;
    } catch {
      if (dirname(folder) === folder) return undefined;
    }
  }
}
