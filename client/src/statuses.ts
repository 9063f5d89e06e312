/**
 * What the server says of each document, kept and handed to all who show it. The client library keeps one handler for a
 * notification, so there is one here.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from './library';
import type { Status } from '../../server/src/lsp/protocol';
import { ask } from './ask';

export interface Statuses extends vscode.Disposable {
  /** Fires when something was said of a document. */
  readonly onChange: vscode.Event<Status>;
  /** What was last said of a document; undefined if nothing was since the server was started and the document opened. */
  of(uri: string): Status | undefined;
  /** Asks the server where nothing is known; what it answers is told by `onChange`. */
  ask(uri: string): void;
}

/** Listens to the server; disposing stops that. */
export function listenToStatuses(client: BaseLanguageClient): Statuses {
  const emitter = new vscode.EventEmitter<Status>();
  const known = new Map<string, Status>();
  const asked = new Set<string>();
  const learn = (status: Status): void => {
    asked.delete(status.uri);
    known.set(status.uri, status);
    emitter.fire(status);
  };
  const subscriptions = vscode.Disposable.from(
    emitter,
    client.onNotification('nianbao/statusChanged', learn),
    client.onDidChangeState(() => {
      known.clear();
      asked.clear();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(client.code2ProtocolConverter.asUri(document.uri))),
  );
  return {
    onChange: emitter.event,
    of: (uri) => known.get(uri),
    ask(uri) {
      if (client.state !== State.Running || known.has(uri) || asked.has(uri)) return;
      asked.add(uri);
      void ask(client, 'nianbao/status', { uri }, { failure: 'nothing' }).then((status) => (status ? learn(status) : asked.delete(uri)));
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
