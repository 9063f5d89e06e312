/**
 * Handlers that may throw. An error in one request is answered to the client and written to the log with its stack; an
 * error in a notification is only logged. Either way the server goes on.
 */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Guard {
  /** A request handler whose errors become a `ResponseError`. `name` is that of the request, for the log. */
  request<P extends unknown[], R>(name: string, handler: (...params: P) => R | Promise<R>): (...params: P) => Promise<R>;
  /** A notification or event handler whose errors end here. */
  event<P extends unknown[]>(name: string, handler: (...params: P) => unknown): (...params: P) => void;
  /** Waits for nothing: an error of `sending`, such as a client that has gone, ends here. */
  sent(name: string, sending: Promise<unknown>): void;
}

/** @param log writes one line, or several, to the client's log. */
export function guard(log: (text: string) => void): Guard {
  const tell = (name: string, error: unknown): void => {
    try {
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } catch {
      // The connection is gone, and with it whoever could read the log.
    }
  };
  const sent: Guard['sent'] = (name, sending) => void sending.catch((error: unknown) => tell(name, error));
  return {
    request:
      (name, handler) =>
      async (...params) => {
        try {
          return await handler(...params);
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          tell(name, error);
          throw new ResponseError(ErrorCodes.InternalError, `${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      },
    event:
      (name, handler) =>
      (...params) => {
        try {
          const result = handler(...params);
          if (result instanceof Promise) sent(name, result);
        } catch (error) {
          tell(name, error);
        }
      },
    sent,
  };
}
