/**
 * Which cells of a row stand under the heads of its columns, where delimiters show the cells: in a table with more columns
 * than the row has values, because it has columns of its own, or one line of heads for rows of several kinds.
 *
 *     信息内容 │ 本年制发件数 │ … │ 本年处理决定数量 │ 本年收费金额
 *     行政许可 │      -       │ … │       1264       │      -
 */
import type { GridCell, GridLine } from '../../table/cell';
import { readNumber } from '../../text/number';
import type { RowForm } from '../form/form';
import type { TableDraft, DraftLabel, DraftRow, Ground } from './draft';
import { pieceOf } from './pieces';

const delimited: ReadonlySet<string> = new Set(['pipes', 'tabs', 'commas', 'html']);

/** The heads of a draft's columns, by the ids of these. */
export type Heads = ReadonlyMap<string, readonly DraftLabel[]>;

export function headsOf({ labels }: TableDraft): Heads {
  const heads = new Map<string, DraftLabel[]>();
  for (const label of labels) {
    if (label.meaning.form.kind !== 'column') continue;
    const { id } = label.meaning.form;
    const known = heads.get(id);
    if (!known) heads.set(id, [label]);
    // A merged head may be written out in every cell that it spans: the first counts.
    else if (known.at(-1)?.line !== label.line) known.push(label);
  }
  return heads;
}

/** The cells of `row` under the heads of its columns, in the order of the text; undefined where heads and row do not answer to each other. */
export function cellsUnderHeads(row: DraftRow, form: RowForm, heads: Heads, { text, grid }: Ground): GridCell[] | undefined {
  const line = grid[row.line];
  if (!line || !delimited.has(line.kind) || row.cells.some((placed) => placed.line !== row.line)) return undefined;
  const own: DraftLabel[] = [];
  for (const id of form.columns) {
    const label = lastBefore(heads.get(id) ?? [], row.line);
    if (!label) return undefined;
    own.push(label);
  }
  const shift = shiftOf(own, row, grid);
  if (shift === undefined) return undefined;
  const places = own.map(({ column }) => column + shift).sort((a, b) => a - b);
  if (places.some((place, i) => place === places[i - 1]) || (places[0] ?? 0) <= row.column || (places.at(-1) ?? 0) >= line.cells.length)
    return undefined;
  // A figure under no head of the row, and none under one of them: the heads stand elsewhere than the figures.
  const isStray = row.cells.some(({ cell }) => !places.some((place) => line.cells[place] === cell) && isCount(text, cell));
  const cells = places.map((place) => line.cells[place] as GridCell);
  return isStray && cells.some((cell) => !isCount(text, cell)) ? undefined : cells;
}

/**
 * By how many cells the row's line differs from that of its heads; undefined unless that is the same for all of them. One
 * that lacks the cell of a merged label has as many cells behind its label as heads stand on theirs.
 */
function shiftOf(labels: readonly DraftLabel[], row: DraftRow, grid: readonly GridLine[]): number | undefined {
  const [first] = labels;
  if (!first) return undefined;
  const count = (line: number): number => grid[line]?.cells.length ?? 0;
  const shift = count(row.line) - count(first.line);
  if (!labels.every(({ line }) => line === first.line || count(row.line) - count(line) === shift)) return undefined;
  if (shift === 0) return shift;
  const isWhole = row.cells.length === count(first.line) - Math.min(...labels.map(({ column }) => column));
  return isWhole && labels.every(({ line }) => line === first.line) ? shift : undefined;
}

/** The last of `labels`, which stand in the order of the text, above grid line `line`. */
function lastBefore(labels: readonly DraftLabel[], line: number): DraftLabel | undefined {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle] as DraftLabel).line < line) low = middle + 1;
    else high = middle;
  }
  return labels[low - 1];
}

/** Whether a cell holds a number that is not zero. */
function isCount(text: string, cell: GridCell): boolean {
  return cell.start < cell.end && (readNumber(pieceOf(text, cell), 'money').value ?? 0) > 0;
}

/** The values of a row less what stands where a column does not apply, if that makes them as many as wanted: - — / NaN. */
export function withoutFillers(text: string, values: readonly GridCell[], width: number): readonly GridCell[] | undefined {
  const surplus = values.length - width;
  if (surplus <= 0) return undefined;
  const isNone = (cell: GridCell): boolean => isFiller(pieceOf(text, cell));
  if (values.slice(0, surplus).every(isNone)) return values.slice(surplus);
  if (values.slice(width).every(isNone)) return values.slice(0, width);
  const figures = values.filter((cell) => !isNone(cell));
  return figures.length === width ? figures : undefined;
}

function isFiller(piece: string): boolean {
  return /^(?:nan|null|none|n\/a|\/)$/i.test(piece) || readNumber(piece).kind === 'none';
}
