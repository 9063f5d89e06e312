/**
 * Checks a document that was opened as text: what is found in the text, less what the reading cannot answer for. Where nobody
 * can tell which figure belongs to which cell, the table is told once and nothing in it is judged; and a workbook of tables
 * alone lacks no sections.
 */
import type { OpenedDocument } from '../documents/open';
import type { Finding } from '../findings/finding';
import type { Report } from '../report/report';
import { msg } from '../text/message';
import type { Span } from '../text/span';
import type { Severities } from './check';

/** `findings` of `report`, which was read from `document`, as they hold for the document. */
export function findingsOfDocument(
  { kind, doubtful }: Pick<OpenedDocument, 'kind' | 'doubtful'>,
  report: Report,
  findings: readonly Finding[],
  severities: Severities = {},
): readonly Finding[] {
  const isSheet = kind === 'xlsx' && !report.sections.some(({ form }) => form.table === undefined);
  const told = isSheet ? findings.filter(({ code }) => code !== 'missing-section') : findings;
  const severity = severities['unreadable-table'] ?? 'error';
  const unread = doubtful.filter(({ start, end }) => report.tables.some(({ span }) => span.start < end && start < span.end));
  if (unread.length === 0) return told;
  const isUnread = (span: Span) => unread.some(({ start, end }) => start <= span.start && span.start <= end);
  const kept = told.filter(({ span, related = [] }) => !isUnread(span) && !related.some((other) => isUnread(other.span)));
  if (severity === 'off') return kept;
  const own = unread.map(({ start, end, table }): Finding => {
    const caption = report.tables.find(({ span }) => span.start < end && start < span.end)?.caption ?? { start, end: start };
    return {
      code: 'unreadable-table',
      severity,
      span: caption,
      message: table.doubt ?? msg('这张表读不准，没有校对其中的数字；请对照原件或用 Word 版'),
    };
  });
  return [...kept, ...own].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
