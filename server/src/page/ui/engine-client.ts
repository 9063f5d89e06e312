/**
 * The page's way to its engine: a worker made of the script that the page carries along, started when first asked; in the page
 * itself where the browser makes no worker of it. Questions are answered one after the other.
 */
import type { AnswerMessage, Ask, AskMessage } from '../messages';
import { byId } from './dom';
import { language } from './words';

interface Engine {
  send(message: AskMessage): void;
}

export function openEngine(): Ask {
  const waiting = new Map<number, { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }>();
  const receive = ({ number, answer, fault }: AnswerMessage): void => {
    const waiter = waiting.get(number);
    waiting.delete(number);
    if (fault === undefined) waiter?.resolve(answer);
    else waiter?.reject(new Error(fault));
  };
  let last = 0;
  let engine: Promise<Engine> | undefined;
  const ask = async (name: string, question: unknown): Promise<unknown> => {
    const { send } = await (engine ??= startEngine(receive));
    const number = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      send({ number, name, question } as AskMessage);
    });
  };
  return ask as Ask;
}

async function startEngine(receive: (message: AnswerMessage) => void): Promise<Engine> {
  const script = URL.createObjectURL(new Blob([byId('engine').textContent ?? ''], { type: 'text/javascript' }));
  const engine = (await inWorker(script, receive)) ?? (await inPage(script, receive));
  engine.send({ number: 0, name: 'start', question: { language } });
  return engine;
}

/** Undefined where there can be no worker. */
async function inWorker(script: string, receive: (message: AnswerMessage) => void): Promise<Engine | undefined> {
  try {
    const worker = new Worker(script);
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = () => {
        resolve();
      };
      worker.onerror = () => {
        reject(new Error('no worker'));
      };
      worker.postMessage({ number: 0, name: 'clear', question: null } satisfies AskMessage);
    });
    worker.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
      receive(data);
    };
    return { send: (message) => worker.postMessage(message) };
  } catch {
    return undefined;
  }
}

interface PageScope {
  readonly nianbaoAnswer?: (message: AskMessage) => Promise<AnswerMessage>;
}

async function inPage(script: string, receive: (message: AnswerMessage) => void): Promise<Engine> {
  await new Promise((resolve, reject) => {
    const made = document.createElement('script');
    made.onload = resolve;
    made.onerror = reject;
    made.src = script;
    document.head.append(made);
  });
  return { send: (message) => void (globalThis as PageScope).nianbaoAnswer?.(message).then(receive) };
}
