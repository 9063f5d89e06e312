/**
 * Numbers behind the cells of a table that a spreadsheet wrote as HTML (LibreOffice's `sdval`, Excel's `x:num`). What is shown may be
 * dressed: `-` for 0, `20,955`, `55件`, `###` where the column is too narrow. The figure is read without its dress, with the decimals
 * that are shown, as it is read of the workbook itself.
 */
import { attribute, type Element } from './shown';

/** What the cell says, `shown` being what is seen of it. */
export function withoutDress(cell: Element, shown: string): string {
  const stored = attribute(cell, 'sdval') ?? attribute(cell, 'x:num');
  if (stored === undefined || !/^\d{1,15}(?:\.\d{1,15})?$/.test(stored) || shown === '' || /[%年月日:/]/.test(shown)) return shown;
  const figures = shown.replace(/,/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  const [figure, ...more] = figures;
  if (figure === undefined) return /^0(?:\.0*)?$/.test(stored) || /^#+$/.test(shown) ? stored : shown;
  return more.length === 0 && !/-\s*\d/.test(shown) && isRounded(stored, figure) ? figure : shown;
}

/** Whether `figure` is `stored`, rounded to its own decimals. */
function isRounded(stored: string, figure: string): boolean {
  const decimals = figure.split('.')[1]?.length ?? 0;
  return Math.abs(Number(stored) - Number(figure)) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
}
