/** `textDocument/codeLens`: how each table stands, and what can be done. */
import type { CodeLens } from 'vscode-languageserver';
import { lenses } from '../../features/lenses';
import { format, msg } from '../../text/message';
import { toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveLenses({ connection, guarded, reading, lastYear, options }: Session): void {
  connection.onCodeLens(
    guarded.request('textDocument/codeLens', ({ textDocument: { uri } }) =>
      reading<CodeLens[]>(uri, [], (document, known) => {
        if (!known.codeLens) return [];
        const isPaired = options.folder && (known.units !== undefined || lastYear.of(uri, document.report) !== undefined);
        return [...(isPaired ? lensOfYears(document) : []), ...answerLenses(document)];
      }),
    ),
  );
}

/** Over the title, where last year's report may be found. */
function lensOfYears({ uri, report, translate }: ReadDocument): CodeLens[] {
  const { title, year } = report;
  if (!title || title.agency === '' || year === undefined) return [];
  const range = toRange(report.lines, { start: title.span.start, end: title.span.start });
  return [{ range, command: { title: format(msg('与上年对照'), translate), command: 'nianbao.compareYears', arguments: [uri] } }];
}

function answerLenses({ uri, report, findings, translate }: ReadDocument): CodeLens[] {
  return lenses(report, findings).map(({ span, title, command, target }) => ({
    range: toRange(report.lines, { start: span.start, end: span.start }),
    command: { title: format(title, translate), command: command ?? '', arguments: [uri, toRange(report.lines, target)] },
  }));
}
