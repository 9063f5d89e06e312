/**
 * The packed folder that a .docx or .xlsx is: its parts by name, unpacked one by one within bounds, and a copy with some parts
 * replaced, in which all others are the same bytes as before. Reads what office programs write: stored and deflated parts.
 */
import { deflateSync, inflateSync } from 'fflate';
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';
import { highestRatio, largestPart } from '../limits';
import { crc32 } from './crc';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the entry's own header, and its record in the directory at the end. */
  readonly offset: number;
  readonly record: Uint8Array;
}

export interface Zip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part; undefined if there is none. @throws UnreadableDocument where it is damaged or too large. */
  read(name: string): Uint8Array | undefined;
  /** The file with some parts in place of those of the same name, or added. */
  with(parts: ReadonlyMap<string, Uint8Array>): Uint8Array;
}

const localHeader = 0x04034b50;
const directoryHeader = 0x02014b50;
const directoryEnd = 0x06054b50;
const mostEntries = 10_000;

/** @throws UnreadableDocument where the bytes are no such file. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const entries = readDirectory(bytes, view, end);
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      return entry && unpack(bytes, view, entry);
    },
    with: (parts) => rewrite(bytes, view, entries, parts),
  };
}

function damaged(): UnreadableDocument {
  return new UnreadableDocument(msg('文件损坏，解不开（可能没有下载完整）；请用 Word 或 WPS 打开后另存一份'));
}

/** The record that closes the file, behind which only a comment may stand. */
function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === directoryEnd) return at;
  }
  throw damaged();
}

function readDirectory(bytes: Uint8Array, view: DataView, end: number): Map<string, Entry> {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries || at > end) throw damaged();
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryHeader) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > bytes.length) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      record: bytes.subarray(at, at + length),
    });
    at += length;
  }
  return entries;
}

/** Where the packed bytes of an entry stand. */
function extentOf(view: DataView, { offset, packed }: Entry): { readonly start: number; readonly end: number } {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localHeader) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw damaged();
  return { start, end: start + packed };
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new UnreadableDocument(msg('文件加了密码，读不了；请去掉密码后另存一份'));
  const ratio = entry.size / Math.max(1, entry.packed);
  if (entry.size > largestPart || (entry.size > 1_000_000 && ratio > highestRatio))
    throw new UnreadableDocument(msg('解开后过大（{0} MB），不像正常的文件，没有读', Math.ceil(entry.size / 1_048_576)));
  const { start, end } = extentOf(view, entry);
  const packed = bytes.subarray(start, end);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  try {
    // The room is given beforehand, so that a part which is larger than it says cannot take more.
    const part = inflateSync(packed, { out: new Uint8Array(entry.size) });
    if (part.length === entry.size && crc32(part) === entry.crc) return part;
  } catch {
    // Told below.
  }
  throw damaged();
}

/** The entries in their order, those of `parts` written anew, the others copied as they are, and a directory for all. */
function rewrite(
  bytes: Uint8Array,
  view: DataView,
  entries: ReadonlyMap<string, Entry>,
  parts: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  const add = (local: readonly Uint8Array[], record: Uint8Array) => {
    // A copy of its own: a slice of what Node reads would be the same bytes.
    const copy = Uint8Array.from(record);
    new DataView(copy.buffer).setUint32(42, offset, true);
    records.push(copy);
    for (const piece of local) {
      pieces.push(piece);
      offset += piece.length;
    }
  };
  for (const entry of entries.values()) {
    const part = parts.get(entry.name);
    if (part) add(...written(entry.name, part));
    else {
      const { end } = extentOf(view, entry);
      // A descriptor may follow the bytes where the sizes were not known beforehand.
      const hasDescriptor = (view.getUint16(entry.offset + 6, true) & 8) !== 0;
      const tail = hasDescriptor ? descriptorLength(view, end) : 0;
      add([bytes.subarray(entry.offset, end + tail)], entry.record);
    }
  }
  for (const [name, part] of parts) if (!entries.has(name)) add(...written(name, part));
  const directory = records.reduce((sum, { length }) => sum + length, 0);
  return concat([...pieces, ...records, closing(records.length, directory, offset)]);
}

function descriptorLength(view: DataView, at: number): number {
  return at + 4 <= view.byteLength && view.getUint32(at, true) === 0x08074b50 ? 16 : 12;
}

function written(name: string, part: Uint8Array): [local: Uint8Array[], record: Uint8Array] {
  const nameBytes = new TextEncoder().encode(name);
  const packed = deflateSync(part, { level: 6 });
  const fields = new Uint8Array(26);
  const view = new DataView(fields.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, 0x0800, true);
  view.setUint16(4, 8, true);
  // 1 January 1980: what is written does not depend on the clock.
  view.setUint32(6, 0x00210000, true);
  view.setUint32(10, crc32(part), true);
  view.setUint32(14, packed.length, true);
  view.setUint32(18, part.length, true);
  view.setUint16(22, nameBytes.length, true);
  const record = concat([Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), fields, new Uint8Array(14), nameBytes]);
  return [[Uint8Array.of(0x50, 0x4b, 3, 4), fields, nameBytes, packed], record];
}

function closing(count: number, length: number, offset: number): Uint8Array {
  const record = new Uint8Array(22);
  const view = new DataView(record.buffer);
  view.setUint32(0, directoryEnd, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return record;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
