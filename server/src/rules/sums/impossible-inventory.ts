/**
 * Table two: what is in force at the end of the year cannot be less than what was made in it minus what was abolished.
 * Equality is never demanded: earlier documents may lapse, and documents may be made and abolished within the year.
 */
import { nameOf } from '../../report/names';
import type { Cell, Report, Row, Table } from '../../report/report';
import { columnName } from '../../report/sums/sums';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const impossibleInventory: Rule = {
  id: 'impossible-inventory',
  family: 'sums',
  title: '现行有效件数少于本年制发',
  severity: 'warning',
  fixable: false,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.fewInForce,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      if (table.form.number !== 2 || table.form.edition !== 2021) continue;
      for (const id of ['规章', '规范']) {
        const row = table.byId.get(id);
        const observation = row && observe(report, table, row);
        if (observation) (observations ??= []).push(observation);
      }
    }
    return observations ?? nothing;
  },
};

function observe(report: Report, table: Table, row: Row): Observation | undefined {
  const made = valueOf(row, '制发');
  const abolished = valueOf(row, '废止');
  const inForce = valueOf(row, '有效');
  if (!made || !abolished || !inForce || inForce.value >= made.value) return undefined;
  const less = inForce.value < made.value - abolished.value;
  const values = [nameOf(row.form), inForce.value, made.value, abolished.value] as const;
  return {
    span: inForce.cell.span,
    message:
      less && abolished.value > 0
        ? msg('「{0}」现行有效 {1} 件，少于本年制发 {2} 件减去本年废止 {3} 件', ...values)
        : less
          ? msg('「{0}」现行有效 {1} 件，少于本年制发 {2} 件', ...values)
          : msg('「{0}」现行有效 {1} 件，少于本年制发 {2} 件；只有废止的 {3} 件中有本年制发的才可能', ...values),
    ...(!less && { severity: 'hint' as const }),
    related: [made, abolished].map(({ cell, column }) => ({
      span: cell.span,
      message: msg('{0}：{1}', columnName(table, column), report.text.slice(cell.span.start, cell.span.end)),
    })),
  };
}

interface Known {
  readonly cell: Cell;
  readonly column: string;
  readonly value: number;
}

function valueOf(row: Row, column: string): Known | undefined {
  const cell = row.cells[row.form.columns.indexOf(column)];
  return cell?.value === undefined ? undefined : { cell, column, value: cell.value };
}

const nothing: readonly Observation[] = [];
