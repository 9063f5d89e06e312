/**
 * What a .doc says of its paragraphs and characters as far as reading goes: whether they stand in a table, end its rows, with
 * which cells, and whether characters are hidden or deleted. Kept by the places of the characters in the file.
 */

/** The cells of a row of a table: where they begin and end on the paper, and how they are merged. */
export interface RowForm {
  readonly edges: readonly number[];
  readonly merges: readonly { readonly left: boolean; readonly above: boolean }[];
}

/** The properties that say to which list and level a paragraph belongs. */
export const listProperty = 0x460b;
export const levelProperty = 0x260a;

/** What a paragraph or a style says of its list. */
export interface ListPlace {
  /** The number of the list's use, from 1; 0: none; undefined: as the style says. */
  readonly list: number | undefined;
  readonly level: number | undefined;
}

export interface ParagraphLooks {
  readonly inTable: boolean;
  /** Whether its end is that of a cell or a row of a table inside of another one; those of outer tables have a character of their own. */
  readonly endsInnerCell: boolean;
  readonly endsRow: boolean;
  /** In how many tables it stands, if it says so. */
  readonly depth: number;
  readonly row: RowForm | undefined;
  /** Its list, if it says so itself, and its style by its number. */
  readonly place: ListPlace;
  readonly style: number;
}

export interface CharacterLooks {
  readonly hidden: boolean;
  readonly deleted: boolean;
}

export interface Ranges<T> {
  readonly starts: readonly number[];
  readonly values: readonly T[];
}

/** The value for a place in the file. */
export function valueAt<T>({ starts, values }: Ranges<T>, place: number): T | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

export function readParagraphs(main: DataView, table: DataView, data: DataView | undefined): Ranges<ParagraphLooks> {
  return readPages({ main, table }, { offset: 0x102, width: 13 }, (page, at) => {
    let length = page.getUint8(at);
    let start = at + 1;
    if (length === 0) {
      length = page.getUint8(start) * 2;
      start++;
    } else length = length * 2 - 1;
    return paragraphLooks(page, start, start + length, data);
  });
}

export function readCharacters(main: DataView, table: DataView): Ranges<CharacterLooks> {
  return readPages({ main, table }, { offset: 0xfa, width: 1 }, (page, at) => {
    const looks = { hidden: false, deleted: false };
    eachProperty(page, at + 1, at + 1 + page.getUint8(at), (code, value) => {
      if (code === 0x083c) looks.hidden = page.getUint8(value) === 1;
      if (code === 0x0800) looks.deleted = page.getUint8(value) === 1;
    });
    return looks;
  });
}

export interface Streams {
  readonly main: DataView;
  readonly table: DataView;
}

/**
 * The pages of 512 bytes that hold properties, in the order of the file.
 * @param kind where the header tells of them, and how wide the entries are that lead to each run's.
 */
function readPages<T>(
  { main, table }: Streams,
  { offset, width }: { readonly offset: number; readonly width: number },
  read: (page: DataView, at: number) => T,
): Ranges<T> {
  const start = main.getUint32(offset, true);
  const count = Math.floor((main.getUint32(offset + 4, true) - 4) / 8);
  const found: { readonly start: number; readonly value: T }[] = [];
  for (let i = 0; i < count; i++) {
    const base = (table.getUint32(start + (count + 1) * 4 + i * 4, true) & 0x3fffff) * 512;
    const page = new DataView(main.buffer, main.byteOffset + base, 512);
    const runs = page.getUint8(511);
    for (let k = 0; k < runs; k++) {
      const at = page.getUint8((runs + 1) * 4 + k * width) * 2;
      const value = at === 0 ? undefined : safely(() => read(page, at));
      found.push({ start: page.getUint32(k * 4, true), value: value as T });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return { starts: found.map((one) => one.start), values: found.map((one) => one.value) };
}

/** Undefined where the file breaks off. */
export function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function paragraphLooks(page: DataView, start: number, end: number, data: DataView | undefined): ParagraphLooks {
  const place = { list: undefined as number | undefined, level: undefined as number | undefined };
  const style = page.getUint16(start, true);
  const looks = { inTable: false, endsInnerCell: false, endsRow: false, depth: 0, place, style, row: undefined as RowForm | undefined };
  const read =
    (view: DataView) =>
    (code: number, at: number): void => {
      if (code === 0x2416) looks.inTable = view.getUint8(at) === 1;
      else if (code === 0x2417 || code === 0x244c) looks.endsRow = view.getUint8(at) === 1;
      else if (code === 0x244b) looks.endsInnerCell = view.getUint8(at) === 1;
      else if (code === 0x6649) looks.depth = view.getUint32(at, true);
      else if (code === listProperty) place.list = view.getUint16(at, true);
      else if (code === levelProperty) place.level = view.getUint8(at);
      else if (code === 0xd608) looks.row = readRow(view, at);
      else if (code === 0xd62b && looks.row) looks.row = mergedAbove(looks.row, view.getUint8(at), view.getUint8(at + 1));
      else if ((code === 0x6646 || code === 0x6645) && data) {
        const from = view.getUint32(at, true);
        eachProperty(data, from + 2, from + 2 + data.getUint16(from, true), read(data));
      }
    };
  eachProperty(page, start + 2, end, read(page));
  return looks;
}

function readRow(view: DataView, at: number): RowForm {
  const count = view.getUint8(at);
  const edges = Array.from({ length: count + 1 }, (_, i) => view.getInt16(at + 1 + i * 2, true));
  const cells = at + 1 + (count + 1) * 2;
  const merges = Array.from({ length: count }, (_, i) => {
    const flags = cells + i * 20 + 2 <= view.byteLength ? view.getUint16(cells + i * 20, true) : 0;
    return { left: (flags & 3) === 2, above: ((flags >> 5) & 3) === 1 };
  });
  return { edges, merges };
}

function mergedAbove(row: RowForm, cell: number, flag: number): RowForm {
  return { ...row, merges: row.merges.map((merge, i) => (i === cell ? { ...merge, above: flag === 1 } : merge)) };
}

/** Hands on each property with its code and where its value stands. */
export function eachProperty(view: DataView, start: number, end: number, take: (code: number, at: number) => void): void {
  for (let at = start; at + 2 < end;) {
    const code = view.getUint16(at, true);
    at += 2;
    const kind = code >> 13;
    if (kind !== 6) {
      take(code, at);
      at += [1, 1, 2, 4, 2, 2, 0, 3][kind] as number;
    } else if (code === 0xd608) {
      take(code, at + 2);
      at += view.getUint16(at, true) + 1;
    } else {
      take(code, at + 1);
      at += view.getUint8(at) + 1;
    }
  }
}
