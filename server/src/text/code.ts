/**
 * Names for the UTF-16 codes that the loops over characters compare with, and tables for the questions that such loops ask
 * of every character. A set of characters that is asked now and then is a string with `includes`.
 */
export const enum Code {
  tab = 0x09,
  lineFeed = 0x0a,
  carriageReturn = 0x0d,
  space = 0x20,
  quote = 0x22,
  hash = 0x23,
  asterisk = 0x2a,
  plus = 0x2b,
  comma = 0x2c,
  hyphen = 0x2d,
  dot = 0x2e,
  slash = 0x2f,
  zero = 0x30,
  nine = 0x39,
  colon = 0x3a,
  semicolon = 0x3b,
  equals = 0x3d,
  greater = 0x3e,
  backslash = 0x5c,
  underscore = 0x5f,
  backtick = 0x60,
  /** | */
  bar = 0x7c,
  noBreakSpace = 0xa0,
  /** — */
  dash = 0x2014,
  /** • */
  bullet = 0x2022,
  /** ─, the first of the box drawing characters */
  boxFirst = 0x2500,
  /** │ */
  boxBar = 0x2502,
  /** ┃ */
  boxHeavyBar = 0x2503,
  /** ║ */
  boxDoubleBar = 0x2551,
  boxLast = 0x257f,
  /** The space of a Chinese character's width */
  wideSpace = 0x3000,
  /** 、 */
  enumerationComma = 0x3001,
  /** 。 */
  wideStop = 0x3002,
  /** 零 */
  hanZero = 0x96f6,
  /** 为 */
  hanBeing = 0x4e3a,
  /** ， */
  wideComma = 0xff0c,
  /** ： */
  wideColon = 0xff1a,
  /** ； */
  wideSemicolon = 0xff1b,
  /** ｜ */
  wideBar = 0xff5c,
}

/** A table over all UTF-16 codes: `value` at the first code of each of `characters`, 0 elsewhere. */
export function characterTable(characters: Iterable<string>, value = 1): Uint8Array {
  return markCharacters(new Uint8Array(0x10000), characters, value);
}

/** Sets `value` in `table` at the first code of each of `characters`. */
export function markCharacters(table: Uint8Array, characters: Iterable<string>, value = 1): Uint8Array {
  for (const character of characters) table[character.charCodeAt(0)] = value;
  return table;
}

/** The characters from one code to another, both included. */
export function charactersBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
}
