/**
 * Rows with too few or too many values to be placed in the form's columns. Which one is missing is not guessed; one that
 * shows as a blank cell between delimiters is blank-cell's business.
 */
import type { RaggedRow, Report, Table } from '../../report/report';
import { msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Observation } from '../../findings/finding';
import { withColumns } from '../../findings/ragged-columns';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const raggedRow: Rule = {
  id: 'ragged-row',
  family: 'tables',
  title: '一行的数多了或少了',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.raggedRow,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) for (const row of table.ragged) (observations ??= []).push(observe(report, table, row));
    return observations ?? nothing;
  },
};

function observe(report: Report, table: Table, ragged: RaggedRow): Observation {
  const { form, name, span, expected, found, split } = ragged;
  const shown = form ? `「${name}」` : name;
  if (split) {
    const { first, second, value } = split;
    return {
      span,
      message: msg('{0}应有 {1} 个数，现有 {2} 个；像是把 {3} 分写在了两格，合起来个数正好，总计也都相等', shown, expected, found, value),
      causes: [{ span: first, message: msg('把分写的 {0} 合成一格', value) }],
      ...joining(report, first, second, value),
    };
  }
  const columns = withColumns(report, table, ragged);
  return {
    span,
    ...(columns !== undefined && { causes: [{ span, message: msg('从左到右：{0}', columns) }] }),
    message:
      found < expected
        ? msg('{0}应有 {1} 个数，现有 {2} 个，无法确定哪一格缺失', shown, expected, found)
        : msg('{0}应有 {1} 个数，现有 {2} 个，无法确定哪一格多余', shown, expected, found),
  };
}

/** Writes the number into the first cell and takes the second away with its delimiter. It states a figure, so never unasked. */
function joining({ text }: Report, first: Span, second: Span, value: string): Pick<Observation, 'fix'> {
  const between = text.slice(first.end, second.start);
  if (!/^\s*[|｜\t,]?\s*$/.test(between)) return {};
  return {
    fix: {
      title: msg('把分写的 {0} 合成一格', value),
      safe: false,
      edits: [{ span: { start: first.start, end: second.end }, newText: value }],
    },
  };
}

const nothing: readonly Observation[] = [];
