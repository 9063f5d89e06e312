/**
 * What a piece of HTML shows, as a draft that the reader of grids takes: a paragraph a line, a table's row a line of cells
 * between tabs. For HTML from other programs (Word, WPS, Excel, web pages), which is read as a browser builds it: comments,
 * style sheets and what is not shown are left out, tables that only lay out the page come apart. Knows nothing of reports.
 *
 * A cell stands once, whatever places it takes: programs merge cells to draw, and where a value belongs is for whoever
 * knows the form to say. What places each cell takes is told beside the text.
 */
import type { Span } from '../text/span';
import { parse5 } from './html';
import { markOf } from './list-marks';
import { collapsed, contentOf, type Element, isBlock, isElement, isGone, isUnseen, type Node, numberIn } from './shown';
import { withoutDress } from './stored-number';

export interface PastedDraft {
  readonly text: string;
  /** The lines of each table, in the order of the text. */
  readonly tables: readonly Span[];
  /** The cells of tables by the offset at which each one's text starts. */
  readonly cells: ReadonlyMap<number, PastedCell>;
  /** The lengths of the text at which pictures are shown. */
  readonly pictures: readonly number[];
}

/** What a cell takes of the grid that is seen. */
export interface PastedCell {
  /** All cells of its row, in their order. */
  readonly row: readonly PastedCell[];
  /** How many lines it reaches over. */
  readonly lines: number;
  /** Its columns, half open. */
  readonly from: number;
  readonly to: number;
}

/** No program nests deeper; what does is not read. */
const deepest = 256;
/** Columns that one cell may take. */
const widest = 64;

/**
 * The draft in `html`; undefined if it is nested too deeply.
 * @param between what stands between paragraphs: one line end or two.
 */
export function draftOfHtml(html: string, between: string): PastedDraft | undefined {
  const root = parse5().parse(html);
  const outer = layoutOf(root.childNodes);
  if (!outer) return undefined;
  const writer = new Writer(between, outer);
  writer.blocks(root.childNodes);
  return writer.finish();
}

/** The elements in which a table stands; undefined if the tree is too deep. */
function layoutOf(roots: readonly Node[]): ReadonlySet<Element> | undefined {
  const outer = new Set<Element>();
  const path: Element[] = [];
  const open: { readonly nodes: readonly Node[]; next: number }[] = [{ nodes: roots, next: 0 }];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) {
      open.pop();
      path.pop();
    } else if (isElement(node)) {
      if (path.length >= deepest) return undefined;
      if (node.tagName === 'table')
        for (let i = path.length - 1; i >= 0 && !outer.has(path[i] as Element); i--) outer.add(path[i] as Element);
      path.push(node);
      open.push({ nodes: node.childNodes, next: 0 });
    }
  }
  return outer;
}

/** One cell of a table that holds no other one. */
interface Cell {
  readonly text: string;
  readonly lines: number;
  readonly columns: number;
  readonly gone: boolean;
}

/** A cell with its places. */
type Placed = Pick<Cell, 'text' | 'lines'> & { readonly from: number; readonly to: number };

/** Collects the lines; a class only because its steps share them. */
class Writer {
  private text = '';
  private paragraph = '';
  /** The number of a list's item, to stand before the first words of it. */
  private mark = '';
  private readonly tables: Span[] = [];
  private readonly cells = new Map<number, PastedCell>();
  private readonly pictures: number[] = [];

  constructor(
    private readonly between: string,
    private readonly outer: ReadonlySet<Element>,
  ) {}

  finish(): PastedDraft {
    this.endParagraph();
    return { text: this.text, tables: this.tables, cells: this.cells, pictures: this.pictures };
  }

  /** @param list the list whose items `nodes` are, if they are those of a numbered one. */
  blocks(nodes: readonly Node[], list?: Element): void {
    let number = (list && numberIn(list, 'start')) ?? 1;
    for (const node of nodes) {
      if (!isElement(node)) this.paragraph += 'value' in node ? node.value : '';
      else if (isGone(node) || isUnseen(node)) continue;
      else if (node.tagName === 'img') this.pictures.push(this.text.length + this.paragraph.trim().length);
      else if (node.tagName === 'br') this.endParagraph();
      else if (node.tagName === 'table') this.table(node);
      else if (isBlock(node)) {
        this.endParagraph();
        const isItem = list !== undefined && node.tagName === 'li';
        if (isItem) {
          number = numberIn(node, 'value') ?? number;
          this.mark = markOf(number++, node, list);
        }
        this.blocks(node.childNodes, node.tagName === 'ol' ? node : undefined);
        this.endParagraph();
        if (isItem) this.mark = '';
      } else this.blocks(node.childNodes);
    }
  }

