/**
 * Display width of text in columns of a monospaced font: East Asian wide characters, and those of ambiguous width, take
 * two columns, combining marks none.
 */
import { eastAsianWidth } from 'get-east-asian-width';
import { isHan } from './characters';
import { Code } from './code';

/** Width of `text` in columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const c of text) {
    const code = c.codePointAt(0) as number;
    if (code >= Code.space && code < 127) width++;
    else if (isHan(code)) width += 2;
    else if (code >= 127 && !/\p{Mn}|\p{Cf}|\p{Cc}/u.test(c)) width += eastAsianWidth(code, { ambiguousAsWide: true });
  }
  return width;
}
