/**
 * Reads grid lines into drafts of the three tables. Goes by labels alone, never by the number of a line or column, so that
 * it does not matter how the cells were separated, in which order rows come or where a page break fell. Says for each
 * piece of text whether it is a label, a value or prose; what follows from that is `draft-builder.ts`'s work.
 *
 *     unknown words       the rest of a broken label, or an unknown row if values follow
 *     prose, heading      closes everything
 */
import type { GridCell, GridLine } from '../../table/grid';
import { splitWords } from '../../table/spaces';
import { isDigits } from '../../text/characters';
import type { Draft } from './draft';
import { DraftBuilder } from './draft-builder';
import { afterGroupPart, isGroupPart } from './group-parts';
import { AddedColumns } from './added-columns';
import { isHead, labelTail } from './label-tail';
import { matchExactly, matchLoosely, mayBeginLabel, type Meaning } from './labels';
import { isDivided, isMark, isPageMark, isSentence, isStop, isValue, longestLabel, pieceOf } from './pieces';
import type { FoundHeading } from '../sections';

/** Longest line of heads set apart by spaces. */
const longestHead = 200;

/** The tables in the order of the text, as far as their labels tell. */
export function readDrafts(text: string, grid: readonly GridLine[], headings: readonly FoundHeading[]): Draft[] {
  const reader = new Reader(text, grid);
  let h = 0;
  for (let i = 0; i < grid.length; i++) {
    const heading = headings[h];
    if (heading && i >= heading.from) {
      reader.close();
      if (i >= heading.index) h++;
      continue;
    }
    reader.read(i);
  }
  return reader.builder.drafts;
}

/** State of one reading; a class only because its small steps share it. */
class Reader {
  readonly builder: DraftBuilder;
  private readonly added: AddedColumns;
  /** A word too common to begin a table; it belongs to the head if that goes on right behind it. */
  private weak:
    { readonly meanings: readonly Meaning[]; readonly cell: GridCell; readonly index: number; readonly column: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly grid: readonly GridLine[],
  ) {
    this.builder = new DraftBuilder(grid);
    this.added = new AddedColumns(text, grid);
  }

  close(): void {
    this.builder.close();
    this.added.clear();
    this.weak = undefined;
  }

