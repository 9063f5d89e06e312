/**
 * What the server says of each document, handed to all who show it. The client library keeps one handler for a
 * notification, so there is one here.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

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
  /** Fires when what is known about a document has changed. */
  readonly onChange: vscode.Event<Status>;
}

/** Listens to the server; disposing stops that. */
export function listenToStatuses(client: BaseLanguageClient): Statuses {
  const emitter = new vscode.EventEmitter<Status>();
  const subscription = client.onNotification('nianbao/statusChanged', (status: Status) => emitter.fire(status));
  return {
    onChange: emitter.event,
    dispose: () => {
      subscription.dispose();
      emitter.dispose();
    },
  };
}
