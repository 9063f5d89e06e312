/**
 * What the project says, over the protocol: how its `.nianbao.json` files are read, who tells that one has changed, and what
 * the client is told of what is wrong in one. The files themselves are the affair of `project-config.ts`.
 *
 * The client reads for us if it says so: only it knows every scheme. Else the entry may. Changes are told by the client; one
 * that cannot watch files has them read anew whenever a document is opened or saved.
 */
import type { Connection, FileEvent, FileSystemWatcher, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { DiagnosticSeverity, DidChangeWatchedFilesNotification } from './library';
import { configName } from '../features/choices/settings';
import { type Decision, reviewFileName } from '../features/silence/review-file';
import { indexLines, rangeOf } from '../text/lines';
import { format } from '../text/message';
import type { Guard } from './guard';
import type { Translate } from './language';
import { type ConfigWorld, type ProjectChoices, type ProjectConfigs, projectConfigs } from './project-config';
import { type ReviewFile, reviewFiles } from './review-files';
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
  /** Files that are watched have changed, were made or deleted. */
  readonly onFiles: (changes: readonly FileEvent[]) => void;
}

/** What the project says of a document: choices and decisions. */
export interface ProjectSays extends ProjectChoices {
  readonly decisions: readonly Decision[];
}

export interface Project extends Omit<ProjectConfigs, 'of'> {
  /** The folders of the workspace, without a slash at their ends. */
  folders(): readonly string[];
  of(uri: string): ProjectSays | Promise<ProjectSays>;
  /** Where a decision about a document is to be written. */
  reviewFileFor(uri: string, anew?: boolean): Promise<ReviewFile | undefined>;
  /** To be called when the client has said that it is ready. */
  start(): Promise<unknown> | undefined;
}

export function openProject(context: ProjectContext): Project {
  const { connection, guarded, params, support, translate, onChange, onFiles } = context;
  let folders = (params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])).map(withoutSlash);

  const watch = (watchers: FileSystemWatcher[]): Promise<unknown> =>
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  /** Folders outside of the workspace are not watched with it. */
  const watchFolder = (folder: string): void => {
    if (!support.watchedFolders || folders.some((one) => folder === one || folder.startsWith(`${one}/`))) return;
    const baseUri = /:\/\/[^/]*$/.test(folder) ? `${folder}/` : folder;
    guarded.sent('client/registerCapability', watch([{ globPattern: { baseUri, pattern: configName } }]));
  };

  const read = readerOf(context);
  const reviews = reviewFiles(read, () => folders);
  const configs = projectConfigs({
    read,
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
    reviews.forget();
    onChange();
  };

  connection.onDidChangeWatchedFiles(
    guarded.event('workspace/didChangeWatchedFiles', ({ changes }) => {
      const uris = changes.map(({ uri }) => uri);
      const matter = [configs.change(uris), reviews.change(uris)];
      if (matter.includes(true)) onChange();
      onFiles(changes);
    }),
  );

  return {
    ...configs,
    folders: () => folders,
    of(uri) {
      const [choices, decisions] = [configs.of(uri), reviews.decisions(uri)];
      return choices instanceof Promise || decisions instanceof Promise
        ? Promise.all([choices, decisions]).then(([one, other]) => ({ ...one, decisions: other }))
        : { ...choices, decisions };
    },
    reviewFileFor: reviews.fileFor,
    forget() {
      configs.forget();
      reviews.forget();
    },
    start() {
      // Only now: to listen is to send the client a request.
      if (support.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(guarded.event('workspace/didChangeWorkspaceFolders', changeFolders));
      return support.watchedFiles ? watch([{ globPattern: `**/${configName}` }, { globPattern: `**/${reviewFileName}` }]) : undefined;
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
