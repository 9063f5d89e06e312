/** `workspace/symbol`: the open reports, those of the folder as far as it was looked at, and their tables. */
import type { WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolKind } from '../library';
import { matchesQuery, type WorkspaceSymbol as ReportSymbol, workspaceSymbols } from '../../features/workspace-symbols';
import type { LineIndex } from '../../text/lines';
import { nameIn, toRange } from '../convert';
import { addressKey } from '../folder/address';
import type { Session } from '../session';

/** More are no help to who looks for one. */
const most = 500;

export function serveWorkspaceSymbols({ connection, guarded, documents, reading, index }: Session): void {
  connection.onWorkspaceSymbol(
    guarded.request('workspace/symbol', async ({ query }): Promise<WorkspaceSymbol[]> => {
      const open = await Promise.all(
        documents
          .keys()
          .map((uri) =>
            reading<WorkspaceSymbol[]>(uri, [], ({ report }) => matching(uri, report.lines, workspaceSymbols(report, nameIn(uri)), query)),
          ),
      );
      const keys = new Set(documents.keys().map(addressKey));
      const closed = [...index.files().values()].filter(({ key }) => !keys.has(key));
      return [...open.flat(), ...closed.flatMap(({ uri, lines, symbols }) => matching(uri, lines, symbols, query))].slice(0, most);
    }),
  );
}

/** Those of the symbols of a file that fit `query`. */
function matching(uri: string, lines: LineIndex, symbols: readonly ReportSymbol[], query: string): WorkspaceSymbol[] {
  return symbols
    .filter(({ name }) => matchesQuery(name, query))
    .map(({ name, kind, span }) => ({
      name,
      kind: kind === 'report' ? SymbolKind.File : SymbolKind.Struct,
      location: { uri, range: toRange(lines, span) },
    }));
}
