/** Reports with one figure changed and the actions offered there: shared by the examples and the laws of fixes. */
import { check } from '../../server/src/features/check';
import { type Known } from '../../server/src/features/actions/action';
import { parse } from '../../server/src/report/parse';
import { clean, type Figures } from './figures';
import type { prose } from './layouts';
import { type Layout, report } from './layouts';

export function know(text: string): Known {
  const read = parse(text);
  return { report: read, findings: check(read), check: (other) => check(other) };
}

export function changed(layout: Layout, change: (figures: Figures) => void, parts?: Partial<typeof prose>): string {
  const figures = clean();
  change(figures);
  return report(layout, figures, parts);
}

export function set(figures: Figures, row: string, column: number, value: string): void {
  ((figures.table3[row] ?? figures.table2[row]) as string[])[column] = value;
}
