/** A stretch of a report's prose as if it were all that the report holds: for what is found in each paragraph by itself. */
import { firstFrom, type Span } from '../text/span';
import type { Report } from './report';

/** `report` with the lines, paragraphs and sentences alone that begin in `stretch`, and without tables. Its title and headings stay. */
export function proseIn(report: Report, stretch: Span): Report {
  const within = <T extends Span>(places: readonly T[]): readonly T[] =>
    places.slice(firstFrom(places, stretch.start), firstFrom(places, stretch.end + 1));
  return {
    text: report.text,
    lines: report.lines,
    read: report.read,
    recognized: report.recognized,
    recognition: report.recognition,
    title: report.title,
    year: report.year,
    agency: report.agency,
    sections: report.sections,
    unfinished: report.unfinished,
    pieces: report.pieces,
    prose: within(report.prose),
    paragraphs: within(report.paragraphs),
    get sentences() {
      return within(report.sentences);
    },
    get figures() {
      return report.figures.filter(({ span }) => span.start >= stretch.start && span.start <= stretch.end);
    },
    tables: [],
    sums: [],
    explanations: [],
    comparisons: [],
  };
}
