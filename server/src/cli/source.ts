/**
 * A file as text, whatever it is: plain text in its encoding, or a document that is read as one. Which of the two, its name
 * says, and its first bytes where the name says nothing.
 */
import { isDocumentName, sniff } from '../documents/kinds';
import { largestDocument } from '../documents/limits';
import { type OpenedDocument, openDocument, tooLarge } from '../documents/open';
import type { Message } from '../text/message';
import type { Encoding } from '../text/encoding/decode';
import { decode } from './encoding/decode';
import { problemOf } from './failure';
import type { Io } from './io';

export interface Source {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly text: string;
  /** The document from which the text was read. */
  readonly document?: OpenedDocument;
}

export interface Readable {
  readonly path: string;
  /** @throws a system error. */
  readonly read: () => Uint8Array;
  readonly size: () => number;
}

/** The text of a file, or why there is none. @throws a system error. */
export async function readSource({ path, read, size }: Readable): Promise<Source | { readonly problem: Message }> {
  if (isDocumentName(path)) return size() > largestDocument ? { problem: tooLarge } : asDocument(path, read());
  const bytes = read();
  const decoded = decode(bytes);
  if (!('problem' in decoded)) return { bytes, ...decoded };
  const sniffed = sniff(path, bytes.subarray(0, 4096));
  return isPacked(bytes) || !('problem' in sniffed) ? asDocument(path, bytes) : decoded;
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

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function asDocument(path: string, bytes: Uint8Array): Promise<Source | { readonly problem: Message }> {
  const document = await openDocument(path, bytes);
  return 'problem' in document ? document : { bytes, encoding: { name: 'UTF-8', mark: false }, text: document.text, document };
}
