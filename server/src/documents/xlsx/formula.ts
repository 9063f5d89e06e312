/**
 * Results of the plainest formulas: sums of cells, `=SUM(D5:I5)`, `=D5+D6-D7`. Programs that write workbooks store formulas without
 * their results, which come to be when the workbook is first opened. What holds anything else is not worked out.
 */
import { cellAddressOf, nameOf } from './address';

/** The decimal in a cell, `0` for a blank one; undefined where it holds words or what cannot be worked out. */
export type DecimalOf = (name: string) => string | undefined;

/** The result, as a decimal; undefined where the formula is another one. */
export function resultOf(formula: string, decimalOf: DecimalOf): string | undefined {
  const plain = formula.replace(/^=|\s|\$/g, '').toUpperCase();
  const terms = plain.match(/[+-]?(?:SUM\([^()+-]*\)|[A-Z]{1,3}\d+|\d+(?:\.\d+)?)/g) ?? [];
  if (plain === '' || terms.join('') !== plain) return undefined;
  const values: string[] = [];
  for (const term of terms) {
    const sign = term.startsWith('-') ? '-' : '';
    const parts = partsOf(term.replace(/^[+-]/, ''));
    if (!parts) return undefined;
    for (const part of parts) {
      const value = /^\d/.test(part) ? part : decimalOf(part);
      if (value === undefined) return undefined;
      values.push(sign === '' ? value : negative(value));
    }
  }
  return sumOf(values);
}

const mostCells = 2000;

/** The cells and numbers that a term adds; undefined where it adds something else. */
function partsOf(term: string): string[] | undefined {
  if (!term.startsWith('SUM(')) return [term];
  const parts: string[] = [];
  for (const argument of term.slice(4, -1).split(',')) {
    const [first, last, ...more] = argument.split(':');
    if (first === undefined || more.length > 0) return undefined;
    const cells = last === undefined ? [first] : rangeOf(first, last);
    if (!cells || parts.length + cells.length > mostCells || !cells.every((cell) => /^(?:[A-Z]{1,3}\d+|\d+(?:\.\d+)?)$/.test(cell)))
      return undefined;
    parts.push(...cells);
  }
  return parts;
}

function rangeOf(first: string, last: string): string[] | undefined {
  const from = cellAddressOf(first);
  const to = cellAddressOf(last);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  if ((to.row - from.row + 1) * (to.column - from.column + 1) > mostCells) return undefined;
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++) cells.push(nameOf(row, column));
  return cells;
}

function negative(value: string): string {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** Exactly, whatever the decimals. */
function sumOf(values: readonly string[]): string {
  const decimals = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const scaled = (value: string) => {
    const [whole = '0', rest = ''] = value.split('.');
    return BigInt(`${whole === '-' ? '-0' : whole}${rest.padEnd(decimals, '0')}`);
  };
  const sum = values.reduce((total, value) => total + scaled(value), 0n);
  const sign = sum < 0n ? '-' : '';
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
