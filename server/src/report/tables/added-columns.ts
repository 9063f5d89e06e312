/**
 * Columns that a draft's table has and the form's has not: numbers of the rows, units, notes. Told by their heads; what
 * stands in them is no value.
 */
import { isDigits } from '../../text/characters';
import type { GridLine } from '../../table/grid';
import { addedColumns } from '../form/form';
import { essence, matchExactly } from './labels';
import { pieceOf } from './pieces';

type Kind = keyof typeof addedColumns;

const kinds = new Map<string, Kind>(
  (Object.keys(addedColumns) as Kind[]).flatMap((kind) => addedColumns[kind].map((name) => [name, kind] as const)),
);
const longestName = 6;

/** The added columns of the tables of one section. */
export class AddedColumns {
  private readonly found = new Set<Kind>();

  constructor(
    private readonly text: string,
    private readonly grid: readonly GridLine[],
  ) {}

  clear(): void {
    if (this.isAny) this.found.clear();
  }

  /** Whether the piece, which stands in a table's head or in front of it, is the head of such a column. */
  names(piece: string): boolean {
    const kind = piece.length > longestName ? undefined : kinds.get(essence(piece));
    if (kind) this.found.add(kind);
    return kind !== undefined;
  }

  get isAny(): boolean {
    return this.found.size > 0;
  }

  get numbersRows(): boolean {
    return this.found.has('index');
  }

  get holdsNotes(): boolean {
    return this.found.has('note');
  }

  /** Whether the piece on grid line `index` stands in such a column: a unit, or a row's number that stands alone before a label. */
  holds(piece: string, index: number): boolean {
    if (!this.isAny) return false;
    if (this.found.has('unit') && /^(?:件|个|项|条|宗|万?元)$/.test(piece)) return true;
    if (!this.numbersRows || !isDigits(piece) || (this.grid[index] as GridLine).cells.filter(isFilled).length > 1) return false;
    const next = this.grid[index + 1]?.cells.find(isFilled);
    return next !== undefined && matchExactly(pieceOf(this.text, next)).some(({ form }) => form.kind !== 'column');
  }
}

function isFilled({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end > start;
}
