/**
 * Numbers that can be read but are not written as the form wants them (１２, 1,234, 0件, 〇), and signs that stand for
 * "none" where the form wants 0 (/, —, 无). The first keep their value when rewritten, the second get one.
 */
import { cellsOf, type FormCell, namesOf, overwrite } from '../../findings/cell-findings';
import type { Report } from '../../report/report';
import { rewriteCell } from '../../report/writing/rewrite-cell';
import { halfWidth, readNumber } from '../../text/number';
import { msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import type { Rule } from '../rule';

export const nonstandardNumber: Rule = {
  id: 'nonstandard-number',
  family: 'tables',
  title: '数的写法不规范',
  severity: 'warning',
  fixable: true,
  check: (report) => {
    const cells = cellsOf(report, ['nonstandard', 'none']);
    return cells.length === 0
      ? nothing
      : cells.map((found) => (found.cell.kind === 'none' ? none(report, found) : nonstandard(report, found)));
  },
};

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
