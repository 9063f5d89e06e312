/** What the user says of single documents is stronger than what their content tells. */
import fc from 'fast-check';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { type Client, type ClientOptions, connect } from '../kit/client';
import { ordinaryText, sampleReport } from '../kit/sample';

const uri = 'file:///reports/notes.txt';
const wrong = sampleReport({ total: 25 });
const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(options: ClientOptions, text: string, languageId = 'plaintext'): Promise<Client> {
  const client = await connect(options);
  clients.push(client);
  await client.open(uri, text, languageId);
  return client;
}

async function pulled(client: Client): Promise<number> {
  const report: DocumentDiagnosticReport = await client.pull(uri);
  return report.kind === 'full' ? report.items.length : 0;
}

const statusOf = (client: Client): Promise<{ report: boolean; why: string }> => client.request('nianbao/status', { uri });

describe('a document said to be a report', () => {
  it('is checked as one, at once and until that is taken back', async () => {
    const client = await start({ pull: true }, ordinaryText);
    expect(await pulled(client)).toBe(0);
    const before = client.refreshes();
    await client.notify('nianbao/take', { uri, report: true });
    await client.settle();
    expect(client.refreshes()).toBe(before + 1);
    expect(await pulled(client)).toBeGreaterThan(0);
    expect(await statusOf(client)).toMatchObject({ report: true, why: expect.stringContaining('已指定') });
    await client.notify('nianbao/take', { uri, report: null });
    expect(await pulled(client)).toBe(0);
    expect(await statusOf(client)).toMatchObject({ report: false });
  });

  it('is so from the start where the client remembered it', async () => {
    const client = await start({ pull: true, initializationOptions: { taken: { [uri]: true, 'file:///other': 'x' } } }, ordinaryText);
    expect(await pulled(client)).toBeGreaterThan(0);
  });

  it('is one by its language', async () => {
    expect(await pulled(await start({ pull: true }, ordinaryText, 'nianbao'))).toBeGreaterThan(0);
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const report = parse(text, true);
        expect(report.recognized).toBe(true);
        for (const { span } of check(report)) expect(span.start <= span.end && span.end <= text.length).toBe(true);
      }),
    );
  });
});

describe('a document said to be none', () => {
  it('is left alone, and what was found is cleared at once (pushed)', async () => {
    const client = await start({ pull: false }, wrong);
    expect((await client.lastPushed(uri))?.diagnostics.length).toBeGreaterThan(0);
    await client.notify('nianbao/take', { uri, report: false });
    expect((await client.lastPushed(uri))?.diagnostics).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
    expect(await statusOf(client)).toMatchObject({ report: false, why: expect.stringContaining('不检查') });
  });

  it('is left alone from the start, also in the language of reports', async () => {
    const client = await start({ pull: true, initializationOptions: { taken: { [uri]: false } } }, wrong, 'nianbao');
    expect(await pulled(client)).toBe(0);
  });

  it('survives nonsense', async () => {
    const client = await start({ pull: true, initializationOptions: { taken: 'x' } }, wrong);
    for (const params of [null, {}, { uri: 5 }, { uri, report: 'yes' }]) await client.notify('nianbao/take', params);
    expect(await pulled(client)).toBeGreaterThan(0);
  });
});
