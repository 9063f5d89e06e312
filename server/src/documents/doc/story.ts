/**
 * The text of a .doc as its characters: the main text, and the text boxes that hang on characters of it. Notes, heads and feet
 * of pages, and remarks stand in the same file and are not read.
 */
import { safely, type Streams } from './properties';

export interface Character {
  readonly text: string;
  /** Where it stands in the file. */
  readonly place: number;
  /** Its number in the whole text. */
  readonly index: number;
}

export interface Story {
  readonly characters: readonly Character[];
  /** The characters of text boxes by the number of the character on which each hangs. */
  readonly boxes: ReadonlyMap<number, readonly Character[]>;
}

/** The character in whose place a drawing is shown. */
const drawn = '\x08';

/** Where the lengths of the parts of the text are told: the main text, notes, heads and feet, remarks, notes at the end; then text boxes. */
const lengths = { main: 0x4c, between: [0x50, 0x54, 0x58, 0x5c, 0x60], boxes: 0x64 } as const;
/** Where the tables of the shapes and of the texts of text boxes are told. */
const shapesAt = 0x1da;
const boxTextsAt = 0x25a;

export function readStory(document: Uint8Array, streams: Streams): Story {
  const { main } = streams;
  const whole = charactersOf(document, streams);
  const count = main.getUint32(lengths.main, true);
  const characters = whole.slice(0, count);
  const start = lengths.between.reduce((sum, at) => sum + main.getUint32(at, true), count);
  const inBoxes = whole.slice(start, start + main.getUint32(lengths.boxes, true));
  const boxes = inBoxes.length === 0 ? undefined : safely(() => boxesOf(streams, characters, inBoxes));
  return { characters, boxes: boxes ?? new Map<number, Character[]>() };
}

/** The characters in their order, from the pieces in which they are kept. */
function charactersOf(document: Uint8Array, { main, table }: Streams): Character[] {
  let at = main.getUint32(0x1a2, true);
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  const pieces = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  at += 5;
  const characters: Character[] = [];
  const western = new TextDecoder('windows-1252');
  for (let i = 0; i < pieces; i++) {
    const from = table.getUint32(at + i * 4, true);
    const to = table.getUint32(at + (i + 1) * 4, true);
    const stored = table.getUint32(at + (pieces + 1) * 4 + i * 8 + 2, true);
    const isNarrow = (stored & 0x40000000) !== 0;
    const start = isNarrow ? (stored & 0x3fffffff) >> 1 : stored & 0x3fffffff;
    for (let k = 0; k < to - from; k++) {
      const place = start + k * (isNarrow ? 1 : 2);
      // Behind the main text a file may promise more than there is.
      if (place + 2 > document.length && characters.length >= main.getUint32(lengths.main, true)) return characters;
      const text = isNarrow ? western.decode(document.subarray(place, place + 1)) : String.fromCharCode(main.getUint16(place, true));
      characters.push({ place, text, index: characters.length });
    }
  }
  return characters;
}

/** Each box with the character on which its shape hangs; those whose shape is not found, in groups, with the drawings that are left. */
function boxesOf(streams: Streams, characters: readonly Character[], texts: readonly Character[]): Map<number, readonly Character[]> {
  const shapes = new Map(recordsOf(streams, shapesAt, 26).map(({ from, at }) => [streams.table.getUint32(at, true), from]));
  const boxes = new Map<number, readonly Character[]>();
  const left: (readonly Character[])[] = [];
  for (const { from, to, at } of recordsOf(streams, boxTextsAt, 22)) {
    const own = texts.slice(from, to);
    if (own.every(({ text }) => text === '\r')) continue;
    const place = shapes.get(streams.table.getUint32(at + 14, true));
    if (place === undefined || boxes.has(place)) left.push(own);
    else boxes.set(place, own);
  }
  const free = characters.filter(({ text, index }) => text === drawn && !boxes.has(index));
  for (const [i, own] of left.entries()) {
    const place = (free[i] ?? characters.findLast(({ text }) => text === drawn))?.index;
    if (place !== undefined) boxes.set(place, [...(boxes.get(place) ?? []), ...own]);
  }
  return boxes;
}

/** The records of a table that goes by characters: from which to which each one reaches, and where it stands. */
function recordsOf({ main, table }: Streams, told: number, width: number): { from: number; to: number; at: number }[] {
  const start = main.getUint32(told, true);
  const size = main.getUint32(told + 4, true);
  const count = Math.max(0, Math.floor((size - 4) / (4 + width)));
  return Array.from({ length: count }, (_, i) => ({
    from: table.getUint32(start + i * 4, true),
    to: table.getUint32(start + (i + 1) * 4, true),
    at: start + (count + 1) * 4 + i * width,
  }));
}
