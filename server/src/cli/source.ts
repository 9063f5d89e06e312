/** What the command line is to read: files and standard input, as text. A document that is too large is not even read. */
import { isDocumentName } from '../documents/kinds';
import { largestDocument } from '../documents/limits';
import { tooLarge } from '../documents/open';
import { type Source, sourceOf } from '../documents/source';
import type { Message } from '../text/message';
import { decode } from './encoding/decode';
import { problemOf } from './failure';
import type { Io } from './io';

export interface Readable {
  readonly path: string;
  /** @throws a system error. */
  readonly read: () => Uint8Array;
  readonly size: () => number;
}

/** The text of a file, or why there is none. @throws a system error. */
export async function readSource({ path, read, size }: Readable): Promise<Source | { readonly problem: Message }> {
  if (isDocumentName(path) && size() > largestDocument) return { problem: tooLarge };
  return sourceOf(path, read(), decode);
}

/** The same of the file that the user named; `-` is standard input. Never throws. */
export async function readNamed(path: string, io: Io): Promise<Source | { readonly problem: Message }> {
  try {
    if (path !== '-') return await readSource({ path, read: () => io.readFile(path), size: () => io.sizeOf(path) });
    const input = await io.readInput();
    return await readSource({ path: '<stdin>', read: () => input, size: () => input.length });
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
