/**
 * The files to read: those named, and in folders named every .txt, .md and document, sorted by path, each once. Hidden entries,
 * node_modules and what is to be ignored are passed over; links to folders are not followed, so a loop of links is none.
 */
import { normalize, sep } from 'node:path';
import { isLeftBehind, isSearchedName } from '../documents/kinds';
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

/** Finds the files under `paths`. */
export function findSources(paths: readonly string[], io: Io, { ignores, onFailure, onIgnored }: Search): Source[] {
  const found = new Map<string, Source>();
  const folders: string[] = [];
  for (const path of paths) {
    try {
      const kind = io.kindOf(path) === 'folder' ? 'folder' : 'file';
      if (ignores(path, kind)) onIgnored(path);
      else if (kind === 'folder') folders.push(path);
      else found.set(normalize(path), { path, named: true });
    } catch (error) {
      onFailure(path, error);
    }
  }
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
          if (!ignores(path, 'folder')) folders.push(path);
        } else if (isReadable(name) && (kind === 'file' || (kind === 'link' && leadsToFile(path, io))) && !ignores(path, 'file')) {
          addUnlessNamed(found, path);
        }
      }
    } catch (error) {
      onFailure(folder, error);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function addUnlessNamed(found: Map<string, Source>, path: string): void {
  const key = normalize(path);
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
