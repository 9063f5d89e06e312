/**
 * What nobody does on purpose: any string through reader, rules and fixes; a client that sends nonsense, everything at once
 * and more than there is; ten thousand edits; two hundred documents; no network. Nothing may be lost, leaked or thrown.
 */
import { spawn, spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { CancellationTokenSource, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../server/src/features/check';
import { fixAll } from '../server/src/features/fixes';
import { normalize } from '../server/src/features/normalize';
import { parse } from '../server/src/report/parse';
import { targets } from '../server/src/report/write-table';
import { applyEdits } from '../server/src/text/edit';
import type { Span } from '../server/src/text/span';
import { type Client, type ClientOptions, connect } from './kit/client';
import { clean } from './kit/figures';
import { type Layout, layouts, report } from './kit/layouts';
import { sampleReport } from './kit/sample';

const whole = report(layouts[0] as Layout);
const pieces = [...new Set(whole.split(/(?<=[。；，|\n])/)), '\r', '\t', '|', '||', '| --- |\n', '<table>', '<td>', '</tr>', '&nbsp;', '\u0000', '\ud800', '\u2028', '　', 'x件', '２０', '-3', '1,234', '<!-- nianbao-disable', ' -->', '【nianbao-enable】', '\u2f8f'];
/** Strings of any kind: of any code units, of a report's pieces in any order, and a report with something cut or put in. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...layouts), fc.nat(), fc.nat(60), fc.constantFrom(...pieces)).map(([layout, at, length, piece]) => {
    const text = report(layout, clean());
    const start = at % text.length;
    return text.slice(0, start) + piece + text.slice(start + length);
  }),
);

describe('any string', () => {
  it('is read without a throw, with findings inside, in order, and the same a second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parse(text);
        expect(read.text).toHaveLength(text.length);
        const findings = check(read);
        expect(findings).toEqual(check(parse(text)));
        let last = 0;
        for (const { span, related = [], fix } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          for (const place of [span, ...related.map((one) => one.span), ...(fix?.edits ?? []).map((edit) => edit.span)]) expectInside(place, text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is mended once and for all, and its tables are written once and for all', () => {
    const mended = (text: string): string => {
      const read = parse(text);
      return applyEdits(text, fixAll({ report: read, findings: check(read), check: (other) => check(other) }).flatMap((action) => action.edits()));
    };
    fc.assert(
      fc.property(anyText, fc.constantFrom(...targets), (text, target) => {
        const once = mended(text);
        expect(mended(once)).toBe(once);
        const written = applyEdits(text, normalize(parse(text), { target }).edits);
        expect(written.replace(/[^0-9０-９]/g, '').length).toBeGreaterThanOrEqual(text.length === 0 ? 0 : countOfTableDigits(text));
        expect(applyEdits(written, normalize(parse(written), { target }).edits)).toBe(written);
      }),
      { numRuns: 120 },
    );
  });
});

/** Digits in the cells that were read. */
function countOfTableDigits(text: string): number {
  return parse(text).tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).reduce((sum, { span }) => sum + text.slice(span.start, span.end).replace(/[^0-9０-９]/g, '').length, 0);
}

function expectInside({ start, end }: Span, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

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

const requests = ['hover', 'definition', 'references', 'documentHighlight', 'documentSymbol', 'foldingRange', 'selectionRange', 'inlayHint', 'codeLens', 'codeAction', 'completion', 'formatting', 'rangeFormatting', 'semanticTokens/full', 'diagnostic'];
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
    for (const line of places) await client.change(uri, { range: { start: { line, character: far }, end: { line, character: -far } }, text: '' });
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

  it('takes ten thousand edits, says at the end what a first look says, and keeps no memory of them', { timeout: 300_000 }, async () => {
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
  });
});

/** Sends one request for `name` at each of `at`; any answer will do, but there must be one. */
async function askAll(client: Client, name: string, of: string, at: readonly number[]): Promise<void> {
  for (const place of at) {
    const position = { line: place, character: place };
    const range = { start: position, end: { line: place, character: far } };
    const params = { textDocument: { uri: of }, position, positions: [position], range, options: { tabSize: 4, insertSpaces: true }, context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 } };
    await client.request(`textDocument/${name}`, params).catch(() => undefined);
  }
}

/** Collects what is no longer needed. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

describe('the network', () => {
  const draft = 'test/reports/qingshi-town-2023.txt';
  const watched = ['--import', './test/kit/no-network.mjs'];

  it('is never called by the command line', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [...watched, 'dist/cli.js', 'check', draft], { encoding: 'utf8' });
    expect(stderr).not.toContain('network');
    expect([0, 1]).toContain(status);
    expect(stdout).toContain(draft);
  });

  it('is not there, and is not missed', (context) => {
    if (spawnSync('unshare', ['-n', 'true']).status !== 0) context.skip('needs the right to leave the network');
    const { status, stdout } = spawnSync('unshare', ['-n', process.execPath, 'dist/cli.js', 'check', draft], { encoding: 'utf8' });
    expect([0, 1]).toContain(status);
    expect(stdout).toContain(draft);
  });

  it('is never called by the language server', async () => {
    const server = spawn(process.execPath, [...watched, 'dist/cli.js', 'lsp', '--stdio']);
    const said = { output: '', trouble: '' };
    let asked = false;
    server.stderr.setEncoding('utf8').on('data', (words: string) => void (said.trouble += words));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'plaintext', version: 1, text: wrong } } });
    send({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 3, character: 2 } } });
    server.stdout.setEncoding('utf8').on('data', (words: string) => {
      said.output += words;
      if (said.output.includes('"id":3')) send({ method: 'exit' });
      else if (said.output.includes('wrong-row-total') && said.output.includes('"id":2') && !asked) {
        asked = true;
        send({ id: 3, method: 'shutdown' });
      }
    });
    const code = await new Promise((resolve) => server.on('close', resolve));
    expect(said.trouble).not.toContain('network');
    expect(said.output).toContain('wrong-row-total');
    expect(code).toBe(0);
  });
});
