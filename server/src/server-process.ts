/**
 * The process of the language server. How it talks is told by its arguments (`--stdio`, `--node-ipc`, `--pipe`,
 * `--socket`); without one it uses standard input and output.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver/node';
import { createConnection } from 'vscode-languageserver/node';
import { boundedWriter } from './lsp/bounded-writer';
import { folderFiles } from './folder-files';
import { messageWriter } from './message-writer';
import { readTextFile } from './read-file';
import { startServer } from './lsp/server';

if (!process.argv.some((argument) => /^--(stdio|node-ipc|pipe|socket)\b/.test(argument))) process.argv.push('--stdio');
startServer(connect(), { pages: pathToFileURL(join(__dirname, 'rules')).href, readFile: readTextFile, folderFiles });

/** Over standard input and output anybody may be the client; the other ways are used by editors that read. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection();
  const writer = boundedWriter(messageWriter(process.stdout), process.stdin);
  // The library takes a writer in the place of a stream, and a stream ends the process with it; its types tell only of two alike.
  return createConnection(process.stdin, writer as unknown as NodeJS.WritableStream);
}
