/**
 * Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030. Bytes that fit none of these are a
 * problem to be told, never guessed at. A byte order mark is not part of the text. Runs in browsers; where a platform reads
 * UTF-8 faster than its `TextDecoder`, it brings its own reader.
 */
import { msg, type Message } from '../message';

/** How a text is stored. */
export interface Encoding {
  /** The name by which the world knows it. */
  readonly name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
  /** Whether a byte order mark stands before the text. */
  readonly mark: boolean;
}

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly problem: Message };

/** The longest string that Node 20 can hold, in UTF-16 units; no encoding here yields more units than bytes. */
const longestText = 0x1fffffe8;

/** The text of valid UTF-8; undefined for other bytes. */
export type Utf8Reader = (bytes: Uint8Array) => string | undefined;

/** The text of `bytes`, or why it cannot be read. Never throws. */
export function decode(bytes: Uint8Array, readUtf8: Utf8Reader = textOfUtf8): Decoded {
  if (bytes.length > longestText) return { problem: msg('文件太大，读不进来') };
  if (startsWith(bytes, 0xff, 0xfe)) return decodeBy({ name: 'UTF-16LE', mark: true }, bytes.subarray(2), broken('UTF-16'));
  if (startsWith(bytes, 0xfe, 0xff)) return decodeBy({ name: 'UTF-16BE', mark: true }, bytes.subarray(2), broken('UTF-16'));
  if (bytes.includes(0)) return { problem: notText };
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const content = readUtf8(bytes.subarray(3));
    return content === undefined ? { problem: broken('UTF-8') } : { text: content, encoding: { name: 'UTF-8', mark: true } };
  }
  const text = readUtf8(bytes);
  if (text !== undefined) return { text, encoding: { name: 'UTF-8', mark: false } };
  return looksLikeUtf8(bytes) ? { problem: broken('UTF-8') } : decodeBy({ name: 'GB18030', mark: false }, bytes, unknownEncoding);
}

const notText = msg('不是文本文件（Word、PDF 等请先另存为纯文本）');
const unknownEncoding = msg('认不出编码：既不是 UTF-8，也不是 GB18030 或带 BOM 的 UTF-16');

function broken(encoding: string): Message {
  return msg('编码有损坏：看来是 {0}，但有些字节读不出来', encoding);
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function textOfUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeBy(encoding: Encoding, bytes: Uint8Array, problem: Message): Decoded {
  try {
    const text = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? { problem: notText } : { text, encoding };
  } catch {
    return { problem };
  }
}

/**
 * Whether bytes that are no valid UTF-8 were meant to be: more than four fifths of the bytes outside of ASCII stand in
 * well-formed sequences of three. Chinese in UTF-8 consists of those; in GB18030, where characters have two bytes, they are
 * rare, though a short text may hold one (年报 is c4 ea b1 a8).
 */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let outside = 0;
  let formed = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte < 0x80) continue;
    if (byte >= 0xe0 && byte < 0xf0 && continues(bytes[index + 1]) && continues(bytes[index + 2])) {
      formed += 3;
      outside += 3;
      index += 2;
    } else {
      outside++;
    }
  }
  return formed * 5 > outside * 4;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
