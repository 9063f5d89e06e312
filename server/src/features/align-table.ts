/**
 * Aligns the Markdown table of a report that is being typed: bars stand below one another, figures as the ruler wants them.
 * Touches the spaces beside bars and the dashes of the ruler and nothing else, so it takes rows that are not finished; to
 * write a table as the form has it is `normalize`'s work.
 *
 *     | 项目 | 总计 |                 | 项目       | 总计 |
 *     | --- | ---: |          →      | ---------- | ---: |
 *     | 予以公开 | 12 |‸              | 予以公开   |   12 |‸
 *     | 2.重复申请 | 3                | 2.重复申请 | 3
 */
import type { Report } from '../report/report';
import { sortEdits, type TextEdit } from '../text/edit';
import { lineAt, lineText } from '../text/lines';
import type { Span } from '../text/span';
import { displayWidth } from '../text/width';

/** The narrowest ruler that every reader of Markdown takes for one. */
const narrowest = 3;

/**
 * Edits that align the table on whose lines `offset` stands, or that ends on the line above: sorted, disjoint, none where
 * there is nothing to do, where the table is not a report's, and where it has no ruler. Whoever stands in a cell stands in
 * it afterwards.
 */
export function alignTable(report: Report, offset: number): TextEdit[] {
  const rows = rowsAround(report, offset);
  const ruler = rows.find(({ cells }) => isRuler(report.text, cells));
  const [first] = rows;
  const last = rows.at(-1);
  if (!ruler || !first || !last) return [];
  if (!report.tables.some(({ layout, span }) => layout === 'pipes' && span.start < last.end && first.start < span.end)) return [];
  const columns = columnsOf(report.text, rows, ruler);
  const edits = rows.flatMap((row) =>
    row.cells.flatMap((cell, i) => (row === ruler ? ruled(report.text, cell, columns[i]) : padded(report.text, cell, columns[i]))),
  );
  return sortEdits(edits);
}

/** A line of a table. */
interface Row extends Span {
  /** The cells behind which a bar stands. What follows the last bar is not finished and left alone. */
  readonly cells: readonly Cell[];
}

/** From one bar to the next, or from the start of a row without a bar there. */
interface Cell extends Span {
  readonly opened: boolean;
}

interface Column {
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** The lines with bars around `offset`; from the line above where there is no bar on its own. */
function rowsAround({ text, lines }: Report, offset: number): Row[] {
  const rowAt = (line: number): Row | undefined => {
    const start = lines.starts[line];
    return line < 0 || start === undefined ? undefined : rowOf(lineText(text, lines, line), start);
  };
  const own = lineAt(lines, offset);
  let line = rowAt(own) ? own : own - 1;
  if (!rowAt(line)) return [];
  while (rowAt(line - 1)) line--;
  const rows: Row[] = [];
  for (let row = rowAt(line); row; row = rowAt(++line)) rows.push(row);
  return rows;
}

/** @param start where the line begins in the text. */
function rowOf(line: string, start: number): Row | undefined {
  const cells: Cell[] = [];
  // The marks of a quotation belong to no cell.
  let from = /^[\s>]*/.exec(line)?.[0].length ?? 0;
  const edge = from;
  let opened = false;
  for (let bar = barFrom(line, from); bar >= 0; bar = barFrom(line, bar + 1)) {
    if (bar > edge) cells.push({ start: start + from, end: start + bar, opened });
    from = bar + 1;
    opened = true;
  }
  return opened ? { start, end: start + line.length, cells } : undefined;
}

/** The next bar that is not written `\|`. */
function barFrom(line: string, from: number): number {
  let at = line.indexOf('|', from);
  while (at > 0 && line[at - 1] === '\\') at = line.indexOf('|', at + 1);
  return at;
}

function isRuler(text: string, cells: readonly Cell[]): boolean {
  const pieces = cells.map((cell) => textOf(text, cell));
  return pieces.every((piece) => /^:?-+:?$/.test(piece)) && pieces.some((piece) => piece.includes('---'));
}

function columnsOf(text: string, rows: readonly Row[], ruler: Row): Column[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.cells.entries())
      if (row !== ruler) widths[i] = Math.max(widths[i] ?? narrowest, displayWidth(textOf(text, cell)));
  }
  return Array.from({ length: Math.max(widths.length, ruler.cells.length) }, (_, i) => {
    const cell = ruler.cells[i];
    const piece = cell ? textOf(text, cell) : '';
    return { width: widths[i] ?? narrowest, align: !piece.endsWith(':') ? 'left' : piece.startsWith(':') ? 'center' : 'right' };
  });
}

/** The cell's text without the spaces around it. Other white space is text: an indented label stays so. */
function textOf(text: string, cell: Cell): string {
  return text.slice(cell.start, cell.end).replace(/^ +/, '').replace(/ +$/, '');
}

function padded(text: string, cell: Cell, column: Column | undefined): TextEdit[] {
  if (!column) return [];
  const piece = textOf(text, cell);
  const room = Math.max(0, column.width - displayWidth(piece));
  const edge = cell.opened ? 1 : 0;
  if (piece === '') return resized({ start: cell.start, end: cell.end }, edge + room + 1);
  const before = column.align === 'left' ? 0 : column.align === 'right' ? room : Math.floor(room / 2);
  const start = cell.start + spacesBefore(text, cell);
  return [
    ...resized({ start: cell.start, end: start }, edge + before),
    ...resized({ start: start + piece.length, end: cell.end }, room - before + 1),
  ];
}

/** The dashes of a ruler's cell over the whole column. Where it is written without spaces, over their places too. */
function ruled(text: string, cell: Cell, column: Column | undefined): TextEdit[] {
  if (!column) return [];
  const piece = textOf(text, cell);
  const left = spacesBefore(text, cell);
  const right = cell.end - cell.start - left - piece.length;
  const edge = cell.opened ? 1 : 0;
  const [before, after] = [Math.min(left, edge), Math.min(right, 1)];
  const start = cell.start + left;
  const dashes = {
    start: start + (piece.startsWith(':') ? 1 : 0),
    end: start + piece.length - (piece.endsWith(':') && piece.length > 1 ? 1 : 0),
  };
  const others = piece.length - (dashes.end - dashes.start);
  return [
    ...resized({ start: cell.start, end: start }, before),
    ...resized(dashes, Math.max(1, column.width + edge + 1 - before - after - others), '-'),
    ...resized({ start: start + piece.length, end: cell.end }, after),
  ];
}

function spacesBefore(text: string, cell: Cell): number {
  let at = cell.start;
  while (at < cell.end && text[at] === ' ') at++;
  return at - cell.start;
}

/** Makes a run of one character `length` long, at its end. */
function resized({ start, end }: Span, length: number, character = ' '): TextEdit[] {
  const more = length - (end - start);
  if (more === 0) return [];
  return [more > 0 ? { span: { start: end, end }, newText: character.repeat(more) } : { span: { start: end + more, end }, newText: '' }];
}
