/** The paragraphs and tables of a Word file in their order: what a reader sees from top to bottom, page heads and feet apart. */
import { msg } from '../../text/message';
import type { Block, DocumentTable, Paragraph, TableCell } from '../document';
import { widestTable } from '../limits';
import { child, elements, isElement, textOf, type XmlElement } from '../package/xml';
import { showBelow, withoutParagraphs } from '../rows';
import { cellOf, paragraphOf, type DocumentPiece } from '../words';
import { type Inline, readInline } from './inline';
import type { DocxReading } from './reading';

/** The blocks in a body, a cell, a text box or a note. */
export function readBlocks(parent: XmlElement, reading: DocxReading): Block[] {
  const blocks: Block[] = [];
  /** Words of a paragraph whose end was deleted: they go on in the next one. */
  let carried: DocumentPiece[] = [];
  for (const element of contentsOf(parent, reading)) {
    if (element.name === 'w:tbl') blocks.push(...readTable(element, reading));
    else if (element.name === 'w:altChunk') blocks.push(...reading.chunk(element.attributes['r:id'] ?? ''));
    else {
      const read = readParagraph(element, reading, carried);
      carried = read.continues ? read.pieces : [];
      blocks.push(...read.blocks);
      if (read.shows) {
        reading.showsMore = true;
        showBelow(blocks, read.shows);
      }
    }
  }
  if (carried.length > 0) blocks.push(...paragraphFrom(carried, undefined));
  return blocks;
}

/** The paragraphs and tables among the children, whatever wraps them. */
function contentsOf(parent: XmlElement, reading: DocxReading): XmlElement[] {
  return elements(parent).flatMap((element): XmlElement[] => {
    switch (element.name) {
      case 'w:p':
      case 'w:tbl':
      case 'w:altChunk':
        return [element];
      case 'w:sdt':
        if (isContents(element)) {
          reading.leftContents = true;
          return [];
        }
        return contentsOf(child(element, 'w:sdtContent') ?? element, reading);
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return contentsOf(element, reading);
      case 'mc:AlternateContent':
        return contentsOf(child(element, 'mc:Choice') ?? element, reading);
      default:
        return [];
    }
  });
}

/** Whether it is a table of contents that Word made. */
function isContents(block: XmlElement): boolean {
  return /Table of Contents/i.test(child(block, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '');
}

interface ReadParagraph extends Pick<Inline, 'shows'> {
  readonly blocks: readonly Block[];
  readonly pieces: DocumentPiece[];
  readonly continues: boolean;
}

function readParagraph(element: XmlElement, reading: DocxReading, carried: readonly DocumentPiece[]): ReadParagraph {
  const node = reading.nodes.push({ paragraphs: [element] }) - 1;
  const { pieces, after, shows } = readPieces(element, reading, node);
  const all = [...carried, ...pieces];
  const continues = isMarkDeleted(element);
  if (continues) return { blocks: after, pieces: all, continues, shows };
  return { blocks: [...paragraphFrom(all, node), ...after], pieces: all, continues, shows };
}

/** The words of a paragraph, its number before them, and what hangs on it: text boxes, notes. */
function readPieces(
  element: XmlElement,
  reading: DocxReading,
  node: number,
): Pick<Inline, 'shows'> & { readonly pieces: DocumentPiece[]; readonly after: Block[] } {
  const properties = child(element, 'w:pPr');
  const style = child(properties, 'w:pStyle')?.attributes['w:val'] ?? reading.styles.normal;
  const hiddenBefore = reading.hidden.length;
  const inline = readInline(element, reading, style, node);
  const wholeIsHidden = inline.pieces.length === 0 && reading.hidden.length > hiddenBefore;
  const numbered = reading.styles.numbered(properties);
  const number = numbered && !wholeIsHidden && !isMarkDeleted(element) ? reading.numbering.next(numbered) : '';
  const after = inline.boxes.flatMap((box) => readBlocks(box, reading));
  const notes = inline.notes.flatMap((note) => readBlocks(note, reading));
  return {
    pieces: number === '' || inline.pieces.length === 0 ? [...inline.pieces] : [{ text: number }, ...inline.pieces],
    after: [...after, ...notes],
    shows: inline.shows,
  };
}

function isMarkDeleted(paragraph: XmlElement): boolean {
  return child(paragraph, 'w:pPr', 'w:rPr', 'w:del') !== undefined || child(paragraph, 'w:pPr', 'w:rPr', 'w:moveFrom') !== undefined;
}

function paragraphFrom(pieces: readonly DocumentPiece[], node: number | undefined): Paragraph[] {
  const words = paragraphOf(pieces);
  return words.text === '' ? [] : [{ kind: 'paragraph', ...words, ...(node === undefined ? {} : { origin: { node } }) }];
}

/** A table; where it only lays out the page, what stands in it. */
function readTable(table: XmlElement, reading: DocxReading): Block[] {
  const rows = rowsOf(table, reading);
  const cells = rows.flatMap(({ cells: own }) => own);
  const isLayout = rows.every(({ cells: own }) => own.length < 2) || cells.some((cell) => hasTable(cell));
  if (isLayout) return cells.flatMap((cell) => readBlocks(cell, reading));
  return withoutParagraphs(gridOf(rows, reading));
}

function hasTable(cell: XmlElement): boolean {
  return cell.children.some((node) => isElement(node) && (node.name === 'w:tbl' || (node.name !== 'w:p' && hasTable(node))));
}

interface TableRow {
  readonly before: number;
  readonly cells: readonly XmlElement[];
}

function rowsOf(table: XmlElement, reading: DocxReading): TableRow[] {
  return wrapped(table, 'w:tr').flatMap((row): TableRow[] => {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) {
      reading.deletions++;
      return [];
    }
    if (child(properties, 'w:hidden')) {
      reading.hidden.push(textOf(row).slice(0, 80));
      return [];
    }
    const cells = wrapped(row, 'w:tc').filter((cell) => !child(cell, 'w:tcPr', 'w:cellDel'));
    return [{ before: Number(child(properties, 'w:gridBefore')?.attributes['w:val'] ?? 0), cells }];
  });
}

