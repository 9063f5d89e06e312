/** The extension in the browser, as on vscode.dev. The server is a web worker. */
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { closeSession, openSession } from './session';

/** The browser's own; our types are those of Node. */
declare class Worker {
  constructor(address: string, options: { name: string });
  terminate(): void;
}

let worker: Worker | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  openSession(context, (name, options) => new LanguageClient('nianbao', name, () => Promise.resolve(start(address)), options));
}

export async function deactivate(): Promise<void> {
  await closeSession();
  worker?.terminate();
}

/** A new worker in the place of the one before: a worker whose server was asked to end goes on living. */
function start(address: string): MessageTransports {
  worker?.terminate();
  worker = new Worker(address, { name: 'nianbao' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
