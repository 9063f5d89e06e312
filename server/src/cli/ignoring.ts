/**
 * Which files are passed over: those that patterns in `.nianbaoignore` files name, in the way of `.gitignore`. Such a file
 * speaks of what lies in its folder and below it; one further down outdoes those above, and patterns of the command line
 * outdo all. What lies in an ignored folder is ignored, whatever else is said of it. In a git repository its `.gitignore`
 * files count as well, the weakest of all, and only for files that are searched for: who names a file wants it.
 */
import ignore from 'ignore';
import { dirname, parse, resolve } from 'node:path';
import { msg, type Message } from '../text/message';
import { decode } from './encoding/decode';
import { isMissing, problemOf } from './failure';
import type { Io } from './io';
import type { Options } from './options';
import { perFolder } from './per-folder';
import { pathWithin } from './relative-path';
import { readSmallFile } from './small-file';

export interface Ignoring {
  /** Whether to pass over the file or folder at `path`; `named`: the user named it, not a folder around it. */
  ignores(path: string, kind: 'file' | 'folder', named?: boolean): boolean;
}

/** Why nothing is said of a file that was named. */
export const ignored = msg('按忽略规则跳过，没有校对');

const ignoreFile = '.nianbaoignore';

/**
 * What is to be ignored by `options` and by the ignore files around the paths asked about.
 * @param fail is told an ignore file that cannot be read.
 */
export function openIgnoring(
  options: Pick<Options, 'ignore' | 'ignorePath'>,
  io: Io,
  fail: (path: string, problem: Message) => void,
): Ignoring {
  const { currentFolder } = io;
  const chosen = options.ignorePath === undefined ? undefined : read(resolve(currentFolder, options.ignorePath), options.ignorePath);
  const given = rebased(currentFolder, options.ignore);
  const patterns = new Map<string, readonly string[]>();
  const gitPatterns = new Map<string, readonly string[] | undefined>();

  function read(path: string, name: string, mayMiss = false): string[] {
    try {
      const decoded = decode(readSmallFile(io, path));
      if ('text' in decoded) return rebased(dirname(path), decoded.text.split(/\r\n?|\n/));
      fail(name, decoded.problem);
    } catch (error) {
      if (!mayMiss || !isMissing(error)) fail(name, problemOf(error));
    }
    return [];
  }

  /** The patterns of `folder` and of all above it, the strongest last. */
  function around(folder: string): readonly string[] {
    const known = patterns.get(folder);
    if (known) return known;
    const above = dirname(folder) === folder ? [] : around(dirname(folder));
    const path = resolve(folder, ignoreFile);
    const all = [...above, ...read(path, pathWithin(currentFolder, path, currentFolder) ?? path, true)];
    patterns.set(folder, all);
    return all;
  }

  /** The patterns of git for `folder`, the strongest last; undefined outside of a repository. */
  function ofGit(folder: string): readonly string[] | undefined {
    if (gitPatterns.has(folder)) return gitPatterns.get(folder);
    const above = isTop(folder) ? [] : ofGitAbove(folder);
    const all = above && [...above, ...read(resolve(folder, '.gitignore'), '.gitignore', true)];
    gitPatterns.set(folder, all);
    return all;
  }

  function ofGitAbove(folder: string): readonly string[] | undefined {
    return dirname(folder) === folder ? undefined : ofGit(dirname(folder));
  }

  /** Whether a git repository begins in `folder`. */
  function isTop(folder: string): boolean {
    try {
      io.kindOf(resolve(folder, '.git'));
      return true;
    } catch {
      return false;
    }
  }

  /** What matches the paths in `folder`, counted from the root of the disk; undefined if nothing there is ignored. */
  function matcherIn(folder: string, named: boolean): ReturnType<typeof ignore> | undefined {
    const all = [...(named ? [] : (ofGit(folder) ?? [])), ...(chosen ?? around(folder)), ...given];
    return all.length === 0 ? undefined : ignore({ ignorecase: false }).add(all);
  }

  const ofFound = perFolder(currentFolder, (folder) => matcherIn(folder, false));
  const ofNamed = perFolder(currentFolder, (folder) => matcherIn(folder, true));

  return {
    ignores(path, kind, named = false) {
      // Whoever names a path may write it in any way, a folder as `..`.
      const matcher = named ? ofNamed(resolve(currentFolder, path)) : ofFound(path);
      if (!matcher) return false;
      const whole = resolve(currentFolder, path);
      const way = pathWithin(parse(whole).root, whole, currentFolder);
      return way ? matcher.ignores(kind === 'folder' ? `${way}/` : way) : false;
    },
  };
}

/** The patterns in `lines`, which speak of what lies in `folder`, as patterns from the root of its disk. */
function rebased(folder: string, lines: readonly string[]): string[] {
  const way = pathWithin(parse(folder).root, folder, folder) ?? '';
  const prefix = way === '' ? '/' : `/${way.replace(/[\\*?[\]]/g, '\\$&')}/`;
  return lines.flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const negated = line.startsWith('!');
    const pattern = negated ? line.slice(1) : line;
    // A slash before the last character ties a pattern to its folder.
    const tied = /\/./.test(pattern.trimEnd());
    return [`${negated ? '!' : ''}${prefix}${tied ? pattern.replace(/^\//, '') : `**/${pattern}`}`];
  });
}
