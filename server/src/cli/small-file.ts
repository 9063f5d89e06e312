/**
 * Reads the files that nobody named but that are looked for around the reports: settings and patterns. They may lie in
 * folders that one does not trust, so only ordinary files of an ordinary size are read: a pipe would never end.
 */
import type { Io } from './io';

/** The `code` of the error where something other than a file has the name. */
export const notFileCode = 'ENOTFILE';
/** The `code` of the error where the file is longer than `longest`. */
export const tooLongCode = 'ETOOLONG';

const longest = 1 << 20;

/** The bytes of the file at `path`. @throws a system error with its `code`, or one of those above. */
export function readSmallFile(io: Io, path: string): Uint8Array {
  if (io.kindOf(path) !== 'file') throw fault(notFileCode);
  if (io.sizeOf(path) > longest) throw fault(tooLongCode);
  return io.readFile(path);
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
