/** Kinds of characters, by UTF-16 code. */

/** White space of any width, line ends and invisible characters included: joiners, marks of direction, soft hyphens. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0xad;
  if (code >= 0x3000) return code === 0x3000 || code === 0xfeff;
  return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || (code >= 0x2060 && code <= 0x2064);
}

/** Whether a character is a digit, of either width. */
export function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** Whether `text[start, end)` consists of ASCII digits and is not empty. */
export function isDigits(text: string, start = 0, end = text.length): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return end > start;
}

/** Whether white space stands anywhere in `text`. */
export function hasSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isSpace(text.charCodeAt(i))) return true;
  return false;
}
