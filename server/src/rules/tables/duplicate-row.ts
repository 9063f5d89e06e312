/**
 * Tables two and three: every row stands once. The finding is on the label of the second; which of the two is right only
 * the author knows, so deleting the second is offered but never done unasked.
 */
import { nameOf } from '../../report/names';
import type { Report, Row } from '../../report/report';
import { lineAt } from '../../text/lines';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Fix, Observation } from '../../findings/finding';
import { ReportSign } from '../../statements/report-signs';
import type { Rule } from '../rule';

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  family: 'tables',
  title: '表中重复的行',
  severity: 'error',
  fixable: true,
  looksAt: 'tables',
  sleeps: true,
  signs: ReportSign.repeatedRow,
  check: (report) => {
    let observations: Observation[] | undefined;
    for (const table of report.tables) {
      for (const row of table.duplicates) {
        const first = table.byId.get(row.form.id);
        const fix = deletion(report, row);
        (observations ??= []).push({
          span: row.label ?? row.span,
          message: messageFor(report, row, first),
          ...(first && { related: [{ span: first.label ?? first.span, message: msg('第一次出现在这里') }] }),
          ...(fix && { fix }),
        });
      }
    }
    return observations ?? nothing;
  },
};

function messageFor(report: Report, row: Row, first: Row | undefined): Message {
  const name = nameOf(row.form);
  const [here, there] = [valuesOf(report, row), first ? valuesOf(report, first) : ''];
  if (here === there) return msg('「{0}」一行重复，与前一次的数相同', name);
  return msg('「{0}」一行重复，且两次的数不同：前一次是 {1}，这一次是 {2}', name, there, here);
}

/** Deletes the row where it stands alone on one line or on the lines from its label to its last value. */
function deletion(report: Report, row: Row): Fix | undefined {
  const span = wholeLines(report, row.span);
  if (!span) return undefined;
  return {
    title: msg('删除第二次出现的「{0}」一行（{1}）', nameOf(row.form), valuesOf(report, row)),
    safe: false,
    edits: [{ span, newText: '' }],
  };
}

/** The lines that `span` stands on, ends of lines included, if nothing but delimiters stands beside it. */
function wholeLines({ text, lines }: Report, span: Span): Span | undefined {
  const start = lines.starts[lineAt(lines, span.start)] as number;
  const end = lines.starts[lineAt(lines, span.end) + 1] ?? text.length;
  const beside = text.slice(start, span.start) + text.slice(span.end, end);
  return /[^\s|｜│┃║]/.test(beside) ? undefined : { start, end };
}

/** The row's values for people, □ for a blank one. */
function valuesOf({ text }: Report, row: Row): string {
  return row.cells.map(({ span }) => (span.start === span.end ? '□' : text.slice(span.start, span.end))).join('、');
}

const nothing: readonly Observation[] = [];
