/**
 * Writes sheets as an Excel workbook: frozen heads, filters, merged cells, formulas together with what they come to, so that
 * programs that do not calculate show it too. The library is loaded with this file, which is loaded when the first
 * workbook is written.
 */
import writeExcelFile from 'write-excel-file/universal';
import { displayWidth } from '../../text/width';
import type { Sheet, SheetCell, SheetStyle } from './sheet';

type Written = NonNullable<Parameters<typeof writeExcelFile>[0]>;
type LibrarySheet = Extract<Written, readonly { data: unknown }[]>[number];
type Row = LibrarySheet['data'][number];

/** The bytes of the workbook. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const features = [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: finished(sheets) } } } }];
  const written = sheets.map((sheet): LibrarySheet => ({
    sheet: sheet.name,
    data: dataOf(sheet),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozenRows,
    stickyColumnsCount: sheet.frozenColumns,
    ...(sheet.isWide && { orientation: 'landscape' as const }),
  }));
  const blob = await writeExcelFile(written, { fontFamily: '宋体', fontSize: 11, features }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** The rows with null where a merged cell goes on, each as high as the words in it need. */
function dataOf({ rows, widths }: Sheet): Row[] {
  const grid: (SheetCell | 'taken' | undefined)[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (grid[r]?.[column] !== undefined) column++;
      const { columns = 1, lines = 1 } = cell ?? {};
      for (let i = 0; i < lines; i++)
        for (let j = 0; j < columns; j++) (grid[r + i] ?? [])[column + j] = i === 0 && j === 0 ? (cell ?? {}) : 'taken';
      column += columns;
    }
  });
  return grid.map((row) => {
    const height =
      lineHeight *
      Math.max(1, ...Array.from(row, (cell, column) => (cell === undefined || cell === 'taken' ? 1 : linesIn(cell, widths, column))));
    return Array.from(row, (cell) => (cell === undefined || cell === 'taken' ? null : cellOf(cell, height)));
  });
}

/** Points. */
const lineHeight = 16;

/** How many lines the words of a cell take in its own row; those of titles and notes run on over the cells beside. */
function linesIn({ value, style, columns = 1, lines = 1 }: SheetCell, widths: readonly number[], column: number): number {
  if (typeof value !== 'string' || style === 'note' || style === 'bare') return 1;
  if (style === 'title') return 2;
  const room = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) - 1;
  return Math.ceil(displayWidth(value) / Math.max(4, room) / lines);
}

function cellOf({ value, formula, style = 'plain', columns, lines }: SheetCell, height: number): Row[number] {
  const looks = {
    height,
    ...styles[style],
    alignVertical: 'center' as const,
    ...(columns !== undefined && columns > 1 && { columnSpan: columns }),
    ...(lines !== undefined && lines > 1 && { rowSpan: lines }),
  };
  if (formula !== undefined) return { type: 'Formula', value: `=${formula}`, ...looks };
  if (typeof value === 'number') return { type: Number, value, ...looks };
  return value === undefined || value === '' ? { value: '', type: String, ...looks } : { type: String, value, ...looks };
}

const line = { borderStyle: 'thin', borderColor: '#A6A6A6' } as const;

const styles: Readonly<Record<SheetStyle, object>> = {
  plain: { ...line, wrap: true },
  bare: {},
  title: { fontWeight: 'bold', fontSize: 15 },
  note: { textColor: '#595959', fontSize: 9 },
  head: { ...line, fontWeight: 'bold', backgroundColor: '#DDE6F0', align: 'center', wrap: true },
  number: { ...line, align: 'right' },
  error: { ...line, backgroundColor: '#F8D7DA', textColor: '#842029' },
  warning: { ...line, backgroundColor: '#FFF3CD', textColor: '#664D03' },
  clean: { ...line, backgroundColor: '#D9EAD9', textColor: '#0F5132' },
  missing: { ...line, backgroundColor: '#E2E3E5', textColor: '#41464B', fontWeight: 'bold' },
};

/** Adds what the library does not write: filters, the values of formulas in the order of the cells, printing on the width of a page. */
function finished(sheets: readonly Sheet[]): (content: string, options: unknown, properties: { readonly sheetIndex: number }) => string {
  return (content, _, { sheetIndex }) => {
    const sheet = sheets[sheetIndex];
    if (!sheet) return content;
    const results = sheet.rows.flat().flatMap((cell) => (cell?.formula === undefined ? [] : [cell.value ?? '']));
    let next = 0;
    const valued = content.replace(
      /<f>=?([^<]*)<\/f>(?:<v>[^<]*<\/v>)?/g,
      (_found, formula: string) => `<f>${formula}</f><v>${results[next++] ?? ''}</v>`,
    );
    const filtered =
      sheet.filter === undefined ? valued : valued.replace('</sheetData>', `</sheetData><autoFilter ref="${sheet.filter}"/>`);
    return sheet.widths.reduce((sum, width) => sum + width, 0) > widestPage ? filtered : fitted(filtered);
  };
}

/** Wider sheets are not printed on one page: nobody could read them. */
const widestPage = 300;

/** As wide as the page when printed, as long as it takes. */
function fitted(content: string): string {
  const opened = content.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  if (opened.includes('<pageSetup ')) return opened.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
  const margins = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  return opened.replace('</worksheet>', `${margins}<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>`);
}
