/**
 * Every row of the form is there. Of table four only where its groups have lines of their own: elsewhere a missing one shows
 * as too few values (ragged-row). Where more than a few rows are missing, one finding says how many.
 */
import { insertEachRow, insertRows, type WrittenRows } from '../../report/writing/insert-row';
import { nameOf } from '../../report/names';
import type { RowForm } from '../../report/form/form';
import type { Report, Table } from '../../report/report';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { type Fix, type Observation, once } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';
import { isOutdated } from '../../statements/outdated-table';

const mostSaidOneByOne = 8;
const namedOfMany = 3;

export const missingRow: Rule = {
  id: 'missing-row',
  family: 'tables',
  title: '表中缺行',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.missingRow,
  check(report) {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      if (table.missing.length === 0 || table.rows.length === 0 || isExcerpt(report, table) || isOutdated(report, table)) continue;
      (observations ??= []).push(...observe(report, table));
    }
    return observations ?? nothing;
  },
};

function observe(report: Report, table: Table): Observation[] {
  const { missing } = table;
  const span = insertionSpan(report, table);
  const lacks = { kind: 'row', table: table.form.number } as const;
  if (missing.length > mostSaidOneByOne)
    return [{ span, lacks, message: messageForMany(table), laterFix: once(() => fixFor(insertRows(report, table, missing))) }];
  const written = once(() => insertEachRow(report, table, missing));
  return missing.map((row, i) => ({ span, lacks, message: messageFor(table, row), laterFix: once(() => fixFor(written()[i])) }));
}

/** A few rows and nothing else, no heading, no title: quoted from a report rather than one that lacks the others. */
function isExcerpt(report: Report, table: Table): boolean {
  return report.sections.length === 0 && !report.title && table.missing.length > table.form.rows.length / 2;
}

/** The heading of the table's section if the table stands in it, else the table's caption. */
function insertionSpan(report: Report, table: Table): Span {
  const own = report.sections.find(
    ({ form, heading, body }) => form.table === table.form.number && heading.start <= table.span.start && table.span.start < body.end,
  );
  return own?.heading ?? table.caption;
}

/** Puts the rows in. They state figures, zeros or the sums of other rows, so they are never put in unasked. */
function fixFor(written: WrittenRows | undefined): Fix | undefined {
  return written && { title: titleFor(written), safe: false, edits: written.edits };
}

function titleFor({ rows }: WrittenRows): Message {
  const [first] = rows;
  const totals = rows.find(({ values }) => values.some((value) => value !== 0));
  if (first && rows.length === 1) {
    return totals
      ? msg('加上「{0}」一行，填各行之和：{1}', nameOf(first.form), totals.values)
      : msg('加上「{0}」一行，各格填 0', nameOf(first.form));
  }
  return totals
    ? msg('加上缺少的 {0} 行，各格填 0，「{1}」一行填各行之和：{2}', rows.length, nameOf(totals.form), totals.values)
    : msg('加上缺少的 {0} 行，各格填 0', rows.length);
}

function messageForMany({ missing }: Table): Message {
  const names = missing.slice(0, namedOfMany).map((row) => `「${nameOf(row)}」`);
  return msg('表中缺少 {0} 行：{1}等', missing.length, names.join(''));
}

function messageFor(table: Table, row: RowForm): Message {
  const before = table.form.rows.slice(0, table.form.rows.indexOf(row)).findLast((known) => table.byId.has(known.id));
  return before
    ? msg('表中缺少「{0}」一行，应在「{1}」之后', nameOf(row), nameOf(before))
    : msg('表中缺少「{0}」一行，应在表的最前面', nameOf(row));
}

const nothing: readonly Observation[] = [];
