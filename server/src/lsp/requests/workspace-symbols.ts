/** `workspace/symbol`: the open reports and their tables. */
import type { WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { matchesQuery, workspaceSymbols } from '../../features/workspace-symbols';
import { nameIn, toRange } from '../convert';
import type { ReadDocument, Session } from '../session';

export function serveWorkspaceSymbols({ connection, guarded, documents, reading }: Session): void {
  connection.onWorkspaceSymbol(
    guarded.request('workspace/symbol', async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found = await Promise.all(
        documents.keys().map((uri) => reading<WorkspaceSymbol[]>(uri, [], (document) => answerWorkspaceSymbols(document, query))),
      );
      return found.flat();
    }),
  );
}

/** Symbols of one document that fit `query`. */
function answerWorkspaceSymbols({ uri, report }: ReadDocument, query: string): WorkspaceSymbol[] {
  const fallback = nameIn(uri);
  return workspaceSymbols(report, fallback)
    .filter(({ name }) => matchesQuery(name, query))
    .map(({ name, kind, span }) => ({
      name,
      kind: kind === 'report' ? SymbolKind.File : SymbolKind.Struct,
      location: { uri, range: toRange(report.lines, span) },
    }));
}
