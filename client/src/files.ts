/**
 * Reads files of the project for the server, through VS Code: so every scheme will do, and the server needs no file system,
 * which it has none of in a browser.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerRequests } from '../../server/src/lsp/protocol';

type ReadFile = ServerRequests['nianbao/readFile'];

/** Answers `nianbao/readFile`; `null` where there is no such file or it cannot be read. */
export function answerFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest('nianbao/readFile', async ({ uri }: ReadFile['params']): Promise<ReadFile['answer']> => {
    try {
      return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri))) };
    } catch {
      return null;
    }
  });
}
