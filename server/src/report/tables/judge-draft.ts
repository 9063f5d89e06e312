/**
 * Whether a table that was placed can be trusted, and if not, why: figures without labels beside labels without figures, rows
 * that hold the figures of several, rows of which hardly one has as many figures as the form has columns.
 */
import type { Doubt } from './doubt';
import { type TableDraft, type Ground, isFilled } from './draft';
import type { PlacedRows } from './place-rows';

/** As many rows named on one line without a figure are the head of a table whose rows and columns have changed places. */
const fewestAcross = 5;
/** Rows that cannot be placed: as many, and this part of all, are no slip. */
const fewestRagged = 4;
const partRagged = 0.4;
/** Rows in which no cell holds a number. */
const fewestWords = 3;

/** Why nothing in the table is to be judged; undefined if it can be read. */
export function doubtAbout(draft: TableDraft, placed: PlacedRows, ground: Ground): Doubt | undefined {
  const told = draft.doubt ?? placed.doubt;
  if (told) return told;
  if (draft.number === 4) return undefined;
  if (isTransposed(draft)) return 'transposed';
  if (isTorn(draft, placed, ground)) return 'torn';
  const { rows, ragged } = placed;
  if (ragged.length >= fewestRagged && ragged.length >= partRagged * (rows.length + ragged.length))
    return isDelimited(draft, ground) ? 'foreign' : 'torn';
  if (rows.filter(({ cells }) => cells.length > 3 && cells.every(({ kind }) => kind === 'unreadable')).length >= fewestWords)
    return 'foreign';
  return undefined;
}

function isTransposed({ rows }: TableDraft): boolean {
  const across = new Map<number, number>();
  for (const { line, cells } of rows) {
    if (cells.some(isFilled)) continue;
    const count = (across.get(line) ?? 0) + 1;
    if (count >= fewestAcross) return true;
    across.set(line, count);
  }
  return false;
}

/** Labels without figures, and figures without labels, be it behind other labels. */
function isTorn(draft: TableDraft, { rows, ragged }: PlacedRows, ground: Ground): boolean {
  const overfull = ragged.filter(({ expected, found }) => found >= 2 * expected && found > expected + 2).length;
  const blank = rows.filter(({ cells }) => cells.every(({ kind }) => kind === 'blank')).length;
  const strays = draft.strays >= (draft.number === 3 ? 7 : 1);
  return overfull > 1 || (blank > 0 && (overfull > 0 || (strays && !isDelimited(draft, ground))));
}

/** Whether most rows stand on lines on which delimiters show the cells. */
function isDelimited({ rows }: TableDraft, { grid }: Ground): boolean {
  const shown = rows.filter(({ line }) => !isLoose(grid[line]?.kind)).length;
  return shown * 2 > rows.length;
}

function isLoose(kind: string | undefined): boolean {
  return kind === 'bare' || kind === 'spaces';
}
