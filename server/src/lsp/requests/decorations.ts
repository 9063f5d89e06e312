/** `nianbao/decorations`: what is shown in a text that is not in it: words behind rows, room between columns. */
import { gaps } from '../../features/alignment';
import { lineNotes, noteText } from '../../features/line-notes';
import { positionAt } from '../../text/lines';
import { answer } from '../own';
import type { DecorationsAnswer } from '../protocol';
import type { Session } from '../session';

const nothing: DecorationsAnswer = { notes: [], gaps: [] };

export function serveDecorations(session: Session): void {
  answer(session, 'nianbao/decorations', ({ uri, tabSize }) =>
    session.reading(uri, nothing, ({ report, findings, translate }) => ({
      notes: lineNotes(report, findings).map(({ line, notes, severity }) => ({
        line,
        severity,
        text: notes.map((note) => noteText(note, translate)).join(translate('；')),
      })),
      gaps: gaps(report, tabSize).map(({ offset, columns }) => ({ ...positionAt(report.lines, offset), columns })),
    })),
  );
}
