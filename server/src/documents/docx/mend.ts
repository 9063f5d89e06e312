/**
 * Changes words of a Word file in a copy of it: each change in the run in which the words stand, so that fonts, numbers,
 * comments and all else stay, and every part but the text itself is the same bytes as before. What cannot be changed so (new
 * rows, new paragraphs) is left and told. As tracked changes, if wanted, which Word shows and its user accepts.
 */
import type { PlacedWords } from '../compose';
import { applyEdits, type TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Zip } from '../package/zip';
import { commentParts, type Comment } from './comments';
import { readWordFile } from './read';
import { divideEdits, type WordChange } from './word-changes';
import { insertIntoBlank, rewriteSources, type Track } from './rewrite';

export interface MendOptions {
  /** Who makes the changes, where they are to be tracked, and when. */
  readonly track?: Track;
  /** Remarks to write beside the text, at places of the text as it was read. */
  readonly comments?: readonly Comment[];
}

/** What was changed, at a place of the text as it was read. */
export interface Change {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

export interface MendedFile {
  readonly bytes: Uint8Array;
  readonly changes: readonly Change[];
  /** Edits that cannot be made in the file. */
  readonly left: readonly TextEdit[];
}

/**
 * The copy.
 * @param text the text as it was read from `bytes`, with the places of its pieces.
 * @throws UnreadableDocument
 */
export function mendDocx(
  bytes: Uint8Array,
  { text, pieces }: { readonly text: string; readonly pieces: readonly PlacedWords[] },
  edits: readonly TextEdit[],
  { track, comments = [] }: MendOptions = {},
): MendedFile {
  const { file, reading } = readWordFile(bytes);
  const { changes, left } = divideEdits(text, pieces, edits);
  const { source } = file.main;
  const made: WordChange[] = [];
  const refused = [...left];
  const xml: TextEdit[] = [];
  const bySource = new Map<number, { from: number; to: number; newText: string }[]>();
  for (const change of changes) {
    if (change.removed.length === 0 && change.insertAt === undefined) {
      const inserted = insertIntoBlank(source, reading, change, track);
      if (inserted) xml.push(inserted);
      if (inserted) made.push(change);
      else refused.push(...change.edits);
      continue;
    }
    for (const { source: number, from, to, newText } of piecesOf(change)) {
      const own = bySource.get(number);
      if (own) own.push({ from, to, newText });
      else bySource.set(number, [{ from, to, newText }]);
    }
    made.push(change);
  }
  xml.push(...rewriteSources(source, reading, bySource, track));
  const parts = new Map<string, Uint8Array>();
  const remarks = commentParts(file, reading, pieces, comments);
  const main = applyEdits(source, [...xml, ...remarks.edits]);
  for (const [name, part] of remarks.parts) parts.set(name, encode(part));
  if (main !== source) parts.set(file.main.name, encode(main));
  return {
    bytes: written(file.zip, bytes, parts),
    changes: made.map(({ piece, before, after }) => ({ span: { start: piece.start, end: piece.end }, before, after })),
    left: refused,
  };
}

function written(zip: Zip, bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return parts.size === 0 ? Uint8Array.from(bytes) : zip.with(parts);
}

/** The characters taken out of each source, the new ones put in where the first of them stood. */
function piecesOf({ removed, insertAt, newText }: WordChange): { source: number; from: number; to: number; newText: string }[] {
  const parts = removed.map(({ source, from, length }) => ({ source, from, to: from + length, newText: '' }));
  const [first] = parts;
  if (first) first.newText = newText;
  else if (insertAt) parts.push({ source: insertAt.source, from: insertAt.from, to: insertAt.from, newText });
  return parts;
}

/** What is written is UTF-8, whatever it was. */
function encode(part: string): Uint8Array {
  return new TextEncoder().encode(part.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']+/, '$1UTF-8'));
}
