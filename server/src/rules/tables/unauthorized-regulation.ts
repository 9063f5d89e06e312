/**
 * Table two of either form: townships, counties and departments cannot make 规章, so their row must be 0. Silent where
 * the text does not tell who reports, and for those who may make them.
 */
import type { Agency, Report, Row } from '../../report/report';
import { nameOf } from '../../report/names';
import { rewriteCell } from '../../report/writing/rewrite-cell';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

const without: readonly Agency[] = ['township', 'county', 'department'];

export const unauthorizedRegulation: Rule = {
  id: 'unauthorized-regulation',
  family: 'tables',
  title: '没有规章制定权的机关填了规章',
  severity: 'warning',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.regulation,
  check: (report) => {
    if (!without.includes(report.agency)) return nothing;
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      const row = table.form.number === 2 ? table.byId.get('规章') : undefined;
      const observation = row && observe(report, row);
      if (observation) (observations ??= []).push(observation);
    }
    return observations ?? nothing;
  },
};

function observe({ text }: Report, row: Row): Observation | undefined {
  const wrong = row.cells.filter((cell) => (cell.value ?? 0) > 0);
  const [first] = wrong;
  if (!first) return undefined;
  const values = wrong.map(({ span }) => text.slice(span.start, span.end));
  return {
    span: first.span,
    message: msg('「{0}」{1} 应填 0：县级和乡镇政府、地方政府部门没有规章制定权', nameOf(row.form), values),
    fix: {
      title: msg('把「{0}」的 {1} 改为 0', nameOf(row.form), values),
      safe: false,
      edits: wrong.flatMap((cell) => rewriteCell(row, cell, '0')),
    },
  };
}

const nothing: readonly Observation[] = [];
