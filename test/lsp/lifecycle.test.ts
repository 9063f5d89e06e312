/** What is answered at the wrong time, of the wrong document, in another way of counting, and to a client that never reads. */
import type { MarkupKind } from 'vscode-languageserver/node';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { boundedWriter } from '../../server/src/lsp/bounded-writer';
import { bytesOf, unitsOf } from '../../server/src/lsp/position-encoding';
import { connect, serverOfTests } from '../kit/client';
import { sampleReport } from '../kit/sample';

const uri = 'file:///draft.txt';
const wrong = sampleReport({ total: 25 });
const initialize = { processId: null, rootUri: null, capabilities: {} };

async function raw() {
  const { reader, writer, dispose } = await serverOfTests.start();
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  return {
    ask: (method: string, params?: unknown): Promise<unknown> => connection.sendRequest(method, params),
    dispose: () => {
      connection.dispose();
      dispose();
    },
  };
}

describe('at the wrong time', () => {
  it('nothing is answered before initialize', async () => {
    const { ask, dispose } = await raw();
    await expect(ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).rejects.toMatchObject({
      code: -32002,
    });
    await expect(ask('nianbao/status', { uri })).rejects.toMatchObject({ code: -32002 });
    dispose();
  });

  it('nothing is answered after shutdown, and initialize not twice', async () => {
    const { ask, dispose } = await raw();
    await ask('initialize', initialize);
    await expect(ask('initialize', initialize)).rejects.toMatchObject({ code: -32600 });
    await expect(ask('nianbao/unheardOf', {})).rejects.toMatchObject({ code: -32601 });
    await ask('shutdown');
    await expect(ask('nianbao/status', { uri })).rejects.toMatchObject({ code: -32600 });
    await expect(ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).rejects.toMatchObject({
      code: -32600,
    });
    await expect(ask('nianbao/unheardOf', {})).rejects.toMatchObject({ code: -32600 });
    dispose();
  });
});

describe('documents that are not looked at', () => {
  it.each(['git:/draft.md?%7B%22ref%22%3A%22~%22%7D', 'git-graph:/draft.md', 'hg:/draft.md'])('%s', async (address) => {
    const client = await connect({ pull: true });
    await client.open(address, wrong, 'markdown');
    expect(await client.pull(address)).toMatchObject({ items: [] });
    expect(await client.request('textDocument/semanticTokens/full', { textDocument: { uri: address } })).toEqual({ data: [] });
    client.dispose();
  });

  it('are those above the limit, and the status says so', async () => {
    const settings: { textLimit: number | null } = { textLimit: 1 };
    const client = await connect({ pull: true, configuration: () => settings, initializationOptions: { status: true } });
    await client.open(uri, wrong);
    expect(await client.pull(uri)).toMatchObject({ items: [] });
    expect(client.statuses.at(-1)).toMatchObject({ report: false, why: expect.stringContaining('1 KB') });
    expect(await client.request('nianbao/outline', { uri })).toEqual([]);
    settings.textLimit = null;
    await client.configure();
    expect(await client.pull(uri)).not.toMatchObject({ items: [] });
    client.dispose();
  });

  it('above two megabytes by themselves, and quickly', async () => {
    const client = await connect({ pull: true });
    await client.open(uri, wrong.repeat(Math.ceil(2_100_000 / wrong.length)));
    expect(await client.request('nianbao/status', { uri })).toMatchObject({ report: false, why: expect.stringContaining('2000 KB') });
    client.dispose();
  });

  it('an address that is not rightly written spoils nothing for others', async () => {
    const client = await connect({ pull: true });
    await client.open('file:///a/100%.txt', wrong);
    await client.open(uri, wrong);
    const found = await client.request<{ location: { uri: string } }[]>('workspace/symbol', { query: '' });
    expect(new Set(found.map(({ location }) => location.uri))).toEqual(new Set(['file:///a/100%.txt', uri]));
    client.dispose();
  });
});

