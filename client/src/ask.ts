/**
 * The one way in which the client asks the server for what is not in the protocol. What goes wrong is written to the log, and
 * told where the user waits for something; the asker then gets undefined and does nothing.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RequestName, Requests } from '../../server/src/lsp/protocol';

interface Asking {
  /** What to tell the user when there is no answer; `nothing`: the log is enough. */
  readonly failure?: string | 'nothing';
  readonly token?: vscode.CancellationToken;
}

export async function ask<M extends RequestName>(
  client: BaseLanguageClient,
  name: M,
  params: Requests[M]['params'],
  { failure = vscode.l10n.t('That did not work. The log says why.'), token }: Asking = {},
): Promise<Requests[M]['answer'] | undefined> {
  try {
    return await client.sendRequest<Requests[M]['answer']>(name, params, token);
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    tell(client, name, error, failure);
    return undefined;
  }
}

/** Runs a command; what it throws is logged and told like a request that failed. */
export async function attempt(client: BaseLanguageClient, name: string, run: () => unknown, failure?: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    tell(client, name, error, failure ?? vscode.l10n.t('That did not work. The log says why.'));
  }
}

function tell(client: BaseLanguageClient, name: string, error: unknown, failure: string): void {
  client.error(name, error, false);
  if (failure !== 'nothing') void vscode.window.showErrorMessage(failure);
}
