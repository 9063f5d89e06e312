/** `textDocument/documentHighlight`: the cells and sentences that belong together. */
import type { DocumentHighlight } from 'vscode-languageserver';
import { DocumentHighlightKind } from '../library';
import { highlights } from '../../features/highlights';
import { offsetAt, type Position } from '../../text/lines';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveHighlights({ connection, guarded, reading }: Session): void {
  connection.onDocumentHighlight(
    guarded.request('textDocument/documentHighlight', ({ textDocument: { uri }, position }) =>
      reading<DocumentHighlight[]>(uri, [], (document) => answerHighlights(document, position)),
    ),
  );
}

const highlightKinds = {
  total: DocumentHighlightKind.Write,
  part: DocumentHighlightKind.Read,
  mention: DocumentHighlightKind.Text,
} as const;

function answerHighlights({ report }: ReadDocument, position: Position): DocumentHighlight[] {
  return highlights(report, offsetAt(report.lines, position)).map(({ span, kind }) => ({
    range: toRange(report.lines, span),
    kind: highlightKinds[kind],
  }));
}
