/**
 * Writes a table of the form as text, in one of several ways of separating cells. What stands in the cells is the caller's;
 * it is escaped where the way of writing demands it, and nothing else is done to it.
 */
import type { TableForm } from '../form/form';
import { barTable } from './bar-table';
import { fullGrid, type PrintedCell, type PrintedTable, printTable, type RowTexts } from './printed-form';
import type { TableFormat } from './table-format';

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
  if (target === 'markdown' || target === 'text') return barTable(form, texts, target);
  const table = printTable(form, texts, false);
  return target === 'html' ? html(table) : fullGrid(table).map((line) => line.map((cell) => cell?.text ?? '').join('\t'));
}

/** @param looks further attributes of the table and of each cell. */
function html({ lines }: PrintedTable, looks = '', cellLooks = ''): string[] {
  const rows = lines.map((line) => `  <tr>${line.map((cell) => htmlCell(cell, cellLooks)).join('')}</tr>`);
  return [`<table${looks}>`, ...rows, '</table>'];
}

function htmlCell({ text, columns, lines }: PrintedCell, looks: string): string {
  const attributes = (columns > 1 ? ` colspan="${columns}"` : '') + (lines > 1 ? ` rowspan="${lines}"` : '') + looks;
  return `<td${attributes}>${escaped(text)}</td>`;
}

/** Of white space HTML knows only that there is some. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text of a cell that was written for `target`, as it was before. */
export function unescaped(text: string, target: TableFormat): string {
  if (target === 'html') return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return target === 'tabs' ? text : text.replaceAll('\\|', '|');
}
