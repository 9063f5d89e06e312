/**
 * What belongs together with the place under the cursor: with a figure of a table, the cells of all identities it stands in
 * and the sentences that state it; with a label, the cells of its row, column or group; with a figure of a sentence, its
 * cells and whatever else counts the same.
 */
import type { Cell, Report } from '../report/report';
import type { Sum } from '../report/sums/sums';
import type { Span } from '../text/span';
import { cellsReadAs, comparisonsAt, mentionsOf, sameAs } from './links';
import { cellsAt, locate, spanOfCell, sumsOfCell, sumsOfColumn } from './locate';

export interface Highlight {
  readonly span: Span;
  /** Whether the cell states a sum or is added, or a sentence speaks of it. Over a sentence, its cells are what is stated. */
  readonly kind: 'total' | 'part' | 'mention';
}

/** The highlights for `offset`, in the order of the text; none where nothing belongs together. */
export function highlights(report: Report, offset: number): readonly Highlight[] {
  const here = comparisonsAt(report, offset);
  if (here.length > 0)
    return inOrder(
      cellsReadAs(here).map((cell) => [cell, 'total']),
      sameAs(report, here).map(({ figure }) => figure.span),
    );
  const place = locate(report, offset);
  if (!place) return [];
  const own = cellsAt(place).map(({ cell }) => cell);
  const found = new Map<Cell, Highlight['kind']>(own.map((cell) => [cell, 'part']));
  const sums: readonly Sum[] =
    place.kind === 'cell'
      ? sumsOfCell(report, place.cell)
      : place.kind === 'column-head'
        ? sumsOfColumn(report, place.table, place.form.id)
        : [];
  for (const { parts } of sums) for (const { cell } of parts) found.set(cell, 'part');
  for (const { stated } of sums) for (const { cell } of stated) found.set(cell, 'total');
  return inOrder(
    [...found],
    mentionsOf(report, own).map(({ figure }) => figure.span),
  );
}

function inOrder(cells: readonly (readonly [Cell, Highlight['kind']])[], mentions: readonly Span[]): readonly Highlight[] {
  const found = [
    ...cells.map(([cell, kind]): Highlight => ({ span: spanOfCell(cell), kind })),
    ...mentions.map((span): Highlight => ({ span, kind: 'mention' })),
  ];
  found.sort((a, b) => a.span.start - b.span.start);
  return found.filter(({ span }, i) => span.start !== found[i - 1]?.span.start);
}
