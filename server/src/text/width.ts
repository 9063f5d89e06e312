/**
 * Display width of text in columns of a monospaced font: East Asian wide characters, and those of ambiguous width, take
 * two columns, combining marks none.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** Width of `text` in columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const c of text) {
    const code = c.codePointAt(0) as number;
    if (code >= 32 && code < 127) width++;
    else if (code >= 0x4e00 && code <= 0x9fff) width += 2;
    else if (code >= 127 && !/\p{Mn}|\p{Cf}|\p{Cc}/u.test(c)) width += eastAsianWidth(code, { ambiguousAsWide: true });
  }
  return width;
}
