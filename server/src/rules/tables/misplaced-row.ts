/**
 * Tables two and three: rows stand in the form's order. Says as few rows as possible: those outside of the longest run
 * of rows that do stand in order. Rows missing or standing twice are not its business.
 */
import { nameOf } from '../../report/names';
import type { Row, Table } from '../../report/report';
import { type Message, msg } from '../../text/message';
import { isOutdated } from '../../statements/outdated-table';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const misplacedRow: Rule = {
  id: 'misplaced-row',
  family: 'tables',
  title: '表中各行的顺序不对',
  severity: 'error',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.disorder,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      if (table.form.number === 4) continue;
      const order = table.rows.map((row) => table.form.rows.indexOf(row.form));
      if (order.every((place, i) => i === 0 || place > (order[i - 1] as number)) || isOutdated(report, table)) continue;
      for (const row of strangers(table, order))
        (observations ??= []).push({ span: row.label ?? row.span, message: messageFor(table, row) });
    }
    return observations ?? nothing;
  },
};

/** The rows of `table` outside of the longest ascending run of `order`, which has no two alike. */
function strangers(table: Table, order: readonly number[]): Row[] {
  // best[n]: index of the smallest place that ends an ascending run of n + 1 rows; before: the run, backwards.
  const best: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, place] of order.entries()) {
    let length = best.findIndex((end) => (order[end] as number) >= place);
    if (length < 0) length = best.length;
    before.push(length > 0 ? best[length - 1] : undefined);
    best[length] = i;
  }
  const inOrder = new Set<number>();
  for (let i = best.at(-1); i !== undefined; i = before[i]) inOrder.add(i);
  return table.rows.filter((_, i) => !inOrder.has(i));
}

function messageFor(table: Table, row: Row): Message {
  const { rows } = table.form;
  const at = rows.indexOf(row.form);
  const previous = rows.slice(0, at).findLast((known) => table.byId.has(known.id));
  if (previous) return msg('「{0}」一行的位置不对，应在「{1}」之后', nameOf(row.form), nameOf(previous));
  const next = rows.slice(at + 1).find((known) => table.byId.has(known.id));
  return msg('「{0}」一行的位置不对，应在「{1}」之前', nameOf(row.form), next ? nameOf(next) : '');
}

const nothing: readonly Observation[] = [];
