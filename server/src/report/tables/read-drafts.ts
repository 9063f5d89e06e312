/**
 * Reads grid lines into drafts of the three tables. Goes by labels alone, never by the number of a line or column, so that
 * it does not matter how the cells were separated, in which order rows come or where a page break fell. Which cells of a line
 * are read, and as what they stand there, is told here; what a piece of text is, by `piece-readers.ts`; what follows from
 * that is `draft-builder.ts`'s work.
 *
 *     unknown words       the rest of a broken label, or an unknown row if values follow
 *     prose               closes everything, as a heading does
 */
import type { GridCell, GridLine } from '../../table/grid';
import { splitWords } from '../../table/spaces';
import { isDigits } from '../../text/characters';
import { pause, type Steps } from '../../text/steps';
import type { Ground, TableDraft } from './draft';
import { DraftReading } from './draft-reading';
import { withoutGroupPart, withoutGroupParts } from './group-parts';
import { matchExactly, mayBeginLabel } from './labels';
import { readPiece, readWords } from './piece-readers';
import { splitGlued } from './glued';
import { isDivided, isPageFurniture, isPageMark, isSentence, isStop, isValue, longestLabel, pieceOf } from './pieces';
import { verticalLabel } from './vertical-labels';

/** Longest line of heads set apart by spaces. */
const longestHead = 400;

const longestFigure = 16;

/** So many lines are read between two pauses. */
const linesPerStep = 1024;

/** The tables on the grid lines from `from` to `to`, between two headings, as far as their labels tell; in the order of the text. */
export function* readDraftsInSteps(
  { text, grid }: Pick<Ground, 'text' | 'grid'>,
  { from, to }: { readonly from: number; readonly to: number },
): Steps<TableDraft[]> {
  const reading = new DraftReading(text, grid);
  let pauseAt = from + linesPerStep;
  for (let i = from; i < to; i = Math.max(i + 1, reading.next)) {
    if (i >= pauseAt) {
      yield pause;
      pauseAt = i + linesPerStep;
    }
    const line = grid[i] as GridLine;
    if (line.kind === 'bare') readBare(reading, line, i);
    else if (line.kind === 'spaces' && reading.builder.draft && isRunningHead(text, line)) continue;
    else readCells(reading, line, i);
  }
  return reading.builder.drafts;
}

/** What a page repeats above its text with its number on the same line: 石桥县水务局2024年政府信息公开工作年度报告  3. */
function isRunningHead(text: string, { cells }: GridLine): boolean {
  const pieces = cells.map((cell) => pieceOf(text, cell)).filter((piece) => piece !== '');
  const heads = pieces.filter((piece) => !/^\d{1,4}$/.test(piece) && !isPageMark(piece));
  return heads.length === 1 && pieces.length === 2 && isPageFurniture(heads[0] as string);
}

/** A line that is one cell. */
function readBare(reading: DraftReading, line: GridLine, index: number): void {
  const { text, builder, added } = reading;
  const whole = line.cells[0] as GridCell;
  if (builder.draft) {
    if (readVertical(reading, index)) return;
    if (whole.shown === undefined && !added.isAny && isFigure(text, whole)) {
      builder.value(whole, index);
      return;
    }
  }
  const cell = builder.draft?.number === 3 ? withoutGroupPart(text, whole) : whole;
  if (!builder.draft && cell.shown === undefined && (!mayBeginLabel(text.charCodeAt(cell.start)) || isStop(text.charCodeAt(cell.end - 1))))
    return;
  if (cell.end - cell.start > longestHead) {
    builder.prose();
    return;
  }
  const piece = pieceOf(text, cell);
  if (builder.draft && piece.length > longestLabel && isPageFurniture(piece)) return;
  const at = { piece, cell, index, column: 0 };
  if (piece.length <= longestLabel) readPiece(reading, at);
  // Heads set apart by spaces may make a long line; prose has no space so near to its start.
  else if (!isDivided(piece.slice(0, 16)) || !readWords(reading, at, !builder.draft)) builder.prose();
}

/** Digits alone, no more than a figure has. */
function isFigure(text: string, { start, end }: GridCell): boolean {
  return end - start <= longestFigure && isDigits(text, start, end);
}

/** A label whose characters stand below each other, from this line on. */
function readVertical(reading: DraftReading, index: number): boolean {
  const { text, grid, builder } = reading;
  const found = verticalLabel(text, grid, index);
  const meaning = found && builder.choose(matchExactly(found.wording), found.wording);
  if (!found || !meaning || meaning.table !== builder.draft?.number) return false;
  const first = (grid[index] as GridLine).cells[0] as GridCell;
  const last = (grid[index + found.lines - 1] as GridLine).cells[0] as GridCell;
  reading.label(meaning, { cell: { ...first, end: last.end }, index, column: 0 });
  reading.next = index + found.lines;
  return true;
}

/** A line of several cells. */
function readCells(reading: DraftReading, line: GridLine, index: number): void {
  const { text, builder } = reading;
  if (line.kind === 'spaces') {
    if (isPageMark(text.slice(line.cells[0]?.start, line.cells.at(-1)?.end))) return;
    if (!opensSpaced(reading, line)) {
      builder.prose();
      return;
    }
  }
  const cells = line.kind === 'spaces' && builder.draft?.number === 3 ? withoutGroupParts(text, line.cells, builder) : line.cells;
  // Blank cells in front of a label stand for merged cells; in front of a value they may be values.
  let held: GridCell[] = [];
  let blankSoFar = true;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] as GridCell;
    if (cell.start === cell.end) {
      if (blankSoFar && !line.filler) held.push(cell);
      else builder.blank(cell, index);
      continue;
    }
    if (!blankSoFar && cell.shown === undefined && isDigits(text, cell.start, cell.end)) {
      builder.value(cell, index);
      continue;
    }
    const piece = pieceOf(text, cell);
    if (blankSoFar) {
      blankSoFar = false;
      if (isDigits(piece) && isIndex(reading, line, column)) continue;
      if (isValue(piece)) for (const blank of held) builder.blank(blank, index, true);
      held = [];
    }
    readPiece(reading, { piece, cell, index, column });
  }
}

/** Whether the number at the start of a line only counts the rows: a label follows it. */
function isIndex({ text, added }: DraftReading, line: GridLine, column: number): boolean {
  const next = added.numbersRows ? line.cells.find((cell, i) => i > column && cell.end > cell.start) : line.cells[column + 1];
  return next !== undefined && next.end > next.start && matchExactly(pieceOf(text, next)).some((meaning) => meaning.form.kind !== 'column');
}

/** A line of words and numbers set apart by spaces is a row only if its words are a label or its numbers are table four's. */
function opensSpaced({ text, builder }: DraftReading, line: GridLine): boolean {
  const first = line.cells.find((cell) => !isDigits(pieceOf(text, cell)));
  if (!first)
    return builder.draft !== undefined && (builder.row !== undefined || builder.draft.number === 4 || builder.pending !== undefined);
  const piece = pieceOf(text, first);
  if (builder.draft) return first.end - first.start <= longestLabel && !isSentence(piece);
  return (
    splitWords(text, first.start, first.end, 1).some((cell) => matchExactly(pieceOf(text, cell)).length > 0) ||
    matchExactly(piece).length > 0 ||
    splitGlued(piece) !== undefined
  );
}
