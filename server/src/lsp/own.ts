/** How a request of our own is answered: by a handler whose parameters and answer are those that `protocol.ts` names. */
import type { CancellationToken } from 'vscode-languageserver';
import type { RequestName, Requests } from './protocol';
import type { Session } from './session';

export function answer<M extends RequestName>(
  { connection, guarded }: Pick<Session, 'connection' | 'guarded'>,
  name: M,
  handler: (params: Requests[M]['params'], token?: CancellationToken) => Requests[M]['answer'] | Promise<Requests[M]['answer']>,
): void {
  connection.onRequest(name, guarded.request(name, handler));
}
