/** One sheet as a grid of what its cells show: values, results of formulas as last computed, merged cells with their places. */
import { widestTable, mostRows } from '../limits';
import { child, elements, textOf, type XmlElement } from '../package/xml';
import { formatOf, shownNumber } from './numbers';

export interface SheetCell {
  readonly text: string;
  readonly column: number;
  /** Behind the last column that it takes. */
  readonly to: number;
  readonly lines: number;
  /** Such as D12. */
  readonly name: string;
}

export interface SheetGrid {
  /** The rows that are shown and hold something or are covered, by their number, with their cells in order. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[];
  readonly hasHidden: boolean;
  /** Whether a formula has no result stored. */
  readonly lacksResults: boolean;
}

export interface Workbook {
  readonly strings: readonly string[];
  /** The number format of each cell style. */
  readonly formats: readonly (string | undefined)[];
}

export function readStrings(root: XmlElement | undefined): string[] {
  return root ? elements(root, 's:si').map(richText) : [];
}

export function readFormats(root: XmlElement | undefined): (string | undefined)[] {
  const own = new Map<number, string>();
  const declared = child(root, 's:numFmts');
  for (const { attributes } of declared ? elements(declared) : []) own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
  const styles = child(root, 's:cellXfs');
  return (styles ? elements(styles) : []).map(({ attributes }) => formatOf(Number(attributes['numFmtId'] ?? 0), own));
}

/** The words of a string, without the readings that stand above Chinese characters. */
function richText(element: XmlElement): string {
  return elements(element)
    .map((part) => {
      if (part.name === 's:t') return textOf(part);
      return part.name === 's:r' ? elements(part, 's:t').map(textOf).join('') : '';
    })
    .join('');
}

export function readSheet(root: XmlElement, workbook: Workbook): SheetGrid {
  const merges = readMerges(root);
  const hiddenColumns = readHiddenColumns(root);
  const rows: { number: number; cells: SheetCell[] }[] = [];
  let hasHidden = false;
  let lacksResults = false;
  let number = -1;
  const data = child(root, 's:sheetData');
  for (const row of data ? elements(data, 's:row').slice(0, mostRows) : []) {
    number = row.attributes['r'] === undefined ? number + 1 : Number(row.attributes['r']) - 1;
    const isHidden = isTrue(row.attributes['hidden']);
    const cells: SheetCell[] = [];
    let column = -1;
    for (const cell of elements(row, 's:c')) {
      column = cell.attributes['r'] === undefined ? column + 1 : columnOf(cell.attributes['r']);
      if (column >= widestTable || merges.covered.has(`${number}.${column}`)) continue;
      const text = shownText(cell, workbook);
      if (text === undefined) lacksResults = true;
      if (isHidden || hiddenColumns.has(column)) hasHidden ||= (text ?? '') !== '';
      else {
        const { columns, lines } = merges.starts.get(`${number}.${column}`) ?? { columns: 1, lines: 1 };
        cells.push({ text: text ?? '', column, to: column + columns, lines, name: `${letters(column)}${number + 1}` });
      }
    }
    if (!isHidden) rows.push({ number, cells });
  }
  return { rows, hasHidden, lacksResults };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** What a cell shows; undefined for a formula that was never computed. */
function shownText(cell: XmlElement, { strings, formats }: Workbook): string | undefined {
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') {
    const inline = child(cell, 's:is');
    return inline ? richText(inline) : '';
  }
  const value = child(cell, 's:v');
  if (!value) return child(cell, 's:f') ? undefined : '';
  const stored = textOf(value);
  if (type === 's') return strings[Number(stored)] ?? '';
  if (type === 'b') return stored === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? shownNumber(stored.trim(), formats[Number(cell.attributes['s'] ?? 0)]) : stored;
}

interface Merges {
  readonly starts: ReadonlyMap<string, { readonly columns: number; readonly lines: number }>;
  /** The places that a merged cell takes besides its first. */
  readonly covered: ReadonlySet<string>;
}

function readMerges(root: XmlElement): Merges {
  const starts = new Map<string, { columns: number; lines: number }>();
  const covered = new Set<string>();
  const list = child(root, 's:mergeCells');
  for (const { attributes } of list ? elements(list) : []) {
    const [first, last] = (attributes['ref'] ?? '').split(':').map(cellAddressOf);
    if (!first || !last) continue;
    const columns = Math.min(last.column, widestTable) - first.column + 1;
    const lines = Math.min(last.row - first.row + 1, 400);
    starts.set(`${first.row}.${first.column}`, { columns, lines });
    for (let row = 0; row < lines; row++)
      for (let column = 0; column < columns; column++) if (row + column > 0) covered.add(`${first.row + row}.${first.column + column}`);
  }
  return { starts, covered };
}

function readHiddenColumns(root: XmlElement): ReadonlySet<number> {
  const hidden = new Set<number>();
  const list = child(root, 's:cols');
  for (const { attributes } of list ? elements(list) : []) {
    if (!isTrue(attributes['hidden'])) continue;
    for (let column = Number(attributes['min']); column <= Math.min(Number(attributes['max']), widestTable); column++)
      hidden.add(column - 1);
  }
  return hidden;
}

function cellAddressOf(name: string): { readonly row: number; readonly column: number } | undefined {
  const row = /\d+$/.exec(name)?.[0];
  return row === undefined ? undefined : { row: Number(row) - 1, column: columnOf(name) };
}

function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Za-z]{1,3})/.exec(name)?.[1] ?? 'A') column = column * 26 + (letter.toUpperCase().charCodeAt(0) - 64);
  return column - 1;
}

function letters(column: number): string {
  return (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));
}
