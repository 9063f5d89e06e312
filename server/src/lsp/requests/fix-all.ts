/** `nianbao/fixAll`: all that can be mended without asking, as one edit. */
import { fixAll } from '../../features/actions/fixes';
import { review } from '../../features/silence/fingerprints';
import { checkUnsilenced } from '../../features/silence/silence';
import type { Report } from '../../report/report';
import { toWorkspaceEdit } from '../convert';
import { answer } from '../own';
import type { FixAllAnswer } from '../protocol';
import type { Session } from '../session';

export function serveFixAll(session: Session): void {
  answer(session, 'nianbao/fixAll', ({ uri }) =>
    session.reading<FixAllAnswer>(uri, { places: 0 }, (document, known) => {
      const { report, findings } = document;
      const check = (other: Report) => review(other, checkUnsilenced(other, known.severities, known.rules), known.decisions).findings;
      const [action] = fixAll({ report, findings, check });
      const edits = action?.edits() ?? [];
      return action && edits.length > 0 ? { places: action.fixes.length, edit: toWorkspaceEdit(document, edits) } : { places: 0 };
    }),
  );
}
