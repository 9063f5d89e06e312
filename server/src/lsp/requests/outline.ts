/** `nianbao/outline`: the tree of the view 年报提纲. `nianbao/outlineEdit`: what an item's action `insert` or `fix` writes. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import { outline } from '../../features/outline/outline';
import type { OutlineItem } from '../../features/outline/outline-items';
import { fixOf } from '../../findings/finding';
import { format } from '../../text/message';
import type { Span } from '../../text/span';
import { toRange, toWorkspaceEdit } from '../convert';
import { answer } from '../own';
import type { OutlineNode } from '../protocol';
import type { ReadDocument, Session } from '../session';

export function serveOutline(session: Session): void {
  answer(session, 'nianbao/outline', ({ uri }) => session.reading<readonly OutlineNode[]>(uri, [], answerOutline));
  answer(session, 'nianbao/outlineEdit', ({ uri, id }) =>
    session.reading<WorkspaceEdit | null>(uri, null, (document) => {
      const item = itemOf(outline(document.report, document.findings), id);
      const fix = item?.mends && fixOf(item.mends);
      return fix ? toWorkspaceEdit(document, fix.edits) : null;
    }),
  );
}

function itemOf(items: readonly OutlineItem[], id: string): OutlineItem | undefined {
  for (const item of items) {
    const found = item.id === id ? item : itemOf(item.children, id);
    if (found) return found;
  }
  return undefined;
}

export function answerOutline({ report, findings, translate }: ReadDocument): OutlineNode[] {
  const range = (span: Span): Range => toRange(report.lines, span);
  const node = ({ label, description, span, extent, children, id, kind, state, severity, counts, actions }: OutlineItem): OutlineNode => ({
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
    children: children.map(node),
  });
  return outline(report, findings).map(node);
}
