/** The web worker of the language server, which talks to whoever has started it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server';

/** The worker itself; our types are those of Node. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { postMessage(message: unknown): void };

// A worker has no folder of its own; our client says where the rules' pages are.
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), { pages: 'nianbao-page:' });
// Who waits for it knows that the script was loaded; for others it is a notification that they may ignore.
self.postMessage({ jsonrpc: '2.0', method: '$/started' });
