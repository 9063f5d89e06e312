/**
 * What was read of files and found in them, kept between runs: by the bytes of the file, its name, the settings and this version of
 * nianbao, so that nothing that has changed is ever taken from it. One file, a line for each entry and one for what was printed of it,
 * which may be all that a run asks for; damaged lines are passed over and written anew, and the whole may be deleted at any time.
 *
 *     9f3a…c1 04be…77 "报告.txt"      {"encoding":…,"recognized":true,"findings":[…]}
 *     9f3a…c1 04be…77 "报告.txt" zh   {"text":"\"report\":true,\"findings\":[…]","error":1,…}
 *     bytes   settings             ↑ a tab
 */
import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { version } from '../../../package.json';
import type { Digest } from '../collection/digest';
import type { ComposedText } from '../documents/compose';
import type { Finding } from '../findings/finding';
import type { Message } from '../text/message';
import type { Encoding } from '../text/encoding/decode';
import { readUtf8 } from './encoding/decode';
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
  /** What was printed of the file, in a language: the value that was put, or what damage has made of it. */
  getPrinted(key: string, language: string): object | undefined;
  putPrinted(key: string, language: string, printed: object): void;
  /** Writes what is new. @throws a system error. */
  close(): void;
}

/** Characters of all lines together; those that were longest not asked for go first. */
const mostKept = 200_000_000;

/** A value that was asked for: new, or as it was kept, with the line that says so. */
interface Asked {
  readonly value: object;
  readonly line?: string | undefined;
  /** What the line says of how it is held against others. */
  readonly digest?: Digest | undefined;
}

/** The cache in `folder`. */
export function openCache(folder: string, io: Io): Cache {
  const path = join(folder, 'entries.ndjson');
  const lines = linesIn(path, io);
  const asked = new Map<string, Asked>();
  /** Entries of files of which it was enough to know what was printed: they are of as much use as that. */
  const spared = new Set<string>();
  const stamps = new WeakMap<ProjectSettings, string>();
  const program = hash('sha256', JSON.stringify([version, io.stamp ?? ''])).slice(0, 16);
  /** This version and the settings, the same for all files of a folder. */
  const stampOf = (settings: ProjectSettings): string => {
    const known = stamps.get(settings) ?? `${program}${hash('sha256', JSON.stringify(settings))}`;
    stamps.set(settings, known);
    return known;
  };
  const valueOf = (key: string): object | undefined => {
    const known = asked.get(key);
    if (known) return known.value;
    const line = lines.get(key);
    const value = line === undefined ? undefined : valueIn(line);
    if (value) asked.set(key, { value, line, digest: value.digest });
    return value;
  };
  return {
    keyOf: (name, bytes, settings) => `${hash('sha256', bytes)} ${stampOf(settings)} ${JSON.stringify(basename(name))}`,
    get(key) {
      const entry = valueOf(key);
      return entry && isEntry(entry) ? entry : undefined;
    },
    put: (key, entry) => void asked.set(key, { value: entry }),
    getPrinted(key, language) {
      const printed = valueOf(`${key} ${language}`);
      if (printed) spared.add(key);
      return printed;
    },
    putPrinted: (key, language, printed) => void asked.set(`${key} ${language}`, { value: printed }),
    close() {
      if ([...asked.values()].every(isKept)) return;
      const lineOf = (key: string) => {
        const of = asked.get(key);
        return of && !isKept(of) ? JSON.stringify(of.value) : lines.get(key);
      };
      const used = new Set([...spared, ...asked.keys()].filter((key) => asked.has(key) || lines.has(key)));
      const own = [...used].map((key) => `${key}\t${lineOf(key)}`);
      let length = own.reduce((sum, line) => sum + line.length, 0);
      // What another version has kept is of no use any more, and would be read every time.
      const others = [...lines].filter(([key]) => !used.has(key) && key.split(' ', 2)[1]?.startsWith(program)).reverse();
      const kept = others.filter(([, line]) => (length += line.length) <= mostKept).reverse();
      io.makeFolder(folder);
      const text = [...kept.map(([key, line]) => `${key}\t${line}`), ...own, ''].join('\n');
      io.writeFile(path, new TextEncoder().encode(text));
      // Whoever puts the folder under version control is spared it.
      io.writeFile(join(folder, '.gitignore'), new TextEncoder().encode('*\n'));
    },
  };
}

/** Whether the line of a value still says all of it. */
function isKept({ value, line, digest }: Asked): boolean {
  return line !== undefined && (value as Partial<Entry>).digest === digest;
}

/** The lines of a cache file by their keys, each a value as JSON; none where the file is missing or cannot be read. */
function linesIn(path: string, io: Io): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  try {
    const bytes = io.readFile(path);
    const whole = readUtf8(bytes);
    const text = whole ?? new TextDecoder().decode(bytes);
    let tab = -1;
    // A last line that has no end has lost it.
    for (let start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
      if (tab < start) tab = text.indexOf('\t', start);
      if (tab < 0) break;
      const isDamaged = whole === undefined && text.slice(start, end).includes('\ufffd');
      if (tab < end && !isDamaged) lines.set(text.slice(start, tab), text.slice(tab + 1, end));
    }
  } catch {
    // It is made anew.
  }
  return lines;
}

function valueIn(line: string): Partial<Entry> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: Partial<Entry>): value is Entry {
  return Array.isArray(value.findings) && typeof value.recognized === 'boolean' && value.encoding !== undefined;
}
