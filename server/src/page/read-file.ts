/** What the page gets to read: files, and what was copied in another program. */
import { isDocumentName, sniff } from '../documents/kinds';
import { openDocument } from '../documents/open';
import { decode } from '../text/encoding/decode';
import type { Message } from '../text/message';
import type { Read } from './opened-file';

/** The text of a file, or why there is none. */
export async function readFile(name: string, bytes: Uint8Array): Promise<Read | { readonly problem: Message }> {
  if (isDocumentName(name)) return asDocument(name, bytes);
  const decoded = decode(bytes);
  if (!('problem' in decoded)) return { bytes, ...decoded };
  const sniffed = sniff(name, bytes.subarray(0, 4096));
  return bytes[0] === 0x50 || !('problem' in sniffed) ? asDocument(name, bytes) : decoded;
}

/** What was copied: as the page of the other program where it has a table, else its plain text. */
export async function readClipped({ html, text }: { readonly html: string; readonly text: string }): Promise<Read | { readonly problem: Message }> {
  const bytes = new TextEncoder().encode(html);
  if (/<table[\s>]/i.test(html)) {
    const read = await asDocument('.html', bytes);
    if (!('problem' in read)) return read;
  }
  return { bytes: new TextEncoder().encode(text), encoding: { name: 'UTF-8', mark: false }, text: text.replace(/\r\n?/g, '\n') };
}

async function asDocument(name: string, bytes: Uint8Array): Promise<Read | { readonly problem: Message }> {
  const document = await openDocument(name, bytes);
  return 'problem' in document ? document : { bytes, encoding: { name: 'UTF-8', mark: false }, text: document.text, document };
}
