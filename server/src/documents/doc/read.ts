/**
 * Reads a Word file as it was until 2003 (.doc), and .wps files that are such files: text, tables with their merged cells, hidden
 * and deleted text out, the numbers that Word writes by itself before the words. Where those cannot be read, it is told.
 */
import { msg, type Message } from '../../text/message';
import { type Block, type DocumentTable, type ReadDocument, type Shown, type TableCell, UnreadableDocument } from '../document';
import { hiddenNote } from '../docx/body';
import { showBelow, withoutParagraphs } from '../rows';
import { cellOf, paragraphOf } from '../words';
import { openCompound } from './compound';
import { type DocNumbering, openDocNumbering } from './numbering';
import { type Character, readStory } from './story';
import { type ParagraphLooks, readCharacters, readParagraphs, type RowForm, safely, valueAt } from './properties';

/** @throws UnreadableDocument */
export function readDoc(bytes: Uint8Array): ReadDocument {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
    throw error;
  }
}

function read(bytes: Uint8Array): ReadDocument {
  const stream = openCompound(bytes);
  const document = stream('WordDocument');
  if (!document || document[0] !== 0xec || document[1] !== 0xa5) throw new UnreadableDocument(msg('不是 Word 文档，或者文件损坏'));
  const main = viewOf(document);
  const flags = main.getUint16(0x0a, true);
  if ((flags & 0x100) !== 0) throw new UnreadableDocument(msg('文件加了密码，读不了；请去掉密码后另存一份'));
  const tableStream = stream((flags & 0x200) !== 0 ? '1Table' : '0Table');
  if (!tableStream) throw new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
  const table = viewOf(tableStream);
  const data = stream('Data');
  const paragraphs = readParagraphs(main, table, data && viewOf(data));
  const looks = readCharacters(main, table);
  const hidden: string[] = [];
  let hasDeleted = false;
  const isShown = ({ text, place }: Character) => {
    const own = valueAt(looks, place);
    if (own?.deleted === true && !/[\r\x07]/.test(text)) {
      hasDeleted = true;
      return false;
    }
    if (own?.hidden !== true || /[\r\x07]/.test(text)) return true;
    hidden.push(text);
    return false;
  };
  const story = readStory(document, { main, table });
  const layout: Layout = {
    looksAt: (place) => valueAt(paragraphs, place),
    numbering: safely(() => openDocNumbering({ main, table })),
    boxAt: (index) => story.boxes.get(index)?.filter(isShown) ?? nothing,
  };
  const { blocks, lacksNumbers } = blocksOf(story.characters.filter(isShown), layout);
  const notes: Message[] = [];
  if (hidden.length > 0) notes.push(hiddenNote([hidden.join('')]));
  if (hasDeleted) notes.push(msg('有修订还没有接受：按接受以后的内容校对（删去的不读，插入的读）'));
  if (lacksNumbers) notes.push(msg('有自动编号，旧格式（.doc）里读不出来；如果标题因此缺少序号，请另存为 .docx 再校对'));
  return { kind: 'doc', blocks, notes };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const nothing: readonly Character[] = [];

interface Layout {
  readonly looksAt: (place: number) => ParagraphLooks | undefined;
  /** Undefined where the lists of the file cannot be read. */
  readonly numbering: DocNumbering | undefined;
  /** The characters of the text box that hangs on the character of that number. */
  readonly boxAt: (index: number) => readonly Character[];
}

interface Row {
  readonly cells: readonly string[];
  readonly form: RowForm | undefined;
}

function blocksOf(characters: readonly Character[], layout: Layout): { readonly blocks: Block[]; readonly lacksNumbers: boolean } {
  const { looksAt, numbering } = layout;
  const blocks: Block[] = [];
  let lacksNumbers = false;
  let boxes: Character[] = [];
  let shows: Shown | undefined;
  const endBoxes = () => {
    const inside = boxes.length > 0 ? blocksOf(boxes, layout) : undefined;
    boxes = [];
    lacksNumbers ||= inside?.lacksNumbers === true;
    blocks.push(...(inside?.blocks ?? []));
  };
  let words = '';
  /** Where in the words the last paragraph begins; a cell may have several. */
  let begin = 0;
  let cells: string[] = [];
  let rows: Row[] = [];
  const fields: { instruction: string; shown: boolean }[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(...tableOf(rows));
    rows = [];
  };
  for (const { text, place, index } of characters) {
    boxes.push(...layout.boxAt(index));
    if (turnField(text, fields) || isOfField(text, fields)) continue;
    if (text !== '\r' && text !== '\x07' && text !== '\x0c') {
      words += wordsOf(text);
      shows = shownBy[text] ?? shows;
      continue;
    }
    const looks = looksAt(place);
    const number = numberOf(looks, numbering);
    if (words.slice(begin).trim() !== '') {
      lacksNumbers ||= number === undefined;
      words = words.slice(0, begin) + (number ?? '') + words.slice(begin);
    }
    if (text === '\x07' && looks?.endsRow === true) {
      rows.push({ cells, form: looks.row });
      cells = [];
    } else if (text === '\x07') cells.push(words);
    else if (looks?.inTable === true) {
      // A paragraph inside of a cell.
      words += '\n';
      begin = words.length;
      continue;
    } else {
      endTable();
      const paragraph = paragraphOf([{ text: words }]);
      if (paragraph.text !== '') blocks.push({ kind: 'paragraph', text: paragraph.text });
      if (shows) showBelow(blocks, shows);
      shows = undefined;
      endBoxes();
    }
    words = '';
    begin = 0;
  }
  endTable();
  endBoxes();
  return { blocks, lacksNumbers };
}

/** What Word writes before a paragraph by itself; undefined where that cannot be read. */
function numberOf(looks: ParagraphLooks | undefined, numbering: DocNumbering | undefined): string | undefined {
  if (!looks || looks.endsRow) return '';
  if (numbering) return numbering.next(looks.place, looks.style);
  return looks.place.list === undefined || looks.place.list === 0 ? '' : undefined;
}

/** Pictures in their place among the words. */
const shownBy: Readonly<Record<string, Shown>> = { '\x01': 'picture' };

function wordsOf(text: string): string {
  return plain[text] ?? (text < ' ' && text !== '\t' ? '' : text);
}

const plain: Readonly<Record<string, string>> = { '\x0b': '\n', '\x1e': '-', '\x1f': '', '\xa0': ' ' };

/** Whether the character begins, divides or ends a field. */
function turnField(text: string, fields: { instruction: string; shown: boolean }[]): boolean {
  if (text === '\x13') fields.push({ instruction: '', shown: false });
  else if (text === '\x14') {
    const open = fields.at(-1);
    if (open) open.shown = true;
  } else if (text === '\x15') fields.pop();
  else return false;
  return true;
}

/** Whether the character is an instruction, or the result of a field that is no text. */
function isOfField(text: string, fields: readonly { instruction: string; readonly shown: boolean }[]): boolean {
  const field = fields.at(-1);
  if (field && !field.shown) {
    field.instruction += text;
    return true;
  }
  return fields.some(({ instruction }) => /^\s*(?:PAGE|NUMPAGES|TOC)\b/i.test(instruction)) && !/[\r\x07]/.test(text);
}

/** The cells at the places that their edges on the paper give them. */
function tableOf(rows: readonly Row[]): Block[] {
  if (rows.every(({ cells }) => cells.length < 2)) {
    return rows.flatMap(({ cells }) =>
      cells.flatMap((text): Block[] => (text.trim() === '' ? [] : [{ kind: 'paragraph', text: paragraphOf([{ text }]).text }])),
    );
  }
  const edges = [...new Set(rows.flatMap(({ form }) => form?.edges ?? []))]
    .sort((a, b) => a - b)
    .filter((edge, i, all) => i === 0 || edge - (all[i - 1] as number) > 40);
  const column = (x: number | undefined) => (x === undefined ? -1 : edges.findLastIndex((edge) => edge <= x + 40));
  const grid: (TableCell & { lines: number })[][] = [];
  let above: (TableCell & { lines: number })[] = [];
  for (const { cells, form } of rows) {
    const line: (TableCell & { lines: number })[] = [];
    const own: (TableCell & { lines: number })[] = [];
    for (const [i, text] of cells.entries()) {
      const from = form ? column(form.edges[i]) : i;
      const to = Math.max(from + 1, form ? column(form.edges[i + 1]) : i + 1);
      const merge = form?.merges[i];
      const over = merge?.above === true ? above.find((cell) => cell.from <= from && from < cell.to) : undefined;
      const left = own.at(-1);
      if (over) {
        over.lines += line.includes(over) ? 0 : 1;
        line.push(over);
      } else if (merge?.left === true && left && line.at(-1) === left) {
        const wider = { ...left, to };
        own[own.length - 1] = wider;
        line[line.length - 1] = wider;
      } else {
        const cell = { text: cellOf([{ text }]).text, from, to, lines: 1 };
        own.push(cell);
        line.push(cell);
      }
    }
    grid.push(own);
    above = line;
  }
  const table: DocumentTable = { kind: 'table', rows: grid };
  return withoutParagraphs(table);
}
