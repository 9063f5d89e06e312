/** Cells whose text is no number: x, O for 0, −5, 待填, and 3.5 where things are counted. */
import { cellsOf, type FormCell, namesOf, overwrite } from '../../findings/cell-findings';
import type { Report } from '../../report/report';
import { halfWidth } from '../../text/number';
import { type Message, msg } from '../../text/message';
import type { Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const unreadableNumber: Rule = {
  id: 'unreadable-number',
  family: 'tables',
  title: '单元格里不是数',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.unreadableCell,
  check: (report) => {
    const cells = cellsOf(report, ['unreadable']);
    return cells.length === 0 ? nothing : cells.map((found) => observe(report, found));
  },
};

function observe(report: Report, found: FormCell): Observation {
  const { span } = found.cell;
  const piece = report.text.slice(span.start, span.end);
  const half = halfWidth(piece).replace(/\s/g, '');
  const digits = digitsFor(half);
  return {
    span,
    message: messageFor(found, piece, half),
    toType: { span, title: msg('选中「{0}」，改成实际的数', piece.replace(/\s+/g, ' ')) },
    ...(/^\d+\.\d+$/.test(half) && { severity: 'warning' }),
    ...(digits !== undefined && { fix: overwrite(report, found, digits) }),
  };
}

function messageFor(found: FormCell, piece: string, half: string): Message {
  if (/^\d+\.\d+$/.test(half)) return msg('「{0}」的「{1}」写的是 {2}，件数应为整数', ...namesOf(found), piece);
  if (/^[-−–—]\d+$/.test(half)) return msg('「{0}」的「{1}」写的是 {2}，不能是负数', ...namesOf(found), piece);
  return msg('「{0}」的「{1}」写的是「{2}」，不是数', ...namesOf(found), piece.replace(/\s+/g, ' '));
}

/** The digits meant where letters stand for them: 1O → 10, l2 → 12, O → 0. A letter l or I alone is no number. */
function digitsFor(half: string): string | undefined {
  const count = half.replace(/件$/, '');
  if (!/^[\dOoIl]+$/.test(count) || !/[\dOo]/.test(count)) return undefined;
  const digits = count.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  return digits.replace(/^0+(?=\d)/, '');
}

const nothing: readonly Observation[] = [];
