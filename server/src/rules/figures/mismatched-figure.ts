/**
 * A figure in a sentence that differs from its cell in the tables, by every reading that its wording allows. What counts as
 * which figure is `report/phrases.ts`'s business, what the cells come to `report/agreement.ts`'s, how it may be mended
 * `figure-fixes.ts`'s.
 */
import { type Comparison, isBorneOut, type Reading } from '../../report/sentences/agreement';
import { nameOf } from '../../report/names';
import { readingName } from '../../report/sentences/reading-name';
import type { Report } from '../../report/report';
import { columnName } from '../../report/sums/sums';
import { type Message, msg } from '../../text/message';
import { plain } from '../../text/numeral';
import { slice } from '../../text/span';
import { distinctReadings, figureFixes, type TableEvidence, tableEvidence } from '../../findings/figure-fixes';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const mismatchedFigure: Rule = {
  id: 'mismatched-figure',
  family: 'figures',
  title: '正文的数字与表格不一致',
  severity: 'error',
  fixable: true,
  sleeps: true,
  signs: ReportSign.differingFigure,
  check(report) {
    const observations: Observation[] = [];
    let evidence: TableEvidence | undefined;
    report.comparisons.forEach((comparison, index) => {
      const { figure, state } = comparison;
      if (state !== 'differs' || observations.at(-1)?.span.start === figure.span.start) return;
      evidence ??= tableEvidence(report);
      if (isBorneOut(comparison, evidence.sums)) return;
      const [fix, ...alternatives] = figureFixes(report, index, evidence);
      observations.push({
        span: figure.span,
        severity: figure.severity,
        message: messageFor(comparison, report),
        related: relatedTo(comparison),
        ...(fix && { fix }),
        ...(alternatives.length > 0 && { alternatives }),
      });
    });
    return observations;
  },
};

function messageFor(comparison: Comparison, report: Report): Message {
  const { figure } = comparison;
  // Readings that take something away would only puzzle.
  const [first, second, third] = distinctReadings(comparison).filter(
    ({ addends }, i) => i === 0 || addends.every(({ sign }) => sign > 0),
  ) as [Reading, Reading?, Reading?];
  const said = slice(report.text, figure.span).replace(/\s+/g, '');
  const value = ({ value: known = 0 }: Reading): string => plain(known);
  const cells = readingName(first);
  if (figure.said === 'none') return msg('正文说「{0}」，{1}却为 {2}', said, cells, value(first));
  if (figure.said === 'all') return msg('正文说「{0}」，即 {1}，{2}却为 {3}', said, figure.value, cells, value(first));
  const number = `${said}${figure.unit === '' ? '' : ` ${figure.unit}`}`;
  const { name } = figure.form;
  if (second && third)
    return msg(
      '正文说{0} {1}，但{2}为 {3}，{4}为 {5}，{6}为 {7}',
      name,
      number,
      cells,
      value(first),
      readingName(second),
      value(second),
      readingName(third),
      value(third),
    );
  if (second) return msg('正文说{0} {1}，但{2}为 {3}，{4}为 {5}', name, number, cells, value(first), readingName(second), value(second));
  return msg('正文说{0} {1}，但{2}为 {3}', name, number, cells, value(first));
}

function relatedTo(comparison: Comparison): NonNullable<Observation['related']> {
  const seen = new Set<number>();
  return distinctReadings(comparison)
    .flatMap(({ table, terms }) => terms.map((term) => ({ ...term, table })))
    .filter(({ cell }) => !seen.has(cell.span.start) && seen.add(cell.span.start))
    .map(({ cell, row, table, column }) => ({
      span: cell.span,
      message: msg('「{0}」的「{1}」：{2}', nameOf(row), columnName(table, column), cell.value ?? ''),
    }));
}
