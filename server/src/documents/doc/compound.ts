/** The streams of a compound file, the folder in one file in which Word kept documents until 2003 and WPS does still. */
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';

const mostSectors = 1 << 20;

/** Gives the bytes of a stream by its name, or undefined. @throws UnreadableDocument where the file is damaged. */
export function openCompound(bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = 1 << view.getUint16(0x1e, true);
    const small = 1 << view.getUint16(0x20, true);
    const place = (number: number) => (number + 1) * size;
    const chains = readChains(view, size, place);
    const gather = (first: number, length: number): Uint8Array => {
      const result = new Uint8Array(Math.min(length, bytes.length));
      let at = 0;
      for (
        let number = first, steps = 0;
        number < 0xfffffff0 && at < result.length && steps < mostSectors;
        number = chains[number] ?? 0xfffffffe, steps++
      ) {
        const from = place(number);
        result.set(bytes.subarray(from, Math.min(from + size, from + result.length - at)), at);
        at += size;
      }
      return result;
    };
    const directory = gather(view.getUint32(0x30, true), bytes.length);
    const entries = readEntries(directory);
    const root = entries.find(({ type }) => type === 5);
    const smallChains = numbersIn(gather(view.getUint32(0x3c, true), view.getUint32(0x40, true) * size));
    const smallStream = root ? gather(root.first, root.size) : new Uint8Array();
    const cutoff = view.getUint32(0x38, true);
    return (name) => {
      const entry = entries.find((one) => one.type === 2 && one.name === name);
      if (!entry) return undefined;
      return entry.size >= cutoff ? gather(entry.first, entry.size) : gatherSmall(smallStream, smallChains, small, entry);
    };
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
    throw error;
  }
}

/** For each sector the one that follows it. */
function readChains(view: DataView, size: number, place: (number: number) => number): number[] {
  const tables: number[] = [];
  for (let i = 0; i < 109; i++) tables.push(view.getUint32(0x4c + i * 4, true));
  let next = view.getUint32(0x44, true);
  for (let steps = 0; next < 0xfffffff0 && steps < 1024; steps++) {
    const at = place(next);
    for (let i = 0; i < size / 4 - 1; i++) tables.push(view.getUint32(at + i * 4, true));
    next = view.getUint32(at + size - 4, true);
  }
  const chains: number[] = [];
  for (const table of tables) {
    if (table >= 0xfffffff0) continue;
    const at = place(table);
    for (let i = 0; i < size / 4; i++) chains.push(view.getUint32(at + i * 4, true));
  }
  return chains;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly first: number;
  readonly size: number;
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    if (length < 2 || length > 64) continue;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2));
    entries.push({ name, type: view.getUint8(at + 66), first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function gatherSmall(stream: Uint8Array, chains: readonly number[], size: number, { first, size: length }: Entry): Uint8Array {
  const result = new Uint8Array(length);
  let at = 0;
  for (
    let number = first, steps = 0;
    number < 0xfffffff0 && at < length && steps < mostSectors;
    number = chains[number] ?? 0xfffffffe, steps++
  ) {
    result.set(stream.subarray(number * size, number * size + Math.min(size, length - at)), at);
    at += size;
  }
  return result;
}
