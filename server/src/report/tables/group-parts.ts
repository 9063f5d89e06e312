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
import { isSpace } from '../../text/characters';
import { halfWidth } from '../../text/number';
import { table3 } from '../form/form';

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
