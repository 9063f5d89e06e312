/** `textDocument/codeLens`: how each table stands, and what can be done. */
import type { CodeLens } from 'vscode-languageserver';
import { lenses } from '../../features/lenses';
import { format } from '../../text/message';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveLenses({ connection, guarded, reading }: Session): void {
  connection.onCodeLens(
    guarded.request('textDocument/codeLens', ({ textDocument: { uri } }) =>
      reading<CodeLens[]>(uri, [], (document, known) => (known.codeLens ? answerLenses(document) : [])),
    ),
  );
}

function answerLenses({ uri, report, findings, translate }: ReadDocument): CodeLens[] {
  return lenses(report, findings).map(({ span, title, command, target }) => ({
    range: toRange(report.lines, { start: span.start, end: span.start }),
    command: { title: format(title, translate), command: command ?? '', arguments: [uri, toRange(report.lines, target)] },
  }));
}
