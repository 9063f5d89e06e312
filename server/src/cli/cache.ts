/**
 * What was read of files and found in them, kept between runs: by the bytes of the file, its name, the settings and this version of
 * nianbao, so that nothing that has changed is ever taken from it. One file, a line for each entry; damaged lines are passed
 * over and written anew, and the whole may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { version } from '../../../package.json';
import type { Digest } from '../collection/digest';
import type { ComposedText } from '../documents/compose';
import type { Finding } from '../findings/finding';
import type { Message } from '../text/message';
import type { Encoding } from '../text/encoding/decode';
import type { Io } from './io';
import type { ProjectSettings } from './project-config';

/** What is kept of a file. */
export interface Entry {
  readonly encoding: Encoding;
  readonly recognized: boolean;
  readonly written: boolean;
  readonly findings: readonly Finding[];
  /** Of a document: what was read of it. */
  readonly document?: KeptDocument;
  /** What it is held against others by, once that was asked for. */
  digest?: Digest;
}

export interface KeptDocument extends Pick<ComposedText, 'text' | 'pieces'> {
  readonly doubtful: readonly { readonly start: number; readonly end: number }[];
  readonly notes: readonly Message[];
}

export interface Cache {
  keyOf(path: string, bytes: Uint8Array, settings: ProjectSettings): string;
  get(key: string): Entry | undefined;
  put(key: string, entry: Entry): void;
  /** Writes what is new. @throws a system error. */
  close(): void;
}

/** Characters of all entries together; those that were longest not asked for go first. */
const mostKept = 200_000_000;

/** An entry that was asked for: new, or as it was kept, with the line that says so. */
interface Asked {
  readonly entry: Entry;
  readonly line?: string | undefined;
  /** What the line says of how it is held against others. */
  readonly digest?: Digest | undefined;
}

/** Whether the line of an entry still says all of it. */
function isKept({ entry, line, digest }: Asked): boolean {
  return line !== undefined && entry.digest === digest;
}

/** The cache in `folder`. */
export function openCache(folder: string, io: Io): Cache {
  const path = join(folder, 'entries.ndjson');
  const lines = linesIn(path, io);
  const asked = new Map<string, Asked>();
  const stamps = new WeakMap<ProjectSettings, string>();
  /** This version and the settings, the same for all files of a folder. */
  const stampOf = (settings: ProjectSettings): string => {
    const known = stamps.get(settings) ?? hashOf(JSON.stringify([version, io.stamp ?? '', settings]));
    stamps.set(settings, known);
    return known;
  };
  return {
    keyOf: (name, bytes, settings) => hashOf(`${stampOf(settings)} ${basename(name)}\0`, bytes),
    get(key) {
      const known = asked.get(key);
      if (known) return known.entry;
      const line = lines.get(key);
      const entry = line === undefined ? undefined : entryIn(line);
      if (entry) asked.set(key, { entry, line, digest: entry.digest });
      return entry;
    },
    put(key, entry) {
      asked.set(key, { entry });
    },
    close() {
      if ([...asked.values()].every(isKept)) return;
      const own = [...asked].map(([key, of]) => `${key}\t${isKept(of) ? of.line : JSON.stringify(of.entry)}`);
      let length = own.reduce((sum, line) => sum + line.length, 0);
      const others = [...lines].filter(([key]) => !asked.has(key)).reverse();
      const kept = others.filter(([, line]) => (length += line.length) <= mostKept).reverse();
      io.makeFolder(folder);
      const text = [...kept.map(([key, line]) => `${key}\t${line}`), ...own, ''].join('\n');
      io.writeFile(path, new TextEncoder().encode(text));
      // Whoever puts the folder under version control is spared it.
      io.writeFile(join(folder, '.gitignore'), new TextEncoder().encode('*\n'));
    },
  };
}

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The entries of a cache file by their keys, each as JSON; none where the file is missing or cannot be read. */
function linesIn(path: string, io: Io): ReadonlyMap<string, string> {
  try {
    const text = new TextDecoder().decode(io.readFile(path));
    const lines = text.split('\n').filter((line) => /^[0-9a-f]{64}\t\{/.test(line));
    return new Map(lines.map((line) => [line.slice(0, 64), line.slice(65)]));
  } catch {
    return new Map();
  }
}

function entryIn(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Partial<Entry>;
    return Array.isArray(entry.findings) && typeof entry.recognized === 'boolean' && entry.encoding ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}
