/** The extension in Node: on the desktop, over SSH, in a codespace. The server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { PreviewEngine } from './preview-engine';
import { closeSession, openSession } from './session';

export function activate(context: vscode.ExtensionContext): ReturnType<typeof openSession> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const engine = vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview.js').fsPath;
  return openSession(
    context,
    (name, options) => new LanguageClient('nianbao', name, { run, debug }, options),
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when first asked for; previews cannot wait
    () => require(engine) as PreviewEngine,
  );
}

export const deactivate = closeSession;
