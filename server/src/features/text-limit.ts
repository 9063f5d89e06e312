/**
 * How long a text may be to be looked at. Counted in kilobytes of UTF-8, as the sizes of files are shown. Above the limit
 * nothing is read of the text, and whoever shows it says so.
 */
import { type Message, msg } from '../text/message';

/** In kilobytes, unless the user sets another. */
export const defaultLimit = 2000;

/** What is said of a file above the limit where that holds up nobody. */
export function tooLong(limit: number): Message {
  return msg('文字超过 {0} KB，没有检查；可以调大设置 textLimit', limit);
}

/** Why `text` is not looked at; undefined where it is short enough. */
export function tooLarge(text: string, limit: number): Message | undefined {
  const most = limit * 1000;
  // No character takes up more than three bytes a unit.
  if (text.length * 3 <= most) return undefined;
  const size = text.length > most ? text.length : bytesOf(text);
  return size > most
    ? msg('文字超过 {0} KB，没有检查：太长的文字会卡住编辑器。请用命令行检查，或调大设置 nianbao.textLimit', limit)
    : undefined;
}

function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x800 && (code < 0xd800 || code >= 0xe000)) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
