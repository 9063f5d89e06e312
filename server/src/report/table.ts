/**
 * A table of the form as read from a text: its rows with their cells, its labels, and what could not be placed. Values only.
 * All spans are UTF-16 offsets into the text.
 */
import type { Span } from '../text/span';
import type { ColumnForm, HeadForm, RowForm, TableForm } from './form/form';
import type { Doubt } from './tables/doubt';

/** What a cell's text says. Blank is not zero. */
export type CellKind =
  /** Digits as the form wants them (decimals only where the row counts money). */
  | 'number'
  /** A number that can be read but is not written as the form wants: １２, 1,234, 0件, 〇. */
  | 'nonstandard'
  /** A number with words in brackets behind it: 22（其中修订16件）. */
  | 'noted'
  /** A sign that stands for "none": / — - 无. It has no value. */
  | 'none'
  /** Nothing between the delimiters. */
  | 'blank'
  /** Something that is no number: x, O, −5, 待填. */
  | 'unreadable';

export interface Cell {
  /** The text of the cell without surrounding white space; empty for a blank cell. */
  readonly span: Span;
  /** From one delimiter to the next: where a value may be written. Contains `span`. */
  readonly place: Span;
  readonly kind: CellKind;
  /** The number read; undefined for none, blank, unreadable. */
  readonly value: number | undefined;
}

/** A row of a table, bound to the form by its label. Table four has one for each of its three groups. */
export interface Row {
  readonly form: RowForm;
  /** The label's text; undefined in table four, whose rows stand side by side under their heads. */
  readonly label: Span | undefined;
  /** One cell for each column of the row's form, in the form's order. Empty when the row is ragged. */
  readonly cells: readonly Cell[];
  /** The text of a row's only cell written again, where a merged cell is written out in every column that it spans. */
  readonly copies?: readonly Span[];
  /** From the label to the last value. */
  readonly span: Span;
}

/** A head or label as it stands in the text, with what it stands for. */
export interface Label {
  readonly span: Span;
  readonly form: ColumnForm | RowForm | HeadForm;
  /** Whether it is one of several labels in its cell: 行政复议-结果维持. */
  readonly joined?: true;
}

/** Values that could not be placed in the form's columns: too few or too many. */
export interface RaggedRow {
  readonly form: RowForm | undefined;
  readonly name: string;
  readonly span: Span;
  /** What stands there, in its order. */
  readonly values: readonly Span[];
  readonly expected: number;
  readonly found: number;
  /** The one number whose two parts stand in cells of their own: joined, the count is right and the totals hold. */
  readonly split?: SplitNumber;
}

/** 1 and 0 for 10. */
export interface SplitNumber {
  readonly first: Span;
  readonly second: Span;
  readonly value: string;
}

/** A label followed by values that the form does not know. */
export interface UnknownRow {
  readonly span: Span;
  /** The one row of the form that is missing just there. */
  readonly instead: RowForm | undefined;
}

export interface Table {
  /** What it shares with itself at another place, after an edit that has only moved it, and with no other table. */
  readonly identity: object;
  readonly form: TableForm;
  /** From the first caption, head or label to the last cell. */
  readonly span: Span;
  /** Where findings about the whole table sit: its caption or first label. */
  readonly caption: Span;
  /** How its cells are separated. */
  readonly layout: Layout;
  /** Rows in the order of the text; a row that occurs twice is here once, the second time in `duplicates`. */
  readonly rows: readonly Row[];
  /** The same rows by the id of their form. */
  readonly byId: ReadonlyMap<string, Row>;
  readonly duplicates: readonly Row[];
  readonly ragged: readonly RaggedRow[];
  readonly unknown: readonly UnknownRow[];
  /** Every head and label met, in the order of the text. */
  readonly labels: readonly Label[];
  /** Why the table cannot be read for certain; it then has no rows, and nothing is missing. */
  readonly doubt?: Doubt;
  /** Rows of the form that are not in the text. Empty for a table that an unfinished text cuts off. */
  readonly missing: readonly RowForm[];
}

export type Layout = 'pipes' | 'tabs' | 'lines' | 'spaces' | 'commas' | 'html';

/** The tables that stand on the grid lines from `from` to `to`, which is left out. */
export interface SectionTables {
  readonly from: number;
  readonly to: number;
  readonly tables: readonly Table[];
}
