/** `nianbao/outline`: the tree of the view 年报提纲. */
import type { Range } from 'vscode-languageserver';
import { outline } from '../../features/outline/outline';
import type { OutlineItem } from '../../features/outline/outline-items';
import { format } from '../../text/message';
import type { Span } from '../../text/span';
import { toRange, toWorkspaceEdit } from '../convert';
import { answer } from '../own';
import type { OutlineNode } from '../protocol';
import type { ReadDocument, Session } from '../session';

export function serveOutline(session: Session): void {
  answer(session, 'nianbao/outline', ({ uri }) => session.reading<readonly OutlineNode[]>(uri, [], answerOutline));
}

export function answerOutline({ uri, version, report, findings, translate }: ReadDocument): OutlineNode[] {
  const range = (span: Span): Range => toRange(report.lines, span);
  const node = ({
    label,
    description,
    span,
    extent,
    fix,
    children,
    id,
    kind,
    state,
    severity,
    counts,
    actions,
  }: OutlineItem): OutlineNode => ({
    id,
    kind,
    state,
    counts,
    actions,
    ...(severity && { severity }),
    label: format(label, translate),
    ...(description && { description: format(description, translate) }),
    ...(span && { range: range(span) }),
    ...(extent && { extent: range(extent) }),
    ...(fix && { edit: toWorkspaceEdit({ uri, version, report }, fix.edits) }),
    children: children.map(node),
  });
  return outline(report, findings).map(node);
}