/** The elements of that name, whatever wraps them. */
function wrapped(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((element): XmlElement[] => {
    if (element.name === name) return [element];
    if (element.name === 'w:sdt') return wrapped(child(element, 'w:sdtContent') ?? element, name);
    return ['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent'].includes(element.name) ? wrapped(element, name) : [];
  });
}

/** The cells at the places of the grid that the table's own spans give them. */
function gridOf(rows: readonly TableRow[], reading: DocxReading): DocumentTable {
  const grid: (TableCell & { lines: number })[][] = [];
  let above: (TableCell & { lines: number })[] = [];
  for (const { before, cells } of rows) {
    const line: (TableCell & { lines: number })[] = [];
    const own: (TableCell & { lines: number })[] = [];
    let from = Math.min(before, widestTable);
    for (const cell of cells) {
      const properties = child(cell, 'w:tcPr');
      const to = Math.min(from + Math.max(1, Number(child(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1) || 1), widestTable);
      const goesOn = isMerged(properties, 'w:vMerge') ? above.find((one) => one.from <= from && from < one.to) : undefined;
      const left = line.at(-1);
      if (goesOn) {
        goesOn.lines += line.includes(goesOn) ? 0 : 1;
        line.push(goesOn);
      } else if (isMerged(properties, 'w:hMerge') && left) {
        const wider = { ...left, to };
        line[line.length - 1] = wider;
        own[own.length - 1] = wider;
      } else if (from < to) {
        const read = { ...readCell(cell, reading), from, to, lines: 1 };
        line.push(read);
        own.push(read);
      }
      from = to;
    }
    grid.push(own);
    above = line;
  }
  return { kind: 'table', rows: grid };
}

/** Whether a cell goes on with the one above it or to the left of it. */
function isMerged(properties: XmlElement | undefined, merge: 'w:vMerge' | 'w:hMerge'): boolean {
  const element = child(properties, merge);
  return element !== undefined && element.attributes['w:val'] !== 'restart';
}

function readCell(cell: XmlElement, reading: DocxReading): Pick<TableCell, 'text' | 'runs' | 'origin'> {
  const paragraphs = contentsOf(cell, reading).filter(({ name }) => name === 'w:p');
  const node = reading.nodes.push({ paragraphs }) - 1;
  const pieces = paragraphs.flatMap((paragraph, i): DocumentPiece[] => {
    const read = readPieces(paragraph, reading, node);
    const boxes = read.after.flatMap((block): DocumentPiece[] =>
      block.kind === 'paragraph' ? [{ text: '\n' }, { text: block.text }] : [],
    );
    return [...(i > 0 ? [{ text: '\n' }] : []), ...read.pieces, ...boxes];
  });
  return { ...cellOf(pieces), origin: { node } };
}

/** What is told of hidden text: the words, shortened. */
export function hiddenNote(hidden: readonly string[]): ReturnType<typeof msg> {
  const words = hidden.join('；').replace(/\s+/g, ' ');
  return msg('有隐藏的文字，没有读：「{0}」；公开之前请删去', words.length > 60 ? `${words.slice(0, 60)}…` : words);
}
