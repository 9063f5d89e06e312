/** `textDocument/documentSymbol`: sections, tables and rows, as a tree or as a list. */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { symbols } from '../../features/symbols';
import { toDocumentSymbol, toSymbolInformation } from '../convert';
import type { Session } from '../session';

export function serveDocumentSymbols({ connection, guarded, support, read, about }: Session): void {
  connection.onDocumentSymbol(
    guarded.request('textDocument/documentSymbol', ({ textDocument: { uri } }) =>
      about<DocumentSymbol[] | SymbolInformation[]>(uri, [], (document, { enable }) => {
        const report = read.report(document);
        const tree = enable ? symbols(report) : [];
        return support.hierarchicalSymbols
          ? tree.map((symbol) => toDocumentSymbol(report.lines, symbol))
          : tree.flatMap((symbol) => toSymbolInformation(report.lines, uri, symbol));
      }),
    ),
  );
}
