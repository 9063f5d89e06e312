/** The figures of a report as several rules want them. */
import type { Figure } from '../report/sentences/figure';
import type { Report } from '../report/report';

/** The figures that may be held against others, by paragraph. */
export function paragraphsOf(report: Report): readonly (readonly Figure[])[] {
  const paragraphs = new Map<number, Figure[]>();
  for (const figure of report.figures) {
    if (figure.reserve) continue;
    const list = paragraphs.get(figure.paragraph);
    if (list) list.push(figure);
    else paragraphs.set(figure.paragraph, [figure]);
  }
  return [...paragraphs.values()];
}
