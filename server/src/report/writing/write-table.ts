/**
 * Writes a table of the form as text, in one of three ways of separating cells. What stands in the cells is the caller's;
 * it is escaped where the way of writing demands it, and nothing else is done to it.
 */
import type { TableForm } from '../form/form';
import { displayWidth } from '../../text/width';
import { type PrintedCell, printedLabel, type PrintedTable, printTable, type RowTexts } from './printed-form';

/** Markdown with aligned columns; tabs, the full grid as a sheet or Word takes it; HTML with merged cells. */
export const targets = ['markdown', 'tabs', 'html'] as const;
export type TableFormat = (typeof targets)[number];

/**
 * HTML that carries its looks in each element, for editors that drop everything else: lines around every cell, merged
 * cells as on paper.
 */
export function writeBorderedTable(form: TableForm, texts: RowTexts): string[] {
  return html(
    printTable(form, texts, false),
    ' border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;border:1px solid #000;width:100%"',
    ' style="border:1px solid #000;padding:4px;text-align:center"',
  );
}

/** The lines of the table, without line ends. Rows that `texts` does not name are left out. */
export function writeTable(form: TableForm, texts: RowTexts, target: TableFormat): string[] {
  if (target === 'markdown' && form.number === 3) return requestsInMarkdown(form, texts);
  const table = printTable(form, texts, target === 'markdown');
  if (target === 'html') return html(table);
  return target === 'tabs' ? fullGrid(table).map((line) => line.map((cell) => cell?.text ?? '').join('\t')) : markdown(table);
}

/**
 * Every column as wide as its widest cell, figures to the right. Markdown knows no merged cells: the places that one takes
 * are blank. Deeper labels are indented by full-width spaces, which a preview keeps and the reader of tables drops.
 */
function markdown(table: PrintedTable): string[] {
  const grid = fullGrid(table);
  const texts = grid.map((line) => line.map((cell) => (cell ? '\u3000'.repeat(cell.depth) + escaped(cell.text, 'markdown') : '')));
  const right = Array.from({ length: table.width }, (_, column) => grid.some((line) => line[column]?.value));
  const widths = right.map((_, column) => Math.max(3, ...texts.map((line) => displayWidth(line[column] ?? ''))));
  const lines = texts.map((line) => {
    const cells = line.map((text, column) => {
      const space = ' '.repeat((widths[column] as number) - displayWidth(text));
      return right[column] ? space + text : text + space;
    });
    return `| ${cells.join(' | ')} |`;
  });
  const ruler = widths.map((width, column) => (right[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  lines.splice(1, 0, `| ${ruler.join(' | ')} |`);
  return lines;
}

/** Columns of the screen for the names of table three's rows; longer ones run over into the room of the figures behind them. */
const nameWidth = 30;

/**
 * Table three narrow enough for half a window: the note above, one line of heads, names of rows told apart by their own numbers,
 * groups on lines of their own. A long name takes the blank room of the figures behind it, so that these stay where they are
 * as far as that reaches.
 */
function requestsInMarkdown(form: TableForm, texts: RowTexts): string[] {
  const note = form.heads.find((head) => !head.rows && !head.columns);
  const heads = form.columns.map(printedLabel);
  const body = fullGrid(printTable(form, texts, true))
    .slice(3)
    .map((line) => line.map((cell) => (cell ? escaped(cell.text, 'markdown') : '')));
  const widths = heads.map((head, i) => Math.max(3, displayWidth(head), ...body.map((line) => displayWidth(line[i + 1] ?? ''))));
  const write = ([name = '', ...cells]: readonly string[]): string => {
    let over = displayWidth(name) - nameWidth;
    const figures = widths.map((width, i) => {
      const text = cells[i] ?? '';
      const room = width - displayWidth(text);
      const taken = Math.min(room, Math.max(0, over));
      over -= taken;
      return ' '.repeat(room - taken) + text;
    });
    return `| ${name + ' '.repeat(Math.max(0, nameWidth - displayWidth(name)))} | ${figures.join(' | ')} |`;
  };
  const ruler = `| ${'-'.repeat(nameWidth)} | ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`;
  return [...(note ? [printedLabel(note), ''] : []), write(['项目', ...heads]), ruler, ...body.map(write)];
}

/** @param looks further attributes of the table and of each cell. */
function html({ lines }: PrintedTable, looks = '', cellLooks = ''): string[] {
  const rows = lines.map((line) => `  <tr>${line.map((cell) => htmlCell(cell, cellLooks)).join('')}</tr>`);
  return [`<table${looks}>`, ...rows, '</table>'];
}

function htmlCell({ text, columns, lines }: PrintedCell, looks: string): string {
  const attributes = (columns > 1 ? ` colspan="${columns}"` : '') + (lines > 1 ? ` rowspan="${lines}"` : '') + looks;
  return `<td${attributes}>${escaped(text, 'html')}</td>`;
}

function escaped(text: string, target: TableFormat): string {
  // Of white space HTML knows only that there is some.
  if (target === 'html') return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return target === 'markdown' ? text.replaceAll('|', '\\|') : text;
}

/** The text of a cell that was written for `target`, as it was before. */
export function unescaped(text: string, target: TableFormat): string {
  if (target === 'html') return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return target === 'markdown' ? text.replaceAll('\\|', '|') : text;
}

/** Every place of the grid: the cell that begins there, or null where a merged cell goes on. */
function fullGrid({ width, lines }: PrintedTable): (PrintedCell | null)[][] {
  const grid = lines.map(() => Array<PrintedCell | null | undefined>(width).fill(undefined));
  for (const [row, cells] of lines.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++;
      for (let i = 0; i < cell.lines; i++) {
        for (let j = 0; j < cell.columns; j++) {
          const line = grid[row + i];
          if (line) line[column + j] = i === 0 && j === 0 ? cell : null;
        }
      }
    }
  }
  return grid.map((line) => line.map((cell) => cell ?? null));
}
