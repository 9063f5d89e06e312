/**
 * Which cells of a table state a sum: the columns and rows that the form's identities call 总计. Read from the form, so
 * that no label is named here. Says nothing of whether the sums are right; that is for `sums.ts` and the rules.
 */
import type { TableForm } from '../report/form/form';

export interface Totals {
  /** Ids of columns whose cells add up the other cells of their row. */
  readonly columns: ReadonlySet<string>;
  /** Ids of rows whose cells add up other rows. */
  readonly rows: ReadonlySet<string>;
}

/** The columns and rows of `form` that state a sum. The balance of requests states none: all its cells are counts. */
export function totalsOf(form: TableForm): Totals {
  const columns = new Set<string>();
  const rows = new Set<string>();
  for (const identity of form.identities) {
    if (identity.kind === 'balance') continue;
    for (const id of identity.stated) (identity.over === 'columns' ? columns : rows).add(id);
  }
  return { columns, rows };
}
