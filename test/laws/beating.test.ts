/**
 * What nobody does on purpose: any string through reader, rules and fixes; and no network. Nothing may be lost or thrown. The
 * like of it for the protocol is in lsp-beating.test.ts.
 */
import { spawn, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { fixAll } from '../../server/src/features/actions/fixes';
import { workedOut } from '../../server/src/findings/finding';
import { normalize } from '../../server/src/features/normalize/normalize';
import { parse } from '../../server/src/report/parse';
import { targets } from '../../server/src/report/writing/table-format';
import { applyEdits } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import { clean } from '../kit/figures';
import { type Layout, layouts, report } from '../kit/layouts';
import { sampleReport } from '../kit/sample';

const whole = report(layouts[0] as Layout);
const pieces = [
  ...new Set(whole.split(/(?<=[。；，|\n])/)),
  '\r',
  '\t',
  '|',
  '||',
  '| --- |\n',
  '<table>',
  '<td>',
  '</tr>',
  '&nbsp;',
  '\u0000',
  '\ud800',
  '\u2028',
  '　',
  'x件',
  '２０',
  '-3',
  '1,234',
  '<!-- nianbao-disable',
  ' -->',
  '【nianbao-enable】',
  '\u2f8f',
];
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
        const findings = check(read).map(workedOut);
        expect(findings).toEqual(check(parse(text)).map(workedOut));
        let last = 0;
        for (const { span, related = [], fix } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          for (const place of [span, ...related.map((one) => one.span), ...(fix?.edits ?? []).map((edit) => edit.span)])
            expectInside(place, text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is mended once and for all, and its tables are written once and for all', () => {
    const mended = (text: string): string => {
      const read = parse(text);
      return applyEdits(
        text,
        fixAll({ report: read, findings: check(read), check: (other) => check(other) }).flatMap((action) => action.edits()),
      );
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
  return parse(text)
    .tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .reduce((sum, { span }) => sum + text.slice(span.start, span.end).replace(/[^0-9０-９]/g, '').length, 0);
}

function expectInside({ start, end }: Span, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

describe('the network', () => {
  const uri = 'file:///reports/draft.txt';
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
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'plaintext', version: 1, text: sampleReport({ total: 25 }) } },
    });
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
