/**
 * The language server: what a connection is served with, and what is done when settings, projects or the user's word change.
 * It decides nothing itself and never reads a file; all it knows of a document is what the client sent. Which request is
 * answered by which feature is told in `requests/`.
 */
import type { Connection, InitializeParams, PositionEncodingKind } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from './library';
import { version } from '../../../package.json';
import { format, msg } from '../text/message';
import { capabilitiesFor } from './capabilities';
import { type Guard, guard, type Passage } from './guard';
import { watchLifecycle } from './lifecycle';
import { addressKey } from './folder/address';
import { filesBy, filesOfClient, type FolderFiles } from './folder/folder-files';
import { chooseEncoding, type PositionEncoding } from './position-encoding';
import { translationFor } from './language';
import { mustReread, openProject } from './project';
import { serveRequests } from './requests/index';
import { openSession } from './session';
import { section, settingsStore } from './settings';
import { isObject, type Options, optionsOf, type Support, supportOf } from './support';
import type { Notifications } from './protocol';

export interface ServerDefaults {
  /** Base URI of the rules' pages where the client names none, without a slash at its end. */
  readonly pages: string;
  /** Reads a file of the project where the client does not; undefined if there is none. Never rejects. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** Lists and reads the files of folders on this machine; undefined where there are none. */
  readonly folderFiles?: FolderFiles;
}

/** Serves the client at the other end of `connection`, which must not be listening yet. */
export function startServer(connection: Connection, defaults: ServerDefaults): void {
  const lifecycle = watchLifecycle(connection);
  let encoding: PositionEncoding | undefined;
  const passage: Passage = {
    before: lifecycle.mustRun,
    incoming: (params) => encoding?.incoming(params) ?? params,
    outgoing: (found, params) => encoding?.outgoing(found, uriOf(params)) ?? found,
  };
  const guarded = guard(
    (text) => connection.console.error(text),
    () => passage,
  );
  connection.onInitialize(
    guarded.request('initialize', (params) => {
      lifecycle.started();
      const support = supportOf(params);
      const encodingKind = chooseEncoding(params);
      const options = optionsOf(params);
      const rereads = mustReread({ support, options, readFile: defaults.readFile });
      encoding = serve({ connection, guarded, defaults, params, support, options, rereads, encodingKind });
      return {
        capabilities: { ...capabilitiesFor(support, options, rereads), positionEncoding: encodingKind },
        serverInfo: { name: 'nianbao', version },
      };
    }),
  );
  connection.listen();
}

interface Handshake {
  readonly connection: Connection;
  readonly guarded: Guard;
  readonly defaults: ServerDefaults;
  readonly params: InitializeParams;
  readonly support: Support;
  readonly options: Options;
  /** Whether files of the project are read again and again, because nobody tells of changes. */
  readonly rereads: boolean;
  readonly encodingKind: PositionEncodingKind;
}

function serve({ connection, guarded, defaults, params, support, options, rereads, encodingKind }: Handshake): PositionEncoding {
  const translate = translationFor(options.language);
  const project = openProject({
    connection,
    guarded,
    params,
    support,
    options,
    translate,
    readFile: defaults.readFile,
    onChange: () => renew(),
    onFiles: (changes) => session.index.change(changes.map(({ uri }) => addressKey(uri))),
  });
  const settings = settingsStore(
    support.configuration ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section }) : undefined,
    options.settings,
    (uri) => project.of(uri),
    (name, message) => connection.console.warn(format(msg('设置 {0}：{1}', name, format(message, translate)), translate)),
  );
  const session = openSession({
    connection,
    guarded,
    support,
    options,
    translate,
    pages: options.pages ?? defaults.pages,
    settings,
    reviewFileFor: (uri, anew) => project.reviewFileFor(uri, anew),
    folders: () => project.folders(),
    files: filesBy(defaults.folderFiles, options.files ? filesOfClient(connection) : undefined),
    encodingKind,
  });
  const { documents, verdicts } = session;
  const diagnostics = serveRequests(session);

  const renew = (): void => {
    settings.renew();
    diagnostics.refresh();
    session.index.renew();
  };
  connection.onInitialized(
    guarded.event('initialized', () =>
      Promise.all([
        project.start(),
        diagnostics.start(),
        support.configuration && support.registerConfiguration
          ? connection.client.register(DidChangeConfigurationNotification.type, { section })
          : undefined,
      ]),
    ),
  );
  connection.onDidChangeConfiguration(
    guarded.event('workspace/didChangeConfiguration', (change) => {
      settings.change(change?.settings);
      diagnostics.refresh();
      session.index.renew();
    }),
  );
  connection.onNotification(
    'nianbao/take',
    guarded.event('nianbao/take', (said: Notifications['nianbao/take']) => {
      verdicts.set(said);
      diagnostics.refresh();
    }),
  );
  if (rereads) {
    documents.onDidOpen(
      guarded.event('.nianbao.json', () => {
        project.forget();
        settings.renew();
      }),
    );
    documents.onDidSave(
      guarded.event('.nianbao.json', () => {
        project.forget();
        renew();
      }),
    );
  }
  documents.onDidClose(guarded.event('textDocument/didClose', ({ document: { uri } }) => settings.forget(uri)));
  documents.listen(connection);
  return session.encoding;
}

/** The document that a request is about. */
function uriOf(params: unknown): string | undefined {
  const { textDocument, uri } = isObject(params) ? params : {};
  const named = isObject(textDocument) ? textDocument['uri'] : uri;
  return typeof named === 'string' ? named : undefined;
}
