/** Text from a file or a file's name, made harmless for a terminal. */
import { Code } from '../text/code';

/**
 * The name of a file at the beginning of a line: as `visible`, and none that the log of a build takes for a command, such as
 * `::error::`.
 */
export function visibleName(path: string): string {
  const shown = visible(path);
  return /^\s*(?:::|##\[)/.test(shown) ? `./${shown}` : shown;
}

/** `text` with control characters as pictures (␊, ␛) and characters that turn the direction of writing as �. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code < Code.space) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The same of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
