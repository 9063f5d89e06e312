/**
 * Mends a Word file: what can be mended of the text as it was read, made in a copy of the file, in its cells and sentences. The
 * copy is read again before it is handed on: its figures must be those of the mended text, or there is no copy.
 */
import { type Change, mendDocument, type MendOptions, unmendable } from '../documents/mend';
import { type OpenedDocument, openDocument } from '../documents/open';
import { parse } from '../report/parse';
import { applyEdits, type TextEdit } from '../text/edit';
import { msg, type Message } from '../text/message';
import { type Checked, fixesOfAll } from './actions/fix-all';
import { reportFigures } from './figures';

export interface MendedDocument {
  readonly bytes: Uint8Array;
  /** The copy as it is read. */
  readonly document: OpenedDocument;
  readonly changes: readonly Change[];
  /** Edits of the text that cannot be made in the file: new rows, new paragraphs. */
  readonly left: readonly TextEdit[];
}

/** The file with what can be mended. Undefined where there is nothing to do. */
export async function mendWordFile(
  opened: { readonly document: OpenedDocument; readonly bytes: Uint8Array },
  checked: Checked,
  extent: 'safe' | 'all',
  options: MendOptions = {},
): Promise<MendedDocument | undefined | { readonly problem: Message }> {
  const edits = fixesOfAll(checked, extent);
  if (edits.length === 0 && (options.comments ?? []).length === 0) return undefined;
  return writeEdits(opened, edits, options);
}

/** The file with `edits` of its text made, whoever chose them. */
export async function writeEdits(
  { document, bytes }: { readonly document: OpenedDocument; readonly bytes: Uint8Array },
  edits: readonly TextEdit[],
  options: MendOptions = {},
): Promise<MendedDocument | { readonly problem: Message }> {
  if (document.kind !== 'docx') return { problem: unmendable };
  const mended = await mendDocument(document, bytes, edits, options);
  if ('problem' in mended) return mended;
  const copy = await openDocument('', mended.bytes);
  if ('problem' in copy) return copy;
  const wanted = applyEdits(
    document.text,
    edits.filter((edit) => !mended.left.includes(edit)),
  );
  const [told, read] = [wanted, copy.text].map((text) => JSON.stringify(reportFigures(parse(text)).tables));
  if (told !== read) return { problem: msg('改好的文件读回来数字不一致，没有写出') };
  return { bytes: mended.bytes, document: copy, changes: mended.changes, left: mended.left };
}
