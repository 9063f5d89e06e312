/** The extension in Node: on the desktop, over SSH, in a codespace. The server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { closeSession, openSession } from './session';

export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  openSession(context, (name, options) => new LanguageClient('nianbao', name, { run, debug }, options));
}

export const deactivate = closeSession;
