/**
 * Which of the characters stand in a text, or in a line of it, by which readers of lines go: told for all of them in one pass, so
 * that a reader whose mark is nowhere need not look.
 *
 *     marksIn('规章 | 0 | 0')  ===  Mark.bar
 */
import { charactersBetween, characterTable, markCharacters } from './code';

export const enum Mark {
  tab = 1,
  /** A bar that may separate cells. */
  bar = 2,
  /** < */
  tag = 4,
  /** " */
  quote = 8,
  /** \ */
  escape = 16,
  /** & */
  entity = 32,
  /** A radical, which may stand for a character. */
  radical = 64,
  /** A line feed or carriage return. */
  lineEnd = 128,
}

/** The bars that may separate cells: ASCII, full width, box drawing. */
export const bars: readonly string[] = ['|', '｜', '│', '┃', '║'];

/** The mark of each UTF-16 code, 0 of those by which no reader goes. */
export const markOf = characterTable('\t', Mark.tab);
markCharacters(markOf, bars, Mark.bar);
markCharacters(markOf, '<', Mark.tag);
markCharacters(markOf, '"', Mark.quote);
markCharacters(markOf, '\\', Mark.escape);
markCharacters(markOf, '&', Mark.entity);
markCharacters(markOf, charactersBetween(0x2e80, 0x2fd5), Mark.radical);
markCharacters(markOf, '\n\r', Mark.lineEnd);

/** The marks that stand anywhere in `text[start, end)`. */
export function marksIn(text: string, start = 0, end = text.length): number {
  let marks = 0;
  for (let i = start; i < end; i++) marks |= markOf[text.charCodeAt(i)] as number;
  return marks;
}
