/**
 * Bytes to text as everywhere, with Node's quick way of reading UTF-8: by way of UTF-16, which takes a fifth of the time that
 * decoding Chinese text straight away does.
 */
import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { decode as decodeBytes, type Decoded } from '../../text/encoding/decode';

/** The text of `bytes`, or why it cannot be read. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  return decodeBytes(bytes, readUtf8);
}

/** Undefined where `bytes` are no UTF-8. */
export function readUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return isAscii(bytes) ? asBuffer(bytes).toString('latin1') : transcode(bytes, 'utf8', 'ucs2').toString('utf16le');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
