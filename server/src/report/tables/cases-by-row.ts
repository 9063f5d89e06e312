/**
 * Table four with a line for each of its groups: five heads on one line, five cells behind each group's label, each shown by
 * its delimiters, so that blanks keep their place and a line may be blank throughout. Every other writing is left to
 * `place-cases.ts`.
 *
 *     | 项目       | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
 *     | 行政复议   |        1 |          |        0 |        0 |    1 |
 *     | 行政诉讼   |          |          |          |          |      |
 */
import type { GridCell } from '../../table/cell';
import type { Span } from '../../text/span';
import { table4 } from '../form/form';
import type { DraftLabel, Ground, TableDraft } from './draft';

const columnIds = table4.columns.map(({ id }) => id);
/** With one group fewer than the form has the writing is still plain. */
const fewestRows = 2;
const delimited: ReadonlySet<string | undefined> = new Set(['pipes', 'tabs', 'html', 'commas']);

export interface CaseRow {
  readonly label: Span;
  readonly cells: readonly GridCell[];
}

/** The label of each group and its cells in the form's order of columns; undefined where the table is not so. */
export function casesByRow({ labels }: TableDraft, { grid }: Ground): ReadonlyMap<string, CaseRow> | undefined {
  const order = orderOfHeads(labels);
  const groups = order ? labels.filter(({ meaning }) => meaning.form.kind === 'row') : [];
  if (!order || groups.length < fewestRows) return undefined;
  const found = new Map<string, CaseRow>();
  for (const { span, meaning, line, column } of groups) {
    const row = grid[line];
    const cells = row?.cells.slice(column + 1);
    if (!cells || !delimited.has(row?.kind) || cells.length !== columnIds.length) return undefined;
    found.set(meaning.form.id, { label: span, cells: columnIds.map((id) => cells[order.indexOf(id)] as GridCell) });
  }
  // A second table's labels, or several groups on one line, are another writing.
  return found.size === groups.length && new Set(groups.map(({ line }) => line)).size === groups.length ? found : undefined;
}

/** The ids of the five heads, if these stand once, side by side on one line. */
function orderOfHeads(labels: readonly DraftLabel[]): string[] | undefined {
  const heads = labels.filter(({ meaning }) => meaning.form.kind === 'column');
  if (heads.length !== columnIds.length) return undefined;
  const ids = heads.map(({ meaning }) => meaning.form.id);
  const isRow = heads.every(({ line, column }, i) => line === heads[0]?.line && column === (heads[0]?.column ?? 0) + i);
  return isRow && columnIds.every((id) => ids.includes(id)) ? ids : undefined;
}
