/** Code actions through the protocol: what a client is offered, what it gets when it chooses, and that texts may change meanwhile. */
import type { CodeAction, Diagnostic, FullDocumentDiagnosticReport, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, describe, expect, it } from 'vitest';
import { clean } from '../kit/figures';
import type { Client, ClientOptions } from '../kit/client';
import { connect } from '../kit/client';
import { type Layout, layouts, prose, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const uri = 'file:///reports/draft.md';
const wrong = sampleReport({ total: 25 });
/** A safe fix in table two, an unsafe one in table three. */
const mixed = sampleReport({ total: 25 }).replace('行政许可 | 126 |', '行政许可 | １２６ |').replace('行政处罚 | 9 |', '行政处罚 | 9件 |');

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(text: string, options: ClientOptions = { codeActions: 'resolved' }): Promise<Client> {
  const client = await connect({ pull: true, ...options });
  clients.push(client);
  await client.open(uri, text, 'markdown');
  return client;
}

const diagnosticsOf = async (client: Client): Promise<Diagnostic[]> => ((await client.pull(uri)) as FullDocumentDiagnosticReport).items;

/** The actions on the first finding of `code`, with that finding as context. */
async function actionsOn(client: Client, code: string, only?: string[]): Promise<CodeAction[]> {
  const diagnostic = (await diagnosticsOf(client)).find((found) => found.code === code);
  if (!diagnostic) throw new Error(`no ${code}`);
  return ask(client, diagnostic.range, [diagnostic], only);
}

/** Without what writes tables anew (see normalize.test.ts) and what only silences. */
async function ask(client: Client, range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
  return (await askAll(client, range, diagnostics, only)).filter(({ title }) => !silences.test(title));
}

const silences = /^(?:不再提示|全文不再提示|Disable )/;

async function askAll(client: Client, range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only && { only }) },
  });
  return actions.filter(({ kind }) => kind !== 'refactor.rewrite.nianbao.normalize');
}

const resolve = (client: Client, action: CodeAction | undefined): Promise<CodeAction> => client.request('codeAction/resolve', action);

/** `text` after the action, which must name the document and its version. */
function apply(text: string, { edit }: CodeAction, version = 1): string {
  const [change, ...more] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(more).toEqual([]);
  expect(change?.textDocument).toEqual({ uri, version });
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'markdown', 1, text),
    (change?.edits ?? []) as { range: Range; newText: string }[],
  );
}

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('the handshake', () => {
  it('names the kinds, and offers to compute edits later where the client can wait', async () => {
    const codeActionKinds = ['quickfix', 'refactor.rewrite', 'source.fixAll.nianbao'];
    expect((await start(wrong)).initialized.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(codeActionKinds) as string[],
      resolveProvider: true,
    });
    expect((await start(wrong, { codeActions: 'plain' })).initialized.capabilities.codeActionProvider).toMatchObject({
      resolveProvider: false,
    });
    expect((await start(wrong, {})).initialized.capabilities.codeActionProvider).toBeUndefined();
  });
});

describe('a wrong total', () => {
  it('is offered to be mended, with its old and new value and its diagnostic', async () => {
    const client = await start(wrong);
    const actions = await actionsOn(client, 'wrong-row-total');
    const fix = actions.find(({ title }) => title.includes('由 25 改为 24'));
    expect(fix).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'wrong-row-total' }] });
    expect(fix?.isPreferred).toBeUndefined();
    expect(fix?.edit).toBeUndefined();
    expect(actions.find(({ title }) => title === '重算本表总计（改 1 处：25→24）')).toMatchObject({ kind: 'refactor.rewrite' });
    for (const action of actions) {
      expect(Object.keys(action.data as object).sort()).toEqual(['id', 'kind', 'uri', 'version']);
      expect(apply(wrong, await resolve(client, action)), action.title).toBe(sampleReport());
    }
  });

  it('has its edit at once for a client that cannot wait', async () => {
    const client = await start(wrong, { codeActions: 'plain' });
    for (const action of await actionsOn(client, 'wrong-row-total')) {
      expect(action.data).toBeUndefined();
      expect(apply(wrong, action)).toBe(sampleReport());
    }
  });

  it('is told in English to whom it concerns', async () => {
    const client = await start(mixed, { codeActions: 'resolved', locale: 'en' });
    const titles = [
      ...(await actionsOn(client, 'wrong-row-total')),
      ...(await actionsOn(client, 'nonstandard-number')),
      ...(await ask(client, everywhere, [], ['source'])),
    ].map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(4);
    for (const title of titles) expect(title).toMatch(/[a-z]{3}/);
  });
});