  read(index: number): void {
    const line = this.grid[index] as GridLine;
    if (line.kind === 'bare') {
      const cell = this.withoutGroupPart(line.cells[0] as GridCell);
      if (
        !this.builder.draft &&
        cell.shown === undefined &&
        (!mayBeginLabel(this.text.charCodeAt(cell.start)) || isStop(this.text.charCodeAt(cell.end - 1)))
      )
        return;
      if (cell.end - cell.start > longestHead) {
        this.builder.prose();
        return;
      }
      const piece = cell.shown ?? this.text.slice(cell.start, cell.end);
      if (piece.length > longestLabel) {
        // Heads set apart by spaces may make a long line; prose has no space so near to its start.
        if (!isDivided(piece.slice(0, 16)) || !this.readWords(cell, index, 0, !this.builder.draft)) this.builder.prose();
      } else this.readPiece(cell, index, 0, piece);
      return;
    }
    if (line.kind === 'spaces') {
      if (isPageMark(this.text.slice(line.cells[0]?.start, line.cells.at(-1)?.end))) return;
      if (!this.opensSpaced(line, index)) {
        this.builder.prose();
        return;
      }
    }
    let held: GridCell[] = [];
    let blankSoFar = true;
    const cells = line.kind === 'spaces' && this.builder.draft?.number === 3 ? this.withoutGroupParts(line.cells) : line.cells;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] as GridCell;
      if (cell.start === cell.end) {
        if (blankSoFar && !line.filler) held.push(cell);
        else this.builder.blank(cell, index);
        continue;
      }
      if (!blankSoFar && cell.shown === undefined && isDigits(this.text, cell.start, cell.end)) {
        this.builder.value(cell, index);
        continue;
      }
      const piece = cell.shown ?? this.text.slice(cell.start, cell.end);
      if (blankSoFar) {
        blankSoFar = false;
        if (isDigits(piece) && this.isIndex(line, column)) continue;
        // Blank cells in front of a label stand for merged cells; in front of a value they may be values.
        if (isValue(piece)) for (const blank of held) this.builder.blank(blank, index, true);
        held = [];
      }
      this.readPiece(cell, index, column, piece);
    }
  }

  /** A line of words without a piece of a group's label in front of a row's number: 理 2.其他法律行政法规禁止公. */
  private withoutGroupPart(cell: GridCell): GridCell {
    if (this.builder.draft?.number !== 3 || cell.shown !== undefined) return cell;
    const start = afterGroupPart(this.text, cell.start, cell.end);
    return start > cell.start && /[\d(（]/.test(this.text[start] as string) ? { ...cell, start, from: start } : cell;
  }

  /** The cells of a line without the pieces of a group's label in front of a row's: 度 1.属于国家秘密. */
  private withoutGroupParts(cells: readonly GridCell[]): readonly GridCell[] {
    let first = 0;
    let start = cells[0]?.start ?? 0;
    for (;;) {
      const cell = cells[first];
      if (!cell || (matchExactly(this.text.slice(start, cell.end)).length > 0 && !isGroupPart(this.text.slice(start, cell.end)))) break;
      const next = afterGroupPart(this.text, start, cell.end);
      if (next > start) {
        start = next;
        continue;
      }
      const following = cells[first + 1];
      const piece = this.text.slice(start, cell.end);
      if (!following || !isGroupPart(piece) || isHead(piece)) break;
      if (isValue(pieceOf(this.text, following))) {
        // In front of the rest of the open row's values the piece stands alone.
        if (this.builder.row && this.builder.filled > 0 && this.builder.filled < this.builder.width()) return cells.slice(first + 1);
        break;
      }
      first++;
      start = following.start;
    }
    const cell = cells[first];
    if (!cell || (first === 0 && start === cell.start)) return cells;
    return [{ ...cell, start, from: start }, ...cells.slice(first + 1)];
  }

  /** Whether the number at the start of a line only counts the rows: a label follows it. */
  private isIndex(line: GridLine, column: number): boolean {
    const next = this.added.numbersRows ? line.cells.find((cell, i) => i > column && cell.end > cell.start) : line.cells[column + 1];
    return (
      next !== undefined &&
      next.end > next.start &&
      matchExactly(pieceOf(this.text, next)).some((meaning) => meaning.form.kind !== 'column')
    );
  }

  private readPiece(cell: GridCell, index: number, column: number, piece: string): void {
    const first = piece.charCodeAt(0);
    if (this.added.holds(piece, index)) return;
    if (first >= 48 && first <= 57 && isDigits(piece)) {
      this.builder.value(cell, index);
      return;
    }
    if (
      this.builder.draft?.number === 4 &&
      piece.length <= 3 &&
      hasWords(piece) &&
      (this.readJoined(piece, cell, index) || this.awaitsRest(piece, cell, index, column, 'column'))
    )
      return;
    if (piece.length <= longestLabel) {
      const meanings = matchExactly(piece);
      if (meanings.length > 0) {
        const meaning = this.builder.choose(meanings, piece);
        if (meaning) this.label(meaning, cell, index, column);
        else if (!this.builder.draft) this.weak = { meanings, cell, index, column };
        return;
      }
    }
    if ((this.builder.draft?.rows.length ?? 0) === 0 && this.added.names(piece)) return;
    if (isDivided(piece) && this.readWords(cell, index, column, true)) return;
    if (!this.builder.draft) return;
    if (this.readTail(piece, cell, index, column)) return;
    const bare = this.grid[index]?.kind === 'bare';
    if (piece.length > longestLabel || (bare && isSentence(piece))) {
      this.builder.prose();
      return;
    }
    if (
      (this.builder.row?.cells.length ?? 0) > 0 &&
      piece.length <= 3 &&
      hasWords(piece) &&
      !isValue(piece) &&
      this.awaitsRest(piece, cell, index, column, 'row')
    )
      return;
    if (this.builder.continuesLabel(piece, cell)) return;
    if (isValue(piece) && this.builder.expectsValue()) {
      this.builder.value(cell, index);
      return;
    }
    if (this.readJoined(piece, cell, index)) return;
    const before = this.followedByValue(index, column);
    if (before) {
      const meaning = matchLoosely(piece, this.builder.draft.number);
      if (meaning && !(meaning.form.kind === 'row' && this.builder.hasRow(meaning.form.id))) {
        this.builder.label(meaning, cell, index, column);
        return;
      }
    }
    if (isDivided(piece) && this.readWords(cell, index, column)) return;
    if (
      this.builder.row &&
      !bare &&
      !this.added.holdsNotes &&
      piece.length <= 12 &&
      this.builder.filled < this.builder.width() &&
      !(before && column === firstFilled(this.grid[index]))
    ) {
      this.builder.value(cell, index);
      return;
    }
    if (isMark(piece)) return;
    if (bare && !before && this.builder.filled > 0) {
      // Words that no value follows end the row: a note under the table.
      this.builder.closeRow();
      return;
    }
    this.builder.await({ span: { start: cell.start, end: cell.end }, piece, line: index, column });
  }

  private label(meaning: Meaning, cell: GridCell, index: number, column: number): void {
    const { weak } = this;
    this.weak = undefined;
    if (weak && !this.builder.draft && index - weak.index < 2 && meaning.form.kind === 'column') {
      const own = weak.meanings.find(({ table, form }) => table === meaning.table && form.kind === 'column');
      if (own) this.builder.label(own, weak.cell, weak.index, weak.column);
    }
    this.builder.label(meaning, cell, index, column);
  }

  private readTail(piece: string, cell: GridCell, index: number, column: number): boolean {
    const tail = this.builder.draft?.number === 3 && piece.length <= 2 * longestLabel ? labelTail(piece) : undefined;
    if (!tail) return false;
    this.builder.label(tail.meaning, cell.shown === undefined ? { ...cell, start: cell.start + tail.at } : cell, index, column);
    return true;
  }

  /** A line of words and numbers set apart by spaces is a row only if its words are a label or its numbers are table four's. */
  private opensSpaced(line: GridLine, index: number): boolean {
    const words = line.cells.filter((cell) => !isDigits(pieceOf(this.text, cell)));
    const first = words[0];
    if (!first)
      return (
        this.builder.draft !== undefined &&
        (this.builder.row !== undefined || this.builder.draft.number === 4 || this.builder.pending !== undefined)
      );
    if (this.builder.draft) return first.end - first.start <= longestLabel && !isSentence(pieceOf(this.text, first));
    return (
      splitWords(this.text, first.start, first.end, 1).some((cell) => matchExactly(pieceOf(this.text, cell)).length > 0) ||
      (matchExactly(pieceOf(this.text, first)).length > 0 && index >= 0)
    );
  }

  /** Whether the pending words and these together are a label: 补正后申请内容 / 仍不明确. */
  private readJoined(piece: string, cell: GridCell, index: number): boolean {
    if (!this.builder.pending || index - this.builder.pending.line > 2) return false;
    const { pending } = this.builder;
    const meaning = this.builder.choose(matchExactly(pending.piece + piece), pending.piece + piece);
    if (!meaning) return false;
    this.builder.label(meaning, { ...cell, start: pending.span.start }, pending.line, pending.column);
    return true;
  }

  /** Keeps half of a head of table four, or of the next row's label, whose other half comes next: 结果 / 纠正, 行政 / 强制. */
  private awaitsRest(piece: string, cell: GridCell, index: number, column: number, kind: 'column' | 'row'): boolean {
    const line = this.grid[index] as GridLine;
    const next = line.cells[column + 1] ?? this.grid[index + 1]?.cells[0];
    if (
      !next ||
      !hasWords(pieceOf(this.text, next)) ||
      !matchExactly(piece + pieceOf(this.text, next)).some(
        (meaning) => meaning.table === this.builder.draft?.number && meaning.form.kind === kind,
      )
    )
      return false;
    this.builder.await({ span: { start: cell.start, end: cell.end }, piece, line: index, column });
    return true;
  }

  /** Several labels in one cell, set apart by spaces: 自然人 法人或其他组织 总计. */
  private readWords(cell: GridCell, index: number, column: number, all = false): boolean {
    if (cell.shown !== undefined) return false;
    const words = splitWords(this.text, cell.start, cell.end, 1).filter((word) => !isMark(pieceOf(this.text, word)));
    const known = words.filter((word) => matchExactly(pieceOf(this.text, word)).length > 0).length;
    if (known === 0 || known < (all ? words.length : words.length / 2)) return false;
    for (const word of words) {
      const meaning = this.builder.choose(matchExactly(pieceOf(this.text, word)), pieceOf(this.text, word));
      if (meaning) this.builder.label(meaning, word, index, column);
    }
    return true;
  }

  /** Whether a value comes next, at most three pieces of text later. */
  private followedByValue(index: number, column: number): boolean {
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

/** Whether there is a Chinese character in `piece`: a sign such as / is no half of a label. */
function hasWords(piece: string): boolean {
  return /[一-鿿]/.test(piece);
}

function firstFilled(line: GridLine | undefined): number {
  return line?.cells.findIndex((cell) => cell.end > cell.start) ?? -1;
}
