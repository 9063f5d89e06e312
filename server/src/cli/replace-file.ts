/** Writing a file so that at every moment either the old content or the new one is there whole, where the system allows it. */
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `bytes` in place of what the file at `path` held, or makes the file. They are written beside it and then take its
 * name, permissions and owner; a link keeps leading to the file. Where nothing may be put beside it or its owner cannot be
 * kept, and where it is no ordinary file, it is written directly.
 * @throws a system error with its `code`.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const found = statSync(path, { throwIfNoEntry: false });
  const whole = found ? realpathSync(path) : path;
  // To take the name of a file needs no right to write it.
  if (found) accessSync(whole, constants.W_OK);
  const beside = join(dirname(whole), `.${basename(whole)}.${process.pid}.tmp`);
  const file = found && !found.isFile() ? undefined : openBeside(beside, found);
  if (file === undefined) return writeAll(openSync(whole, 'w'), bytes);
  try {
    writeAll(file, bytes);
    renameSync(beside, whole);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A new file with the permissions and the owner of the one `found`; undefined if there can be none. */
function openBeside(path: string, found: Stats | undefined): number | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'wx');
    if (!found) return file;
    const own = statSync(path);
    if (own.uid !== found.uid || own.gid !== found.gid) chownSync(path, found.uid, found.gid);
    chmodSync(path, found.mode);
    return file;
  } catch {
    if (file !== undefined) {
      closeSync(file);
      rmSync(path, { force: true });
    }
    return undefined;
  }
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

/** Pipes and devices have nothing to flush. */
function flush(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
  }
}
