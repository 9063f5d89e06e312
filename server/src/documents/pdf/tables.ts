/** Tables as drawn turned to tables of the document: words into cells, parts on several pages put together again. */
import { msg, type Message } from '../../text/message';
import type { DocumentTable, TableCell } from '../document';
import { isParagraph } from '../rows';
import { cellOf } from '../words';
import { clusters } from './frame';
import type { DrawnGrid } from './grid';
import { cellWords, linesOf } from './lines';
import type { Glyph } from './content';

/** A table, or the part of one that stands on a page, its columns still by their places on the paper. */
export interface TablePart {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly xs: readonly number[];
  readonly rows: readonly (readonly PartCell[])[];
  readonly doubt: Message | undefined;
}

interface PartCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  readonly page: number;
}

/** Edges on two pages this close are one. */
const sameEdge = 4;

/** A cell wider than this part of its table may hold paragraphs. */
const widestPart = 0.6;

const torn = msg('这张表的线不全，看不出数字属于哪一格，没有校对其中的数字；请对照原件或用 Word 版');
const crossing = msg('这张表有数字压在表格线上，看不出属于哪一格，没有校对其中的数字；请对照原件或用 Word 版');

/** The grid with the words in its cells, and the characters that stand in it. */
export function fillGrid(
  grid: DrawnGrid,
  glyphs: readonly Glyph[],
  page: number,
): { readonly parts: readonly TablePart[]; readonly used: ReadonlySet<Glyph> } {
  const used = new Set<Glyph>();
  const byCell = grid.cells.map((): Glyph[] => []);
  let crosses = false;
  for (const glyph of glyphs) {
    const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35];
    if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) continue;
    used.add(glyph);
    const index = grid.cells.findIndex((cell) => cell.left <= x && x <= cell.right && cell.top <= y && y <= cell.bottom);
    const cell = grid.cells[index];
    if (!cell) continue;
    byCell[index]?.push(glyph);
    const over = Math.max(cell.left - glyph.x, glyph.x + glyph.width - cell.right);
    if (/\d/.test(glyph.text) && over > glyph.width * 0.4) crosses = true;
  }
  const rows: PartCell[][] = Array.from({ length: grid.ys.length - 1 }, () => []);
  for (const [i, cell] of grid.cells.entries()) {
    const text = cellOf([{ text: cellWords(byCell[i] ?? [], cell.right - cell.left) }]).text;
    rows[cell.row]?.push({ text, left: cell.left, right: cell.right, lines: cell.toRow - cell.row, page });
  }
  const lapse = crosses ? crossing : undefined;
  const doubt = grid.isTorn ? torn : lapse;
  const { left, right, xs, ys } = grid;
  const parts: TablePart[] = [];
  let own: PartCell[][] = [];
  const close = (next: number) => {
    const top = ys[next - own.length] ?? grid.top;
    if (own.some((row) => row.length > 0)) parts.push({ top, left, right, xs, rows: own.filter((row) => row.length > 0), doubt });
    own = [];
  };
  for (const [row, cells] of rows.entries()) {
    const index = grid.cells.findIndex((cell) => cell.row === row && cell.right - cell.left > (right - left) * widestPart);
    const text = byCell[index] ?? [];
    if (index >= 0 && isText(text)) {
      // A frame around text: what it holds is read as the text of the page.
      for (const glyph of text) used.delete(glyph);
      close(row);
    } else own.push(cells.sort((a, b) => a.left - b.left));
  }
  close(rows.length);
  return { parts, used };
}

/** Whether a cell over most of the width of a table holds paragraphs, so that it is no row. */
function isText(glyphs: readonly Glyph[]): boolean {
  const lines = linesOf(glyphs);
  return lines.length > 1 ? lines.some(({ text }) => isParagraph(text.trim())) : isParagraph(lines[0]?.text ?? '');
}

/** Whether `next`, at the head of a page, goes on with `part`, at the foot of the one before. */
export function goesOn(part: TablePart, next: TablePart): boolean {
  return Math.abs(part.right - part.left - (next.right - next.left)) <= sameEdge;
}

