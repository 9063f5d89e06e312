/**
 * The language server: which request is answered by which feature. It decides nothing itself and never reads a file;
 * all it knows of a document is what the client sent.
 *
 * Diagnostics are pulled by clients that announce it and pushed to all others, never both, and are computed at once when
 * asked for: a check is cheaper than waiting would be.
 */
import type {
  CodeAction, CodeLens, CompletionList, Connection, DocumentDiagnosticReport, DocumentHighlight, DocumentSymbol, FoldingRange, Hover, InitializeParams, InitializeResult, InlayHint, Location, LocationLink, Range,
  Position, SelectionRange, SymbolInformation, TextEdit, WorkspaceEdit, WorkspaceSymbol,
} from 'vscode-languageserver';
import { DidChangeConfigurationNotification, DocumentDiagnosticReportKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { checkUnsilenced } from '../features/silence';
import { idle, status } from '../features/status';
import { symbols } from '../features/symbols';
import { tokenModifiers, tokens, tokenTypes } from '../features/tokens';
import type { Report } from '../report/report';
import { targets } from '../report/write-table';
import { format, msg } from '../text/message';
import { type ActionContext, actionKinds, codeActions, documentOf, resolveCodeAction } from './code-actions';
import { completionList, takesSnippets } from './completion';
import type { StatusParams } from './convert';
import { toDiagnostic, toDocumentSymbol, toStatusParams, toSymbolInformation, toTokenData } from './convert';
import type { Checked } from './documents';
import { openDocuments, readings } from './documents';
import { guard } from './guard';
import { translationFor } from './language';
import { leftTables } from './left-tables';
import { answerDefinition, answerReferences } from './links';
import { answerNormalize, formatTables, normalizeActions, type NormalizeAnswer, type NormalizeContext, type NormalizeParams, normalizeKind, targetFor } from './normalize';
import { answerPage, type PageAnswer } from './page';
import { answerCopy, answerPaste, type CopyAnswer, type CopyParams, type PasteAnswer, type PasteContext, type PasteParams } from './paste';
import { mustReread, openProject } from './project';
import { answerCursor, answerFolds, answerHighlights, answerHover, answerInlayHints, answerLenses, answerOutline, answerRecompute, answerSelectionRanges, answerWorkspaceSymbols, type CursorAnswer, type OutlineNode, type ReadDocument } from './reading';
import type { Settings } from './settings';
import { section, settingsStore, switchedOff } from './settings';
import type { Options, Support } from './support';
import { optionsOf, supportOf } from './support';
import { takenDocuments, type TakeParams } from './taken';
import { answerNewReport, answerNextCell, answerOnType, type NextCellAnswer, type NextCellParams, nowhere, onTypeOptions } from './writing';

export interface ServerDefaults {
  /** Base URI of the rules' pages where the client names none, without a slash at its end. */
  readonly pages: string;
  /** Reads a file of the project where the client does not; undefined if there is none. Never rejects. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
}

/** Serves the client at the other end of `connection`, which must not be listening yet. */
export function startServer(connection: Connection, defaults: ServerDefaults): void {
  const guarded = guard((text) => connection.console.error(text));
  connection.onInitialize(
    guarded.request('initialize', (params) => {
      serve(connection, defaults, params);
      return { capabilities: capabilitiesFor(supportOf(params), optionsOf(params), defaults.readFile), serverInfo: { name: 'nianbao', version } };
    }),
  );
  connection.listen();
}

function capabilitiesFor(support: Support, options: Options, readFile: ServerDefaults['readFile']): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, ...(mustReread({ support, options, readFile }) && { save: true }) },
    ...(support.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    documentSymbolProvider: true,
    hoverProvider: true,
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    workspaceSymbolProvider: true,
    ...(options.formatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true, documentOnTypeFormattingProvider: onTypeOptions }),
    completionProvider: {},
    ...(support.codeActions && { codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: support.resolvedEdits } }),
    ...(support.pull && {
      diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(support.tokens && {
      semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true },
    }),
  };
}

