/**
 * The server as a web worker in Chromium, from the bundle that the extension brings along. Messages pass as they do between
 * the extension and its worker; the page in between only hands them on.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { DataCallback, Message, MessageReader, MessageWriter } from 'vscode-languageserver';
import { AbstractMessageReader, AbstractMessageWriter, Disposable } from 'vscode-languageserver';
import type { Transport } from '../kit/client';

/** What the page offers, beside what every page has. */
interface PageScope {
  startWorker(id: number): void;
  postToWorker(id: number, message: string): void;
  endWorker(id: number): void;
}

const bundle = 'dist/web/server.js';
// Any address will do: nothing but what stands here is served under it.
const address = 'http://nianbao.test';

let opened: Promise<{ readonly browser: Browser; readonly page: Page }> | undefined;
const listeners = new Map<number, DataCallback>();
let workers = 0;

/** A new worker, with what was sent to it and by it in the order of sending. */
export async function startWorker(): Promise<Transport> {
  const { page } = await (opened ??= openPage());
  const id = ++workers;
  await page.evaluate((number) => {
    (globalThis as unknown as PageScope).startWorker(number);
  }, id);
  return {
    reader: new Reader(id),
    writer: new Writer(id, page),
    dispose: () => {
      listeners.delete(id);
      // The page may be closed already, and its workers with it.
      void page
        .evaluate((number) => {
          (globalThis as unknown as PageScope).endWorker(number);
        }, id)
        .catch(() => undefined);
    },
  };
}

/** Closes the page with all workers that are left. */
export async function closePage(): Promise<void> {
  await (await opened)?.browser.close();
}

class Reader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly id: number) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    listeners.set(this.id, callback);
    return Disposable.create(() => {
      listeners.delete(this.id);
    });
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  constructor(
    private readonly id: number,
    private readonly page: Page,
  ) {
    super();
  }

  write(message: Message): Promise<void> {
    return this.page.evaluate(
      ([id, text]) => {
        (globalThis as unknown as PageScope).postToWorker(id, text);
      },
      [this.id, JSON.stringify(message)] as const,
    );
  }

  end(): void {
    // Nothing is kept back.
  }
}

async function openPage(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.connect(process.env['NIANBAO_CHROMIUM'] ?? '');
  const page = await browser.newPage();
  await page.route(`${address}/**`, (route) =>
    route.fulfill(
      route.request().url() === `${address}/server.js`
        ? { contentType: 'text/javascript', body: readFileSync(bundle) }
        : { contentType: 'text/html', body: '' },
    ),
  );
  await page.exposeFunction('receive', (id: number, text: string) => listeners.get(id)?.(JSON.parse(text) as Message));
  await page.goto(`${address}/`);
  await page.evaluate(script);
  return { browser, page };
}

/** Runs in the page. */
const script = `
  const workers = new Map();
  globalThis.startWorker = (id) => {
    const worker = new Worker('/server.js');
    worker.onmessage = ({ data }) => receive(id, JSON.stringify(data));
    worker.onerror = ({ message }) => receive(id, JSON.stringify({ jsonrpc: '2.0', method: 'window/logMessage', params: { type: 1, message } }));
    workers.set(id, worker);
  };
  globalThis.postToWorker = (id, text) => workers.get(id)?.postMessage(JSON.parse(text));
  globalThis.endWorker = (id) => { workers.get(id)?.terminate(); workers.delete(id); };
`;
