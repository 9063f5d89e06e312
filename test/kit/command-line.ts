/** The command line in a world made of values: files, folders and standard input go in, what it printed and wrote comes out. */
import { isAbsolute, relative, resolve } from 'node:path';
import * as engine from '../../server/src/cli/engine';
import { type EntryKind, type FolderEntry, type Io, nodeIo } from '../../server/src/cli/io';
import { main } from '../../server/src/cli/main';

export interface World {
  /** Contents by path; bytes, or text that is stored as UTF-8, or the code of the error that reading gives. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly code: string }>>;
  readonly folders?: Readonly<Record<string, readonly FolderEntry[] | { readonly code: string }>>;
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly pages?: Readonly<Record<string, string>>;
  /** When files were last written, by path. */
  readonly modified?: Readonly<Record<string, number>>;
  /** Paths that cannot be written; by default all can. */
  readonly locked?: readonly string[];
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was written, by path. */
  readonly written: Readonly<Record<string, Uint8Array>>;
}

export interface JsonFile {
  readonly path: string;
  readonly report: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly range: JsonRange;
    readonly related?: readonly { readonly message: string; readonly range: JsonRange }[];
    readonly fix?: {
      readonly title: string;
      readonly safe: boolean;
      readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
    };
  }[];
}

export interface JsonRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface JsonOutput {
  readonly version: number;
  readonly files: readonly JsonFile[];
  readonly summary: Readonly<Record<string, number>>;
}

/** The folder in which the command line runs. Paths of a world are relative to it; those outside of it, absolute. */
export const home = resolve('/home/li/年报');

/** Runs `main` in `world`. */
export async function run(argv: readonly string[], world: World = {}): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const written: Record<string, Uint8Array> = {};
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: world.terminal === true,
    columns: world.terminal === true ? 100 : undefined,
    write: (text: string) => {
      out[name] += text;
    },
  });
  const at = <Value>(values: Readonly<Record<string, Value | { readonly code: string }>> | undefined, path: string): Value => {
    const value = values?.[nameOf(path)];
    if (value === undefined) throw fails('ENOENT');
    if (typeof value === 'object' && value !== null && 'code' in value) throw fails(value.code);
    return value;
  };
  const io: Io = {
    env: world.env ?? {},
    currentFolder: home,
    stdout: output('stdout'),
    stderr: output('stderr'),
    kindOf: (path): EntryKind => {
      if (world.folders?.[nameOf(path)] !== undefined) return 'folder';
      if (world.files?.[nameOf(path)] !== undefined) return 'file';
      throw fails('ENOENT');
    },
    sizeOf: (path) => io.readFile(path).length,
    modifiedAt: (path) => world.modified?.[nameOf(path)],
    readFile: (path) => {
      const content = written[nameOf(path)] ?? at<string | Uint8Array>(world.files, path);
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    readShort: (path) => io.readFile(path),
    writeFile: (path, bytes) => {
      if (world.locked?.includes(nameOf(path))) throw fails('EACCES');
      written[nameOf(path)] = bytes;
    },
    makeFolder: () => undefined,
    listFolder: (path) => at<readonly FolderEntry[]>(world.folders, path),
    readInput: () => Promise.resolve(world.input ?? new Uint8Array()),
    readPage: (id, language) => world.pages?.[language === 'en' ? `${id}.en` : id],
  };
  return { code: await main(argv, io, () => engine), ...out, written };
}

export async function runJson(argv: readonly string[], world?: World): Promise<Run & { readonly json: JsonOutput }> {
  const result = await run(['check', '--format', 'json', ...argv], world);
  return { ...result, json: JSON.parse(result.stdout) as JsonOutput };
}

export const file = (name: string): FolderEntry => ({ name, kind: 'file' });
export const folder = (name: string): FolderEntry => ({ name, kind: 'folder' });
export const link = (name: string): FolderEntry => ({ name, kind: 'link' });

/** `path` from the current folder; `.` for this folder itself, absolute for what lies outside of it. */
function nameOf(path: string): string {
  const name = relative(home, resolve(home, path));
  if (name === '') return '.';
  return name.startsWith('..') || isAbsolute(name) ? resolve(home, path) : name;
}

function fails(code: string): Error {
  return Object.assign(new Error(`${code}: refused`), { code });
}

/** Runs `main` on the files of this machine, as if from `folder`; paths are to be given whole. */
export async function runOnDisk(
  argv: readonly string[],
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const said = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    isTerminal: false,
    columns: undefined,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const code = await main(argv, { ...nodeIo(), env: {}, stdout: output('out'), stderr: output('err') }, () => engine);
  return { code, stdout: said.out, stderr: said.err };
}
