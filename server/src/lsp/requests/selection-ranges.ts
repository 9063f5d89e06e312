/** `textDocument/selectionRange`: cell, row, table, section. */
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selection-ranges';
import { offsetAt, type Position } from '../../text/lines';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveSelectionRanges({ connection, guarded, reading }: Session): void {
  connection.onSelectionRanges(
    guarded.request('textDocument/selectionRange', ({ textDocument: { uri }, positions }) =>
      reading<SelectionRange[]>(uri, [], (document) => answerSelectionRanges(document, positions)),
    ),
  );
}

function answerSelectionRanges({ report }: ReadDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const spans = selectionRanges(report, offsetAt(report.lines, position));
    const nested = [...spans]
      .reverse()
      .reduce<SelectionRange | undefined>((parent, span) => ({ range: toRange(report.lines, span), ...(parent && { parent }) }), undefined);
    return nested ?? { range: { start: position, end: position } };
  });
}
