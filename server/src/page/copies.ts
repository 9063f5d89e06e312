/**
 * Copies to save: the text as it is now, in the file's own encoding, or written in another way. The name says that it is a
 * mended copy where anything was changed; the file itself is never written to.
 */
import { encode } from '../text/encoding/encode';
import { writeExport } from '../documents/writing/write';
import { exportBlocks } from '../features/convert';
import { writeEdits } from '../features/mend-document';
import { msg, type Message } from '../text/message';
import type { CopyKind, SavedFile } from './messages';
import { changesOf, type OpenedFile } from './opened-file';

/** Types by which browsers know what is saved. */
const types: Readonly<Record<Exclude<CopyKind, 'same'>, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
};

/** What a mended copy has behind its name. */
const mendedMark = '（已改）';

export async function copyOf(file: OpenedFile, kind: CopyKind): Promise<SavedFile | { readonly problem: Message }> {
  const { draft, encoding, report, name } = file;
  const changed = draft.text !== draft.first;
  if (kind === 'same' && file.document) return mendedCopy(file, changed);
  if (kind === 'same') {
    const bytes = encode(draft.text, encoding);
    if (!bytes) return { problem: msg('不能原样写回 {0} 编码，没有改动；请另存为 UTF-8 再试', encoding.name) };
    return { name: nameOf(name, changed), type: 'application/octet-stream', bytes };
  }
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const bytes = await writeExport(exportBlocks(report), kind, report.title?.text ?? base);
  return { name: `${base}${changed ? mendedMark : ''}.${kind}`, type: types[kind], bytes };
}

/** The Word file with what was changed written into it; everything else as it was. */
async function mendedCopy(file: OpenedFile, changed: boolean): Promise<SavedFile | { readonly problem: Message }> {
  const { document, bytes, name } = file;
  if (!document || !changed) return { name: nameOf(name, false), type: types.docx, bytes };
  const copy = await writeEdits({ document, bytes }, changesOf(file));
  if ('problem' in copy) return copy;
  return { name: nameOf(name, true), type: types.docx, bytes: copy.bytes, left: copy.left.length };
}

function nameOf(path: string, changed: boolean): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!changed) return name;
  return /\.[^.]*$/.test(name) ? name.replace(/(\.[^.]*)$/, `${mendedMark}$1`) : `${name}${mendedMark}`;
}
