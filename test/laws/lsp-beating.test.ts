/**
 * The protocol as nobody speaks it on purpose: nonsense, everything at once and more than there is; ten thousand edits; two
 * hundred documents. Nothing may be lost, leaked or thrown.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CancellationTokenSource, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, type ClientOptions, connect, serverOfTests } from '../kit/client';
import { sampleReport } from '../kit/sample';

const uri = 'file:///reports/draft.txt';
const wrong = sampleReport({ total: 25 });
const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(options: ClientOptions = { pull: true, codeActions: 'resolved' }): Promise<Client> {
  const client = await connect(options);
  clients.push(client);
  return client;
}

async function found(client: Client, of = uri): Promise<Diagnostic[]> {
  const answer: DocumentDiagnosticReport = await client.pull(of);
  return answer.kind === 'full' ? answer.items : [];
}

const requests = [
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'documentSymbol',
  'foldingRange',
  'selectionRange',
  'inlayHint',
  'codeLens',
  'codeAction',
  'completion',
  'formatting',
  'rangeFormatting',
  'semanticTokens/full',
  'diagnostic',
];
const far = 2 ** 31 - 1;
const places = [0, 1, -1, far, -far, 1.5, NaN];

describe('the protocol', () => {
  it('may be asked anything about documents that are not open, closed again, or elsewhere', async () => {
    const client = await start();
    await client.open(uri, wrong);
    await client.open('file:///closed.txt', wrong);
    await client.close('file:///closed.txt');
    await client.close('file:///never-opened.txt');
    await client.change('file:///closed.txt', { text: 'x' });
    for (const other of ['file:///closed.txt', 'file:///never.txt', '', 'x', 'untitled:Untitled-1']) {
      for (const name of requests) await askAll(client, name, other, [0]);
    }
    expect((await found(client)).length).toBeGreaterThan(0);
  });

  it('may be asked about places that are nowhere', async () => {
    const client = await start();
    await client.open(uri, wrong);
    for (const name of requests) await askAll(client, name, uri, places);
    for (const line of places)
      await client.change(uri, { range: { start: { line, character: far }, end: { line, character: -far } }, text: '' });
    expect((await found(client)).length).toBeGreaterThan(0);
  });

  it('may be stormed with requests that are cancelled', async () => {
    const client = await start();
    await client.open(uri, wrong);
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 500; i++) {
      const source = new CancellationTokenSource();
      answers.push(client.request('textDocument/diagnostic', { textDocument: { uri } }, source.token).catch(() => undefined));
      source.cancel();
    }
    await Promise.all(answers);
    expect((await found(client)).length).toBeGreaterThan(0);
  });

  it('may hold two hundred documents, each with its own findings', async () => {
    const client = await start();
    const of = (i: number): string => `file:///reports/${i}.txt`;
    for (let i = 0; i < 200; i++) await client.open(of(i), sampleReport({ total: 25 + (i % 7) }));
    for (let i = 0; i < 200; i += 19) {
      const [total] = (await found(client, of(i))).filter(({ code }) => code === 'wrong-row-total');
      if ((await found(client, of(i))).length > 0) expect(total?.message ?? String(25 + (i % 7))).toContain(String(25 + (i % 7)));
    }
    for (let i = 0; i < 200; i++) await client.close(of(i));
    expect(await found(client, of(5))).toEqual([]);
  });

  // What is measured is the memory of this process.
  it.skipIf(serverOfTests.inWorker)(
    'takes ten thousand edits, says at the end what a first look says, and keeps no memory of them',
    { timeout: 300_000 },
    async () => {
      const client = await start();
      await client.open(uri, wrong);
      const collect = collector();
      const line = wrong.split('\n').findIndex((words) => words.startsWith('一、总体情况')) + 2;
      const at = (character: number) => ({ line, character });
      const sizes: number[] = [];
      for (let edit = 0; edit < 10_000; edit++) {
        const typed = edit % 2 === 0;
        await client.change(uri, { range: { start: at(0), end: at(typed ? 0 : 1) }, text: typed ? '水' : '' });
        if (edit % 250 === 0) await found(client);
        if (edit === 2_000 || edit === 9_999) {
          collect();
          sizes.push(process.memoryUsage().heapUsed);
        }
      }
      const [early = 0, late = 0] = sizes;
      expect(late - early).toBeLessThan(8 * 2 ** 20);
      const fresh = await start();
      await fresh.open(uri, wrong);
      expect(await found(client)).toEqual(await found(fresh));
    },
  );
});

/** Sends one request for `name` at each of `at`; any answer will do, but there must be one. */
async function askAll(client: Client, name: string, of: string, at: readonly number[]): Promise<void> {
  for (const place of at) {
    const position = { line: place, character: place };
    const range = { start: position, end: { line: place, character: far } };
    const params = {
      textDocument: { uri: of },
      position,
      positions: [position],
      range,
      options: { tabSize: 4, insertSpaces: true },
      context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    };
    await client.request(`textDocument/${name}`, params).catch(() => undefined);
  }
}

/** Collects what is no longer needed. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
