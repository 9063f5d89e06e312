/**
 * What the server says of each document, kept and handed to all who show it. The client library keeps one handler for a
 * notification, so there is one here.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';

/** As the server sends it, with `nianbao/statusChanged` and as answer to `nianbao/status`. */
export interface Status {
  readonly uri: string;
  readonly report: boolean;
  /** Whether the text was decoded by the wrong encoding. */
  readonly garbled: boolean;
  readonly why: string;
  /** Why formatting has left a table as it is. */
  readonly left?: string;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** What a look at the document's tables goes by; only where it is open. */
  readonly goesBy?: GoesBy;
}

export interface GoesBy {
  readonly taken: boolean;
  readonly enable: boolean;
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
}

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
      client.sendRequest<Status>('nianbao/status', { uri }).then(learn, (error: unknown) => {
        asked.delete(uri);
        client.error('nianbao/status', error, false);
      });
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
