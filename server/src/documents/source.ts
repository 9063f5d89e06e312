/**
 * A file as text, whatever it is: plain text in its encoding, or a document that is read as one. Which of the two, its name
 * says, and its first bytes where the name says nothing.
 */
import type { Decoded, Encoding } from '../text/encoding/decode';
import type { Message } from '../text/message';
import { isDocumentName, sniff } from './kinds';
import { type OpenedDocument, openDocument } from './open';

export interface Source {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly text: string;
  /** The document from which the text was read. */
  readonly document?: OpenedDocument;
}

/** The text of a file, or why there is none. @param decode the platform's way from bytes to text */
export async function sourceOf(
  name: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => Decoded,
): Promise<Source | { readonly problem: Message }> {
  if (isDocumentName(name)) return documentSource(name, bytes);
  const decoded = decode(bytes);
  if (!('problem' in decoded)) return { bytes, ...decoded };
  const sniffed = sniff(name, bytes.subarray(0, 4096));
  return isPacked(bytes) || !('problem' in sniffed) ? documentSource(name, bytes) : decoded;
}

/** The text of a document. */
export async function documentSource(name: string, bytes: Uint8Array): Promise<Source | { readonly problem: Message }> {
  const document = await openDocument(name, bytes);
  return 'problem' in document ? document : { bytes, encoding: { name: 'UTF-8', mark: false }, text: document.text, document };
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
