/**
 * From figure to figure in a Markdown table, row by row, as Tab goes in a sheet. Only in tables with a ruler: in other
 * layouts a tab is a character like any other.
 *
 *     | 2.重复申请 | 1‸ | 0 | 1 |      next: the 0; before the first and after the last figure of a row: the next row's
 */
import type { Report, Table } from '../report/report';
import { lineAt, lineText } from '../text/lines';
import type { Span } from '../text/span';
import { placesOf } from './table-place';

/**
 * The cell to go to from `offset`: its text, or in a blank cell the point to write at. Undefined where there is none;
 * the last figure of a table has no next one.
 */
export function nextCell(report: Report, offset: number, step: 1 | -1): Span | undefined {
  const table = markdownTableAt(report, offset);
  if (!table) return undefined;
  const stops = stopsOf(report, table);
  const stop = step > 0 ? stops.find(({ place }) => place.start > offset) : stops.findLast(({ place }) => place.end < offset);
  return stop?.span;
}

/** The table with a ruler on whose lines `offset` stands. */
export function markdownTableAt(report: Report, offset: number): Table | undefined {
  if (!report.recognized) return undefined;
  const { text, lines, tables } = report;
  const at = placesOf(report).findIndex((place, i) => {
    if (!place || tables[i]?.layout !== 'pipes' || offset < place.start || offset > place.end) return false;
    const last = lineAt(lines, place.end);
    for (let line = lineAt(lines, place.start); line <= last; line++) if (isRuler(lineText(text, lines, line))) return true;
    return false;
  });
  return tables[at];
}

function isRuler(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes('---') && line.includes('|');
}

interface Stop {
  readonly span: Span;
  /** From one bar to the next. */
  readonly place: Span;
}

/** The cells for figures, in the order of the text. In rows with too few or too many figures all cells without words. */
function stopsOf({ text, lines }: Report, { rows, duplicates, ragged }: Table): Stop[] {
  const stops = new Map<number, Stop>();
  const add = (place: Span): void => {
    const piece = text.slice(place.start, place.end);
    const blank = piece.trim() === '';
    const start = place.start + (blank ? Math.min(1, piece.length) : piece.length - piece.trimStart().length);
    stops.set(place.start, { place, span: { start, end: blank ? start : start + piece.trim().length } });
  };
  for (const { cells } of [...rows, ...duplicates]) for (const { place } of cells) add(place);
  for (const { span } of ragged) {
    const line = lineAt(lines, span.start);
    const start = lines.starts[line] ?? 0;
    for (const cell of lineText(text, lines, line).matchAll(/(?<=\|)[^|]*(?=\|)/g)) {
      if (!/[一-鿿]/.test(cell[0]) && start + cell.index >= span.start)
        add({ start: start + cell.index, end: start + cell.index + cell[0].length });
    }
  }
  return [...stops.values()].sort((a, b) => a.place.start - b.place.start);
}
