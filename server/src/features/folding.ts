/** What can be folded: each section under its heading, each table under its first line. Lines count from 0. */
import type { Report } from '../report/report';
import { lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { placesOf } from './table-place';

export interface Fold {
  /** The line that stays. */
  readonly start: number;
  /** The last line that goes; blank lines behind it stay. */
  readonly end: number;
  readonly kind: 'section' | 'table';
}

/** The folds of `report`, sorted; each has at least two lines and a first line of its own. */
export function folds(report: Report): readonly Fold[] {
  if (!report.recognized) return [];
  const found: Fold[] = [];
  const taken = new Set<number>();
  const add = (kind: Fold['kind'], span: Span): void => {
    const last = span.start + report.text.slice(span.start, span.end).trimEnd().length;
    const start = lineAt(report.lines, span.start);
    const end = lineAt(report.lines, last);
    if (end <= start || taken.has(start)) return;
    taken.add(start);
    found.push({ start, end, kind });
  };
  for (const { heading, body } of report.sections) add('section', { start: heading.start, end: body.end });
  placesOf(report).forEach((place, i) => add('table', place ?? report.tables[i]?.span ?? { start: 0, end: 0 }));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
