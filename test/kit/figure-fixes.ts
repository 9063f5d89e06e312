/** Reports in which a sentence and a cell disagree, and what a fix makes of them: shared by examples and laws. */
import { check } from '../../server/src/features/check';
import type { Known } from '../../server/src/features/actions/action';
import { actionsAt } from '../../server/src/features/actions/fixes';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';
import { clean, type Figures } from './figures';
import { type Layout, layouts, report } from './layouts';

export const pipes = layouts[0] as Layout;

export const code = 'mismatched-figure';

export function write(sentence: string, change: (figures: Figures) => void = () => undefined, layout = pipes): string {
  const figures = clean();
  change(figures);
  return report(layout, figures, { one: `一、总体情况\n\n（一）依申请公开情况。${sentence}` });
}

export function know(text: string): Known {
  const read = parse(text);
  return { report: read, findings: check(read), check: (other) => check(other) };
}

/** The text after the quick fix whose title begins so. */
export function mended(text: string, title: string): string {
  const known = know(text);
  const finding = known.findings.find((found) => found.code === code);
  const action = finding && actionsAt(known, finding.span).find((one) => format(one.title).startsWith(title));
  return applyEdits(text, action?.edits() ?? []);
}

export const set =
  (id: string, column: number, value: string) =>
  (figures: Figures): void => {
    ((figures.table3[id] ?? figures.table2[id]) as string[])[column] = value;
  };
