/**
 * Text back to the bytes of the encoding that it was read from. A file is only rewritten where its own bytes come out of
 * its own text, so that nothing changes but what was meant to.
 */
import { msg, type Message } from '../message';
import type { Encoding } from './decode';

/** The bytes for a file of these `bytes` that was read as `before` and is to say `after`; or why there are none. */
export function reencode(
  bytes: Uint8Array,
  encoding: Encoding,
  before: string,
  after: string,
): { readonly bytes: Uint8Array } | { readonly problem: Message } {
  const same = encode(before, encoding);
  const changed = encode(after, encoding);
  if (!same || !changed || !isSame(same, bytes))
    return { problem: msg('不能原样写回 {0} 编码，没有改动；请另存为 UTF-8 再试', encoding.name) };
  return { bytes: changed };
}

/** `text` in `encoding`, with its byte order mark; undefined if a character has no place there. */
export function encode(text: string, { name, mark }: Encoding): Uint8Array | undefined {
  const whole = mark ? `\ufeff${text}` : text;
  switch (name) {
    case 'UTF-8':
      return new TextEncoder().encode(whole);
    case 'UTF-16LE':
    case 'UTF-16BE':
      return encodeUtf16(whole, name === 'UTF-16LE');
    case 'GB18030':
      return encodeGb18030(whole);
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Platforms decode GB18030 but do not encode it: the bytes of a character are those that decode to it. */
function encodeGb18030(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const known = codeOf(character);
    if (!known) return undefined;
    for (const byte of known) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function codeOf(character: string): Code | undefined {
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return [code];
  if (code >= 0x10000) return fourBytes(firstBeyond + code - 0x10000);
  return (common ??= tableOf(codesOfTwo())).get(character) ?? (rare ??= tableOf(codesOfFour())).get(character);
}

type Code = readonly number[];

/** The characters with codes of two bytes, which Chinese texts consist of, and the others up to U+FFFF. Made when needed. */
let common: ReadonlyMap<string, Code> | undefined;
let rare: ReadonlyMap<string, Code> | undefined;

/** Codes of four bytes are numbered: so many for characters up to U+FFFF, and those beyond, without gaps, from this one on. */
const lastBelow = 39_420;
const firstBeyond = 189_000;

function codesOfTwo(): Code[] {
  const codes: Code[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  return codes;
}

function codesOfFour(): Code[] {
  return Array.from({ length: lastBelow }, (_, index) => fourBytes(index));
}

function fourBytes(index: number): Code {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1_260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** `codes` by the character that each stands for. They are decoded all at once, with a line feed after each. */
function tableOf(codes: readonly Code[]): ReadonlyMap<string, Code> {
  const bytes = new Uint8Array(codes.reduce((length, code) => length + code.length + 1, 0));
  let length = 0;
  for (const code of codes) {
    bytes.set(code, length);
    length += code.length;
    bytes[length++] = 0x0a;
  }
  const table = new Map<string, Code>();
  for (const [index, character] of new TextDecoder('gb18030').decode(bytes).split('\n').entries()) {
    const code = codes[index];
    // What stands for no character decodes to U+FFFD, or to several characters.
    if (code && character.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, code);
  }
  return table;
}
