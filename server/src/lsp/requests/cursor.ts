/** `nianbao/cursor`: where the cursor is and what the selected figures add up to, for the status bar. */
import type { Range } from 'vscode-languageserver';
import { cursorText, selectionText, sumOfSelection } from '../../features/status-bar';
import { offsetAt } from '../../text/lines';
import { format } from '../../text/message';
import { answer } from '../own';
import type { CursorAnswer } from '../protocol';
import type { ReadDocument, Session } from '../session';

export function serveCursor(session: Session): void {
  answer(session, 'nianbao/cursor', ({ uri, selections }) =>
    session.reading<CursorAnswer>(uri, {}, (document) => answerCursor(document, selections)),
  );
}

function answerCursor({ report, translate }: ReadDocument, selections: readonly Range[]): CursorAnswer {
  const first = selections[0];
  if (!first || !report.recognized) return {};
  const place = cursorText(report, offsetAt(report.lines, first.end));
  const sum = sumOfSelection(
    report,
    selections.map(({ start, end }) => ({ start: offsetAt(report.lines, start), end: offsetAt(report.lines, end) })),
  );
  return { ...(place && { place: format(place, translate) }), ...(sum && { sum: format(selectionText(sum), translate) }) };
}
