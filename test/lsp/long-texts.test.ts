/** A long text is read in slices: whoever asks about another document meanwhile is answered first, and nobody gets what held for an earlier text. */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { afterEach, expect, it } from 'vitest';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import { type Client, connect } from '../kit/client';
import { sampleReport } from '../kit/sample';

const short = 'file:///reports/short.txt';
const long = 'file:///reports/long.txt';
const report = sampleReport({ total: 25 });
const volume = Array.from({ length: 60 }, (_, i) => sampleReport({ total: i % 7 === 0 ? 25 : 24 })).join('\n');

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(pull: boolean): Promise<Client> {
  const client = await connect({ pull });
  clients.push(client);
  await client.open(short, report);
  await client.pull(short).catch(() => undefined);
  return client;
}

const codesOf = (items: readonly Diagnostic[] = []): unknown[] => items.map(({ code }) => code);
const itemsOf = (answer: DocumentDiagnosticReport): Diagnostic[] => (answer.kind === 'full' ? answer.items : []);
const fresh = (text: string): unknown[] => checkUnsilenced(parse(text)).map(({ code }) => code);

it('answers about another document before the long one is read', async () => {
  const client = await start(true);
  const order: string[] = [];
  await client.open(long, volume);
  const found = client.pull(long).finally(() => order.push('long'));
  await client.pull(short).finally(() => order.push('short'));
  expect(codesOf(itemsOf(await found))).toEqual(fresh(volume));
  expect(order).toEqual(['short', 'long']);
});

it('gives what holds for the last text to all who asked', async () => {
  const client = await start(true);
  await client.open(long, volume);
  const early = client.pull(long);
  const start0 = { line: 0, character: 0 };
  await client.change(long, { range: { start: start0, end: start0 }, text: `${report}\n` });
  const late = client.pull(long);
  const expected = fresh(`${report}\n${volume}`);
  expect(codesOf(itemsOf(await early))).toEqual(expected);
  expect(codesOf(itemsOf(await late))).toEqual(expected);
});

it('pushes the findings of the last text', async () => {
  const client = await start(false);
  await client.open(long, volume);
  await client.change(long, { text: `${volume}\n${report}` });
  await client.request('textDocument/foldingRange', { textDocument: { uri: long } });
  expect(codesOf((await client.lastPushed(long))?.diagnostics)).toEqual(fresh(`${volume}\n${report}`));
});

it('answers nothing about a long text that was closed meanwhile', async () => {
  const client = await start(true);
  await client.open(long, volume);
  const found = client.pull(long);
  await client.close(long);
  expect(itemsOf(await found)).toEqual([]);
});
