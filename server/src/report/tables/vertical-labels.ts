/**
 * Labels whose characters stand below each other, one or two on a line, as a narrow merged cell is taken out of a page:
 *
 *     三
 *     、
 *     本
 *     年
 */
import type { GridLine } from '../../table/cell';
import { allTables } from '../form/form';
import { essence } from './labels';
import { pieceOf } from './pieces';

/** Longest piece of such a label, and most lines. */
const longestPiece = 4;
const mostLines = 16;
/** Shortest wording that is looked for. */
const shortest = 3;

const wordings = new Set(
  allTables.flatMap(({ heads, columns, rows }) =>
    [...heads, ...columns, ...rows].flatMap(({ label, ordinal = '' }) => [plain(ordinal + label), essence(label)]),
  ),
);
const longest = Math.max(...[...wordings].map((wording) => wording.length));

/** The label that begins on grid line `index`, alone there, and the lines that it takes; undefined if none does. */
export function verticalLabel(text: string, grid: readonly GridLine[], index: number): { wording: string; lines: number } | undefined {
  let wording = '';
  for (let lines = 0; lines < mostLines; lines++) {
    const line = grid[index + lines];
    const cell = line?.kind === 'bare' ? line.cells[0] : undefined;
    const piece = cell ? pieceOf(text, cell) : '';
    if (piece === '' || piece.length > longestPiece) return undefined;
    wording += plain(piece);
    if (wording.length > longest || (lines === 0 && !mayBegin.has(wording[0] ?? ''))) return undefined;
    if (lines > 0 && wording.length >= shortest && wordings.has(wording)) return { wording, lines: lines + 1 };
  }
  return undefined;
}

/** Without punctuation and white space; the number stays. */
function plain(piece: string): string {
  return piece.replace(/[\s()（）、.．。,，:：“”"]/g, '');
}

const mayBegin = new Set([...wordings].map((wording) => wording[0] ?? ''));
