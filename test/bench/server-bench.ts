/** What the language server costs over standard input and output, beside the echo server: a keystroke, and the start. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node';
import { makeReport } from './reports';
import { compare, median, type Comparison } from './statistics';
import type { Line } from './table';

/**
 * Measures both servers in turn.
 * @param programs folder that holds `server.js` and `test/echo.js`.
 */
export async function serverLines(programs: string): Promise<Line[]> {
  const ours = join(programs, 'server.js');
  const echo = join(programs, 'test', 'echo.js');
  const lines: Line[] = [];
  for (const [size, name, aim] of [
    [30_000, '30 KB', 4],
    [1_000_000, '1 MB', 10],
  ] as const) {
    const text = makeReport({ layout: 'pipes', unit: 'bytes', size, seed: 4 });
    const { ratio, low, high, subject, baseline } = await compareKeystrokes(ours, echo, text);
    lines.push({
      what: `didChange to diagnostics over stdio, ${name}, against an echo server`,
      measured: `${ratio.toFixed(1)} × (${low.toFixed(1)}–${high.toFixed(1)}; ${subject.toFixed(2)} ms against ${baseline.toFixed(2)} ms)`,
      aim: `≤ ${aim} ×`,
      met: ratio <= aim,
    });
  }
  const text = makeReport({ layout: 'pipes', unit: 'bytes', size: 8_000, seed: 5 });
  await startOnce(ours, text);
  await startOnce(echo, text);
  const { ratio, low, high, subject, baseline } = await compare(
    25,
    () => startOnce(ours, text),
    () => startOnce(echo, text),
  );
  lines.push({
    what: 'process start to first diagnostics of an 8 KB report, against an echo server',
    measured: `${ratio.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)}; ${subject.toFixed(0)} ms against ${baseline.toFixed(0)} ms)`,
    aim: '≤ 1.3 ×',
    met: ratio <= 1.3,
  });
  return lines;
}

async function compareKeystrokes(ours: string, echo: string, text: string): Promise<Comparison> {
  const [subject, baseline] = await Promise.all([connect(ours, text), connect(echo, text)]);
  const burst = async (session: Session) => {
    const durations: number[] = [];
    for (let keystroke = 0; keystroke < 20; keystroke++) durations.push(await session.type());
    return median(durations);
  };
  for (let warming = 0; warming < 5; warming++) {
    await burst(subject);
    await burst(baseline);
  }
  const comparison = await compare(
    25,
    () => burst(subject),
    () => burst(baseline),
  );
  await Promise.all([subject.close(), baseline.close()]);
  return comparison;
}

/** Milliseconds from the start of the process to the diagnostics of the document it is given. */
async function startOnce(program: string, text: string): Promise<number> {
  const start = performance.now();
  const session = await connect(program, text);
  const duration = performance.now() - start;
  await session.close();
  return duration;
}

interface Session {
  /** One keystroke and the diagnostics after it; gives the milliseconds between. */
  type(): Promise<number>;
  close(): Promise<void>;
}

const uri = 'file:///report.txt';

/** A server process with `text` open and its first diagnostics received. */
async function connect(program: string, text: string): Promise<Session> {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    locale: 'zh-cn',
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false } } },
  });
  const pull = () =>
    connection.sendRequest<{ readonly items: readonly Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
  await pull();

  const keystrokes = keystrokesFor(text);
  let version = 1;
  return {
    async type() {
      const change = keystrokes[(version - 1) % keystrokes.length];
      version++;
      const start = performance.now();
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
      await pull();
      return performance.now() - start;
    },
    async close() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      server.kill();
    },
  };
}

interface Change {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/** A character typed into the prose and taken back, a digit typed into a cell of table three and taken back. */
function keystrokesFor(text: string): readonly Change[] {
  const lines = text.split('\n');
  const prose = lines.findIndex((line) => line.startsWith('（三）'));
  const row = lines.findIndex((line) => line.startsWith('一、本年新收'));
  return [...typedAndTaken(prose, 8, '水'), ...typedAndTaken(row, (lines[row] ?? '').indexOf('|') + 2, '1')];
}

/** In the order of versions 2, 3, …: the first of the pair is the one typed. */
function typedAndTaken(line: number, character: number, typed: string): Change[] {
  const at = (end: number) => ({ start: { line, character }, end: { line, character: end } });
  return [
    { range: at(character), text: typed },
    { range: at(character + typed.length), text: '' },
  ];
}
