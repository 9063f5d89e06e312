/** The extension in the browser, as on vscode.dev. The server is a web worker. */
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { PreviewEngine, PreviewEngineSource } from './preview-engine';
import { closeSession, openSession } from './session';

/** The browser's own; our types are those of Node. */
declare class Worker {
  onmessage: (() => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  constructor(address: string, options: { name: string });
  terminate(): void;
}

let worker: Worker | undefined;

export function activate(context: vscode.ExtensionContext): ReturnType<typeof openSession> {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  const engine = vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview.js');
  return openSession(context, (name, options) => new LanguageClient('nianbao', name, () => start(address), options), fetched(engine));
}

export async function deactivate(): Promise<void> {
  await closeSession();
  worker?.terminate();
}

/**
 * A new worker in the place of the one before: a worker whose server was asked to end goes on living. Rejects when its
 * script cannot be loaded; else it says one word when it is there (see the server's `worker.ts`).
 */
async function start(address: string): Promise<MessageTransports> {
  worker?.terminate();
  const started = new Worker(address, { name: 'nianbao' });
  worker = started;
  await new Promise<void>((resolve, reject) => {
    started.onmessage = resolve;
    started.onerror = ({ message }) => {
      reject(new Error(message ?? `${address} could not be loaded`));
    };
  });
  started.onerror = null;
  return { reader: new BrowserMessageReader(started), writer: new BrowserMessageWriter(started) };
}

/** The engine for previews, fetched when it is first asked for: until it has come, tables look as they are written. */
function fetched(place: vscode.Uri): PreviewEngineSource {
  let engine: PreviewEngine | undefined;
  let asked = false;
  return (loaded) => {
    if (!asked) {
      asked = true;
      const load = async (): Promise<void> => {
        engine = run(new TextDecoder().decode(await vscode.workspace.fs.readFile(place)));
        loaded();
      };
      load().catch((error: unknown) => {
        console.error(error);
      });
    }
    return engine;
  };
}

/** What a bundle exports, run as VS Code runs extensions in the browser, which has no other way to load one. */
function run(bundle: string): PreviewEngine {
  const module = { exports: {} };
  new Function('module', 'exports', bundle)(module, module.exports);
  return module.exports as PreviewEngine;
}
