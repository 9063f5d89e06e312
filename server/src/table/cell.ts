/** What a grid is made of: cells and the lines that hold them. Types only; `grid.ts` and its readers make them. */

/** One cell. Offsets into the text; `start === end` for a blank cell. */
export interface GridCell {
  /** The cell's text without white space and emphasis marks around it. */
  readonly start: number;
  readonly end: number;
  /** From one delimiter to the next. */
  readonly from: number;
  readonly to: number;
  /** The text that the reader sees where it is not `text.slice(start, end)`: tags and entities in HTML. */
  readonly shown?: string;
}

export type GridKind = 'bare' | 'pipes' | 'tabs' | 'spaces' | 'commas' | 'html';

export interface GridLine {
  readonly kind: GridKind;
  readonly cells: readonly GridCell[];
  /** Index of the (first) line of the text. */
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** The cells of the line are not all of a row: it holds nothing but delimiters. */
  readonly filler: boolean;
}
