/**
 * A report for 2021 or later does not use the trial form of 2019: neither one of its tables nor a label that only it
 * has. One finding for the whole report, at the first such label. Silent while the year is not known.
 */
import { allTables, firstYear, type TableForm, tablesOf2021 } from '../../report/form/form';
import type { Label, Report } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Rule } from '../rule';

export const outdatedForm: Rule = {
  id: 'outdated-form',
  family: 'tables',
  title: '用了旧格式的表',
  severity: 'error',
  fixable: false,
  looksAt: 'tables',
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
    const label = table.labels.find(({ form }) => onlyOf2019.has(form));
    if (label) return label.span;
    if (table.form.edition !== 2019) continue;
    const row = table.rows.find(({ form }) => !formOf2021(table.form).rows.some(({ id }) => id === form.id));
    return row?.label ?? table.caption;
  }
  return undefined;
}

/** The labels that the form of 2021 has no more. */
const onlyOf2019: ReadonlySet<Label['form']> = new Set(
  allTables.flatMap((table) => {
    const kept = new Set(labelsOf(formOf2021(table)).map(({ kind, id }) => kind + id));
    return labelsOf(table).filter(({ kind, id }) => !kept.has(kind + id));
  }),
);

function labelsOf({ columns, rows, heads }: TableForm): readonly Label['form'][] {
  return [...columns, ...rows, ...heads];
}

function formOf2021(table: Pick<TableForm, 'number'>): TableForm {
  return tablesOf2021.find(({ number }) => number === table.number) as TableForm;
}
