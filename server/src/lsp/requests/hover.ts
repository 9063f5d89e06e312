/** `textDocument/hover`: what a figure, row, column or heading means, in Markdown. */
import type { Hover as HoverAnswer } from 'vscode-languageserver';
import { MarkupKind } from '../library';
import { lastYearOf } from '../../features/folder/two-years';
import { hover } from '../../features/hover/hover';
import { locate } from '../../features/locate';
import type { Report } from '../../report/report';
import { offsetAt, type Position } from '../../text/lines';
import { format } from '../../text/message';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveHover({ connection, guarded, support, reading, lastYear }: Session): void {
  connection.onHover(
    guarded.request('textDocument/hover', ({ textDocument: { uri }, position }) =>
      reading<HoverAnswer | null>(uri, null, (document) =>
        answerHover(document, position, { markdown: support.markdownHover, before: lastYear.of(uri, document.report)?.report }),
      ),
    ),
  );
}

interface HoverGround {
  readonly markdown: boolean;
  /** Last year's report, where it is known. */
  readonly before: Report | undefined;
}

function answerHover(
  { report, findings, translate }: ReadDocument,
  position: Position,
  { markdown, before }: HoverGround,
): HoverAnswer | null {
  const offset = offsetAt(report.lines, position);
  const found = hover(report, offset, findings);
  if (!found) return null;
  const place = before && locate(report, offset);
  const last = before && place?.kind === 'cell' ? lastYearOf({ now: report, before }, `${place.row.form.id}.${place.column.id}`) : [];
  const value = [...found.markdown, ...(last.length > 0 ? [last] : [])]
    .map((lines) => lines.map((line) => format(line, translate)).join('  \n'))
    .join('\n\n');
  const contents = markdown ? { kind: MarkupKind.Markdown, value } : { kind: MarkupKind.PlainText, value: plainOf(value) };
  return { contents, range: toRange(report.lines, found.span) };
}

/** What is emphasized or escaped in Markdown without the marks. */
function plainOf(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|\*\*/g, (_, sign?: string) => sign ?? '').replace(/ {2}\n/g, '\n');
}
