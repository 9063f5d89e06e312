/**
 * Reads files for the server where it runs in Node and its client does not read them for it. Only the entries of processes
 * import this: the server itself knows no file system.
 */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The files that the server looks for by itself are small; anything longer is none of them. */
const longest = 1 << 20;

/**
 * The text of the file at `uri`, in UTF-8; undefined if there is none, it cannot be read, or `uri` is no place on this
 * machine. Of a longer file as much comes as tells that it is too long; pipes and devices are no files: they would not end.
 */
export async function readTextFile(uri: string): Promise<string | undefined> {
  try {
    const path = fileURLToPath(uri);
    const { size } = await checked(path);
    return size > longest ? ' '.repeat(longest + 1) : new TextDecoder().decode(await readFile(path));
  } catch {
    return undefined;
  }
}

async function checked(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('no file');
  return found;
}
