/** Kinds of characters, by UTF-16 code: ranges for which names of single codes (code.ts) would say nothing. */

import { charactersBetween, Code } from './code';

/** White space of any width, line ends and invisible characters included: joiners, marks of direction, soft hyphens. */
export function isSpace(code: number): boolean {
  if (code < Code.noBreakSpace) return code === Code.space || (code >= Code.tab && code <= Code.carriageReturn);
  if (code < 0x2000) return code === Code.noBreakSpace || code === 0xad;
  if (code >= Code.wideSpace) return code === Code.wideSpace || code === 0xfeff;
  return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || (code >= 0x2060 && code <= 0x2064);
}

/** All that `isSpace` takes for white space; it stands in few blocks. */
export const spaces: readonly string[] = [
  ...charactersBetween(0, 0xff),
  ...charactersBetween(0x2000, 0x206f),
  ...charactersBetween(Code.wideSpace, Code.wideSpace),
  ...charactersBetween(0xfeff, 0xfeff),
].filter((character) => isSpace(character.charCodeAt(0)));

/** Whether a character is a digit, of either width. */
export function isDigit(code: number): boolean {
  return isAsciiDigit(code) || (code >= 0xff10 && code <= 0xff19);
}

/** Whether a character is one of 0–9. */
export function isAsciiDigit(code: number): boolean {
  return code >= Code.zero && code <= Code.nine;
}

/** Whether a Chinese character stands anywhere in `text`. */
export function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

/** Whether a character is a Chinese one, those of the extensions apart. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether `text[start, end)` consists of ASCII digits and is not empty. */
export function isDigits(text: string, start = 0, end = text.length): boolean {
  for (let i = start; i < end; i++) {
    if (!isAsciiDigit(text.charCodeAt(i))) return false;
  }
  return end > start;
}

/** Whether one of `characters` stands anywhere in `text`. */
export function holdsAny(text: string, characters: string): boolean {
  for (let i = 0; i < text.length; i++) if (isOneOf(text.charCodeAt(i), characters)) return true;
  return false;
}

/** Whether `code` is that of one of a few `characters`. */
export function isOneOf(code: number, characters: string): boolean {
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === code) return true;
  return false;
}

/** Whether `word` stands at `at`: character by character, which is quicker for short words than to ask the string. */
export function standsAt(text: string, at: number, word: string): boolean {
  if (at < 0 || at + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(at + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** Whether white space stands anywhere in `text`. */
export function hasSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isSpace(text.charCodeAt(i))) return true;
  return false;
}
