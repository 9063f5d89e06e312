/**
 * Lists and reads the files of folders for the server where it cannot do so itself: in the browser, and in folders that lie on no disk.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerRequests } from '../../../server/src/lsp/protocol';
import { toBase64 } from '../documents/read-document';

type ListFiles = ServerRequests['nianbao/listFiles'];
type ReadBytes = ServerRequests['nianbao/readBytes'];

const most = 5_000;

/** Answers `nianbao/listFiles` and `nianbao/readBytes`. */
export function answerFolderFiles(client: BaseLanguageClient): vscode.Disposable {
  const list = async ({ uri, pattern }: ListFiles['params']): Promise<ListFiles['answer']> => {
    const place = client.protocol2CodeConverter.asUri(uri);
    const found =
      pattern === undefined
        ? [place]
        : await vscode.workspace.findFiles(new vscode.RelativePattern(place, pattern), '**/node_modules/**', most);
    const files = await Promise.all(
      found.map(async (one) => {
        try {
          const { size, mtime, type } = await vscode.workspace.fs.stat(one);
          const isFile = (type & vscode.FileType.File) !== 0 && !/\/\./.test(one.path.slice(place.path.length));
          return isFile ? [{ uri: client.code2ProtocolConverter.asUri(one), size, modified: mtime }] : [];
        } catch {
          return [];
        }
      }),
    );
    return { files: files.flat() };
  };
  const read = async ({ uri }: ReadBytes['params']): Promise<ReadBytes['answer']> => {
    try {
      return { content: toBase64(await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri))) };
    } catch {
      return null;
    }
  };
  return vscode.Disposable.from(client.onRequest('nianbao/listFiles', list), client.onRequest('nianbao/readBytes', read));
}
