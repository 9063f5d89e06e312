/**
 * Automatic numbering of a .doc: its lists with the form of each level, and which list a paragraph or its style belongs to.
 * Counting is that of .docx files, which have the same lists in another form.
 */
import { type Level, type Numbered, type Numbering, openUses, type Use } from '../docx/numbering';
import { eachProperty, levelProperty, listProperty, type ListPlace } from './properties';

export interface DocNumbering {
  /** What Word writes before the next paragraph; undefined where there is a number that cannot be read. */
  next(place: ListPlace, style: number): string | undefined;
}

interface Streams {
  readonly main: DataView;
  readonly table: DataView;
}

const levelCount = 9;
/** A use of a list by a number from here on belongs to no list. */
const firstInvalid = 0x7ff;

/** The formats of numbers by their codes; others are left as Arabic figures. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'chineseLegalSimplified',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

export function openDocNumbering(streams: Streams): DocNumbering {
  const uses = readUses(streams);
  const styles = readStyles(streams);
  const numbering = openUses(uses);
  return {
    next(place, style) {
      const numbered = numberedBy(place, style, { numbering, styles });
      if (!numbered) return '';
      return uses.has(numbered.number) ? numbering.next(numbered) : undefined;
    },
  };
}

interface Known {
  readonly numbering: Numbering;
  readonly styles: readonly (Style | undefined)[];
}

/** The paragraph's place in a list, by itself or by its style and those on which that is based. */
function numberedBy(own: ListPlace, style: number, { numbering, styles }: Known): Numbered | undefined {
  let { list, level } = own;
  const seen = new Set<number>();
  for (let at = style, one = styles[at]; one && !seen.has(at); at = one.base, one = styles[at]) {
    seen.add(at);
    const { place } = one;
    list ??= place.list;
    if (level === undefined && list !== undefined) level = numbering.levelOfStyle(String(list), String(at));
    level ??= place.level;
  }
  if (list === undefined || list === 0 || list >= firstInvalid) return undefined;
  return { number: String(list), level: level !== undefined && level < levelCount ? level : 0 };
}

/** The uses of lists by their numbers. */
function readUses({ main, table }: Streams): Map<string, Use> {
  const lists = readLists({ main, table });
  const uses = new Map<string, Use>();
  if (main.getUint32(0x2ee, true) === 0) return uses;
  const start = main.getUint32(0x2ea, true);
  const count = table.getUint32(start, true);
  let at = start + 4 + count * 16;
  for (let i = 0; i < count; i++) {
    const list = lists.get(table.getInt32(start + 4 + i * 16, true));
    const overrides = new Map<number, { start: number | undefined; level: Level | undefined }>();
    at += 4;
    for (let k = table.getUint8(start + 4 + i * 16 + 12); k > 0; k--) {
      const begin = table.getInt32(at, true);
      const flags = table.getUint32(at + 4, true);
      at += 8;
      const hasForm = (flags & 0x20) !== 0;
      const read = hasForm ? readLevel(table, at) : undefined;
      if (read) at = read.end;
      overrides.set(flags & 0xf, { start: (flags & 0x10) !== 0 ? (read?.level.start ?? begin) : undefined, level: read?.level });
    }
    if (list) uses.set(String(i + 1), { list, overrides });
  }
  return uses;
}

function readLists({ main, table }: Streams): Map<number, Use['list']> {
  const lists = new Map<number, Use['list']>();
  if (main.getUint32(0x2e6, true) === 0) return lists;
  const start = main.getUint32(0x2e2, true);
  const count = table.getUint16(start, true);
  let at = start + 2 + count * 28;
  for (let i = 0; i < count; i++) {
    const list = start + 2 + i * 28;
    const isSimple = (table.getUint8(list + 26) & 1) !== 0;
    const levels = Array.from({ length: isSimple ? 1 : levelCount }, (_, k) => {
      const { level, end } = readLevel(table, at);
      at = end;
      const style = table.getUint16(list + 8 + k * 2, true);
      return style === 0xfff ? level : { ...level, style: String(style) };
    });
    const id = table.getInt32(list, true);
    lists.set(id, { id: String(id), levels });
  }
  return lists;
}

function readLevel(table: DataView, at: number): { readonly level: Level; readonly end: number } {
  const flags = table.getUint8(at + 5);
  const words = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(words, true);
  const codes = Array.from({ length }, (_, i) => table.getUint16(words + 2 + i * 2, true));
  return {
    level: {
      start: table.getInt32(at, true),
      format: formats[table.getUint8(at + 4)] ?? 'decimal',
      text: codes.map((code) => (code < levelCount ? `%${code + 1}` : String.fromCharCode(code))).join(''),
      suffix: table.getUint8(at + 15) === 2 ? 'nothing' : 'tab',
      plain: (flags & 4) !== 0,
      restart: (flags & 8) !== 0 ? table.getUint8(at + 26) : undefined,
      style: undefined,
    },
    end: words + 2 + length * 2,
  };
}

interface Style {
  readonly base: number;
  readonly place: ListPlace;
}

/** The styles of paragraphs, by their numbers. */
function readStyles({ main, table }: Streams): (Style | undefined)[] {
  if (main.getUint32(0xa6, true) === 0) return [];
  const start = main.getUint32(0xa2, true);
  const head = table.getUint16(start, true);
  const count = table.getUint16(start + 2, true);
  const base = table.getUint16(start + 4, true);
  let at = start + 2 + head;
  return Array.from({ length: count }, () => {
    const own = at + 2;
    const size = table.getUint16(at, true);
    at = own + size + (size % 2);
    return size === 0 ? undefined : readStyle(table, own, base);
  });
}

/** Undefined for a style of something else than paragraphs. @param base how long what all styles have is */
function readStyle(table: DataView, own: number, base: number): Style | undefined {
  const kind = table.getUint16(own + 2, true);
  if ((kind & 0xf) !== 1) return undefined;
  const properties = own + base + 2 + table.getUint16(own + base, true) * 2 + 2;
  const size = table.getUint16(properties, true);
  const place: { list: number | undefined; level: number | undefined } = { list: undefined, level: undefined };
  eachProperty(table, properties + 4, properties + 2 + size, (code, at) => {
    if (code === listProperty) place.list = table.getUint16(at, true);
    if (code === levelProperty) place.level = table.getUint8(at);
  });
  return { base: kind >> 4, place };
}
