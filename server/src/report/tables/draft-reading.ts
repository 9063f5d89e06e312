/** What is known while drafts are read, and questions about what stands behind a piece of text. */
import type { GridCell, GridLine } from '../../table/grid';
import { AddedColumns } from './added-columns';
import { DraftBuilder } from './draft-builder';
import { isGroupPart } from './group-parts';
import { matchExactly, type Meaning } from './labels';
import { isValue, longestLabel, pieceOf } from './pieces';

/** A cell that is not blank, as it is seen, and where it stands: the grid line and the cell's place on it. */
export interface LabelPiece {
  readonly piece: string;
  readonly cell: GridCell;
  readonly index: number;
  readonly column: number;
}

export class DraftReading {
  readonly builder: DraftBuilder;
  readonly added: AddedColumns;
  /** A word too common to begin a table; it belongs to the head if that goes on right behind it. */
  private weak: { readonly meanings: readonly Meaning[]; readonly at: LabelPiece } | undefined;

  constructor(
    readonly text: string,
    readonly grid: readonly GridLine[],
  ) {
    this.builder = new DraftBuilder(grid);
    this.added = new AddedColumns(text, grid);
  }

  close(): void {
    this.builder.close();
    this.added.clear();
    this.weak = undefined;
  }

  /** Keeps a label that is too common to begin a table. */
  keepWeak(meanings: readonly Meaning[], at: LabelPiece): void {
    this.weak = { meanings, at };
  }

  label(meaning: Meaning, { cell, index, column }: Omit<LabelPiece, 'piece'>): void {
    const { weak, builder } = this;
    this.weak = undefined;
    if (weak && !builder.draft && index - weak.at.index < 2 && meaning.form.kind === 'column') {
      const own = weak.meanings.find(({ table, form }) => table === meaning.table && form.kind === 'column');
      if (own) builder.label(own, weak.at.cell, weak.at.index, weak.at.column);
    }
    builder.label(meaning, cell, index, column);
  }

  lineOf({ index }: LabelPiece): GridLine {
    return this.grid[index] as GridLine;
  }

  /** Whether a value comes next, at most three pieces of text later. */
  isFollowedByValue({ index, column }: LabelPiece): boolean {
    const line = this.grid[index] as GridLine;
    for (let c = column + 1; c < line.cells.length; c++) {
      const cell = line.cells[c] as GridCell;
      if (cell.end > cell.start && isValue(pieceOf(this.text, cell))) return true;
    }
    for (let i = index + 1; i <= index + 3 && i < this.grid.length; i++) {
      const next = this.grid[i] as GridLine;
      for (const cell of next.cells) {
        if (cell.start === cell.end) continue;
        const piece = pieceOf(this.text, cell);
        if (isValue(piece)) return true;
        if (next.kind === 'spaces' && isGroupPart(piece)) continue;
        if (piece.length > longestLabel || matchExactly(piece).length > 0) return false;
        break;
      }
    }
    return false;
  }
}
