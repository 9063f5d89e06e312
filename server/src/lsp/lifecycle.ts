/**
 * Where in its life a session is, and what is answered to requests that come at the wrong time: before `initialize` that the
 * server is not initialized, after `shutdown` that the request is not valid any more. Notifications are none of its business.
 */
import type { Connection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from './library';

/** The protocol's own number, which the library does not name. */
const serverNotInitialized = -32002;

export interface Lifecycle {
  /** @throws ResponseError once the client has asked for the end. */
  mustRun(name: string): void;
  started(): void;
}

export function watchLifecycle(connection: Connection): Lifecycle {
  let state: 'new' | 'running' | 'shut down' = 'new';
  const mustRun = (name: string): void => {
    if (state === 'shut down') throw new ResponseError(ErrorCodes.InvalidRequest, `${name}: the server is shut down`);
  };
  connection.onShutdown(() => {
    state = 'shut down';
  });
  // Asked for what nobody answers: also for what will be answered later.
  connection.onRequest((name) => {
    mustRun(name);
    if (state === 'new') throw new ResponseError(serverNotInitialized, `${name}: the server is not initialized`);
    throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${name}`);
  });
  return {
    mustRun,
    started() {
      if (state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize: asked for twice');
      state = 'running';
    },
  };
}
