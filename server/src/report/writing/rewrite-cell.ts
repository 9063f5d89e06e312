/**
 * Writes another text into a cell that is not blank. A merged cell may be written out in every column that it spans; all of
 * its copies are written alike, or else the row would say several things.
 */
import type { TextEdit } from '../../text/edit';
import type { Cell, Row } from '../report';

/** The edits that write `newText` into `cell` of `row`, in the order of the text. */
export function rewriteCell({ copies = [] }: Row, cell: Cell, newText: string): TextEdit[] {
  return [cell.span, ...copies].map((span) => ({ span, newText }));
}
