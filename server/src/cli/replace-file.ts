/**
 * Writing a file so that at every moment either the old content or the new one is there whole, where the system allows it:
 *
 *     报告.txt  ──── .报告.txt.4711-9f3a2c.nianbao ──── rename ──── 报告.txt
 *     old text       new text, flushed                              new text
 *
 * Where nothing may be put beside it, or the file has several names (hard links), it is written over in its place, and put
 * back as it was if that fails. Extended attributes are kept only then: a new file has none.
 */
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The `code` of the error where the file is no longer as it was read. */
export const changedCode = 'ECHANGED';

/**
 * Puts `bytes` in place of what the file at `path` held, or makes the file. Its permissions and owner stay; a link keeps
 * leading to it.
 * @param expected what was read of it: nothing is written if something else stands there by now.
 * @throws a system error with its `code`; then the file is as it was.
 */
export function replaceFile(path: string, bytes: Uint8Array, expected?: Uint8Array): void {
  const found = statSync(path, { throwIfNoEntry: false });
  const whole = found ? realpathSync(path) : path;
  // To take the name of a file needs no right to write it.
  if (found) accessSync(whole, constants.W_OK);
  if (found && !found.isFile()) return writeAll(openSync(whole, 'w'), bytes);
  const beside = found && found.nlink > 1 ? undefined : openBeside(whole, found);
  if (!beside) return writeOver(whole, bytes, expected);
  try {
    writeAll(beside.file, bytes);
    if (expected) compare(whole, expected);
    renameSync(beside.path, whole);
  } catch (error) {
    rmSync(beside.path, { force: true });
    throw error;
  }
}

/** Temporary files beside `whole`: whose process is in the name, so that those of one that was killed are known. */
const suffix = '.nianbao';

/** A new file with the permissions and the owner of the one `found`; undefined where the system forbids it. */
function openBeside(whole: string, found: Stats | undefined): { readonly path: string; readonly file: number } | undefined {
  removeAbandoned(whole);
  for (let attempt = 0; ; attempt++) {
    const path = join(dirname(whole), `.${basename(whole)}.${process.pid}-${crypto.randomUUID().slice(0, 8)}${suffix}`);
    let file: number | undefined;
    try {
      file = openSync(path, 'wx');
      if (found) takeAfter(path, found);
      return { path, file };
    } catch (error) {
      if (file !== undefined) {
        closeSync(file);
        rmSync(path, { force: true });
      }
      const code = codeOf(error);
      if (found && (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')) return undefined;
      if (code !== 'EEXIST' || attempt === 9) throw error;
    }
  }
}

function takeAfter(path: string, { uid, gid, mode }: Stats): void {
  const own = statSync(path);
  if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
  chmodSync(path, mode);
}

/** Takes away what runs that were killed have left beside `whole`. */
function removeAbandoned(whole: string): void {
  const start = `.${basename(whole)}.`;
  try {
    for (const name of readdirSync(dirname(whole))) {
      if (!name.startsWith(start) || !name.endsWith(suffix)) continue;
      const [, pid] = /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(start.length, -suffix.length)) ?? [];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dirname(whole), name), { force: true });
    }
  } catch {
    // Only tidying up.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Writes over a file in its place: nothing is cut off before all of the new is there; the old comes back if that fails. */
function writeOver(path: string, bytes: Uint8Array, expected: Uint8Array | undefined): void {
  const file = openSync(path, constants.O_RDWR);
  try {
    const old = readFileSync(file);
    if (expected && !old.equals(expected)) throw changed();
    try {
      put(file, bytes);
    } catch (error) {
      put(file, old);
      throw error;
    }
  } finally {
    closeSync(file);
  }
}

/** Makes `bytes` the content of an open file. */
function put(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, done);
  if (fstatSync(file).size !== bytes.length) ftruncateSync(file, bytes.length);
  flush(file);
}

/** Writes all of `bytes` and closes the file. */
function writeAll(file: number, bytes: Uint8Array): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    flush(file);
  } finally {
    closeSync(file);
  }
}

function compare(path: string, expected: Uint8Array): void {
  if (!readFileSync(path).equals(expected)) throw changed();
}

function changed(): Error {
  return Object.assign(new Error('the file has changed since it was read'), { code: changedCode });
}

/** Pipes and devices have nothing to flush. */
function flush(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (codeOf(error) !== 'EINVAL') throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
