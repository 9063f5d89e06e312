/**
 * The files of a folder, wherever they lie: by the entry's own way where there is one and the folder is on this machine, else by
 * the client's. Which files are reports is not known here.
 */
import type { Connection } from 'vscode-languageserver';
import { isLeftBehind, isSearchedName } from '../../documents/kinds';
import type { ServerRequests } from '../protocol';
import { isObject } from '../support';

export interface ListedFile {
  readonly uri: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds. */
  readonly modified?: number;
}

export interface FolderFiles {
  /**
   * The files below `folder` that may hold a report, in no order; undefined where they cannot be listed. Never rejects.
   * @param isStopped asked now and then; the list is then of no interest any more.
   */
  list(folder: string, isStopped: () => boolean): Promise<readonly ListedFile[] | undefined>;
  /** @throws if there is no such file or it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
  /** One file; undefined where it is not there. */
  find(uri: string): Promise<ListedFile | undefined>;
}

/** Files that may hold a report, for clients that look for them by a pattern; `isReadable` has the last word. */
export const searchedPattern = '**/*.{txt,md,docx,docm,doc,xlsx,xlsm,pdf,html,htm,wps,TXT,MD,DOCX,DOC,XLSX,PDF}';

/** By the client, which reads any scheme. */
export function filesOfClient(connection: Connection): FolderFiles {
  const ask = async (params: ServerRequests['nianbao/listFiles']['params']): Promise<readonly ListedFile[] | undefined> => {
    const answer = await connection.sendRequest<unknown>('nianbao/listFiles', params).catch(() => undefined);
    return isObject(answer) && Array.isArray(answer['files']) ? (answer['files'] as unknown[]).filter(isListed) : undefined;
  };
  return {
    async list(folder) {
      return (await ask({ uri: folder, pattern: searchedPattern }))?.filter(({ uri }) => isReadable(uri));
    },
    async read(uri) {
      const answer = await connection.sendRequest<unknown>('nianbao/readBytes', { uri });
      if (!isObject(answer) || typeof answer['content'] !== 'string') throw new Error(`${uri} cannot be read`);
      return Uint8Array.from(atob(answer['content']), (character) => character.charCodeAt(0));
    },
    async find(uri) {
      return (await ask({ uri }))?.[0];
    },
  };
}

/** Files on this machine by `own`, all others by `others`. */
export function filesBy(own: FolderFiles | undefined, others: FolderFiles | undefined): FolderFiles | undefined {
  if (!own || !others) return own ?? others;
  const whose = (uri: string): FolderFiles => (uri.startsWith('file:') ? own : others);
  return {
    list: (folder, isStopped) => whose(folder).list(folder, isStopped),
    read: (uri) => whose(uri).read(uri),
    find: (uri) => whose(uri).find(uri),
  };
}

/** Whether a file of that name or address may hold a report. */
export function isReadable(name: string): boolean {
  return (/\.(?:txt|md)$/i.test(name) && !isLeftBehind(name)) || isSearchedName(name);
}

function isListed(value: unknown): value is ListedFile {
  return isObject(value) && typeof value['uri'] === 'string' && typeof value['size'] === 'number';
}
