/**
 * The report as read from a text: its title, sections and tables, each with the span it was read from. Values only, no
 * behaviour; `parse` makes it, sums and rules read it. All spans are UTF-16 offsets into `Report.text`.
 */
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Comparison } from './agreement';
import type { Explanation } from './culprits';
import type { ColumnForm, HeadForm, RowForm, SectionForm, TableForm } from './form';
import type { Figure } from './figures';
import type { Sentence } from './prose';
import type { ProseScan } from './prose-scan';
import type { Sum } from './sums';

/** What a cell's text says. Blank is not zero. */
export type CellKind =
  /** Digits as the form wants them (decimals only where the row counts money). */
  | 'number'
  /** A number that can be read but is not written as the form wants: １２, 1,234, 0件, 〇. */
  | 'nonstandard'
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
}

/** Values that could not be placed in the form's columns: too few or too many. */
export interface RaggedRow {
  readonly form: RowForm | undefined;
  readonly name: string;
  readonly span: Span;
  readonly expected: number;
  readonly found: number;
}

/** A label followed by values that the form does not know. */
export interface UnknownRow {
  readonly span: Span;
  /** The one row of the form that is missing just there. */
  readonly instead: RowForm | undefined;
}

export interface Table {
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
  /** Rows of the form that are not in the text. Empty for a table that an unfinished text cuts off. */
  readonly missing: readonly RowForm[];
}

export type Layout = 'pipes' | 'tabs' | 'lines' | 'spaces' | 'commas' | 'html';

/** A heading of one of the six sections. */
export interface Section {
  readonly form: SectionForm;
  /** The heading without white space and Markdown marks around it. */
  readonly heading: Span;
  /** Whether the heading was told by its name, not only by its number. */
  readonly named: boolean;
  /** From the end of the heading to the next heading (of any section) or the end of the text. */
  readonly body: Span;
}

/** A line of prose: what stands in no table and is no heading. Without white space around it. */
export interface ProseLine extends Span {
  /** Number of the section in which it stands; 0 above the first heading. */
  readonly section: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

export interface Title {
  /** The title's text, over two lines where it is broken. */
  readonly span: Span;
  /** The title on one line, without white space. */
  readonly text: string;
  /** Agency as written before the year; empty when the title names none. */
  readonly agency: string;
  readonly year: number | undefined;
  /** Further lines that repeat the title. */
  readonly repeated: readonly Span[];
}

/** Who may make regulations (规章), as far as the text tells who reports. */
export type Agency = 'township' | 'county' | 'department' | 'may-regulate' | 'unknown';

export interface Report {
  readonly text: string;
  readonly lines: LineIndex;
  /** Whether the text is taken for a report or a part of one. If not, nothing below is worth reading. */
  readonly recognized: boolean;
  readonly title: Title | undefined;
  /** The year reported on: from the title, else from the period, else undefined. */
  readonly year: number | undefined;
  readonly agency: Agency;
  /** Headings in the order of the text, repeated ones included. */
  readonly sections: readonly Section[];
  /** Tables in the order of the text. */
  readonly tables: readonly Table[];
  /** Lines outside of tables and headings, in the order of the text, the title's included. */
  readonly prose: readonly ProseLine[];
  /** Where words stand in the prose; looked for when first asked for. */
  readonly scan: ProseScan;
  /** The sentences of the prose; read when first asked for. */
  readonly sentences: readonly Sentence[];
  /** The figures in the sentences and what they count; read when first asked for. */
  readonly figures: readonly Figure[];
  /** Those of them that are held against cells, with what comes of it; worked out when first asked for. */
  readonly comparisons: readonly Comparison[];
  /** The identities of all tables with their numbers. */
  readonly sums: readonly Sum[];
  /** What may have made identities fail; worked out when first asked for. */
  readonly explanations: readonly Explanation[];
  /**
   * Whether the text breaks off: it ends in the middle of a sentence or table, or lacks half of its sections at its
   * end. What should follow is then not missing but not yet written.
   */
  readonly unfinished: boolean;
}
