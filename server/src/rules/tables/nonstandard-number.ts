/**
 * Numbers that can be read but are not written as the form wants them (１２, 1,234, 0件, 〇), and signs that stand for
 * "none" where the form wants 0 (/, —, 无). The first keep their value when rewritten, the second get one.
 */
import { cellsOf, type FormCell, namesOf, overwrite } from '../../findings/cell-findings';
import type { Report } from '../../report/report';
import { rewriteCell } from '../../report/writing/rewrite-cell';
import { halfWidth, readNumber } from '../../text/number';
import { sortEdits } from '../../text/edit';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

/** More signs than this, and the table writes zero so. */
const mostSaidOneByOne = 5;

export const nonstandardNumber: Rule = {
  id: 'nonstandard-number',
  family: 'tables',
  title: '数的写法不规范',
  severity: 'warning',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.unplainCell,
  check: (report) => {
    const cells = cellsOf(report, ['nonstandard', 'none', 'noted']);
    if (cells.length === 0) return nothing;
    const nones = cells.filter(({ cell }) => cell.kind === 'none');
    const noted = cells.filter(({ cell }) => cell.kind === 'noted').map((found) => notedIn(report, found));
    return [
      ...nonesOf(report, nones),
      ...nonstandardOf(
        report,
        cells.filter(({ cell }) => cell.kind === 'nonstandard'),
      ),
      ...noted,
    ];
  },
};

/** A number with a note behind it says what it says; where the note belongs is for the author to choose. */
function notedIn({ text }: Report, found: FormCell): Observation {
  const { span } = found.cell;
  return {
    span,
    severity: 'hint',
    message: msg('「{0}」的「{1}」写作「{2}」，格内只填数；说明可写在正文', ...namesOf(found), text.slice(span.start, span.end)),
  };
}

/** Signs for none: one by one where they are few, else a row or a table that writes zero so at once. */
function nonesOf(report: Report, nones: readonly FormCell[]): Observation[] {
  const observations: Observation[] = [];
  for (const table of report.tables) {
    const own = nones.filter((found) => found.table === table);
    if (own.length > mostSaidOneByOne) {
      observations.push(noneTable(report, table.caption, own));
      continue;
    }
    for (const row of new Set(own.map((found) => found.row))) {
      const cells = own.filter((found) => found.row === row);
      if (cells.length > 1 && cells.length === row.cells.length) observations.push(noneRow(report, cells));
      else observations.push(...cells.map((found) => none(report, found)));
    }
  }
  return observations;
}

function noneRow(report: Report, cells: readonly FormCell[]): Observation {
  const [first] = cells as readonly [FormCell];
  const starts = cells.map(({ cell }) => cell.span.start);
  const span = { start: Math.min(...starts), end: Math.max(...cells.map(({ cell }) => cell.span.end)) };
  const [name] = namesOf(first);
  return {
    span,
    message: msg('「{0}」一行都写作「{1}」，没有发生的应填 0', name, pieceOf(report, first)),
    ...withZeros(report, cells, msg('把「{0}」的 {1} 格都填为 0', name, cells.length)),
  };
}

function noneTable(report: Report, span: Span, cells: readonly FormCell[]): Observation {
  return {
    span,
    message: msg('表中有 {0} 格写作「{1}」；没有发生的应填 0', cells.length, pieceOf(report, cells[0] as FormCell)),
    ...withZeros(report, cells, msg('把表中 {0} 格都填为 0', cells.length)),
  };
}

/** Writes zeros. They state figures, so never unasked. */
function withZeros(report: Report, cells: readonly FormCell[], title: Message): Pick<Observation, 'fix'> {
  if (cells.some((found) => hasTags(pieceOf(report, found)))) return {};
  return { fix: { title, safe: false, edits: sortEdits(cells.flatMap(({ row, cell }) => rewriteCell(row, cell, '0'))) } };
}

function pieceOf({ text }: Report, { cell }: FormCell): string {
  return text.slice(cell.span.start, cell.span.end);
}

function none(report: Report, found: FormCell): Observation {
  const { span } = found.cell;
  const piece = report.text.slice(span.start, span.end);
  return {
    span,
    subject: 'number',
    message: msg('「{0}」的「{1}」写作「{2}」，没有发生的应填 0', ...namesOf(found), piece),
    ...(!hasTags(piece) && { fix: overwrite(report, found, '0') }),
  };
}

/** One by one, or at its first cell a table that writes all its numbers so, as a program did that set digits of full width. */
function nonstandardOf(report: Report, cells: readonly FormCell[]): Observation[] {
  return report.tables.flatMap((table): Observation[] => {
    const own = cells.filter((found) => found.table === table);
    const told = own.map((found) => nonstandard(report, found));
    const safe = own.filter((_, i) => told[i]?.fix?.safe === true);
    const [first] = safe;
    if (!first || safe.length <= mostSaidOneByOne) return told;
    const edits = sortEdits(told.flatMap(({ fix }) => (fix?.safe === true ? fix.edits : [])));
    return [
      {
        span: first.cell.span,
        message: msg('表中有 {0} 格的数写法不规范（如「{1}」），应写作半角数字', safe.length, pieceOf(report, first)),
        fix: { title: msg('把表中 {0} 格都写作半角数字', safe.length), safe: true, edits },
      },
      ...told.filter(({ fix }) => fix?.safe !== true),
    ];
  });
}

function nonstandard(report: Report, found: FormCell): Observation {
  const { span, value = 0 } = found.cell;
  const piece = report.text.slice(span.start, span.end);
  const money = found.row.form.money === true;
  if (money && /元$/.test(piece) && !/万元$/.test(piece)) {
    return { span, subject: 'number', message: msg('「{0}」的「{1}」写作「{2}」，应换算成万元，只写数', ...namesOf(found), piece) };
  }
  const plain = plainly(piece, value, money);
  const observation: Observation = {
    span,
    subject: 'number',
    message: msg('「{0}」的「{1}」写作「{2}」，应写作 {3}', ...namesOf(found), piece, plain),
  };
  if (hasTags(piece)) return observation;
  // Digits set apart may be two numbers run together: not to be joined unasked.
  if (/\d\s+\d/.test(halfWidth(piece))) return { ...observation, fix: overwrite(report, found, plain) };
  return {
    ...observation,
    fix: { title: msg('把 {0} 写作 {1}', piece, plain), safe: true, edits: rewriteCell(found.row, found.cell, plain) },
  };
}

/** The value in plain digits; money keeps the decimals that it is written with. */
function plainly(piece: string, value: number, money: boolean): string {
  const digits = halfWidth(piece)
    .replace(/[^\d.]/g, '')
    .replace(/^0+(?=\d)/, '');
  return money && digits !== '' && readNumber(digits, 'money').value === value ? digits : String(value);
}

function hasTags(piece: string): boolean {
  return /[<&]/.test(piece);
}

const nothing: readonly Observation[] = [];
