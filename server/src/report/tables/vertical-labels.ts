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
import { spaces } from '../../text/characters';
import { essence } from './labels';
import { pieceOf } from './pieces';

/** Longest piece of such a label, and most lines. */
const longestPiece = 4;
const mostLines = 16;
/** Shortest wording that is looked for. */
const shortest = 3;

const isDropped = 1;
const isInitial = 2;
/** The characters that do not count, and those that wordings begin with. */
const kinds = markCharacters(characterTable('()（）、.．。,，:：“”"', isDropped), spaces, isDropped);
const wordings = new Set(
  allTables.flatMap(({ heads, columns, rows }) =>
    [...heads, ...columns, ...rows].flatMap(({ label, ordinal = '' }) => [plain(ordinal + label), essence(label)]),
  ),
);
const longest = Math.max(...[...wordings].map((wording) => wording.length));
markCharacters(kinds, wordings, isInitial);

/** The label that begins on grid line `index`, alone there, and the lines that it takes; undefined if none does. */
export function verticalLabel(text: string, grid: readonly GridLine[], index: number): { wording: string; lines: number } | undefined {
  const first = grid[index]?.cells[0];
  if (!first || (first.shown === undefined && !mayBegin(text, first))) return undefined;
  let wording = '';
  for (let lines = 0; lines < mostLines; lines++) {
    const line = grid[index + lines];
    const cell = line?.kind === 'bare' ? line.cells[0] : undefined;
    const piece = cell ? pieceOf(text, cell) : '';
    if (piece === '' || piece.length > longestPiece) return undefined;
    wording += plain(piece);
    if (wording.length > longest || (lines === 0 && kinds[wording.charCodeAt(0)] !== isInitial)) return undefined;
    if (lines > 0 && wording.length >= shortest && wordings.has(wording)) return { wording, lines: lines + 1 };
  }
  return undefined;
}

/** Whether a cell is short and begins as a wording does: nearly all cells are figures or whole labels. */
function mayBegin(text: string, { start, end }: GridCell): boolean {
  if (end - start > longestPiece) return false;
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)];
    if (kind !== isDropped) return kind === isInitial;
  }
  return false;
}

/** Without punctuation and white space; the number stays. */
function plain(piece: string): string {
  let kept = '';
  for (let i = 0; i < piece.length; i++) if (kinds[piece.charCodeAt(i)] !== isDropped) kept += piece[i];
  return kept;
}
