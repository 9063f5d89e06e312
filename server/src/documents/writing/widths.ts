/** How wide the columns of a table are: figures get what their longest needs, labels share the rest by their length. */
import type { ExportTable } from './export';
import { gridOf } from './text';

/**
 * Widths that add up to `total`.
 * @param character the width of a Chinese character.
 */
export function columnWidths(table: ExportTable, total: number, character: number): number[] {
  const isFigures = Array<boolean>(table.width).fill(false);
  const longest = Array<number>(table.width).fill(1);
  for (const [i, row] of gridOf(table).entries()) {
    for (const [k, { from, to, text }] of row.entries()) {
      if (to - from > 1) continue;
      if (table.rows[i]?.[k]?.isValue === true) {
        isFigures[from] = true;
        longest[from] = Math.max(longest[from] as number, Math.ceil(text.length / 2) + 0.6);
      } else if (isFigures[from] !== true) longest[from] = Math.max(longest[from] as number, text.length);
    }
  }
  const values = isFigures.filter(Boolean).length;
  const labels = table.width - values;
  // Two characters side by side are the least for heads above figures.
  const least =
    labels === 0 ? total / table.width : Math.max(character * 2.6, Math.min((total * 0.52) / Math.max(1, values), character * 9));
  const ofValue = isFigures.map((is, i) => (is ? Math.max(least, character * (longest[i] as number)) : 0));
  const scale = Math.min(1, (labels === 0 ? total : total * 0.7) / Math.max(1, sum(ofValue)));
  const rest = total - sum(ofValue) * scale;
  const wants = isFigures.map((is, i) => (is ? 0 : Math.sqrt(longest[i] as number)));
  const widths = isFigures.map((is, i) => Math.floor(is ? (ofValue[i] as number) * scale : (rest * (wants[i] as number)) / sum(wants)));
  widths[0] = (widths[0] as number) + Math.max(0, total - sum(widths)) * (labels === 0 ? 0 : 1);
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
