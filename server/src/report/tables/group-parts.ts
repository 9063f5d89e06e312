/**
 * Pieces of the labels of merged cells. A PDF gives the label of a group of rows broken over the lines of its rows, and
 * each piece stands in front of what else is on its line, or of the values of a label that is itself broken:
 *
 *     度  1.属于国家秘密              2 0 0 0 0 0 2
 *     （四）无  1.本机关不掌握相关政府信息  5 0 0 0 0 0 5
 *     2.没有现成信息需要另行制
 *     无法                            1 0 0 0 0 0 1
 *     作
 */
import type { GridCell } from '../../table/grid';
import { isSpace } from '../../text/characters';
import { halfWidth } from '../../text/number';
import { table3 } from '../form/form';
import type { DraftBuilder } from './draft-builder';
import { isHead } from './label-tail';
import { matchExactly } from './labels';
import { isValue, pieceOf } from './pieces';

const groups = table3.heads.filter((head) => head.rows !== undefined).map((head) => (head.ordinal ?? '') + head.label);
/** Longest line of pieces: 办 （三）不. */
const longest = 12;

/** Whether each of the words in `piece` is a piece of the label of a group of rows of table three. */
export function isGroupPart(piece: string): boolean {
  if (piece.length > longest) return false;
  return halfWidth(piece)
    .split(/\s+/)
    .every((word) => word === '' || groups.some((group) => group.includes(word)));
}

/** Where `text[start, end)` begins behind its first word, if that is a piece of a group's label and more follows; else `start`. */
export function afterGroupPart(text: string, start: number, end: number): number {
  let space = start;
  while (space < end && !isSpace(text.charCodeAt(space))) space++;
  let next = space;
  while (next < end && isSpace(text.charCodeAt(next))) next++;
  return next < end && isGroupPart(text.slice(start, space)) ? next : start;
}

/** A line of words without a piece of a group's label in front of a row's number: 理 2.其他法律行政法规禁止公. */
export function withoutGroupPart(text: string, cell: GridCell): GridCell {
  if (cell.shown !== undefined) return cell;
  const start = afterGroupPart(text, cell.start, cell.end);
  return start > cell.start && /[\d(（]/.test(text[start] as string) ? { ...cell, start, from: start } : cell;
}

/** The cells of a line without the pieces of a group's label in front of a row's: 度 1.属于国家秘密. */
export function withoutGroupParts(text: string, cells: readonly GridCell[], builder: DraftBuilder): readonly GridCell[] {
  let first = 0;
  let start = cells[0]?.start ?? 0;
  for (;;) {
    const cell = cells[first];
    if (!cell || (matchExactly(text.slice(start, cell.end)).length > 0 && !isGroupPart(text.slice(start, cell.end)))) break;
    const next = afterGroupPart(text, start, cell.end);
    if (next > start) {
      start = next;
      continue;
    }
    const following = cells[first + 1];
    const piece = text.slice(start, cell.end);
    if (!following || !isGroupPart(piece) || isHead(piece)) break;
    // In front of the rest of the open row's values the piece stands alone.
    if (isValue(pieceOf(text, following))) {
      if (builder.row && builder.filled > 0 && builder.filled < builder.width()) return cells.slice(first + 1);
      break;
    }
    first++;
    start = following.start;
  }
  const cell = cells[first];
  if (!cell || (first === 0 && start === cell.start)) return cells;
  return [{ ...cell, start, from: start }, ...cells.slice(first + 1)];
}
