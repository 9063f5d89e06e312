/**
 * A language client in memory: the real server on one end of two streams, the real protocol on the other, no process and
 * no timer. It announces what a test wants announced, and keeps all that the server sends by itself.
 */
import { PassThrough } from 'node:stream';
import type {
  CancellationToken,
  ClientCapabilities,
  DocumentDiagnosticReport,
  InitializeResult,
  LogMessageParams,
  MessageReader,
  MessageWriter,
  PublishDiagnosticsParams,
  Registration,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { FolderFiles } from '../../server/src/lsp/folder/folder-files';
import type { Status } from '../../server/src/lsp/protocol';
import { startServer } from '../../server/src/lsp/server';
import { isObject } from '../../server/src/lsp/support';

export interface ClientOptions {
  /** Whether the client asks for diagnostics. Otherwise they are pushed. */
  readonly pull?: boolean;
  readonly relatedInformation?: boolean;
  readonly hierarchicalSymbols?: boolean;
  readonly tokens?: boolean;
  /** Whether the client takes code actions as such, and whether it has their edits computed when one is chosen. */
  readonly codeActions?: 'plain' | 'resolved';
  /** The settings section `nianbao` for a resource; with it the client can be asked for settings. */
  readonly configuration?: (uri: string) => unknown;
  /** Whether the client takes definitions as links. */
  readonly definitionLinks?: boolean;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** The files that the client reads for the server, by URI; with it `nianbao/readFile` is answered. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Whether the client watches files, and tells of the workspace's folders. */
  readonly watches?: boolean;
  /** Further capabilities, which stand beside those above. */
  readonly capabilities?: ClientCapabilities;
  /** The workspace's folders. */
  readonly folders?: readonly string[];
  /** Is told each value of a progress. */
  readonly onProgress?: (value: unknown) => void;
}

export interface Client {
  readonly initialized: InitializeResult;
  /** All that the server sent by itself, in the order of its arrival. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly Status[];
  readonly logs: readonly LogMessageParams[];
  readonly registrations: readonly Registration[];
  /** The files that the server had read, by URI. */
  readonly asked: readonly string[];
  /** How often the server asked for diagnostics to be pulled anew. */
  refreshes(): number;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells the server that settings have changed; `pushed` is sent along. */
  configure(pushed?: unknown): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R>;
  notify(method: string, params: unknown): Promise<void>;
  /** Waits until the server has answered all that was sent, and all that it sent has arrived. */
  settle(): Promise<void>;
  /** What was last pushed for `uri`, after settling. */
  lastPushed(uri: string): Promise<PublishDiagnosticsParams | undefined>;
  dispose(): void;
}

export const pagesOfTests = 'file:///pages';

/** A running server, and the client's ends of what leads to it. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  dispose(): void;
}

/** How the server of a test is started: in memory, unless the tests run in the browser (see test/web). */
export const serverOfTests: { start: () => Promise<Transport>; inWorker: boolean; options: Readonly<Record<string, unknown>> } = {
  start: () => startInMemory(),
  inWorker: false,
  /** What its clients ask for in addition. */
  options: {},
};

/** Starts a server in this process; `readFile` is what its entry reads files with. */
export async function startInMemory(
  readFile?: (uri: string) => Promise<string | undefined>,
  folderFiles?: FolderFiles,
): Promise<Transport> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { pages: pagesOfTests, ...(readFile && { readFile }), ...(folderFiles && { folderFiles }) });
  return {
    reader: new StreamMessageReader(toClient),
    writer: new StreamMessageWriter(toServer),
    dispose: () => {
      server.dispose();
    },
  };
}

/** Starts a server and a client for it and shakes hands. */
export async function connect(options: ClientOptions = {}, start = serverOfTests.start): Promise<Client> {
  const { reader, writer, dispose } = await start();
  const connection = createProtocolConnection(reader, writer);

  const pushed: PublishDiagnosticsParams[] = [];
  const statuses: Status[] = [];
  const logs: LogMessageParams[] = [];
  const registrations: Registration[] = [];
  let refreshed = 0;
  let version = 1;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void pushed.push(params));
  connection.onNotification('nianbao/statusChanged', (params: Status) => void statuses.push(params));
  connection.onNotification('window/logMessage', (params: LogMessageParams) => void logs.push(params));
  connection.onNotification('$/progress', ({ value }: { value: unknown }) => options.onProgress?.(value));
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('client/registerCapability', (params: { registrations: Registration[] }) => {
    registrations.push(...params.registrations);
    return null;
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshed++;
    return null;
  });
  connection.onRequest('workspace/semanticTokens/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string; section: string }[] }) =>
    items.map(({ scopeUri, section }) => (section === 'nianbao' ? (options.configuration?.(scopeUri) ?? null) : null)),
  );
  const asked: string[] = [];
  connection.onRequest('nianbao/readFile', ({ uri }: { uri: string }) => {
    // Decisions are looked for beside every document; tests are about the settings.
    if (!uri.endsWith('/.nianbao-review.json')) asked.push(uri);
    const text = options.files?.[uri];
    return text === undefined ? null : { text };
  });
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {
      ...capabilitiesOf(options),
      ...options.capabilities,
      textDocument: { ...capabilitiesOf(options).textDocument, ...options.capabilities?.textDocument },
    },
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
    initializationOptions:
      options.initializationOptions === undefined || isObject(options.initializationOptions)
        ? { ...serverOfTests.options, ...(options.files && { files: true }), ...options.initializationOptions }
        : options.initializationOptions,
  });
  if (registrations.length > 0) throw new Error('The server asked for something before it answered `initialize`.');
  await connection.sendNotification('initialized', {});

  const settle = async (): Promise<void> => {
    // One round trip brings the server's questions, the next its answers to ours.
    for (let trip = 0; trip < 3; trip++) await connection.sendRequest('nianbao/status', { uri: 'untitled:nothing' });
  };

  return {
    initialized,
    pushed,
    statuses,
    logs,
    registrations,
    asked,
    refreshes: () => refreshed,
    open: (uri, text, languageId = 'plaintext') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }),
    change: (uri, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    configure: (settings = null) => connection.sendNotification('workspace/didChangeConfiguration', { settings }),
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
    request: (method, params, token) => (token ? connection.sendRequest(method, params, token) : connection.sendRequest(method, params)),
    notify: (method, params) => connection.sendNotification(method, params),
    settle,
    async lastPushed(uri) {
      await settle();
      return pushed.findLast((params) => params.uri === uri);
    },
    dispose() {
      connection.dispose();
      dispose();
    },
  };
}

function capabilitiesOf(options: ClientOptions): ClientCapabilities {
  const {
    pull,
    relatedInformation = true,
    hierarchicalSymbols = true,
    tokens = true,
    configuration,
    codeActions,
    definitionLinks,
    watches,
  } = options;
  return {
    textDocument: {
      publishDiagnostics: { relatedInformation },
      documentSymbol: { hierarchicalDocumentSymbolSupport: hierarchicalSymbols },
      ...(definitionLinks !== undefined && { definition: { linkSupport: definitionLinks } }),
      ...(pull && { diagnostic: {} }),
      ...(codeActions && {
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
          isPreferredSupport: true,
          ...(codeActions === 'resolved' && { dataSupport: true, resolveSupport: { properties: ['edit'] } }),
        },
      }),
      ...(tokens && { semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] } }),
    },
    workspace: {
      ...(codeActions && { workspaceEdit: { documentChanges: true } }),
      ...(configuration && { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }),
      ...(pull && { diagnostics: { refreshSupport: true } }),
      ...(watches && { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } }),
    },
  };
}
