/** Columns of text on a terminal that is set up for Chinese. */
import { displayWidth } from '../text/width';

/** `text` with blanks after it up to `width` cells; wider text as it is. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The greatest width of any of `rows`; 0 for none. */
export function widest<Row>(rows: readonly Row[], widthOf: (row: Row) => number): number {
  return rows.reduce((width, row) => Math.max(width, widthOf(row)), 0);
}
