/** The sentences of a report and the figures in them, read anew for each rule that asks. */
import { type Figure, readFigures } from '../report/figures';
import { readProse, type Sentence } from '../report/prose';
import type { Report } from '../report/report';

export function figuresOf(report: Report): readonly Figure[] {
  return readFigures(report);
}

/** The sentences outside of tables. */
export function proseOf(report: Report): readonly Sentence[] {
  return readProse(report);
}

/** The figures that may be held against others, by paragraph. */
export function paragraphsOf(report: Report): readonly (readonly Figure[])[] {
  const paragraphs = new Map<number, Figure[]>();
  for (const figure of figuresOf(report)) {
    if (figure.reserve) continue;
    const list = paragraphs.get(figure.paragraph);
    if (list) list.push(figure);
    else paragraphs.set(figure.paragraph, [figure]);
  }
  return [...paragraphs.values()];
}

/** A number as people write it, without the noise of floating point. */
export function plain(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
