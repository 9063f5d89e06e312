/**
 * What the command line touches of the world, as one value: files, folders, standard streams, environment. `main` gets it
 * as an argument, so that tests run without a process; `nodeIo` is the real one. No decisions here.
 */
import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './language';
import { type Output, outputOf } from './standard-output';
import { replaceFile } from './replace-file';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface FolderEntry {
  readonly name: string;
  /** A symbolic link is a `link`, whatever it leads to. */
  readonly kind: EntryKind;
}

export interface Io {
  /** What tells this program from an earlier one of the same version; undefined where nothing does. */
  readonly stamp?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the folder to which relative paths belong. */
  readonly currentFolder: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What stands at `path`, links followed. @throws a system error with its `code`, such as ENOENT. */
  kindOf(path: string): EntryKind;
  /** How many bytes a file has. @throws a system error with its `code`. */
  sizeOf(path: string): number;
  /** When a file was last written, in milliseconds; undefined if that cannot be told. */
  modifiedAt(path: string): number | undefined;
  /** The bytes of a file. @throws a system error with its `code`. */
  readFile(path: string): Uint8Array;
  /**
   * The bytes of a file that is short enough to be read at once; undefined for a longer one. They stand in a place of their own only
   * until the next file is read so: to make room for each of many takes longer than to read it. @throws a system error with its `code`.
   */
  readShort(path: string): Uint8Array | undefined;
  /**
   * Puts `bytes` in place of what the file held, as a whole or not at all; with `expected` only if it still holds that.
   * @throws a system error with its `code`.
   */
  writeFile(path: string, bytes: Uint8Array, expected?: Uint8Array): void;
  /** Makes a folder with those above it; one that is there stays. @throws a system error with its `code`. */
  makeFolder(path: string): void;
  /** What lies in a folder, in no order. @throws a system error with its `code`. */
  listFolder(path: string): readonly FolderEntry[];
  /** All bytes of standard input. */
  readInput(): Promise<Uint8Array>;
  /** The Markdown page of a rule in a language (Chinese), as shipped with the program; undefined if there is none. */
  readPage(ruleId: string, language?: Language): string | undefined;
}

/** The world as this process sees it. */
export function nodeIo(): Io {
  return {
    stamp: String(statSync(process.argv[1] ?? '', { throwIfNoEntry: false })?.mtimeMs ?? ''),
    env: process.env,
    currentFolder: process.cwd(),
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr),
    kindOf: (path) => kindOf(statSync(path)),
    sizeOf: (path) => statSync(path).size,
    modifiedAt: (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs,
    readFile: (path) => readFileSync(path),
    readShort: shortReader(),
    writeFile: replaceFile,
    makeFolder: (path) => void mkdirSync(path, { recursive: true }),
    listFolder: (path) => readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: entryKind(path, entry) })),
    readInput,
    readPage,
  };
}

function shortReader(): Io['readShort'] {
  let room: Buffer | undefined;
  return (path) => {
    room ??= Buffer.allocUnsafeSlow(1 << 20);
    const file = openSync(path, 'r');
    try {
      let length = 0;
      for (let more = -1; more !== 0 && length < room.length; length += more)
        more = readSync(file, room, length, room.length - length, length);
      return length < room.length ? room.subarray(0, length) : undefined;
    } finally {
      closeSync(file);
    }
  };
}

function kindOf(entry: Stats | Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Some file systems do not tell in a listing what an entry is: then ask for it. */
function entryKind(folder: string, entry: Dirent): EntryKind {
  const kind = kindOf(entry);
  if (kind !== 'other' || entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice()) return kind;
  try {
    return kindOf(lstatSync(join(folder, entry.name)));
  } catch {
    return 'other';
  }
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The pages lie in `rules/` beside the bundle. */
function readPage(ruleId: string, language: Language = 'zh'): string | undefined {
  try {
    return readFileSync(join(__dirname, 'rules', `${ruleId}${language === 'en' ? '.en' : ''}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
