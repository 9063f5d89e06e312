/** What is known while drafts are read, and questions about what stands behind a piece of text. */
import type { GridCell, GridLine } from '../../table/grid';
import { AddedColumns } from './added-columns';
import { type CellPlace, DraftBuilder } from './draft-builder';
import { isGroupPart } from './group-parts';
import { matchExactly, type Meaning } from './labels';
import { isDigits } from '../../text/characters';
import { splitGlued } from './glued';
import { isPageFurniture, isValue, longestLabel, pieceOf } from './pieces';

/** Longest word that may stand in the place of a value. */
export const longestWord = 12;

/** A cell that is not blank, as it is seen, and where it stands. */
export interface LabelPiece extends CellPlace {
  readonly piece: string;
}

export class DraftReading {
  readonly builder: DraftBuilder;
  readonly added: AddedColumns;
  /** The grid line that is read next, where what was read takes several. */
  next = 0;
  /** A word too common to begin a table; it belongs to the head if that goes on right behind it. */
  private weak: { readonly meanings: readonly Meaning[]; readonly at: LabelPiece } | undefined;

  constructor(
    readonly text: string,
    readonly grid: readonly GridLine[],
  ) {
    this.builder = new DraftBuilder(grid);
    this.added = new AddedColumns(text, grid);
  }

  /** Keeps a label that is too common to begin a table. */
  keepWeak(meanings: readonly Meaning[], at: LabelPiece): void {
    this.weak = { meanings, at };
  }

  label(meaning: Meaning, at: CellPlace): void {
    const { weak, builder } = this;
    this.weak = undefined;
    if (weak && !builder.draft && at.index - weak.at.index < 2 && meaning.form.kind === 'column') {
      const own = weak.meanings.find(({ table, form }) => table === meaning.table && form.kind === 'column');
      if (own) builder.label(own, weak.at);
    }
    builder.label(meaning, at);
  }

  lineOf({ index }: LabelPiece): GridLine {
    return this.grid[index] as GridLine;
  }

  /** Whether a cell is alone on its line. */
  isLine({ index, column }: Pick<CellPlace, 'index' | 'column'>): boolean {
    const cells = (this.grid[index] as GridLine).cells;
    return cells.every((cell, i) => i === column || cell.start === cell.end);
  }

  /** How many values stand behind a cell on its line, up to the first cell that holds something else. */
  valuesBehind({ index, column }: CellPlace): number {
    const { cells } = this.grid[index] as GridLine;
    let count = 0;
    for (let i = column + 1; i < cells.length; i++) {
      const cell = cells[i] as GridCell;
      if (cell.start < cell.end && isValue(pieceOf(this.text, cell))) count++;
    }
    return count;
  }

  /** How many cells that may hold values stand behind a cell, up to the next label or sentence, and no more than `most`. */
  cellsBehind({ index, column }: CellPlace, most: number): number {
    let count = 0;
    for (let i = index; i < this.grid.length && count <= most; i++) {
      const { cells, filler } = this.grid[i] as GridLine;
      for (let c = i === index ? column + 1 : 0; c < cells.length && count <= most; c++) {
        const cell = cells[c] as GridCell;
        if (cell.start === cell.end) {
          if (!filler && c > 0 && c < cells.length - 1) count++;
          continue;
        }
        const piece = pieceOf(this.text, cell);
        if (isDigits(piece)) count++;
        else if (isPageFurniture(piece)) continue;
        else if (piece.length > longestWord || matchExactly(piece).length > 0 || splitGlued(piece)) return count;
        else count++;
      }
    }
    return count;
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
        // The rest of a broken label with the first figure glued to it.
        if (next.kind === 'spaces' && next.cells.length > 2 && /[一-鿿）)]\d+$/.test(piece) && !splitGlued(piece)) return true;
        if (next.kind === 'spaces' && isGroupPart(piece)) continue;
        if (piece.length > longestLabel || matchExactly(piece).length > 0) return false;
        break;
      }
    }
    return false;
  }
}
