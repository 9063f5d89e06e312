/**
 * Cells without a value. Blank is not zero: every place of the form is to be filled, with 0 where nothing happened. A row
 * that is blank throughout is one finding, and so is a table that writes zero as blank. Not meant: values that cannot be
 * placed at all (ragged-row), and a row that an unfinished text has not come to.
 */
import { nameOf } from '../../report/names';
import type { Cell, Report, Row, Table } from '../../report/report';
import { columnName } from '../../report/sums/sums';
import { sortEdits, type TextEdit } from '../../text/edit';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { fillWithZero, isBlank, cellPlaceOf } from '../../report/writing/fill-cells';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

/** More blank cells than this, a blank row counted as one, and the table writes zero as blank. */
const mostSaidOneByOne = 5;

export const blankCell: Rule = {
  id: 'blank-cell',
  family: 'tables',
  title: '空白的单元格',
  severity: 'warning',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.blankCell,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      const rows = table.rows.filter((row) => row.cells.some(lacksValue) && !isUnwritten(report, table, row));
      if (rows.length > 0) (observations ??= []).push(...observe(report, table, rows));
    }
    return observations ?? nothing;
  },
};

function observe(report: Report, table: Table, rows: readonly Row[]): Observation[] {
  const count = rows.reduce((sum, row) => sum + row.cells.filter(lacksValue).length, 0);
  const isWholeRow = (row: Row): boolean => isBlank(row) && row.cells.length > 1;
  const places = rows.reduce((sum, row) => sum + (isWholeRow(row) ? 1 : row.cells.filter(lacksValue).length), 0);
  const isAll = rows.length === table.form.rows.length && rows.every(isBlank);
  if (isAll || places > mostSaidOneByOne) return [observeTable(report, table, rows, count)];
  return rows.flatMap((row) => (isWholeRow(row) ? [observeRow(report, table, row)] : observeCells(report, table, row)));
}

function observeTable(report: Report, table: Table, rows: readonly Row[], count: number): Observation {
  const edits = rows.map((row) => fill(report, table, row, row.cells.filter(lacksValue)));
  return {
    span: table.caption,
    subject: 'blank-table',
    message: msg('表中有 {0} 个空白格；没有发生的应填 0，不能留空', count),
    ...withFix(msg('把表中 {0} 个空白格都填为 0', count), edits.every((one) => one !== undefined) ? sortEdits(edits.flat()) : undefined),
  };
}

function observeRow(report: Report, table: Table, row: Row): Observation {
  const places = row.cells.map((cell) => cellPlaceOf(report, table, row, cell));
  return {
    subject: 'blank',
    span: { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) },
    message: msg('「{0}」一行空白；没有发生的应填 0，不能留空', nameOf(row.form)),
    ...withFix(msg('把「{0}」的 {1} 个空白格都填为 0', nameOf(row.form), row.cells.length), fill(report, table, row, row.cells)),
  };
}

function observeCells(report: Report, table: Table, row: Row): Observation[] {
  return row.cells.flatMap((cell, i) => {
    if (!lacksValue(cell)) return [];
    const names = [nameOf(row.form), columnName(table, row.form.columns[i] ?? '')] as const;
    const span: Span = cellPlaceOf(report, table, row, cell);
    return [
      {
        span,
        subject: 'blank' as const,
        message: msg('「{0}」的「{1}」空白；没有发生的应填 0，不能留空', ...names),
        ...withFix(msg('把「{0}」的「{1}」由空白改为 0', ...names), fill(report, table, row, [cell])),
      },
    ];
  });
}

/** Filling states figures, so it is never safe. */
function withFix(title: Message, edits: TextEdit[] | undefined): Pick<Observation, 'fix'> {
  return edits ? { fix: { title, safe: false, edits } } : {};
}

/** The edits, unless only the row's last cell, its total, says more than nothing: then zeros are not what is missing. */
function fill(report: Report, table: Table, row: Row, cells: readonly Cell[]): TextEdit[] | undefined {
  const total = table.form.identities.find(({ over }) => over === 'columns')?.stated[0];
  const stated = row.cells[row.form.columns.indexOf(total ?? '')];
  const contradicted = (stated?.value ?? 0) > 0 && row.cells.every((cell) => cell === stated || (cell.value ?? 0) === 0);
  return contradicted ? undefined : fillWithZero(report, table, row, cells);
}

function lacksValue(cell: Cell): boolean {
  return cell.kind === 'blank';
}

/** A label without values at the very end of a text that breaks off. */
function isUnwritten(report: Report, table: Table, row: Row): boolean {
  return report.unfinished && table === report.tables.at(-1) && isBlank(row) && /^[\s|｜│┃║]*$/.test(report.text.slice(row.span.end));
}

const nothing: readonly Observation[] = [];
