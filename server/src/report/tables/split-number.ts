/** A number whose digits were written into two cells, told by what joining them does: as many values as wanted, and all totals hold. */
import type { GridCell } from '../../table/cell';
import { isDigits } from '../../text/characters';
import type { SplitNumber } from '../report';
import { pieceOf } from './pieces';

/** The one pair of neighbours in `cells`, of which there is one too many, that joined makes `holds` true of all values; undefined if none or several do. */
export function splitNumber(
  text: string,
  cells: readonly GridCell[],
  holds: (values: readonly number[]) => boolean,
): SplitNumber | undefined {
  const pieces = cells.map((cell) => pieceOf(text, cell));
  if (!pieces.every((piece) => isDigits(piece) && piece.length <= 12)) return undefined;
  let found: SplitNumber | undefined;
  for (let i = 0; i + 1 < pieces.length; i++) {
    const value = `${pieces[i]}${pieces[i + 1]}`;
    if (pieces[i] === '0') continue;
    const values = [...pieces.slice(0, i), value, ...pieces.slice(i + 2)].map(Number);
    if (!holds(values)) continue;
    if (found) return undefined;
    const [first, second] = [cells[i] as GridCell, cells[i + 1] as GridCell];
    found = { first: { start: first.start, end: first.end }, second: { start: second.start, end: second.end }, value };
  }
  return found;
}

/** Whether in each run of `width` values the last is the sum of the others. */
export function addUpBy(width: number): (values: readonly number[]) => boolean {
  return (values) => {
    for (let at = 0; at < values.length; at += width) {
      const own = values.slice(at, at + width);
      if (own.slice(0, -1).reduce((sum, value) => sum + value, 0) !== own.at(-1)) return false;
    }
    return true;
  };
}
