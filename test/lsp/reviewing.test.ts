/** What reviewers decide about findings: offered where reports are reviewed, written beside the roster, told as threads, also of a later version. */
import type { CodeAction, Range } from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import type { DecideAnswer, DecideParams, ThreadsAnswer } from '../../server/src/lsp/protocol';
import { type Client, connect } from '../kit/client';
import { sampleReport } from '../kit/sample';

const uri = 'file:///w/2024/a.txt';
const place = 'file:///w/.nianbao-review.json';
const wrong = sampleReport({ total: 25 });
const at = wrong.indexOf('25 |');
const line = wrong.slice(0, at).split('\n').length - 1;
const character = at - wrong.lastIndexOf('\n', at) - 1;
const there: Range = { start: { line, character }, end: { line, character } };

let client: Client | undefined;
afterEach(() => client?.dispose());

async function opened(files: Record<string, string | undefined>, text = wrong): Promise<Client> {
  client = await connect({
    pull: true,
    files,
    watches: true,
    folders: ['file:///w'],
    codeActions: 'plain',
    initializationOptions: { silencing: true },
  });
  await client.open(uri, text);
  return client;
}

const roster = { 'file:///w/.nianbao.json': '{ "units": [{ "name": "青禾县水利局" }] }' };

async function decide(asked: Omit<DecideParams, 'uri'>): Promise<DecideAnswer> {
  return (client as Client).request<DecideAnswer>('nianbao/decide', { uri, ...asked });
}

/** Writes what the server wants written, as the client does. */
async function write(files: Record<string, string | undefined>, { file }: DecideAnswer): Promise<void> {
  files[file?.uri ?? ''] = file?.text;
  await client?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file?.uri ?? '', type: 2 }] });
}

const threads = async () => ((await client?.request<ThreadsAnswer>('nianbao/threads', { uri })) ?? { threads: [], open: [] }).threads;
const actions = async () =>
  (
    await (client as Client).request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: there,
      context: { diagnostics: [] },
    })
  )
    .map(({ command }) => command?.command ?? '')
    .filter((command) => command.startsWith('nianbao.review.'));

describe('a reviewer', () => {
  const finding = { rule: 'wrong-row-total', turn: 0 };

  it('is offered to decide only where reports are reviewed', async () => {
    const files: Record<string, string | undefined> = { ...roster };
    await opened(files);
    expect(new Set(await actions())).toEqual(new Set(['nianbao.review.return', 'nianbao.review.accept', 'nianbao.review.dismiss']));
    client?.dispose();
    await opened({});
    expect(await actions()).toEqual([]);
  });

  it('returns, confirms and dismisses; it is written beside the roster, and never over what cannot be read', async () => {
    const files: Record<string, string | undefined> = { ...roster };
    await opened(files);
    const returned = await decide({ finding, decision: 'return', reason: '请核对台账' });
    expect(returned.file?.uri).toBe(place);
    await write(files, returned);
    expect(await threads()).toMatchObject([{ decision: 'return', became: 'left', reason: '请核对台账' }, { became: 'added' }]);
    const [thread] = await threads();
    await write(files, await decide({ finding: { fingerprint: thread?.fingerprint ?? '' }, decision: 'dismiss', reason: '另有口径' }));
    expect(await threads()).toMatchObject([{ decision: 'dismiss', reason: '另有口径' }]);
    await write(files, await decide({ finding: { fingerprint: thread?.fingerprint ?? '' }, decision: 'clear' }));
    expect(await threads()).toEqual([]);
    files[place] = '{ "version": 7, "decisions": [] }';
    expect(await decide({ finding, decision: 'accept' })).toEqual({ file: { uri: place } });
  });

  it('decides by the line, and nothing where no finding stands', async () => {
    await opened({ ...roster });
    const { open } = await (client as Client).request<ThreadsAnswer>('nianbao/threads', { uri });
    expect(open.length).toBeGreaterThan(0);
    const answer = await decide({ finding: { range: open[0] as Range }, decision: 'accept' });
    expect(answer.file?.text).toContain('"accept"');
    const nowhere = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    expect(await decide({ finding: { range: nowhere }, decision: 'accept' })).toEqual({});
  });

  it('sees in the second submission what was changed, what still stands and what is new', async () => {
    const files: Record<string, string | undefined> = { ...roster };
    await opened(files);
    await write(files, await decide({ finding, decision: 'return' }));
    client?.dispose();
    await opened(files, sampleReport({ total: 26 }));
    expect((await threads())[0]).toMatchObject({ decision: 'return', became: 'left' });
    client?.dispose();
    await opened(files, sampleReport().replace('有效', '有効XX件'));
    const after = await threads();
    expect(after).toContainEqual(expect.objectContaining({ decision: 'return', became: 'mended' }) as unknown);
  });
});
