/** Sheets of a workbook as values, whatever writes them. */

export type SheetStyle = 'plain' | 'bare' | 'title' | 'note' | 'head' | 'number' | 'error' | 'warning' | 'clean' | 'missing';

export interface SheetCell {
  /** Of a formula what it comes to. */
  readonly value?: string | number;
  /** Without the sign of equality. */
  readonly formula?: string;
  readonly style?: SheetStyle;
  /** How many columns and lines it takes; 1 if left out. */
  readonly columns?: number;
  readonly lines?: number;
}

export interface Sheet {
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The cells with a button to filter by, such as A3:O63. */
  readonly filter?: string;
  /** Printed across. */
  readonly isWide?: true;
  /** The cells that begin on each row; what a merged cell above takes is left out. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
}

/** The name of a column, from 0: A, B, … Z, AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
