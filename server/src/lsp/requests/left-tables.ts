/**
 * What formatting has left as it is, kept for the status of the document. Nothing pops up for it, because formatting may run
 * at every save; who asks to normalize is told by `nianbao/normalize`.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { format, msg } from '../../text/message';
import type { Translate } from '../language';

export interface LeftTables {
  /** Keeps why tables of the present text were left; no messages: none were. */
  set(document: TextDocument, messages: readonly string[]): void;
  /** The reason, as long as nothing but the formatting's own edits has changed the text. */
  of(document: TextDocument): string | undefined;
}

export function leftTables(translate: Translate): LeftTables {
  const notes = new WeakMap<TextDocument, { readonly version: number; readonly note: string }>();
  return {
    set(document, [first, ...more]) {
      if (first === undefined) notes.delete(document);
      else
        notes.set(document, {
          version: document.version,
          note: more.length === 0 ? first : format(msg('{0}（另有 {1} 处）', first, more.length), translate),
        });
    },
    of(document) {
      const kept = notes.get(document);
      // The edits that formatting answers with are one change.
      return kept && document.version <= kept.version + 1 ? kept.note : undefined;
    },
  };
}
