/** What the page gets to read: files, and what was copied in another program. */
import { documentSource, type Source, sourceOf } from '../documents/source';
import { decode } from '../text/encoding/decode';
import type { Message } from '../text/message';

/** The text of a file, or why there is none. */
export function readFile(name: string, bytes: Uint8Array): Promise<Source | { readonly problem: Message }> {
  return sourceOf(name, bytes, decode);
}

/** What was copied: as the page of the other program where it has a table, else its plain text. */
export async function readClipped({ html, text }: { readonly html: string; readonly text: string }): Promise<Source> {
  const encoder = new TextEncoder();
  if (/<table[\s>]/i.test(html)) {
    const source = await documentSource('.html', encoder.encode(html));
    if (!('problem' in source)) return source;
  }
  const lines = text.replace(/\r\n?/g, '\n');
  return { bytes: encoder.encode(lines), encoding: { name: 'UTF-8', mark: false }, text: lines };
}
