/** The figures of a report as several rules want them. */
import type { Figure } from '../report/sentences/figure';
import type { Report } from '../report/report';

/** The figures that may be held against others, by paragraph. */
export function paragraphsOf(report: Report): readonly (readonly Figure[])[] {
  const paragraphs: Figure[][] = [];
  let last = 0;
  for (const figure of report.figures) {
    if (figure.reserve) continue;
    if (figure.paragraph === last) paragraphs.at(-1)?.push(figure);
    else paragraphs.push([figure]);
    last = figure.paragraph;
  }
  return paragraphs;
}
