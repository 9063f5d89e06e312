/**
 * The report as read from a text: its title, sections and tables, each with the span it was read from. Values only, no
 * behaviour; `parse` makes it, sums and rules read it. All spans are UTF-16 offsets into `Report.text`.
 */
import type { Facts, KnownPieces } from '../text/facts';
import type { ReadLines } from '../table/lines-again';
import type { LineIndex, MarkedLines } from '../text/lines';
import type { Span } from '../text/span';
import type { Comparison } from './sentences/agreement';
import type { Explanation } from './sums/culprits';
import type { SectionForm } from './form/form';
import type { Candidate } from './heading';
import type { Figure } from './sentences/figure';
import type { Paragraph, Sentence } from './sentences/sentence';
import type { Recognition } from './recognition';
import type { Sum } from './sums/sums';
import type { SectionTables, Table } from './table';

export type { Cell, CellKind, Label, Layout, RaggedRow, Row, SplitNumber, Table, UnknownRow } from './table';

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
  /** What its words tell. */
  readonly facts: Facts;
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

/** The lines of a report as they were read. */
export interface ReadReport extends ReadLines {
  readonly lines: MarkedLines;
  /** Whether none of them had to be cut at a heading that stood on it with what belongs to it. */
  readonly whole: boolean;
  /** Those that look like headings. */
  readonly candidates: readonly Candidate[];
  /** The title, and how many of the first lines of the grid were looked at for it. */
  readonly title: Title | undefined;
  readonly titleReach: number;
  /** The tables that were found on them, section by section, whether or not they are tables of the report. */
  readonly tables: readonly SectionTables[];
}

export interface Report {
  readonly text: string;
  readonly lines: LineIndex;
  /** Its lines as they were read, for whoever reads the text again after a change. */
  readonly read: ReadReport;
  /** Whether the text is taken for a report or a part of one. If not, nothing below is worth reading. */
  readonly recognized: boolean;
  /** What the text was found to be by what it holds, whatever the user says of it. */
  readonly recognition: Recognition;
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
  /** All that stands outside of tables, headings and title, by paragraphs; read when first asked for. */
  readonly paragraphs: readonly Paragraph[];
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
  /** What is known of its pieces, for whoever reads the text again after a change. */
  readonly pieces: KnownPieces;
}
