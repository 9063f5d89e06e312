/**
 * Files that stand whole in a Word file and that Word shows in their place (`<w:altChunk>`): web pages, other Word files. Programs that
 * make Word files from web pages write them so. What is read of them cannot be mended in the file.
 */
import type { Block } from '../document';
import { readHtml } from '../html/read';
import { isMessage } from '../html/mht';

/** The blocks of such a file; undefined where it is of another kind. @throws UnreadableDocument where it is damaged. */
export function readChunk(bytes: Uint8Array, readWord: (bytes: Uint8Array) => readonly Block[]): Block[] | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('PK')) return readWord(bytes).map(fromElsewhere);
  if (isMessage(head) || /<(?:!doctype\s+html|html|head|body|meta|table|div|p|h1)[\s>]/i.test(head.replaceAll('\0', '')))
    return [...readHtml(bytes).blocks];
  return undefined;
}

/** Its places are those of another file. */
function fromElsewhere(block: Block): Block {
  if (block.kind === 'paragraph') return { kind: 'paragraph', text: block.text, ...(block.shows && { shows: block.shows }) };
  const rows = block.rows.map((row) => row.map(({ text, from, to, lines }) => ({ text, from, to, lines })));
  return { ...block, rows };
}
