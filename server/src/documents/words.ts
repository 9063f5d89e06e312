/**
 * Pieces of text put together to a paragraph or a cell, and where each character came from: white space as it is seen, nothing
 * at both ends, and the sources kept through all of it.
 */
import type { Run, Words } from './document';

/** A piece of text: made by the reader, or standing in the file as the piece of that number. */
export interface DocumentPiece {
  readonly text: string;
  readonly source?: number;
}

/** What is not seen: zero-width characters and soft hyphens. */
const unseen = /[\u200b-\u200d\u2060\ufeff\u00ad]+/g;

/** What is left of a run of white space. */
type Kept = 'all' | 'nothing' | ' ' | '\n';

/** A paragraph: its own line ends kept, blanks at the ends of lines dropped. */
export function paragraphOf(pieces: readonly DocumentPiece[]): Words {
  const lineEnd = isBrokenTitle(pieces) ? 'nothing' : '\n';
  return gather(pieces, (blanks) => (blanks.includes('\n') ? lineEnd : 'all'));
}

/** Whether it is a report's title, whose lines are a matter of the page. */
function isBrokenTitle(pieces: readonly DocumentPiece[]): boolean {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trim();
  return text.length < 120 && text.includes('\n') && /^[^。；]*20\d\d\s*年[^。；]*政府信息公开[^。；]{0,8}报告$/.test(text);
}

/** A cell: on one line, without white space where a line ends between Chinese characters. */
export function cellOf(pieces: readonly DocumentPiece[]): Words {
  return gather(pieces, (blanks, before, behind) => (blanks.includes('\n') && isWide(before) && isWide(behind) ? 'nothing' : ' '));
}

/** All characters but what is not seen; `keep` says what is left of white space between words. */
function gather(pieces: readonly DocumentPiece[], keep: (blanks: string, before: number, behind: number) => Kept): Words {
  const whole = pieces.map(({ text }) => text).join('');
  /** Characters that are dropped, and those that are replaced. */
  const changed = new Map<number, string>();
  for (const { index, 0: characters } of whole.matchAll(unseen)) for (let i = 0; i < characters.length; i++) changed.set(index + i, '');
  for (const { index, 0: blanks } of whole.matchAll(/\s+/g)) {
    const end = index + blanks.length;
    const left = index === 0 || end === whole.length ? 'nothing' : keep(blanks, whole.charCodeAt(index - 1), whole.charCodeAt(end));
    if (left === 'all') continue;
    for (let i = index; i < end; i++) changed.set(i, '');
    if (left !== 'nothing') changed.set(index, left);
  }
  return kept(pieces, changed);
}

function kept(pieces: readonly DocumentPiece[], changed: ReadonlyMap<number, string>): Words {
  let text = '';
  const runs: { -readonly [key in keyof Run]: Run[key] }[] = [];
  let at = 0;
  for (const { text: own, source } of pieces) {
    for (let i = 0; i < own.length; i++, at++) {
      const character = changed.get(at) ?? (own[i] as string);
      if (character === '') continue;
      const last = runs.at(-1);
      if (source !== undefined) {
        if (last?.source === source && last.at + last.length === text.length && last.from + last.length === i) last.length++;
        else runs.push({ at: text.length, length: 1, source, from: i });
      }
      text += character;
    }
  }
  return { text, runs };
}

/** A Chinese character or a mark between such. */
function isWide(code: number): boolean {
  return (
    (code > 0x3000 && code < 0x303f) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    code === 0x201c ||
    code === 0x201d
  );
}
