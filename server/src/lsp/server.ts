/**
 * The language server: what a connection is served with, and what is done when settings, projects or the user's word change.
 * It decides nothing itself and never reads a file; all it knows of a document is what the client sent. Which request is
 * answered by which feature is told in `requests/`.
 */
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { format, msg } from '../text/message';
import { capabilitiesFor } from './capabilities';
import { type Guard, guard } from './guard';
import { translationFor } from './language';
import { mustReread, openProject } from './project';
import { serveRequests } from './requests/index';
import { openSession } from './session';
import { section, settingsStore } from './settings';
import { type Options, optionsOf, type Support, supportOf } from './support';
import type { Notifications } from './protocol';

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
      const support = supportOf(params);
      const options = optionsOf(params);
      const rereads = mustReread({ support, options, readFile: defaults.readFile });
      serve({ connection, guarded, defaults, params, support, options, rereads });
      return { capabilities: capabilitiesFor(support, options, rereads), serverInfo: { name: 'nianbao', version } };
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
}

function serve({ connection, guarded, defaults, params, support, options, rereads }: Handshake): void {
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
  });
  const settings = settingsStore(
    support.configuration ? (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section }) : undefined,
    options.settings,
    (uri) => project.of(uri),
    (name, message) => connection.console.warn(format(msg('设置 {0}：{1}', name, format(message, translate)), translate)),
  );
  const session = openSession({ connection, guarded, support, options, translate, pages: options.pages ?? defaults.pages, settings });
  const { documents, verdicts } = session;
  const diagnostics = serveRequests(session);

  const renew = (): void => {
    settings.renew();
    diagnostics.refresh();
  };
  connection.onInitialized(
    guarded.event('initialized', () =>
      Promise.all([
        project.start(),
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
}
