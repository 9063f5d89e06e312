/**
 * Lists and reads the files of folders for the server where it runs in Node: the same files as the command line finds there. Only
 * the entries of processes import this.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openIgnoring } from './cli/ignoring';
import { nodeIo } from './cli/io';
import { type FolderFiles, isReadable, type ListedFile } from './lsp/folder/folder-files';

export const folderFiles: FolderFiles = {
  async list(folder, isStopped) {
    try {
      return await walk(fileURLToPath(folder), isStopped);
    } catch {
      return undefined;
    }
  },
  read: (uri) => readFile(fileURLToPath(uri)),
  find: async (uri) => listed(fileURLToPath(uri)).catch(() => undefined),
};

/** No folder of reports is so large; whoever opens his whole disk is told after so many. */
const mostFolders = 20_000;

/** The files below `top`; links to folders are not followed, so a loop of links is none. @throws where `top` cannot be listed. */
async function walk(top: string, isStopped: () => boolean): Promise<ListedFile[]> {
  const { ignores } = openIgnoring({ ignore: [], ignorePath: undefined }, { ...nodeIo(), currentFolder: top }, () => undefined);
  const found: ListedFile[] = [];
  const folders = [top];
  for (let seen = 0; folders.length > 0 && seen < mostFolders && !isStopped(); seen++) {
    const folder = folders.pop() as string;
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (folder === top) throw error;
      return [];
    });
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(folder, name);
      if (entry.isDirectory()) {
        if (!ignores(path, 'folder')) folders.push(path);
      } else if (isReadable(name) && (entry.isFile() || entry.isSymbolicLink()) && !ignores(path, 'file')) {
        const file = await listed(path).catch(() => undefined);
        if (file) found.push(file);
      }
    }
  }
  return found;
}

/** @throws where it is no file. */
async function listed(path: string): Promise<ListedFile> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('no file');
  return { uri: pathToFileURL(path).href, size: found.size, modified: found.mtimeMs };
}
