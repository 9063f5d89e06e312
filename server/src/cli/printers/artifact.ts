/** Files as SARIF names them: by a URI from the folder in which the command runs, or a whole one. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pathWithin } from '../relative-path';

/** The name under which a log gives the folder to which its URIs belong. */
export const root = '%SRCROOT%';

/** The file at `path`, which is relative to `currentFolder` or absolute. */
export function artifactOf(path: string, currentFolder: string): { readonly uri: string; readonly uriBaseId?: string } {
  const way = pathWithin(currentFolder, path, currentFolder);
  if (way === undefined || way === '') return { uri: pathToFileURL(resolve(currentFolder, path)).href };
  return { uri: way.split('/').map(encodeURIComponent).join('/'), uriBaseId: root };
}
