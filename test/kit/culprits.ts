/** Reports with figures set, and the causes named for them: shared by the examples and the laws of culprits. */
import { type Cause } from '../../server/src/report/sums/culprits';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { clean } from './figures';
import { type Layout, layouts, report as reportIn } from './layouts';

export const pipes = layouts[0] as Layout;

/** The report with cells of table three or four (`复议`, `直诉`, `复诉`) set. */
export function withCells(cells: Record<string, string>, layout = pipes): Report {
  const figures = clean();
  for (const [place, value] of Object.entries(cells)) {
    const [id = '', column = '0'] = place.split(' ');
    const row = ['复议', '直诉', '复诉'].indexOf(id);
    if (row >= 0) figures.table4[5 * row + Number(column)] = value;
    else (figures.table3[id] as string[])[Number(column)] = value;
  }
  return parse(reportIn(layout, figures));
}

export function changesOf({ changes }: Cause): string {
  return changes.map(({ term, from, to }) => `${term.row.id} ${term.column} ${from ?? '–'}→${to}`).join(', ');
}

export function firstOf(report: Report): string {
  const [cause] = report.explanations[0]?.causes ?? [];
  return cause ? `${cause.kind}: ${changesOf(cause)}` : 'none';
}