function serve(connection: Connection, defaults: ServerDefaults, params: InitializeParams): void {
  const guarded = guard((text) => connection.console.error(text));
  const support = supportOf(params);
  const options = optionsOf(params);
  const translate = translationFor(options.language);
  const pages = options.pages ?? defaults.pages;
  const documents = openDocuments();
  const taken = takenDocuments(options.taken);
  const read = readings(Date.now().toString(36), taken.isReport);
  const project = openProject({ connection, guarded, params, support, options, translate, readFile: defaults.readFile, onChange: () => renew() });
  const settings = settingsStore(
    support.configuration ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section }) : undefined,
    options.settings,
    (uri) => project.of(uri),
    (name, message) => connection.console.warn(format(msg('设置 {0}：{1}', name, format(message, translate)), translate)),
  );
  const told = new Map<string, string>();
  const left = leftTables(translate);
  // Our own pages are full of examples of what is wrong; nobody who reads one wants them marked.
  const isPage = (uri: string): boolean => uri.startsWith(`${pages}/`);

  const diagnostics = (uri: string, { report, findings }: Checked) =>
    findings.map((finding) => toDiagnostic(finding, { uri, report, pages, translate, relatedInformation: support.relatedInformation }));

  const statusOf = (document: TextDocument, { report, findings }: Checked, { enable, severities }: Settings): StatusParams => {
    const reason = taken.isNone(document.uri) ? msg('已指定不检查这个文件') : msg('在设置或 .nianbao.json 中关闭了检查');
    const isTaken = taken.isReport(document);
    return { ...toStatusParams(document.uri, enable ? status(report, findings, isTaken) : idle(reason), translate, left.of(document)), goesBy: { taken: isTaken, enable, severities } };
  };
  const settingsOf = (uri: string): Settings | Promise<Settings> => (taken.isNone(uri) ? switchedOff : settings.of(uri));

  /** The document's findings, and a word to the client where its status is not what was last told. */
  const checkAndTell = (document: TextDocument, known: Settings): Checked => {
    const checked = read.check(document, known);
    if (options.status) {
      const now = statusOf(document, checked, known);
      const words = JSON.stringify(now);
      if (told.get(document.uri) !== words) {
        told.set(document.uri, words);
        guarded.sent('nianbao/statusChanged', connection.sendNotification('nianbao/statusChanged', now));
      }
    }
    return checked;
  };

  const publish = (document: TextDocument): unknown => {
    if (isPage(document.uri)) return undefined;
    const send = (known: Settings): Promise<void> | undefined => {
      const { uri, version } = document;
      if (documents.get(uri) !== document) return undefined;
      return connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri, checkAndTell(document, known)) });
    };
    const known = settingsOf(document.uri);
    return known instanceof Promise ? known.then(send) : send(known);
  };

  /** What `answer` says of the open document `uri`; `otherwise` where none is open or nothing is to be done there. */
  const about = async <R>(uri: string, otherwise: R, answer: (document: TextDocument, known: Settings) => R): Promise<R> => {
    if (!documents.get(uri) || isPage(uri)) return otherwise;
    const known = await settingsOf(uri);
    // Looked up again: meanwhile it may have been closed.
    const document = documents.get(uri);
    return document ? answer(document, known) : otherwise;
  };

  connection.onInitialized(
    guarded.event('initialized', () =>
      Promise.all([
        project.start(),
        support.configuration && support.registerConfiguration ? connection.client.register(DidChangeConfigurationNotification.type, { section }) : undefined,
      ]),
    ),
  );

  /** Everything is asked for and told anew: what holds for the documents has changed, not their texts. */
  const refresh = (): void => {
    if (support.refreshInlayHints) guarded.sent('workspace/inlayHint/refresh', connection.languages.inlayHint.refresh());
    if (support.refreshCodeLenses) guarded.sent('workspace/codeLens/refresh', connection.sendRequest('workspace/codeLens/refresh'));
    if (support.refreshTokens) guarded.sent('workspace/semanticTokens/refresh', connection.languages.semanticTokens.refresh());
    if (!support.pull) documents.all().forEach(guarded.event('textDocument/publishDiagnostics', publish));
    else if (support.refreshDiagnostics) guarded.sent('workspace/diagnostic/refresh', connection.languages.diagnostics.refresh());
  };
  const renew = (): void => {
    settings.renew();
    refresh();
  };
  connection.onDidChangeConfiguration(
    guarded.event('workspace/didChangeConfiguration', (change) => {
      settings.change(change?.settings);
      refresh();
    }),
  );
  connection.onNotification(
    'nianbao/take',
    guarded.event('nianbao/take', (params: TakeParams) => {
      taken.set(params);
      refresh();
    }),
  );
  if (mustReread({ support, options, readFile: defaults.readFile })) {
    const readAnew = guarded.event('.nianbao.json', () => {
      project.forget();
      settings.renew();
    });
    documents.onDidOpen(readAnew);
    documents.onDidSave(() => {
      readAnew();
      refresh();
    });
  }

  documents.onDidClose(
    guarded.event('textDocument/didClose', ({ document: { uri } }) => {
      settings.forget(uri);
      told.delete(uri);
      return support.pull ? undefined : connection.sendDiagnostics({ uri, diagnostics: [] });
    }),
  );

  if (support.pull) {
    const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    connection.languages.diagnostics.on(
      guarded.request('textDocument/diagnostic', ({ textDocument: { uri }, previousResultId }) =>
        about<DocumentDiagnosticReport>(uri, nothing, (document, known) => {
          const checked = checkAndTell(document, known);
          return checked.id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: checked.id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: checked.id, items: diagnostics(uri, checked) };
        }),
      ),
    );
  } else {
    documents.onDidChangeContent(guarded.event('textDocument/didChange', ({ document }) => publish(document)));
  }

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

  if (support.tokens) {
    connection.languages.semanticTokens.on(
      guarded.request('textDocument/semanticTokens/full', ({ textDocument: { uri } }) =>
        about(uri, { data: [] as number[] }, (document, known) => {
          if (!known.enable) return { data: [] };
          const { report, findings } = read.check(document, known);
          return { data: toTokenData(report, tokens(report, findings)) };
        }),
      ),
    );
  }

  const actionContext = (document: TextDocument, known: Settings): ActionContext => {
    const { uri, version, languageId } = document;
    const { report, findings } = read.check(document, known);
    const check = (other: Report) => checkUnsilenced(other, known.severities, known.rules);
    return { uri, version, support, translate, known: { report, findings, check, ...(languageId === 'markdown' && { form: 'comment' as const }) } };
  };

  const normalizing = ({ uri, version, languageId }: TextDocument, report: Report, known: Settings): NormalizeContext => ({
    uri,
    version,
    report,
    target: targetFor(languageId, known.normalize),
    translate,
  });
  const tablesIn = (document: TextDocument, known: Settings): PasteContext => ({ report: read.report(document), languageId: document.languageId, target: targetFor(document.languageId, known.normalize), translate });
  const wants = (only: readonly string[] | undefined, kind: string): boolean => only === undefined || only.some((parent) => kind === parent || kind.startsWith(`${parent}.`));

  if (support.codeActions) {
    connection.onCodeAction(
      guarded.request('textDocument/codeAction', (asked) =>
        about<CodeAction[]>(asked.textDocument.uri, [], (document, known) => {
          if (!known.enable) return [];
          const context = actionContext(document, known);
          const tables = wants(asked.context.only, normalizeKind)
            ? normalizeActions(normalizing(document, context.known.report, known), asked.range, { disabled: support.disabledActions })
            : [];
          return [...codeActions(context, asked), ...tables];
        }),
      ),
    );
    connection.onCodeActionResolve(
      guarded.request('codeAction/resolve', (action) =>
        about(documentOf(action) ?? '', action, (document, known) => (known.enable ? resolveCodeAction(actionContext(document, known), action) : action)),
      ),
    );
  }

  /** What the reading features say of the open document `uri`; `otherwise` where the check is switched off. */
  const reading = <R>(uri: string, otherwise: R, answer: (document: ReadDocument, known: Settings) => R): Promise<R> =>
    about(uri, otherwise, (document, known) => {
      if (!known.enable) return otherwise;
      const { report, findings } = read.check(document, known);
      return answer({ uri, version: document.version, report, findings, translate }, known);
    });

  connection.onHover(guarded.request('textDocument/hover', ({ textDocument: { uri }, position }) => reading<Hover | null>(uri, null, (document) => answerHover(document, position))));
  connection.onDocumentHighlight(
    guarded.request('textDocument/documentHighlight', ({ textDocument: { uri }, position }) => reading<DocumentHighlight[]>(uri, [], (document) => answerHighlights(document, position))),
  );
  connection.onDefinition(
    guarded.request('textDocument/definition', ({ textDocument: { uri }, position }) =>
      reading<LocationLink[] | Location[] | null>(uri, null, (document) => answerDefinition(document, position, support.definitionLinks)),
    ),
  );
  connection.onReferences(
    guarded.request('textDocument/references', ({ textDocument: { uri }, position, context }) => reading<Location[]>(uri, [], (document) => answerReferences(document, position, context?.includeDeclaration === true))),
  );
  connection.onFoldingRanges(guarded.request('textDocument/foldingRange', ({ textDocument: { uri } }) => reading<FoldingRange[]>(uri, [], answerFolds)));
  connection.onSelectionRanges(
    guarded.request('textDocument/selectionRange', ({ textDocument: { uri }, positions }) => reading<SelectionRange[]>(uri, [], (document) => answerSelectionRanges(document, positions))),
  );
  connection.languages.inlayHint.on(
    guarded.request('textDocument/inlayHint', ({ textDocument: { uri }, range }) =>
      reading<InlayHint[]>(uri, [], (document, known) => (known.inlayHints ? answerInlayHints(document, range) : [])),
    ),
  );
  connection.onCodeLens(
    guarded.request('textDocument/codeLens', ({ textDocument: { uri } }) => reading<CodeLens[]>(uri, [], (document, known) => (known.codeLens ? answerLenses(document) : []))),
  );
  connection.onWorkspaceSymbol(
    guarded.request('workspace/symbol', async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found = await Promise.all(documents.keys().map((uri) => reading<WorkspaceSymbol[]>(uri, [], (document) => answerWorkspaceSymbols(document, query))));
      return found.flat();
    }),
  );

  const formatting = (uri: string, range?: Range): Promise<TextEdit[]> =>
    about<TextEdit[]>(uri, [], (document, known) => {
      if (!known.enable) return [];
      const { edits, refused } = formatTables(normalizing(document, read.report(document), known), range);
      left.set(document, refused.map(({ message }) => message));
      for (const { range: row, message } of refused) connection.console.info(`${uri}:${row.start.line + 1} ${message}`);
      checkAndTell(document, known);
      return edits;
    });
  connection.onDocumentFormatting(guarded.request('textDocument/formatting', ({ textDocument: { uri } }) => formatting(uri)));
  connection.onDocumentRangeFormatting(guarded.request('textDocument/rangeFormatting', ({ textDocument: { uri }, range }) => formatting(uri, range)));
  connection.onDocumentOnTypeFormatting(
    guarded.request('textDocument/onTypeFormatting', ({ textDocument: { uri }, position }) =>
      about<TextEdit[]>(uri, [], (document, known) => (known.enable ? answerOnType(read.report(document), position) : [])),
    ),
  );
  connection.onRequest(
    'nianbao/normalize',
    guarded.request('nianbao/normalize', (asked: NormalizeParams) =>
      about<NormalizeAnswer>(asked.uri, { tables: 0, refused: [] }, (document, known) => {
        const context = normalizing(document, read.report(document), known);
        const target = targets.find((one) => one === asked.target);
        return answerNormalize(target ? { ...context, target } : context, asked);
      }),
    ),
  );
  connection.onRequest(
    'nianbao/recompute',
    guarded.request('nianbao/recompute', ({ uri, position }: { readonly uri: string; readonly position?: Position }) => reading<WorkspaceEdit | null>(uri, null, (document) => answerRecompute(document, position))),
  );
  connection.onRequest('nianbao/outline', guarded.request('nianbao/outline', ({ uri }: { readonly uri: string }) => reading<OutlineNode[]>(uri, [], answerOutline)));
  connection.onRequest(
    'nianbao/cursor',
    guarded.request('nianbao/cursor', ({ uri, selections }: { readonly uri: string; readonly selections: readonly Range[] }) => reading<CursorAnswer>(uri, {}, (document) => answerCursor(document, selections))),
  );

  connection.onRequest(
    'nianbao/paste',
    guarded.request('nianbao/paste', (asked: PasteParams) =>
      about<PasteAnswer>(asked.uri, { told: [] }, (document, known) => (known.enable ? answerPaste(tablesIn(document, known), asked) : { told: [] })),
    ),
  );
  connection.onRequest(
    'nianbao/copyTable',
    guarded.request('nianbao/copyTable', (asked: CopyParams) => about<CopyAnswer>(asked.uri, {}, (document, known) => (known.enable ? answerCopy(tablesIn(document, known), asked) : {}))),
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

  const snippets = takesSnippets(params);
  connection.onCompletion(
    guarded.request('textDocument/completion', ({ textDocument: { uri }, position }) =>
      about<CompletionList | null>(uri, null, (document, { enable, normalize }) =>
        enable ? completionList({ report: read.report(document), target: targetFor(document.languageId, normalize), snippets, translate }, position) : null,
      ),
    ),
  );

  connection.onRequest(
    'nianbao/nextCell',
    guarded.request('nianbao/nextCell', (asked: NextCellParams) =>
      about<NextCellAnswer>(asked.uri, nowhere, (document, { enable }) => (enable ? answerNextCell(read.report(document), asked) : nowhere)),
    ),
  );

  connection.onRequest('nianbao/newReport', guarded.request('nianbao/newReport', answerNewReport));

  connection.onRequest(
    'nianbao/status',
    guarded.request('nianbao/status', ({ uri }: { readonly uri: string }) =>
      about(uri, toStatusParams(uri, idle(isPage(uri) ? msg('这是一条规则的说明页') : msg('没有打开')), translate), (document, known) =>
        statusOf(document, read.check(document, known), known),
      ),
    ),
  );

  documents.listen(connection);
}
