/** `textDocument/inlayHint`: the right value behind wrong totals. */
import type { InlayHint, Range } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints';
import { offsetAt, positionAt } from '../../text/lines';
import { format } from '../../text/message';
import type { ReadDocument, Session } from '../session';

export function serveInlayHints({ connection, guarded, reading }: Session): void {
  connection.languages.inlayHint.on(
    guarded.request('textDocument/inlayHint', ({ textDocument: { uri }, range }) =>
      reading<InlayHint[]>(uri, [], (document, known) => (known.inlayHints ? answerInlayHints(document, range) : [])),
    ),
  );
}

function answerInlayHints({ report, translate }: ReadDocument, range: Range): InlayHint[] {
  const from = offsetAt(report.lines, range.start);
  const to = offsetAt(report.lines, range.end);
  return inlayHints(report)
    .filter(({ offset }) => from <= offset && offset <= to)
    .map(({ offset, label, tooltip }) => ({
      position: positionAt(report.lines, offset),
      label,
      paddingLeft: true,
      tooltip: tooltip.map((line) => format(line, translate)).join('\n'),
    }));
}
