/**
 * Tables two and three: every row of the form is there. Table four is left out: its groups have no labels of their own,
 * a missing one shows as too few values (ragged-row). Where more than a few rows are missing, one finding says how many.
 */
import { insertRow } from '../report/insert-row';
import { nameOf } from '../report/names';
import type { RowForm } from '../report/form';
import type { Report, Table } from '../report/report';
import { type Message, msg } from '../text/message';
import type { Span } from '../text/span';
import type { Fix, Observation, Rule } from './rule';
import { isOutdated } from './outdated';

const mostSaidOneByOne = 8;
const namedOfMany = 3;
/** Rows of one report that are written on trial, to be put in by a fix; for more there is no fix until some are there. */
const mostWritten = 12;

export const missingRow: Rule = {
  id: 'missing-row',
  title: '表中缺行',
  severity: 'error',
  fixable: true,
  check(report) {
    let observations: Observation[] | undefined;
    let left = mostWritten;
    for (const table of report.tables) {
      if (table.missing.length === 0 || table.form.number === 4 || isExcerpt(report, table) || isOutdated(report, table)) continue;
      const span = placeOf(report, table);
      if (table.missing.length > mostSaidOneByOne) (observations ??= []).push({ span, message: messageForMany(table) });
      else {
        for (const row of table.missing) {
          const fix = left-- > 0 ? insertion(report, table, row) : undefined;
          (observations ??= []).push({ span, message: messageFor(table, row), ...(fix && { fix }) });
        }
      }
    }
    return observations ?? nothing;
  },
};

/** A few rows and nothing else, no heading, no title: quoted from a report rather than one that lacks the others. */
function isExcerpt(report: Report, table: Table): boolean {
  return report.sections.length === 0 && !report.title && table.missing.length > table.form.rows.length / 2;
}

/** The heading of the table's section if the table stands in it, else the table's caption. */
function placeOf(report: Report, table: Table): Span {
  const own = report.sections.find(({ form, heading, body }) => form.table === table.form.number && heading.start <= table.span.start && table.span.start < body.end);
  return own?.heading ?? table.caption;
}

/** Puts the row in. It states figures, zeros or the sums of the other rows, so it is never put in unasked. */
function insertion(report: Report, table: Table, row: RowForm): Fix | undefined {
  const written = insertRow(report, table, row);
  if (!written) return undefined;
  const title = written.values.every((value) => value === 0)
    ? msg('加上「{0}」一行，各格填 0', nameOf(row))
    : msg('加上「{0}」一行，填各行之和：{1}', nameOf(row), written.values.join('、'));
  return { title, safe: false, edits: [written.edit] };
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