/** The second may stand further left or right: on the other side of a sheet, in another column. */
export function joinParts(part: TablePart, below: TablePart): TablePart {
  const next = movedBy(below, part.left - below.left);
  const rows = withoutRepeatedHead(part.rows, next.rows);
  const last = part.rows.at(-1);
  const first = rows[0];
  const cut = last && first && isOneRow(last, first);
  const joinedRows = cut ? [...part.rows.slice(0, -1), joinRows(last, first), ...rows.slice(1)] : [...part.rows, ...rows];
  return { ...part, xs: [...part.xs, ...next.xs], rows: joinedRows, doubt: part.doubt ?? next.doubt };
}

function movedBy(part: TablePart, by: number): TablePart {
  const rows = part.rows.map((row) => row.map((cell) => ({ ...cell, left: cell.left + by, right: cell.right + by })));
  return { ...part, left: part.left + by, right: part.right + by, xs: part.xs.map((x) => x + by), rows };
}

function withoutRepeatedHead(rows: TablePart['rows'], next: TablePart['rows']): TablePart['rows'] {
  const words = (row: readonly PartCell[] | undefined) => row?.map(({ text }) => text).join('|') ?? '';
  let same = 0;
  while (
    same < next.length &&
    same < rows.length &&
    words(next[same]) === words(rows[same]) &&
    /\p{Script=Han}/u.test(words(next[same])) &&
    !/\d/.test(words(next[same]))
  )
    same++;
  return next.slice(same);
}

/**
 * Whether a row was cut by the end of the page: a long label begins in the upper part and ends in the lower, and only one of
 * the two has anything behind it.
 */
function isOneRow(upper: readonly PartCell[], lower: readonly PartCell[]): boolean {
  const [above, below] = [partsOf(upper), partsOf(lower)];
  if (lower.every(({ text }) => text === '')) return true;
  if (!above.cell && above.rest !== '' && below.cell) return below.rest === '';
  if (!above.cell || !below.cell || Math.abs(above.cell.left - below.cell.left) > sameEdge) return false;
  if (/^(?:\d+\s*[.．、]|[（(]?[一二三四五六七八]+[）)、]|第|规章|行政|信息内容)/.test(below.cell.text)) return false;
  const isNumbered = /^(?:\d+\s*[.．、]|[（(]?[一二三四五六七八]+[）)、])/.test(above.cell.text);
  return (isNumbered || above.cell.text.length >= 8) && (above.rest === '') !== (below.rest === '');
}

/** The last cell of a row that says anything but figures, and what stands in those behind it. */
function partsOf(row: readonly PartCell[]): { readonly cell: PartCell | undefined; readonly rest: string } {
  const at = row.findLastIndex(({ text }) => /\p{Script=Han}/u.test(text));
  const rest = row.slice(at + 1).map(({ text }) => text);
  return { cell: row[at], rest: rest.join('') };
}

function joinRows(upper: readonly PartCell[], lower: readonly PartCell[]): PartCell[] {
  return upper.map((cell) => {
    const below = lower
      .filter(({ left, right }) => left >= cell.left - sameEdge && right <= cell.right + sameEdge)
      .map(({ text }) => text)
      .join('');
    return { ...cell, text: cell.text + below };
  });
}

/** The table with its columns counted over all of its parts. */
export function tableOf({ xs, rows, doubt }: TablePart): DocumentTable {
  const edges = clusters(xs, sameEdge);
  const column = (x: number) => edges.findIndex((edge) => x - edge <= sameEdge && x - edge >= -0.01);
  const placed = rows.map((row) =>
    row.map(({ text, left, right, lines, page }): TableCell => {
      const from = Math.max(0, column(left));
      return { text, from, to: Math.max(from + 1, column(right)), lines, origin: { page } };
    }),
  );
  return { kind: 'table', rows: placed, ...(doubt ? { doubt } : {}) };
}
