/** `textDocument/hover`: what a figure, row, column or heading means, in Markdown. */
import type { Hover as HoverAnswer } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { hover } from '../../features/hover/hover';
import { offsetAt, type Position } from '../../text/lines';
import { format } from '../../text/message';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveHover({ connection, guarded, support, reading }: Session): void {
  connection.onHover(
    guarded.request('textDocument/hover', ({ textDocument: { uri }, position }) =>
      reading<HoverAnswer | null>(uri, null, (document) => answerHover(document, position, support.markdownHover)),
    ),
  );
}

function answerHover({ report, findings, translate }: ReadDocument, position: Position, markdown: boolean): HoverAnswer | null {
  const found = hover(report, offsetAt(report.lines, position), findings);
  if (!found) return null;
  const value = found.markdown.map((lines) => lines.map((line) => format(line, translate)).join('  \n')).join('\n\n');
  const contents = markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: plainOf(value) };
  return { contents, range: toRange(report.lines, found.span) };
}

/** What is emphasized or escaped in Markdown without the marks. */
function plainOf(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|\*\*/g, (_, sign?: string) => sign ?? '').replace(/ {2}\n/g, '\n');
}