  private table(table: Element): void {
    this.endParagraph();
    const rows = rowsOf(table);
    if (rows.some(({ cells }) => isLayout(cells, this.outer)) || rows.every(({ cells }) => cells.length < 2)) {
      for (const { cells } of rows)
        for (const cell of cells) {
          this.blocks(cell.childNodes);
          this.endParagraph();
        }
      return;
    }
    const lines = placed(
      rows.map(({ cells, gone }) => ({ cells: cells.flatMap((cell) => cellsIn(cell, this.outer)), gone })),
      hiddenColumns(table),
    );
    this.separate();
    const start = this.text.length;
    for (const cells of lines) {
      if (cells.every(({ text }) => text === '')) continue;
      if (this.text.length > start) this.text += '\n';
      const row: PastedCell[] = [];
      for (const [i, { text, lines: reach, from, to }] of cells.entries()) {
        if (i > 0) this.text += '\t';
        const cell = { row, lines: reach, from, to };
        row.push(cell);
        this.cells.set(this.text.length, cell);
        this.text += text;
      }
    }
    if (this.text.length > start) this.tables.push({ start, end: this.text.length });
  }

  private endParagraph(): void {
    const words = collapsed(this.paragraph);
    this.paragraph = '';
    if (words === '') return;
    this.separate();
    this.text += this.mark + words;
    this.mark = '';
  }

  private separate(): void {
    if (this.text !== '' && !this.text.endsWith(this.between)) this.text += this.between;
  }
}

/** The rows of a table, those that are not shown marked; not those of tables inside of it. */
function rowsOf(table: Element): { readonly cells: Element[]; readonly gone: boolean }[] {
  return table.childNodes.filter(isElement).flatMap((part) => {
    if (part.tagName === 'caption') return [{ cells: [part], gone: isGone(part) }];
    return part.childNodes
      .filter(isElement)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => ({
        cells: row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
        gone: isGone(part) || isGone(row),
      }));
  });
}

/** Whether one of a row's cells holds a table that is more than one row of cells among others. */
function isLayout(cells: readonly Element[], outer: ReadonlySet<Element>): boolean {
  return cells.some((cell) => outer.has(cell) && (cells.length < 2 || innerRow(cell, outer) === undefined));
}

/** The cells of the table inside of `cell` if it has one row, and nothing else is in the cell. */
function innerRow(cell: Element, outer: ReadonlySet<Element>): readonly Element[] | undefined {
  const inside = cell.childNodes.filter((node) =>
    isElement(node)
      ? !isGone(node) && (node.tagName === 'table' || collapsed(contentOf(node)) !== '')
      : 'value' in node && node.value.trim() !== '',
  );
  const [table] = inside;
  if (inside.length !== 1 || !table || !isElement(table)) return undefined;
  if (table.tagName !== 'table') return outer.has(table) && isBlock(table) ? innerRow(table, outer) : undefined;
  const [row, ...more] = rowsOf(table).filter(({ gone }) => !gone);
  return row && more.length === 0 && !row.cells.some((one) => outer.has(one)) ? row.cells : undefined;
}

function cellsIn(cell: Element, outer: ReadonlySet<Element>): Cell[] {
  if (outer.has(cell)) return (innerRow(cell, outer) ?? []).flatMap((inner) => cellsIn(inner, outer));
  const reach = (name: string, most: number) => Math.min(most, Math.max(1, numberIn(cell, name) ?? 1));
  return [
    {
      text: isUnseen(cell) ? '' : withoutDress(cell, collapsed(contentOf(cell))),
      lines: reach('rowspan', 65534),
      columns: reach('colspan', widest),
      gone: isGone(cell),
    },
  ];
}

/** The columns of the grid that are not shown. */
function hiddenColumns(table: Element): ReadonlySet<number> {
  const hidden = new Set<number>();
  let column = 0;
  const walk = (parts: readonly Node[], gone: boolean): void => {
    for (const part of parts.filter(isElement)) {
      if (part.tagName === 'colgroup') walk(part.childNodes, isGone(part));
      else if (part.tagName === 'col') {
        const span = Math.min(widest, numberIn(part, 'span') ?? 1);
        for (let i = 0; i < span; i++, column++) if (gone || isGone(part)) hidden.add(column);
      }
    }
  };
  walk(table.childNodes, false);
  return hidden;
}

/** The cells that are shown, row by row, with the places they take. A cell reaches only over lines that are shown. */
function placed(rows: readonly { readonly cells: readonly Cell[]; readonly gone: boolean }[], hidden: ReadonlySet<number>): Placed[][] {
  /** For each column the row at which it is free again. */
  const free: number[] = [];
  const shown: Placed[][] = [];
  for (const [index, { cells, gone }] of rows.entries()) {
    const line: Placed[] = [];
    let to = 0;
    for (const { text, lines, columns, gone: isHidden } of cells) {
      // Spreadsheets hide the cells of hidden columns too; elsewhere a hidden cell takes no place.
      if (isHidden && hidden.size === 0) continue;
      let from = to;
      while ((free[from] ?? 0) > index) from++;
      to = from + columns;
      for (let column = from; column < to; column++) free[column] = index + lines;
      if (isHidden || Array.from({ length: columns }, (_, i) => from + i).every((column) => hidden.has(column))) continue;
      line.push({ text, lines: lines === 1 ? 1 : rows.slice(index, index + lines).filter((row) => !row.gone).length, from, to });
    }
    if (!gone) shown.push(line);
  }
  return shown;
}
