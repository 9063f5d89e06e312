/**
 * What the project says, over the protocol: how its `.nianbao.json` files are read, who tells that one has changed, and what
 * the client is told of what is wrong in one. The files themselves are the affair of `project-config.ts`.
 *
 * The client reads for us if it says so: only it knows every scheme. Else the entry may. Changes are told by the client; one
 * that cannot watch files has them read anew whenever a document is opened or saved.
 */
import type { Connection, FileSystemWatcher, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { configName } from '../features/choices/config';
import { indexLines, rangeOf } from '../text/lines';
import { format } from '../text/message';
import type { Guard } from './guard';
import type { Translate } from './language';
import { type ConfigWorld, type ProjectConfigs, projectConfigs } from './project-config';
import { isObject, type Options, type Support } from './support';

export interface ProjectContext {
  readonly connection: Connection;
  readonly guarded: Guard;
  readonly params: InitializeParams;
  readonly support: Support;
  readonly options: Options;
  readonly translate: Translate;
  /** Reads a file where the client does not. */
  readonly readFile: ((uri: string) => Promise<string | undefined>) | undefined;
  /** What the projects choose may have changed. */
  readonly onChange: () => void;
}

export interface Project extends ProjectConfigs {
  /** To be called when the client has said that it is ready. */
  start(): Promise<unknown> | undefined;
}

export function openProject(context: ProjectContext): Project {
  const { connection, guarded, params, support, translate, onChange } = context;
  let folders = (params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])).map(withoutSlash);

  const watch = (watchers: FileSystemWatcher[]): Promise<unknown> =>
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  /** Folders outside of the workspace are not watched with it. */
  const watchFolder = (folder: string): void => {
    if (!support.watchedFolders || folders.some((one) => folder === one || folder.startsWith(`${one}/`))) return;
    const baseUri = /:\/\/[^/]*$/.test(folder) ? `${folder}/` : folder;
    guarded.sent('client/registerCapability', watch([{ globPattern: { baseUri, pattern: configName } }]));
  };

  const configs = projectConfigs({
    read: readerOf(context),
    folders: () => folders,
    onLooked: watchFolder,
    onRead(uri, content) {
      const lines = indexLines(content?.text ?? '');
      const diagnostics = (content?.config.problems ?? []).map(({ span, severity, message }) => ({
        range: rangeOf(lines, span),
        severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source: 'nianbao',
        message: format(message, translate),
      }));
      guarded.sent('textDocument/publishDiagnostics', connection.sendDiagnostics({ uri, diagnostics }));
    },
  });

  const changeFolders = ({ added, removed }: WorkspaceFoldersChangeEvent): void => {
    const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
    folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => withoutSlash(uri))];
    configs.forget();
    onChange();
  };

  connection.onDidChangeWatchedFiles(
    guarded.event('workspace/didChangeWatchedFiles', ({ changes }) => {
      if (configs.change(changes.map(({ uri }) => uri))) onChange();
    }),
  );

  return {
    ...configs,
    start() {
      // Only now: to listen is to send the client a request.
      if (support.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(guarded.event('workspace/didChangeWorkspaceFolders', changeFolders));
      return support.watchedFiles ? watch([{ globPattern: `**/${configName}` }]) : undefined;
    },
  };
}

/** Whether nobody tells of changes, so that files that can be read must be read again and again. */
export function mustReread({ support, options, readFile }: Pick<ProjectContext, 'support' | 'options' | 'readFile'>): boolean {
  return !support.watchedFiles && (options.files || readFile !== undefined);
}

function readerOf({ connection, guarded, options, readFile }: ProjectContext): ConfigWorld['read'] {
  if (!options.files) return readFile;
  return async (uri) => {
    const asked = connection.sendRequest<unknown>('nianbao/readFile', { uri });
    guarded.sent('nianbao/readFile', asked);
    const answer = await asked.catch(() => undefined);
    return isObject(answer) && typeof answer['text'] === 'string' ? answer['text'] : undefined;
  };
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}
