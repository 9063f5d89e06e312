/**
 * Starts the language client when the first Markdown or plain-text document opens, and what the user sees of it. Speaks to
 * the server by the protocol only.
 */
import * as vscode from 'vscode';
import type { DocumentSelector, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient, RevealOutputChannelOn, TransportKind, vsdiag } from 'vscode-languageclient/node';
import { registerCommands } from './commands';
import { showCursor } from './cursor';
import { registerEditing } from './editing';
import { offerNewReport } from './new-report';
import { showOutline } from './outline';
import { showStatus } from './status';
import { listenToStatuses } from './statuses';
import { moveInTables } from './table-keys';

/** The documents that the server is told of, whatever their scheme; it judges by their content. */
const selector: DocumentSelector = [{ language: 'markdown' }, { language: 'plaintext' }, { language: 'nianbao' }];

let client: LanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const started = createClient(context);
  client = started;
  const statuses = listenToStatuses(started);
  context.subscriptions.push(...registerCommands(started), offerNewReport(started), ...moveInTables(started, selector), statuses, ...showStatus(started, selector, statuses), ...registerEditing(started, statuses), ...showOutline(started, statuses), ...showCursor(started, statuses));
  // Not awaited: activation must be quick, and a server that fails to start is the log's and the status item's business.
  started.start().catch((error: unknown) => started.error('start', error, false));
}

export async function deactivate(): Promise<void> {
  if (client?.needsStop()) await client.stop();
}

function createClient(context: vscode.ExtensionContext): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: selector,
    initializationOptions: {
      language: vscode.env.language,
      pages: vscode.Uri.joinPath(context.extensionUri, 'dist', 'rules').toString(),
      status: true,
      formatting: false,
    },
    diagnosticPullOptions: { onChange: true },
    // No window opens by itself; the status item leads to the log.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      // The client library never asks again for a document whose request failed once. Keep what is shown and go on.
      async provideDiagnostics(document, previousResultId, token, next) {
        try {
          return await next(document, previousResultId, token);
        } catch (error) {
          if (error instanceof vscode.CancellationError) throw error;
          return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId: previousResultId ?? '' };
        }
      },
    },
  };
  return new LanguageClient('nianbao', vscode.l10n.t('Nianbao'), serverOptions, clientOptions);
}