describe('what the client can show', () => {
  const hoverFor = async (contentFormat: readonly MarkupKind[] | undefined): Promise<{ kind: string; value: string }> => {
    const client = await connect({
      pull: true,
      ...(contentFormat && { capabilities: { textDocument: { hover: { contentFormat: [...contentFormat] } } } }),
    });
    await client.open(uri, wrong);
    const [first] = ((await client.pull(uri)) as { items: { code: string; range: { start: unknown } }[] }).items.filter(
      ({ code }) => code === 'wrong-row-total',
    );
    const found = await client.request<{ contents: { kind: string; value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: first?.range.start,
    });
    client.dispose();
    return found.contents;
  };

  it('Markdown unless it says that it shows none', async () => {
    expect((await hoverFor(undefined)).kind).toBe('markdown');
    expect((await hoverFor(['plaintext', 'markdown'])).kind).toBe('markdown');
    const plain = await hoverFor(['plaintext']);
    expect(plain.kind).toBe('plaintext');
    expect(plain.value).not.toMatch(/\*\*|\\/);
    expect(plain.value).toContain('25');
  });
});

describe('UTF-8 positions', () => {
  it('are counted where the client likes them best', async () => {
    const client = await connect({ pull: true, capabilities: { general: { positionEncodings: ['utf-8', 'utf-16'] } } });
    const usual = await connect({ pull: true, capabilities: { general: { positionEncodings: ['utf-16', 'utf-8'] } } });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-8');
    expect(usual.initialized.capabilities.positionEncoding).toBe('utf-16');
    for (const one of [client, usual]) await one.open(uri, wrong);
    const bytes = Buffer.from(wrong, 'utf8').toString('utf8').split('\n');
    type Place = { line: number; character: number };
    const items = async (one: typeof client): Promise<{ range: { start: Place; end: Place } }[]> =>
      ((await one.pull(uri)) as unknown as { items: { range: { start: Place; end: Place } }[] }).items;
    const [own, others] = [await items(client), await items(usual)];
    expect(own.length).toBeGreaterThan(0);
    const asBytes = ({ line, character }: Place): Place => ({
      line,
      character: Buffer.byteLength((bytes[line] ?? '').slice(0, character), 'utf8'),
    });
    expect(own.map(({ range }) => range)).toEqual(others.map(({ range }) => ({ start: asBytes(range.start), end: asBytes(range.end) })));
    // There and back: the same hover at the same place, and edits of the client land where it means them.
    const at = others[0]?.range.start ?? { line: 0, character: 0 };
    const ask = { textDocument: { uri } };
    expect(await client.request('textDocument/hover', { ...ask, position: asBytes(at) })).toMatchObject({
      contents: ((await usual.request('textDocument/hover', { ...ask, position: at })) as { contents: unknown }).contents,
    });
    const tokens = async (one: typeof client): Promise<number[]> =>
      ((await one.request('textDocument/semanticTokens/full', ask)) as { data: number[] }).data;
    expect((await tokens(client)).length).toBe((await tokens(usual)).length);
    expect(await tokens(client)).not.toEqual(await tokens(usual));
    await client.change(uri, { range: { start: asBytes(at), end: asBytes(others[0]?.range.end ?? at) }, text: '26' });
    await usual.change(uri, { range: { start: at, end: others[0]?.range.end ?? at }, text: '26' });
    expect((await items(client)).length).toBe((await items(usual)).length);
    for (const one of [client, usual]) one.dispose();
  });

  it('of pairs and broken pairs', () => {
    const line = 'a字𠮷\ud842|';
    expect([0, 1, 2, 4, 5, 6].map((units) => bytesOf(line, units))).toEqual([0, 1, 4, 8, 11, 12]);
    expect([0, 1, 4, 8, 11, 12, 99].map((bytes) => unitsOf(line, bytes))).toEqual([0, 1, 2, 4, 5, 6, 6]);
    expect([2, 3, 5, 7].map((bytes) => unitsOf(line, bytes))).toEqual([1, 1, 2, 2]);
  });
});

describe('a client that never reads', () => {
  it('is no longer read from', async () => {
    const written: (() => void)[] = [];
    const calls: string[] = [];
    const inner = {
      onError: () => ({ dispose: () => undefined }),
      onClose: () => ({ dispose: () => undefined }),
      write: () => new Promise<void>((resolve) => written.push(resolve)),
      end: () => undefined,
      dispose: () => undefined,
    };
    const writer = boundedWriter(inner as never, { pause: () => calls.push('pause'), resume: () => calls.push('resume') });
    for (let i = 0; i < 200; i++) void writer.write({ jsonrpc: '2.0' });
    expect(calls).toEqual(['pause']);
    for (const done of written) done();
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls).toEqual(['pause', 'resume']);
  });
});
