/** Mends a Word file in a copy; what does it is loaded when it is first needed. */
import type { TextEdit } from '../text/edit';
import { msg, type Message } from '../text/message';
import type { MendedFile, MendOptions } from './docx/mend';
import type { OpenedDocument } from './open';

export type { Change, MendedFile, MendOptions } from './docx/mend';

/** The copy of the file from which `document` was opened, with `edits` of its text made. Never throws. */
export async function mendDocument(
  document: OpenedDocument,
  bytes: Uint8Array,
  edits: readonly TextEdit[],
  options: MendOptions = {},
): Promise<MendedFile | { readonly problem: Message }> {
  if (document.kind !== 'docx') return { problem: unmendable };
  try {
    return (await import('./readers')).mendDocx(bytes, document, edits, options);
  } catch (error) {
    return { problem: msg('改不了这个文件（{0}）', error instanceof Error ? error.message : String(error)) };
  }
}

export const unmendable = msg('不能写回这种文件；请用 nianbao convert 另存为 .docx 或 .md 再改');
