/**
 * The engine's script: in a worker it answers messages; where a page could have no worker, it offers the same to the page
 * itself. What few files need stands beside it as functions, each run when it is first asked for.
 */
import { createEngine } from './engine';
import type { AnswerMessage, AskMessage } from './messages';

/** What there is around the script; our types are those of Node. */
interface Scope {
  importScripts?: unknown;
  onmessage?: (event: { readonly data: AskMessage }) => void;
  postMessage(message: AnswerMessage): void;
  /** What makes the parts, and the way to a part: what the bundle asks for. */
  nianbaoMakers?: Readonly<Record<string, () => unknown>>;
  nianbaoPart?: (name: string) => unknown;
  /** The engine, for a page without a worker. */
  nianbaoAnswer?: (message: AskMessage) => Promise<AnswerMessage>;
}

const scope = globalThis as unknown as Scope;
const parts = new Map<string, unknown>();
scope.nianbaoPart = (name) => {
  if (!parts.has(name)) parts.set(name, scope.nianbaoMakers?.[name]?.());
  return parts.get(name);
};

const engine = createEngine();

async function answer({ number, name, question }: AskMessage): Promise<AnswerMessage> {
  try {
    return { number, answer: await (engine[name] as (asked: unknown) => unknown)(question) };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}

if (scope.importScripts) {
  scope.onmessage = ({ data }) => {
    void answer(data).then((message) => {
      scope.postMessage(message);
    });
  };
} else {
  scope.nianbaoAnswer = answer;
}
