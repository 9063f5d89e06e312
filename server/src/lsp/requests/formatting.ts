/**
 * `textDocument/formatting` and `rangeFormatting`: tables in the standard form; `onTypeFormatting`: the Markdown table that is
 * being typed is aligned. Nothing pops up for what stays as it is: the status tells of it.
 */
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { alignTable } from '../../features/align-table';
import type { Report } from '../../report/report';
import { offsetAt, rangeOf } from '../../text/lines';
import type { Session } from '../session';
import { formatTables, normalizing } from './normalize';
import type { Statuses } from './status';

/** After these characters a table is aligned: the bar that ends a cell, the end of a line that ends a row. */
export const onTypeOptions = { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] };

export function serveFormatting(session: Session, { left, checkAndTell }: Statuses): void {
  const { connection, guarded, translate, read, about } = session;
  const format = (uri: string, range?: Range): Promise<TextEdit[]> =>
    about<TextEdit[]>(uri, [], (document, known) => {
      if (!known.enable) return [];
      const { edits, refused } = formatTables(normalizing({ document, report: read.report(document), known, translate }), range);
      left.set(
        document,
        refused.map(({ message }) => message),
      );
      for (const { range: row, message } of refused) connection.console.info(`${uri}:${row.start.line + 1} ${message}`);
      checkAndTell(document, known);
      return edits;
    });
  connection.onDocumentFormatting(guarded.request('textDocument/formatting', ({ textDocument: { uri } }) => format(uri)));
  connection.onDocumentRangeFormatting(
    guarded.request('textDocument/rangeFormatting', ({ textDocument: { uri }, range }) => format(uri, range)),
  );
  connection.onDocumentOnTypeFormatting(
    guarded.request('textDocument/onTypeFormatting', ({ textDocument: { uri }, position }) =>
      about<TextEdit[]>(uri, [], (document, known) => (known.enable ? answerOnType(read.report(document), position) : [])),
    ),
  );
}

/** The answer to `textDocument/onTypeFormatting`. */
function answerOnType(report: Report, position: Position): TextEdit[] {
  return alignTable(report, offsetAt(report.lines, position)).map(({ span, newText }) => ({ range: rangeOf(report.lines, span), newText }));
}
