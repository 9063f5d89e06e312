/**
 * Labels whose characters stand below each other, one or two on a line, as a narrow merged cell is taken out of a page:
 *
 *     三
 *     、
 *     本
 *     年
 */
import type { GridCell, GridLine } from '../../table/cell';
import { allTables } from '../form/form';
import { characterTable, markCharacters } from '../../text/code';
import { isDigits, spaces } from '../../text/characters';
import { essence } from './labels';
import { pieceOf } from './pieces';

/** Longest piece of such a label, and most lines. */
const longestPiece = 4;
const mostLines = 16;
/** Shortest wording that is looked for. */
const shortest = 3;

/** 1 for the characters that do not count. */
const dropped = markCharacters(characterTable('()（）、.．。,，:：“”"'), spaces);

/** All wordings by the one or two characters with which they begin; listed when the first two short lines stand below each other. */
let listed: ReadonlyMap<number, readonly string[]> | undefined;

/** The label that begins on grid line `index`, alone there, and the lines that it takes; undefined if none does. */
export function verticalLabel(text: string, grid: readonly GridLine[], index: number): { wording: string; lines: number } | undefined {
  if (!mayBegin(text, grid, index)) return undefined;
  const byOpening = (listed ??= wordingsByOpening());
  let wording = '';
  for (let lines = 0; lines < mostLines; lines++) {
    const cell = shortCell(grid[index + lines]);
    if (!cell) return undefined;
    wording += plain(pieceOf(text, cell));
    const known = byOpening.get(openingOf(wording));
    if (!known?.some((whole) => whole.startsWith(wording))) return undefined;
    if (lines > 0 && wording.length >= shortest && known.includes(wording)) return { wording, lines: lines + 1 };
  }
  return undefined;
}

/** Whether two short lines stand below each other that are not both figures, as nearly all of them are. */
function mayBegin(text: string, grid: readonly GridLine[], index: number): boolean {
  const first = shortCell(grid[index]);
  const second = first && shortCell(grid[index + 1]);
  return second !== undefined && !(isDigits(text, first?.start, first?.end) && isDigits(text, second.start, second.end));
}

/** The cell alone on its line, if it is short. */
function shortCell(line: GridLine | undefined): GridCell | undefined {
  const cell = line?.kind === 'bare' ? line.cells[0] : undefined;
  const length = cell ? (cell.shown?.length ?? cell.end - cell.start) : 0;
  return length > 0 && length <= longestPiece ? cell : undefined;
}

function wordingsByOpening(): ReadonlyMap<number, readonly string[]> {
  const all = allTables.flatMap(({ heads, columns, rows }) =>
    [...heads, ...columns, ...rows].flatMap(({ label, ordinal = '' }) => [plain(ordinal + label), essence(label)]),
  );
  const byOpening = new Map<number, string[]>();
  for (const wording of new Set(all)) {
    for (const opening of new Set([openingOf(wording.slice(0, 1)), openingOf(wording)])) {
      const known = byOpening.get(opening);
      if (known) known.push(wording);
      else byOpening.set(opening, [wording]);
    }
  }
  return byOpening;
}

/** The first two characters as a number, or the only one; 0 where there is none. */
function openingOf(wording: string): number {
  const [first, second] = [wording.charCodeAt(0) || 0, wording.charCodeAt(1) || 0];
  return first + second * 0x10000;
}

/** Without punctuation and white space; the number stays. */
function plain(piece: string): string {
  let kept = '';
  let from = 0;
  for (let i = 0; i < piece.length; i++) {
    if (dropped[piece.charCodeAt(i)] !== 1) continue;
    kept += piece.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? piece : kept + piece.slice(from);
}
