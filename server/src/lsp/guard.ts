/**
 * Handlers that may throw. An error in one request is answered to the client and written to the log with its stack; an
 * error in a notification is only logged. Either way the server goes on.
 */
import { ErrorCodes, LSPErrorCodes, ResponseError } from './library';

export interface Guard {
  /** A request handler whose errors become a `ResponseError`. `name` is that of the request, for the log. */
  request<P extends unknown[], R>(name: string, handler: (...params: P) => R | Promise<R>): (...params: P) => Promise<R>;
  /** A notification or event handler whose errors end here. */
  event<P extends unknown[]>(name: string, handler: (...params: P) => unknown): (...params: P) => void;
  /** Waits for nothing: an error of `sending`, such as a client that has gone, ends here. */
  sent(name: string, sending: Promise<unknown>): void;
}

/** What every request goes through, there and back. */
export interface Passage {
  /** @throws ResponseError where requests are no longer answered. */
  readonly before: (name: string) => void;
  readonly incoming: <T>(params: T) => T;
  readonly outgoing: <T>(answer: T, params: unknown) => T;
}

/** @param log writes one line, or several, to the client's log. */
export function guard(log: (text: string) => void, passage: () => Passage): Guard {
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
          const { before, incoming, outgoing } = passage();
          before(name);
          const [asked, token] = params as unknown[];
          const answer = await handler(...([incoming(asked), ...params.slice(1)] as typeof params));
          if (isCancelled(token)) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name}: cancelled`);
          return outgoing(answer, asked);
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

/** Whether the client has meanwhile taken the request back. */
function isCancelled(token: unknown): boolean {
  return (token as { isCancellationRequested?: unknown } | undefined)?.isCancellationRequested === true;
}
