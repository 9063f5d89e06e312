/**
 * The engine's script: in a worker it answers messages; where a page could have no worker, it offers the same to the page
 * itself. Parts of it that few need are scripts of their own, run when they are first asked for.
 */
import { createEngine } from './engine';
import type { AnswerMessage, AskMessage } from './messages';

/** What there is around the script; our types are those of Node. */
interface Scope {
  importScripts?: (address: string) => void;
  onmessage?: (event: { readonly data: AskMessage }) => void;
  postMessage(message: AnswerMessage): void;
  /** Parts that have run, and the way to one: what the bundle asks for. */
  nianbaoParts?: Record<string, unknown>;
  nianbaoPart?: (name: string) => unknown;
  /** The engine, for a page without a worker. */
  nianbaoAnswer?: (message: AskMessage) => Promise<AnswerMessage>;
}

const scope = globalThis as unknown as Scope;
const parts: Record<string, unknown> = (scope.nianbaoParts ??= {});
let addresses: Readonly<Record<string, string>> = {};
scope.nianbaoPart = (name) => {
  const address = addresses[name];
  if (parts[name] === undefined && address !== undefined) scope.importScripts?.(address);
  return parts[name];
};

const engine = createEngine((where) => {
  addresses = where;
});

async function answer({ number, name, question }: AskMessage): Promise<AnswerMessage> {
  try {
    return { number, answer: await (engine[name] as (asked: unknown) => unknown)(question) };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

if (scope.importScripts) {
  scope.onmessage = ({ data }) => void answer(data).then((message) => scope.postMessage(message));
} else {
  scope.nianbaoAnswer = answer;
}
