/**
 * A report for 2021 or later does not use the trial form of 2019: neither one of its tables nor a label that only it
 * has. One finding for the whole report, at the first such label. Silent while the year is not known.
 */
import { firstYear, type TableForm, tablesOf2021 } from '../../report/form/form';
import type { Label, Report, Table } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';

export const outdatedForm: Rule = {
  id: 'outdated-form',
  family: 'tables',
  title: '用了旧格式的表',
  severity: 'error',
  fixable: false,
  check(report) {
    if (report.year === undefined || report.year < firstYear) return [];
    const found = firstOutdated(report);
    if (!found) return [];
    const message = msg(
      '「{0}」是 2019 年试行格式的内容，{1} 年的年报应按国办公开办函〔2021〕30号的格式填报',
      report.text.slice(found.start, found.end).replace(/\s+/g, ''),
      report.year,
    );
    return [{ span: found, message }];
  },
};

function firstOutdated(report: Report): Span | undefined {
  for (const table of report.tables) {
    if (table.doubt) continue;
    const label = table.labels.find((known) => isOnlyOf2019(table, known));
    if (label) return label.span;
    if (table.form.edition !== 2019) continue;
    const row = table.rows.find(({ form }) => !formOf2021(table).rows.some(({ id }) => id === form.id));
    return row?.label ?? table.caption;
  }
  return undefined;
}

function isOnlyOf2019(table: Table, { form }: Label): boolean {
  return !known2021.get(table.form.number)?.has(form.kind + form.id);
}

/** Kinds and ids of what the form of 2021 has, by table. */
const known2021 = new Map(
  tablesOf2021.map(({ number, columns, rows, heads }) => [
    number,
    new Set([...columns, ...rows, ...heads].map(({ kind, id }) => kind + id)),
  ]),
);

function formOf2021(table: Table): TableForm {
  return tablesOf2021.find(({ number }) => number === table.form.number) as TableForm;
}
