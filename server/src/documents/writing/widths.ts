/** How wide the columns of a table are: those of figures are alike and hold the longest, those of labels share the rest. */
import type { ExportTable } from './export';
import { gridOf } from './text';

/**
 * Widths that add up to `total`.
 * @param character the width of a Chinese character.
 */
export function columnWidths(table: ExportTable, total: number, character: number): number[] {
  const isFigures = Array<boolean>(table.width).fill(false);
  let longestFigure = 0;
  let longestHead = 0;
  const grid = gridOf(table);
  const single = grid.flatMap((row, i) => row.map((cell, k) => ({ ...cell, isValue: table.rows[i]?.[k]?.isValue === true })));
  for (const { from, to, text, isValue } of single) {
    if (!isValue) continue;
    for (let column = from; column < to; column++) isFigures[column] = true;
    if (to - from === 1) longestFigure = Math.max(longestFigure, text.length / 2);
  }
  const longest = Array<number>(table.width).fill(1);
  for (const { from, to, text, isValue } of single) {
    if (isValue || to - from > 1) continue;
    if (isFigures[from] === true) longestHead = Math.max(longestHead, text.length);
    else longest[from] = Math.max(longest[from] as number, text.length);
  }
  const values = isFigures.filter(Boolean).length;
  const labels = table.width - values;
  if (labels === 0 || values === 0) return shared(total, Array<number>(table.width).fill(1));
  // Heads stand on two lines where there are many columns.
  const wanted = character * (Math.max(longestFigure, values > 4 ? 2 : longestHead) + 0.8);
  const value = Math.floor(Math.min(wanted, (total * 0.68) / values));
  const rest = shared(
    total - value * values,
    longest.filter((_, i) => isFigures[i] !== true).map((length) => length ** 0.75),
  );
  return isFigures.map((is) => (is ? value : (rest.shift() ?? 0)));
}

/** `total` by weight, to the last unit. */
function shared(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = total;
  return weights.map((weight, i) => {
    const width = i === weights.length - 1 ? left : Math.floor((total * weight) / sum);
    left -= width;
    return width;
  });
}
