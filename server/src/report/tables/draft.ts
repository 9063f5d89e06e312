/**
 * Drafts of the three tables, as read by labels alone: which labels stand where and which values follow each row's label.
 * `read-drafts.ts` makes them, `place.ts` puts their values into columns.
 */
import type { GridCell, GridLine } from '../../table/grid';
import type { Span } from '../../text/span';
import type { RowForm } from '../form/form';
import type { Doubt } from './doubt';
import type { Meaning, TableNumber } from './labels';

/** A cell and the grid line that it stands in. */
export interface Placed {
  readonly cell: GridCell;
  readonly line: number;
}

export interface DraftRow {
  /** Undefined for an unknown row. */
  readonly form: RowForm | undefined;
  label: Span;
  /** Values and blank cells after the label. */
  readonly cells: Placed[];
  /** Labels in front of the values, the row's own included. */
  readonly labels: number;
  /** Grid line and cell of the label. */
  readonly line: number;
  readonly column: number;
  /** A subtotal that the form does not have, such as 小计 or values after (三)不予公开. */
  readonly subtotal: boolean;
  /** Whether all of its values stand in one cell, so that nothing but their number tells their columns. */
  together?: true;
}

/** A row and a column named together in one head: 行政复议-结果维持. */
export interface DraftTarget {
  readonly row: RowForm;
  /** Id of the column. */
  readonly column: string;
}

/** Values that stand together, with the meanings of the labels since the run before: all of table four, and those of targets. */
export interface DraftRun {
  readonly heads: readonly Meaning[];
  readonly targets: readonly DraftTarget[];
  readonly cells: Placed[];
  /** As of a row. */
  together?: true;
}

export interface DraftLabel {
  readonly span: Span;
  readonly meaning: Meaning;
  readonly line: number;
  /** Which cell of the line. */
  readonly column: number;
  /** Whether it is one of several labels in its cell. */
  readonly joined?: true;
}

export interface TableDraft {
  readonly number: TableNumber;
  readonly rows: DraftRow[];
  readonly runs: DraftRun[];
  readonly labels: DraftLabel[];
  readonly start: number;
  end: number;
  /** Figures that stand behind no label of a row. */
  strays: number;
  /** Why it cannot be trusted, as far as its pieces tell. */
  doubt?: Doubt;
}

/** What the cells of a draft are read with. */
export interface Ground {
  readonly text: string;
  readonly grid: readonly GridLine[];
  readonly lineStarts: readonly number[];
}

/** The cells of a row that are not blank. */
export function filledOf(row: DraftRow): GridCell[] {
  const filled: GridCell[] = [];
  for (const { cell } of row.cells) if (cell.end > cell.start) filled.push(cell);
  return filled;
}

export function isFilled(placed: Placed): boolean {
  return placed.cell.end > placed.cell.start;
}