describe('what is asked for', () => {
  it.each([
    [undefined, ['quickfix', 'refactor.rewrite']],
    [['quickfix'], ['quickfix']],
    [['refactor'], ['refactor.rewrite']],
    [['refactor.rewrite'], ['refactor.rewrite']],
    [['refactor.extract'], []],
    [['source.fixAll'], ['source.fixAll.nianbao']],
    [['source.fixAll.nianbao'], ['source.fixAll.nianbao']],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports'], []],
  ])('only %j gives %j', async (only, expected) => {
    const kinds = (await actionsOn(await start(mixed), 'wrong-row-total', only)).map(({ kind = '' }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(expected);
  });

  it('is nothing in an ordinary text, with everything switched off, or in a document that is not open', async () => {
    expect(await ask(await start(ordinaryText), everywhere)).toEqual([]);
    expect(
      await ask(
        await start(wrong, { codeActions: 'resolved', initializationOptions: { settings: { enable: false } } }),
        everywhere,
        [],
        ['source'],
      ),
    ).toEqual([]);
    const client = await start(wrong);
    await client.close(uri);
    expect(await ask(client, everywhere)).toEqual([]);
  });

  it('does not bring what a setting has switched off', async () => {
    const client = await start(mixed, {
      codeActions: 'resolved',
      initializationOptions: { settings: { severities: { 'nonstandard-number': 'off' } } },
    });
    expect(await ask(client, everywhere, [], ['source.fixAll'])).toEqual([]);
  });
});

describe('fixing all', () => {
  it('makes what is safe, once, and no figure is another', async () => {
    const client = await start(mixed);
    const [action, ...more] = await ask(client, everywhere, [], ['source.fixAll']);
    expect(more).toEqual([]);
    const after = apply(mixed, await resolve(client, action));
    expect(after).toBe(wrong);
    await client.change(uri, { text: after });
    expect(await ask(client, everywhere, [], ['source.fixAll'])).toEqual([]);
  });

  it('of one rule begins at any of its findings', async () => {
    const client = await start(mixed);
    const actions = await actionsOn(client, 'nonstandard-number');
    const whole = actions.find(({ title }) => title.startsWith('修正全文 2 处'));
    expect(apply(mixed, await resolve(client, whole))).toBe(wrong);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
  });
});

describe('a text that changes between offer and choice', () => {
  it('gets the same thing at its new place', async () => {
    const client = await start(wrong);
    const action = (await actionsOn(client, 'wrong-row-total')).find(({ title }) => title.includes('由 25 改为 24'));
    await client.change(uri, { text: `\n\n${wrong}` });
    expect(apply(`\n\n${wrong}`, await resolve(client, action), 2)).toBe(`\n\n${sampleReport()}`);
  });

  it('gets nothing where the thing is gone, or is another', async () => {
    const client = await start(wrong);
    const actions = await actionsOn(client, 'wrong-row-total');
    for (const text of [sampleReport(), sampleReport({ total: 30 }), ordinaryText]) {
      await client.change(uri, { text });
      for (const action of actions) expect((await resolve(client, action)).edit, action.title).toBeUndefined();
    }
    await client.close(uri);
    expect((await resolve(client, actions[0])).edit).toBeUndefined();
  });

  it('survives data that are not ours', async () => {
    const client = await start(wrong);
    for (const data of [
      undefined,
      null,
      5,
      {},
      { uri },
      { uri, version: 1, kind: 'quickfix', id: 'recompute/9/cell/x/y' },
      { uri, version: 1, kind: 'quickfix', id: '' },
    ]) {
      expect((await resolve(client, { title: 'x', data })).edit).toBeUndefined();
    }
  });
});

describe('many findings', () => {
  it('each have their own actions', async () => {
    const client = await start(report(layouts[0] as Layout, clean(), { five: `${prose.five}${'按某政办发[2021]3号办理。'.repeat(320)}` }));
    const all = await diagnosticsOf(client);
    expect(all.length).toBeGreaterThan(300);
    for (const diagnostic of all.filter(({ code }, i) => i % 30 === 0 && code === 'nonstandard-document-number')) {
      expect(await ask(client, diagnostic.range, [diagnostic], ['quickfix'])).not.toEqual([]);
    }
  });
});

describe('what leads somewhere', () => {
  const places = async (text: string, code: string, looks: boolean): Promise<CodeAction[]> => {
    const client = await start(text, { codeActions: 'resolved', initializationOptions: { looks } });
    return (await actionsOn(client, code)).filter(({ command }) => command);
  };

  it('selects what only the writer can type', async () => {
    const text = sampleReport().replace('六、', '答复留言x件。\n\n六、');
    const [action, ...more] = await places(text, 'placeholder-text', true);
    expect(more).toEqual([]);
    expect(action).toMatchObject({ title: '选中「x」，改成实际内容', kind: 'quickfix', diagnostics: [{ code: 'placeholder-text' }] });
    expect(action?.edit).toBeUndefined();
    const [from, range] = action?.command?.arguments as [string, Range];
    expect(from).toBe(uri);
    expect(TextDocument.create(uri, 'markdown', 1, text).getText(range)).toBe('x');
    expect(await places(text, 'placeholder-text', false)).toEqual([]);
  });

  it('shows the columns of a row whose values do not fit', async () => {
    const text = sampleReport().replace('（一）予以公开 | 12 |', '（一）予以公开 | 12 | 0 |');
    const [action] = await places(text, 'ragged-row', true);
    expect(action).toMatchObject({ title: '看这一行各个数对着哪一栏', command: { command: 'nianbao.look' } });
    const found = (await diagnosticsOf(clients.at(-1) as Client)).find(({ code }) => code === 'ragged-row');
    expect(action?.command?.arguments?.[1]).toEqual(found?.range);
    expect(found?.relatedInformation?.map(({ message }) => message)).toEqual([expect.stringMatching(/^从左到右：自然人 12、商业企业 0、/)]);
  });
});

describe('silencing', () => {
  const silencingsOn = async (client: Client, code: string): Promise<CodeAction[]> => {
    const diagnostic = (await diagnosticsOf(client)).find((found) => found.code === code);
    if (!diagnostic) throw new Error(`no ${code}`);
    return (await askAll(client, diagnostic.range, [diagnostic])).filter(({ title }) => silences.test(title));
  };

  it('is offered last and never preferred, for the line and for the whole text, in the form of the language', async () => {
    for (const [language, line, all] of [
      ['markdown', '<!-- nianbao-disable-next-line wrong-row-total -->', '<!-- nianbao-disable wrong-row-total -->'],
      ['plaintext', '【nianbao-disable-next-line wrong-row-total】', '【nianbao-disable wrong-row-total】'],
    ] as const) {
      const client = await connect({ pull: true, codeActions: 'resolved' });
      clients.push(client);
      await client.open(uri, wrong, language);
      const [first, second, ...more] = await silencingsOn(client, 'wrong-row-total');
      expect(more).toEqual([]);
      expect(first).toMatchObject({
        title: '不再提示这一行的 wrong-row-total（在上方加注释）',
        kind: 'quickfix',
        diagnostics: [{ code: 'wrong-row-total' }],
      });
      expect(second).toMatchObject({
        title: '全文不再提示 wrong-row-total（在开头加注释）',
        kind: 'quickfix',
        diagnostics: [{ code: 'wrong-row-total' }],
      });
      for (const [action, comment] of [
        [first, line],
        [second, all],
      ] as const) {
        expect(action?.isPreferred).toBeUndefined();
        const after = apply(wrong, await resolve(client, action));
        expect(after.split('\n')).toContain(comment);
        expect(after.replace(`${comment}\n`, '')).toBe(wrong);
        expect(after.startsWith(comment)).toBe(comment === all);
        const other = await connect({ pull: true });
        clients.push(other);
        await other.open(uri, after, language);
        const codes = (await diagnosticsOf(other)).map(({ code }) => code);
        expect(codes).toEqual((await diagnosticsOf(client)).map(({ code }) => code).filter((code) => code !== 'wrong-row-total'));
      }
    }
  });

  it('that silences nothing is a hint with a link to its page and a fix, by its own severity', async () => {
    const used = sampleReport({ total: 25 }).replace(
      '三、收到',
      '【nianbao-disable wrong-row-total unbalanced-requests mismatched-figure】\n三、收到',
    );
    const idle = used.replace('二、主动', '【nianbao-disable-next-line wrong-sum】\n二、主动');
    const client = await start(idle);
    const [hint, ...more] = await diagnosticsOf(client);
    expect(more.map(({ code }) => code)).toEqual(['unused-silencing']);
    expect(hint).toMatchObject({ code: 'unused-silencing', severity: 4, codeDescription: { href: 'file:///pages/unused-silencing.md' } });
    const offered = await askAll(client, hint?.range as Range, [hint as Diagnostic]);
    const [fix, remove] = [offered[0], offered.at(-1)];
    expect(fix).toMatchObject({ title: '删除这条注释', kind: 'quickfix', isPreferred: true });
    expect(apply(idle, await resolve(client, fix))).toBe(used);
    expect(remove).toMatchObject({ title: '删去全文的静默注释（2 条）', kind: 'refactor.rewrite' });
    expect(apply(idle, await resolve(client, remove))).toBe(wrong);
    for (const [severities, expected] of [
      [{ 'unused-silencing': 'warning' }, [2, 2]],
      [{ 'unused-silencing': 'off' }, []],
      [{ 'wrong-sum': 'off' }, [4]],
    ] as const) {
      const set = await start(idle, { initializationOptions: { settings: { severities } } });
      expect(
        (await diagnosticsOf(set)).filter(({ code }) => code === 'unused-silencing').map(({ severity }) => severity),
        JSON.stringify(severities),
      ).toEqual(expected);
    }
  });
});
