/** The requests that show something of a document and change nothing. What each answers is told in `reading.ts` and its neighbours. */
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { symbols } from '../features/symbols';
import { tokens } from '../features/tokens';
import { toDocumentSymbol, toSymbolInformation, toTokenData } from './convert';
import { answerDefinition, answerReferences } from './links';
import { answerPage, type PageAnswer } from './page';
import {
  answerCursor,
  answerFolds,
  answerHighlights,
  answerHover,
  answerInlayHints,
  answerLenses,
  answerOutline,
  answerSelectionRanges,
  answerWorkspaceSymbols,
  type CursorAnswer,
  type OutlineNode,
} from './reading';
import type { Session } from './session';

/** Answers the protocol's own requests and those of our client. */
export function serveReading(session: Session): void {
  serveStandard(session);
  serveOwn(session);
  if (session.support.tokens) serveTokens(session);
}

function serveStandard({ connection, guarded, support, documents, read, about, reading }: Session): void {
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
  connection.onHover(
    guarded.request('textDocument/hover', ({ textDocument: { uri }, position }) =>
      reading<Hover | null>(uri, null, (document) => answerHover(document, position)),
    ),
  );
  connection.onDocumentHighlight(
    guarded.request('textDocument/documentHighlight', ({ textDocument: { uri }, position }) =>
      reading<DocumentHighlight[]>(uri, [], (document) => answerHighlights(document, position)),
    ),
  );
  connection.onDefinition(
    guarded.request('textDocument/definition', ({ textDocument: { uri }, position }) =>
      reading<LocationLink[] | Location[] | null>(uri, null, (document) => answerDefinition(document, position, support.definitionLinks)),
    ),
  );
  connection.onReferences(
    guarded.request('textDocument/references', ({ textDocument: { uri }, position, context }) =>
      reading<Location[]>(uri, [], (document) => answerReferences(document, position, context?.includeDeclaration === true)),
    ),
  );
  connection.onFoldingRanges(
    guarded.request('textDocument/foldingRange', ({ textDocument: { uri } }) => reading<FoldingRange[]>(uri, [], answerFolds)),
  );
  connection.onSelectionRanges(
    guarded.request('textDocument/selectionRange', ({ textDocument: { uri }, positions }) =>
      reading<SelectionRange[]>(uri, [], (document) => answerSelectionRanges(document, positions)),
    ),
  );
  connection.languages.inlayHint.on(
    guarded.request('textDocument/inlayHint', ({ textDocument: { uri }, range }) =>
      reading<InlayHint[]>(uri, [], (document, known) => (known.inlayHints ? answerInlayHints(document, range) : [])),
    ),
  );
  connection.onCodeLens(
    guarded.request('textDocument/codeLens', ({ textDocument: { uri } }) =>
      reading<CodeLens[]>(uri, [], (document, known) => (known.codeLens ? answerLenses(document) : [])),
    ),
  );
  connection.onWorkspaceSymbol(
    guarded.request('workspace/symbol', async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found = await Promise.all(
        documents.keys().map((uri) => reading<WorkspaceSymbol[]>(uri, [], (document) => answerWorkspaceSymbols(document, query))),
      );
      return found.flat();
    }),
  );
}

function serveTokens({ connection, guarded, reading }: Session): void {
  connection.languages.semanticTokens.on(
    guarded.request('textDocument/semanticTokens/full', ({ textDocument: { uri } }) =>
      reading<{ data: number[] }>(uri, { data: [] }, ({ report, findings }) => ({ data: toTokenData(report, tokens(report, findings)) })),
    ),
  );
}

function serveOwn({ connection, guarded, translate, read, about, reading }: Session): void {
  connection.onRequest(
    'nianbao/outline',
    guarded.request('nianbao/outline', ({ uri }: { readonly uri: string }) => reading<OutlineNode[]>(uri, [], answerOutline)),
  );
  connection.onRequest(
    'nianbao/cursor',
    guarded.request('nianbao/cursor', ({ uri, selections }: { readonly uri: string; readonly selections: readonly Range[] }) =>
      reading<CursorAnswer>(uri, {}, (document) => answerCursor(document, selections)),
    ),
  );
  connection.onRequest(
    'nianbao/page',
    guarded.request('nianbao/page', ({ uri }: { readonly uri: string }) =>
      about<PageAnswer>(uri, {}, (document, known) => {
        const { report, findings } = read.check(document, known);
        return answerPage(uri, document.languageId, report, findings, translate);
      }),
    ),
  );
}
