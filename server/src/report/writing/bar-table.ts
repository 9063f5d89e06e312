/**
 * Writes a table of the form between bars, its columns aligned, no wider than half a window: for Markdown, which websites
 * turn into a table, and for plain text, where the table itself must look like one. Chinese counts as two columns. Blank
 * cells keep their place, as they would not between spaces.
 *
 *     Markdown                            text
 *     | 项目         | 自然人 | …         | 项目         | 自然人 | …
 *     | ------------ | -----: | …         |--------------|--------| …
 *     | 2.重复申请   |      3 | …         | 2.重复申请   |      3 | …
 */
import type { TableForm } from '../form/form';
import { displayWidth } from '../../text/width';
import { fullGrid, noteOf, printedLabel, type PrintedTable, printTable, type RowTexts } from './printed-form';

/** What draws the lines below heads. */
type Look = 'markdown' | 'text';

/** Columns of the screen for the names of table three's rows; longer ones run over into the room of the figures behind them. */
const widestName = 30;
/** No line is wider, if doing without the spaces beside bars can help it: half a window, the sidebar open. */
const widestLine = 110;
/** The narrowest ruler that every reader of Markdown takes for one. */
const narrowest = 3;

/** The lines of the table, without line ends. */
export function barTable(form: TableForm, texts: RowTexts, look: Look): string[] {
  const table = printTable(form, texts, true);
  if (form.number === 2) return look === 'markdown' ? items(table) : drawnItems(table);
  const note = noteOf(form);
  return [...(note ? [printedLabel(note), ''] : []), ...outline(table, look)];
}

/** A bar in a cell's text is the text's own. */
export function escapedBars(text: string): string {
  return text.replaceAll('|', '\\|');
}

/**
 * Tables three and four: one line of heads, names of rows told apart by their own numbers, groups on lines of their own. A
 * long name takes the blank room of the figures behind it, so that these stay where they are as far as that reaches.
 */
function outline(table: PrintedTable, look: Look): string[] {
  const [heads = [], ...body] = gridOf(table);
  const nameWidth = Math.min(widestName, widest([heads, ...body], 0));
  const widths = heads.slice(1).map((_, i) => widest([heads, ...body], i + 1));
  const write = ([name = '', ...cells]: readonly string[]): string => {
    let over = displayWidth(name) - nameWidth;
    const figures = widths.map((width, i) => {
      const text = cells[i] ?? '';
      const room = width - displayWidth(text);
      const taken = Math.min(room, Math.max(0, over));
      over -= taken;
      return ' '.repeat(room - taken) + text;
    });
    return fitted([padded(name, nameWidth), ...figures], widthOf([nameWidth, ...widths]) > widestLine);
  };
  return [write(heads), ruler([nameWidth, ...widths], look), ...body.map(write)];
}

/** Table two in Markdown, which knows no merged cells: the places that one takes are blank. */
function items(table: PrintedTable): string[] {
  const lines = gridOf(table);
  const widths = (lines[0] ?? []).map((_, column) => widest(lines, column));
  const written = lines.map((line) => barred(line.map((text, i) => cellOf(text, widths, i))));
  return [...written.slice(0, 1), ruler(widths, 'markdown'), ...written.slice(1)];
}

/**
 * Table two as it is on paper: every item of the article over its own columns, the last of which takes what is left of the
 * width. A line is drawn between items and below their heads, none at either end, so that no reader joins the rows between
 * two lines into one.
 */
function drawnItems({ lines }: PrintedTable): string[] {
  const texts = lines.map((line) => line.map(({ text }) => escapedBars(text)));
  const rows = texts.filter(({ length }) => length > 1);
  const name = widest(rows, 0);
  const full = Math.max(...rows.map((_, i) => widthOf(widthsLike(rows, rows[i]?.length ?? 0, name))), ...texts.map(widthOfCaption));
  const written: string[] = [];
  for (const [i, line] of texts.entries()) {
    const own = line.length > 1 ? widthsLike(rows, line.length, name) : [0];
    const widths = [...own.slice(0, -1), (own.at(-1) as number) + full - widthOf(own)];
    if (line.length === 1 && i > 0) written.push(ruler(widths, 'text'));
    written.push(barred(line.map((text, column) => cellOf(text, widths, column))));
    if (texts[i - 1]?.length === 1) written.push(ruler(widths, 'text'));
  }
  return written;
}

/** The widths of rows of as many cells, the first of them `name`. */
function widthsLike(rows: readonly (readonly string[])[], length: number, name: number): number[] {
  const alike = rows.filter((row) => row.length === length);
  return Array.from({ length }, (_, column) => (column === 0 ? name : widest(alike, column)));
}

function widthOfCaption(line: readonly string[]): number {
  return line.length === 1 ? widthOf([displayWidth(line[0] ?? '')]) : 0;
}

/** The columns of the screen that a line of such cells takes. */
function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + 3, 1);
}

/** Names to the left, figures and their heads to the right. */
function cellOf(text: string, widths: readonly number[], column: number): string {
  const width = widths[column] ?? 0;
  return column === 0 ? padded(text, width) : ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

function gridOf(table: PrintedTable): string[][] {
  return fullGrid(table).map((line) => line.map((cell) => (cell ? escapedBars(cell.text) : '')));
}

function widest(lines: readonly (readonly string[])[], column: number): number {
  return Math.max(narrowest, ...lines.map((line) => displayWidth(line[column] ?? '')));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function barred(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The line, without the spaces beside bars where it would be too wide with them or all of its table is. */
function fitted(cells: readonly string[], compact: boolean): string {
  const line = barred(cells);
  return compact || displayWidth(line) > widestLine ? `|${cells.join('|')}|` : line;
}

/** The line below heads. Markdown says by a colon that figures go to the right. */
function ruler(widths: readonly number[], look: Look): string {
  if (widthOf(widths) > widestLine)
    return `|${widths.map((width, i) => (look === 'text' || i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join('|')}|`;
  if (look === 'text') return `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return barred(widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
}
