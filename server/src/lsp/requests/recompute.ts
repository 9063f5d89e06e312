/** `nianbao/recompute`: the totals of the table at a place, or of all tables, as what they add up to. */
import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import { recompute, recomputeEdits } from '../../features/actions/recompute';
import { tableAt } from '../../features/locate';
import { offsetAt } from '../../text/lines';
import { toWorkspaceEdit } from '../convert';
import { answer } from '../own';
import type { ReadDocument, Session } from '../session';

export function serveRecompute(session: Session): void {
  answer(session, 'nianbao/recompute', ({ uri, position }) =>
    session.reading<WorkspaceEdit | null>(uri, null, (document) => answerRecompute(document, position)),
  );
}

/** The edit that recomputes the totals of the table at `position`, or of all tables; null where all are right. */
function answerRecompute({ uri, version, report }: ReadDocument, position: Position | undefined): WorkspaceEdit | null {
  const table = position && tableAt(report, offsetAt(report.lines, position));
  const edits = recomputeEdits(report, recompute(report, table ? { kind: 'table', table } : { kind: 'report' }));
  return edits.length === 0 ? null : toWorkspaceEdit({ uri, version, report }, edits);
}
