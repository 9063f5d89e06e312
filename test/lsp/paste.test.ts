/** `nianbao/paste` and `nianbao/copyTable` through the protocol. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CopyAnswer, PasteAnswer } from '../../server/src/lsp/protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client, ClientOptions } from '../kit/client';
import { connect } from '../kit/client';
import { clean, seen } from '../kit/figures';
import { programs } from '../kit/programs';
import { ordinaryText, sampleReport } from '../kit/sample';

const uri = 'file:///reports/draft.txt';
const [, third] = seen(clean());
const html = programs[0]?.write([third]) ?? '';
const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(text: string, options: ClientOptions = {}, language = 'plaintext'): Promise<Client> {
  const client = await connect({ pull: true, ...options });
  clients.push(client);
  await client.open(uri, text, language);
  return client;
}

const place = (line: number, character = 0) => ({ start: { line, character }, end: { line, character } });
const heading = sampleReport()
  .split('\n')
  .findIndex((line) => line.startsWith('五、'));

describe('nianbao/paste', () => {
  const ask = (client: Client, more: object): Promise<PasteAnswer> =>
    client.request('nianbao/paste', { uri, range: place(heading), html, text: 'plain', ...more });

  it('offers the table as the settings want it for the kind of file', async () => {
    const offers = await Promise.all(
      [
        start(sampleReport()),
        start(sampleReport(), {}, 'markdown'),
        start(sampleReport(), { configuration: () => ({ normalize: { plaintext: 'html' } }) }),
      ].map(async (client) => (await ask(await client, {})).offer),
    );
    expect(offers.map((offer) => offer?.title)).toEqual(Array<string>(3).fill('粘贴为标准表格（表三）'));
    expect(offers.every((offer) => offer?.preferred)).toBe(true);
    const [drawn, markdown, source] = offers.map((offer) =>
      TextDocument.applyEdits(TextDocument.create(uri, 'x', 1, sampleReport()), offer ? [offer.edit] : []),
    );
    expect(drawn).toContain('\n| 一、本年新收政府信息公开申请数量 |   41 |        7 |');
    expect(drawn).toContain('\n|----');
    expect(markdown).toContain('| 一、本年新收政府信息公开申请数量 ');
    expect(source).toContain('<td colspan="3">一、本年新收政府信息公开申请数量</td><td>41</td>');
  });

  it('speaks the client’s language', async () => {
    const client = await start(sampleReport(), { locale: 'en' });
    expect((await ask(client, {})).offer?.title).toBe('Paste as standard table (表三)');
    const broken = html.replace(/<td(?:(?!<td)[^])*?>55<(?:(?!<td)[^])*?<\/td>/, '');
    expect(broken.length).toBeLessThan(html.length);
    expect(await ask(client, { html: broken })).toEqual({
      told: [expect.stringMatching(/^表三: .*一、本年新收政府信息公开申请数量.*6.*7/)],
    });
  });

  it('offers nothing for what is no report, no table, not open or switched off', async () => {
    const nothing = { told: [] };
    expect(await ask(await start(ordinaryText), { range: place(0) })).toEqual(nothing);
    const client = await start(sampleReport());
    expect(await ask(client, { html: '<p>x</p>' })).toEqual(nothing);
    expect(await ask(client, { html: undefined, text: undefined })).toEqual(nothing);
    expect(await ask(client, { uri: 'file:///other.txt' })).toEqual(nothing);
    expect(await ask(await start(sampleReport(), { configuration: () => ({ enable: false }) }), {})).toEqual(nothing);
  });

  it('survives places outside of the text', async () => {
    const client = await start(sampleReport());
    expect((await ask(client, { range: place(1e9, 1e9) })).offer?.edit.range.start.line).toBe(sampleReport().split('\n').length - 1);
    await expect(ask(client, { range: null })).rejects.toThrow();
    expect((await ask(client, {})).offer).toBeDefined();
  });
});

describe('nianbao/copyTable', () => {
  const ask = (client: Client, line: number, target: string): Promise<CopyAnswer> =>
    client.request('nianbao/copyTable', { uri, position: { line, character: 0 }, target });

  it('gives the table meant in the way asked for', async () => {
    const client = await start(sampleReport());
    const [tabs, source, markdown] = await Promise.all(['tabs', 'html', 'markdown'].map((target) => ask(client, heading - 1, target)));
    expect(tabs?.text).toMatch(/^行政复议\t\t\t\t\t行政诉讼\t/);
    expect(source?.text).toMatch(/^<table border="1"/);
    expect(markdown?.text).toMatch(/^\| 项目 .*\n\| -+ \|.*\n\| 行政复议 /);
    expect(tabs?.table).toBe('表四');
  });

  it('says where there is none, or why it is not copied', async () => {
    const client = await start(sampleReport().replace('| 36 |', '|').replace('规章 | 0 |', '规章 | 0 | 0 |'));
    expect(await ask(client, 0, 'tabs')).toEqual({});
    const line = sampleReport()
      .split('\n')
      .findIndex((one) => one.startsWith('规章'));
    const answer = await ask(client, line, 'tabs');
    expect(answer).toMatchObject({
      table: '表二',
      refused: [{ message: expect.stringContaining('表二没有复制：「规章」有 4 个数') as string, range: { start: { line } } }],
    });
    expect(answer.text).toBeUndefined();
    expect(await ask(await start(ordinaryText), 6, 'tabs')).toEqual({});
  });
});
