/** How a selection grows: cell → row → table → section → document; in prose line → section → document. */
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { locate, sectionAt } from './locate';
import { placesOf } from './table-place';

/** The spans around `offset`, from the smallest to the whole text, each strictly inside of the next. */
export function selectionRanges(report: Report, offset: number): readonly Span[] {
  const whole = { start: 0, end: report.text.length };
  const place = locate(report, offset);
  if (!place) return [whole];
  const wanted: (Span | undefined)[] = [place.span];
  if ('table' in place) {
    if (place.kind === 'cell' || place.kind === 'row-label') wanted.push(place.row?.span);
    wanted.push(placesOf(report)[report.tables.indexOf(place.table)] ?? place.table.span);
  }
  const section = sectionAt(report, offset);
  if (section)
    wanted.push({
      start: section.heading.start,
      end: section.body.start + report.text.slice(section.body.start, section.body.end).trimEnd().length,
    });
  const ranges: Span[] = [];
  for (const span of [...wanted, whole]) {
    const last = ranges.at(-1);
    if (!span || span.start > offset || offset > span.end) continue;
    if (!last || (span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start)) ranges.push(span);
  }
  return ranges;
}
