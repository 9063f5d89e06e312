/** `textDocument/hover`: what a figure, row, column or heading means, in Markdown. */
import type { Hover as HoverAnswer } from 'vscode-languageserver';
import { hover } from '../../features/hover/hover';
import { offsetAt, type Position } from '../../text/lines';
import { format } from '../../text/message';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveHover({ connection, guarded, reading }: Session): void {
  connection.onHover(
    guarded.request('textDocument/hover', ({ textDocument: { uri }, position }) =>
      reading<HoverAnswer | null>(uri, null, (document) => answerHover(document, position)),
    ),
  );
}

function answerHover({ report, findings, translate }: ReadDocument, position: Position): HoverAnswer | null {
  const found = hover(report, offsetAt(report.lines, position), findings);
  if (!found) return null;
  const value = found.markdown.map((lines) => lines.map((line) => format(line, translate)).join('  \n')).join('\n\n');
  return { contents: { kind: 'markdown', value }, range: toRange(report.lines, found.span) };
}
