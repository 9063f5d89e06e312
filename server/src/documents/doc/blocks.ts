/**
 * The characters of a .doc as paragraphs and tables: a mark ends each paragraph, cell and row; what it ends, and in how many tables
 * it stands, the looks kept for its place say.
 */
import type { Block, Shown } from '../document';
import { showBelow } from '../rows';
import type { DocNumbering } from './numbering';
import type { ParagraphLooks } from './properties';
import type { Character } from './story';
import { type DocCell, type DocRow, paragraphsOf, tableOf } from './tables';

export interface Layout {
  readonly looksAt: (place: number) => ParagraphLooks | undefined;
  /** Undefined where the lists of the file cannot be read. */
  readonly numbering: DocNumbering | undefined;
  /** The characters of the text box that hangs on the character of that number. */
  readonly boxAt: (index: number) => readonly Character[] | undefined;
}

interface ReadBlocks {
  readonly blocks: Block[];
  /** Whether a number that Word writes by itself could not be read. */
  readonly lacksNumbers: boolean;
}

/** A table that is not yet at its end, with the row and the cell that are read. */
interface OpenTable {
  rows: DocRow[];
  cells: DocCell[];
  /** Paragraphs of the cell, and before them what stands in it up to the last table inside of it. */
  text: string;
  inside: Block[];
}

export function readBlocks(characters: readonly Character[], layout: Layout): ReadBlocks {
  const blocks: Block[] = [];
  /** The tables around the place, the outermost first. */
  const tables: OpenTable[] = [];
  let lacksNumbers = false;
  let boxes: Character[] = [];
  let shows: Shown | undefined;
  let words = '';
  const fields: Field[] = [];
  const endBoxes = () => {
    const inside = boxes.length > 0 ? readBlocks(boxes, layout) : undefined;
    boxes = [];
    lacksNumbers ||= inside?.lacksNumbers === true;
    blocks.push(...(inside?.blocks ?? []));
  };
  for (const { text, place, index } of characters) {
    boxes.push(...(layout.boxAt(index) ?? []));
    if (turnField(text, fields) || isOfField(text, fields)) continue;
    if (!isMark(text)) {
      words += wordsOf(text);
      shows = shownBy[text] ?? shows;
      continue;
    }
    const looks = layout.looksAt(place);
    const number = numberOf(looks, layout.numbering);
    if (words.trim() !== '') {
      lacksNumbers ||= number === undefined;
      words = (number ?? '') + words;
    }
    enter(tables, depthOf(text, looks), blocks);
    const table = tables.at(-1);
    if (table) endInTable(table, { text, looks, words });
    else {
      blocks.push(...paragraphsOf(words));
      if (shows) showBelow(blocks, shows);
      endBoxes();
    }
    shows = undefined;
    words = '';
  }
  enter(tables, 0, blocks);
  endBoxes();
  return { blocks, lacksNumbers };
}

function isMark(text: string): boolean {
  return text === '\r' || text === '\x07' || text === '\x0c';
}

/** In how many tables the end of a paragraph stands. */
function depthOf(mark: string, looks: ParagraphLooks | undefined): number {
  if (mark === '\x07') return 1;
  return looks?.inTable === true ? Math.max(1, looks.depth) : 0;
}

/** Tables nest as deep as these in files that people make. */
const deepest = 30;

/** Ends the tables that do not reach the place and begins those that begin there. */
function enter(tables: OpenTable[], depth: number, blocks: Block[]): void {
  while (tables.length > depth) {
    const ended = tableOf((tables.pop() as OpenTable).rows);
    const outer = tables.at(-1);
    if (!outer) blocks.push(...ended);
    else {
      outer.inside.push(...paragraphsOf(outer.text), ...ended);
      outer.text = '';
    }
  }
  while (tables.length < Math.min(depth, deepest)) tables.push({ rows: [], cells: [], text: '', inside: [] });
}

/** The end of a row, a cell, or a paragraph inside of a cell. */
function endInTable(
  table: OpenTable,
  { text: mark, looks, words }: { readonly text: string; readonly looks: ParagraphLooks | undefined; readonly words: string },
): void {
  if (looks?.endsRow === true) {
    table.rows.push({ cells: table.cells, form: looks.row });
    table.cells = [];
    table.text = '';
    table.inside = [];
  } else if (mark === '\x07' || looks?.endsInnerCell === true) {
    const text = table.text + words;
    const inside = table.inside.length > 0 ? [...table.inside, ...paragraphsOf(text)] : [];
    table.cells.push({ text, inside });
    table.text = '';
    table.inside = [];
  } else table.text += `${words}\n`;
}

/** What Word writes before a paragraph by itself; undefined where that cannot be read. */
function numberOf(looks: ParagraphLooks | undefined, numbering: DocNumbering | undefined): string | undefined {
  if (!looks || looks.endsRow) return '';
  if (numbering) return numbering.next(looks.place, looks.style);
  return looks.place.list === undefined || looks.place.list === 0 ? '' : undefined;
}

/** Pictures in their place among the words. */
const shownBy: Readonly<Record<string, Shown>> = { '\x01': 'picture' };

const plain: Readonly<Record<string, string>> = { '\x0b': '\n', '\x1e': '-', '\x1f': '', '\xa0': ' ' };

function wordsOf(text: string): string {
  return plain[text] ?? (text < ' ' && text !== '\t' ? '' : text);
}

interface Field {
  instruction: string;
  shown: boolean;
}

/** Whether the character begins, divides or ends a field. */
function turnField(text: string, fields: Field[]): boolean {
  if (text === '\x13') fields.push({ instruction: '', shown: false });
  else if (text === '\x14') {
    const open = fields.at(-1);
    if (open) open.shown = true;
  } else if (text === '\x15') fields.pop();
  else return false;
  return true;
}

/** Whether the character is an instruction, or the result of a field that is no text. */
function isOfField(text: string, fields: readonly Field[]): boolean {
  const field = fields.at(-1);
  if (field && !field.shown) {
    field.instruction += text;
    return true;
  }
  return fields.some(({ instruction }) => /^\s*(?:PAGE|NUMPAGES|TOC)\b/i.test(instruction)) && !/[\r\x07]/.test(text);
}
