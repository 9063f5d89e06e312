/**
 * The files to read: those named, and in folders named every .txt, .md and document, sorted by path, each once. Hidden entries,
 * node_modules and what is to be ignored are passed over; links to folders are not followed, so a loop of links is none.
 */
import { normalize, sep } from 'node:path';
import { isLeftBehind, isSearchedName } from '../documents/kinds';
import { isGlob, readGlob } from './globs';
import type { Ignoring } from './ignoring';
import type { Io } from './io';

export interface Source {
  /** As it was named, or the folder as it was named and the way down from there. */
  readonly path: string;
  /** Whether the user named this very file, not a folder around it. */
  readonly named: boolean;
}

export interface Search extends Ignoring {
  /** Is told each path that is not there or cannot be listed, with the system's error. */
  onFailure(path: string, error: unknown): void;
  /** Is told each of the paths asked for that is ignored. */
  onIgnored(path: string): void;
}

/** Finds the files under `paths`; a path that is not there but is a pattern stands for what matches it. */
export function findSources(paths: readonly string[], io: Io, search: Search): Source[] {
  const found = new Map<string, Source>();
  for (const path of paths) {
    try {
      if (isGlob(path) && !isThere(path, io)) findMatches(path, io, search, found);
      else findNamed(path, io, search, found);
    } catch (error) {
      search.onFailure(path, error);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function findNamed(path: string, io: Io, search: Search, found: Map<string, Source>): void {
  const kind = io.kindOf(path) === 'folder' ? 'folder' : 'file';
  if (search.ignores(path, kind, true)) search.onIgnored(path);
  else if (kind === 'file') found.set(normalize(path), { path, named: true });
  else walk(path, io, search, (file, key) => addUnlessNamed(found, file, key));
}

/** @throws an error that says ENOENT where nothing matches. */
function findMatches(pattern: string, io: Io, search: Search, found: Map<string, Source>): void {
  const { folder, matches } = readGlob(pattern);
  let any = false;
  walk(folder, io, search, (file, key) => {
    if (!matches(file)) return;
    any = true;
    addUnlessNamed(found, file, key);
  });
  if (!any) throw Object.assign(new Error('nothing matches'), { code: 'ENOENT' });
}

/** Gives `take` the files below `top` that can be read, each also as `normalize` writes it, in no order. */
function walk(top: string, io: Io, search: Search, take: (path: string, normal: string) => void): void {
  const folders = [top];
  const listed = new Set<string>();
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const key = normalize(`${folder}/`);
    if (listed.has(key)) continue;
    listed.add(key);
    try {
      for (const { name, kind } of io.listFolder(folder)) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        const path = within(folder, name);
        if (kind === 'folder') {
          if (!search.ignores(path, 'folder')) folders.push(path);
        } else if (isReadable(name) && (kind === 'file' || (kind === 'link' && leadsToFile(path, io))) && !search.ignores(path, 'file')) {
          take(path, key === '.' + sep ? name : key + name);
        }
      }
    } catch (error) {
      search.onFailure(folder, error);
    }
  }
}

function isThere(path: string, io: Io): boolean {
  try {
    io.kindOf(path);
    return true;
  } catch {
    return false;
  }
}

function addUnlessNamed(found: Map<string, Source>, path: string, key: string): void {
  if (!found.has(key)) found.set(key, { path, named: false });
}

/** `name` in `folder`; the current folder is left out of the path. */
function within(folder: string, name: string): string {
  if (folder === '.' || folder === './') return name;
  return folder.endsWith('/') || folder.endsWith(sep) ? folder + name : `${folder}/${name}`;
}

function isReadable(name: string): boolean {
  return (/\.(?:txt|md)$/i.test(name) && !isLeftBehind(name)) || isSearchedName(name);
}

/** A link that leads nowhere counts: reading it will tell the user. */
function leadsToFile(path: string, io: Io): boolean {
  try {
    return io.kindOf(path) === 'file';
  } catch {
    return true;
  }
}
