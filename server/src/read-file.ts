/**
 * Reads files for the server where it runs in Node and its client does not read them for it. Only the entries of processes
 * import this: the server itself knows no file system.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The text of the file at `uri`, in UTF-8; undefined if there is none, it cannot be read, or `uri` is no place on this machine. */
export async function readTextFile(uri: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(fileURLToPath(uri)));
  } catch {
    return undefined;
  }
}
