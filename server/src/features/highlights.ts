/**
 * What belongs together with the place under the cursor: with a figure, the cells of all identities it stands in; with a
 * label, the cells of its row, column or group.
 */
import type { Cell, Report } from '../report/report';
import type { Sum } from '../report/sums';
import type { Span } from '../text/span';
import { cellsAt, locate, sumsOfCell, sumsOfColumn } from './locate';

export interface Highlight {
  readonly span: Span;
  /** Whether the cell states a sum or is added. */
  readonly kind: 'total' | 'part';
}

/** The highlights for `offset`, in the order of the text; none where nothing belongs together. */
export function highlights(report: Report, offset: number): readonly Highlight[] {
  const place = locate(report, offset);
  if (!place) return [];
  const found = new Map<Cell, Highlight['kind']>();
  for (const { cell } of cellsAt(place)) found.set(cell, 'part');
  const sums: readonly Sum[] = place.kind === 'cell' ? sumsOfCell(report, place.cell) : place.kind === 'column-head' ? sumsOfColumn(report, place.table, place.form.id) : [];
  for (const { parts } of sums) for (const { cell } of parts) found.set(cell, 'part');
  for (const { stated } of sums) for (const { cell } of stated) found.set(cell, 'total');
  return [...found]
    .map(([cell, kind]): Highlight => ({ span: cell.kind === 'blank' ? cell.place : cell.span, kind }))
    .sort((a, b) => a.span.start - b.span.start);
}
