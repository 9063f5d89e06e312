/** One sheet as a grid of what its cells show: values, results of formulas as last computed, merged cells with their places. */
import { widestTable, mostRows } from '../limits';
import { child, elements, textOf, type XmlElement } from '../package/xml';
import { cellAddressOf, columnOf, nameOf } from './address';
import { type DecimalOf, resultOf } from './formula';
import { formatOf, plainDecimal, shownNumber } from './numbers';

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
  /** Whether a formula has no result stored and is none that can be worked out. */
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
  const results = openResults(data, workbook);
  for (const row of data ? elements(data, 's:row').slice(0, mostRows) : []) {
    number = row.attributes['r'] === undefined ? number + 1 : Number(row.attributes['r']) - 1;
    const isHidden = isTrue(row.attributes['hidden']);
    const cells: SheetCell[] = [];
    let column = -1;
    for (const cell of elements(row, 's:c')) {
      column = cell.attributes['r'] === undefined ? column + 1 : columnOf(cell.attributes['r']);
      if (column >= widestTable || merges.covered.has(`${number}.${column}`)) continue;
      const text = shownText(cell, workbook) ?? results(nameOf(number, column), cell);
      if (text === undefined) lacksResults = true;
      if (isHidden || hiddenColumns.has(column)) hasHidden ||= (text ?? '') !== '';
      else {
        const { columns, lines } = merges.starts.get(`${number}.${column}`) ?? { columns: 1, lines: 1 };
        cells.push({ text: text ?? '', column, to: column + columns, lines, name: nameOf(number, column) });
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
  const stored = value ? textOf(value) : '';
  // Some programs write the place of a result without one.
  if (stored === '' && type !== 'str') return child(cell, 's:f') ? undefined : '';
  if (type === 's') return strings[Number(stored)] ?? '';
  if (type === 'b') return stored === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? shownNumber(stored.trim(), formats[Number(cell.attributes['s'] ?? 0)]) : stored;
}

/** What a cell counts for in a sum. Sums pass over words, even those that look like numbers: nobody can want that, so there is no result. */
function decimalIn(cell: XmlElement, workbook: Workbook, decimalOf: DecimalOf): string | undefined {
  const stored = shownText(cell, { ...workbook, formats: [] })?.trim();
  const formula = child(cell, 's:f');
  if (stored === undefined) return formula && resultOf(textOf(formula), decimalOf);
  if (stored === '') return '0';
  return (cell.attributes['t'] ?? 'n') === 'n' ? plainDecimal(stored) : undefined;
}

/** Works out, once it is asked, the formulas that have no result stored: what each shows. */
function openResults(data: XmlElement | undefined, workbook: Workbook): (name: string, cell: XmlElement) => string | undefined {
  let cells: Map<string, XmlElement> | undefined;
  const known = new Map<string, string | undefined>();
  const decimalOf = (name: string): string | undefined => {
    if (known.has(name)) return known.get(name);
    // A formula that leads back to itself has no result.
    known.set(name, undefined);
    const cell = cells?.get(name);
    const decimal = cell ? decimalIn(cell, workbook, decimalOf) : '0';
    known.set(name, decimal);
    return decimal;
  };
  return (name, cell) => {
    cells ??= new Map(
      (data ? elements(data, 's:row') : []).flatMap((row) =>
        elements(row, 's:c').map((one): [string, XmlElement] => [one.attributes['r'] ?? '', one]),
      ),
    );
    const decimal = decimalOf(name);
    return decimal === undefined ? undefined : shownNumber(decimal, workbook.formats[Number(cell.attributes['s'] ?? 0)]);
  };
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
