/**
 * Cells of columns that the form does not have and that say nothing: numbers of the rows in their order, with the column's
 * head. A number out of order, or with no label behind it, is a figure like any other.
 *
 *     | 序号 | 信息内容 | 本年制发件数 | …
 *     |    1 | 规章     |            0 | …
 */
import { addedColumns } from '../../report/form/form';
import { essence } from '../../report/tables/labels';
import type { GridCell, GridLine } from '../../table/grid';
import { isDigits } from '../../text/characters';

const names: ReadonlySet<string> = new Set(addedColumns.index);

/** The offsets at which such cells begin. */
export function addedCells(text: string, grid: readonly GridLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let column: number | undefined;
  let last = 0;
  for (const { kind, cells } of grid) {
    const at = cells.findIndex(isFilled);
    const cell = cells[at];
    if (!cell) continue;
    const piece = cell.shown ?? text.slice(cell.start, cell.end);
    if (kind === 'bare') column = undefined;
    else if (names.has(essence(piece))) {
      column = at;
      last = 0;
      found.add(cell.start);
    } else if (at === column && isDigits(piece) && hasLabelBehind(text, cells, at) && (Number(piece) === last + 1 || last === 0)) {
      last = Number(piece);
      found.add(cell.start);
    }
  }
  return found;
}

function hasLabelBehind(text: string, cells: readonly GridCell[], at: number): boolean {
  const next = cells.slice(at + 1).find(isFilled);
  return next !== undefined && /[一-鿿]/.test(next.shown ?? text.slice(next.start, next.end));
}

function isFilled({ start, end }: GridCell): boolean {
  return end > start;
}
