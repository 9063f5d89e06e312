/** A stretch of a report's prose as if it were all that the report holds: for what is found in each paragraph by itself. */
import { firstFrom, type Span } from '../text/span';
import type { Report } from './report';

/** `report` with the lines, paragraphs and sentences alone that begin in `stretch`, and without tables. Its title and headings stay. */
export function proseIn(report: Report, stretch: Span): Report {
  return new PartOfReport(report, stretch);
}

class PartOfReport implements Report {
  readonly text: Report['text'];
  readonly lines: Report['lines'];
  readonly read: Report['read'];
  readonly recognized: Report['recognized'];
  readonly recognition: Report['recognition'];
  readonly title: Report['title'];
  readonly year: Report['year'];
  readonly sections: Report['sections'];
  readonly unfinished: Report['unfinished'];
  readonly pieces: Report['pieces'];
  readonly prose: Report['prose'];
  readonly paragraphs: Report['paragraphs'];
  readonly tables = [];
  readonly sums = [];
  readonly explanations = [];
  readonly comparisons = [];
  readonly #whole: Report;
  readonly #stretch: Span;

  constructor(whole: Report, stretch: Span) {
    this.#whole = whole;
    this.#stretch = stretch;
    this.text = whole.text;
    this.lines = whole.lines;
    this.read = whole.read;
    this.recognized = whole.recognized;
    this.recognition = whole.recognition;
    this.title = whole.title;
    this.year = whole.year;
    this.sections = whole.sections;
    this.unfinished = whole.unfinished;
    this.pieces = whole.pieces;
    this.prose = within(whole.prose, stretch);
    this.paragraphs = within(whole.paragraphs, stretch);
  }

  get agency(): Report['agency'] {
    return this.#whole.agency;
  }
  get sentences(): Report['sentences'] {
    return within(this.#whole.sentences, this.#stretch);
  }
  get figures(): Report['figures'] {
    const { start, end } = this.#stretch;
    return this.#whole.figures.filter(({ span }) => span.start >= start && span.start <= end);
  }
}

function within<T extends Span>(places: readonly T[], stretch: Span): readonly T[] {
  return places.slice(firstFrom(places, stretch.start), firstFrom(places, stretch.end + 1));
}
