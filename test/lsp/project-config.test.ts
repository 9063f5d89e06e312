/**
 * The nearest `.nianbao.json` of a report: found upwards, the same on the command line and in an editor, read anew when it
 * changes, and told of where it is wrong.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { readTextFile } from '../../server/src/read-file';
import { type Client, type ClientOptions, connect, startInMemory, type Transport } from '../kit/client';
import { home, run, runJson } from '../kit/command-line';
import { sampleReport } from '../kit/sample';

/** A report with an error each of three rules. */
const text = `${sampleReport({ total: 25 })}全年答复留言x件。\n`;
const off = (...rules: string[]) => JSON.stringify({ severities: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

async function start(options: ClientOptions, server?: () => Promise<Transport>): Promise<Client> {
  const client = await connect({ pull: true, ...options }, server);
  clients.push(client);
  return client;
}

async function pull(client: Client, uri: string): Promise<Diagnostic[]> {
  return ((await client.pull(uri)) as FullDocumentDiagnosticReport).items;
}

async function codes(client: Client, uri: string): Promise<unknown[]> {
  return (await pull(client, uri)).map(({ code }) => code);
}

const plain = ['wrong-row-total', 'unbalanced-requests', 'placeholder-text'];
const without = (...rules: string[]) => plain.filter((code) => !rules.includes(code));

describe('the command line', () => {
  it('takes the nearest file, of the report or above the current folder, and only that', async () => {
    const files = {
      'a.txt': text,
      'x/a.txt': text,
      'x/y/z/a.txt': text,
      'x/broken.md': text,
      'none/a.txt': text,
      [join(home, '..', '.nianbao.json')]: off('placeholder-text'),
      'x/.nianbao.json': off('wrong-row-total'),
      'x/y/.nianbao.json': '{}',
    };
    const { code, stderr, json } = await runJson(['a.txt', 'none/a.txt', 'x/a.txt', 'x/y/z/a.txt'], { files });
    expect([code, stderr]).toEqual([1, '']);
    expect(json.files.map(({ findings }) => findings.map((one) => one.code))).toEqual([
      without('placeholder-text'),
      without('placeholder-text'),
      without('wrong-row-total'),
      plain,
    ]);
  });

  it('goes by the name of standard input, and by all options', async () => {
    const late = text.replace('全年答复留言x件。', '青禾县水利局\n2025年1月25日');
    const world = {
      input: Buffer.from(late),
      files: {
        'x/.nianbao.json':
          '{ "dueDepartment": "01-20", "overviewLimit": 100, "severities": { "late-date": "warning", "overlong-overview": "information" } }',
      },
    };
    const found = async (name: string) =>
      (await runJson(['--stdin-filename', name], world)).json.files[0]?.findings.map(({ code, severity }) => `${code} ${severity}`) ?? [];
    expect(await found('x/a.txt')).toEqual(expect.arrayContaining(['late-date warning', 'overlong-overview information']));
    expect((await found('a.txt')).filter((words) => /late-date|overlong/.test(words))).toEqual([]);
  });

  it('leaves a folder alone where the check is off, and says so of a file that was named', async () => {
    const files = { 'x/a.txt': text, 'x/.nianbao.json': '{ "enable": false }' };
    const { json, code } = await runJson(['x/a.txt'], { files });
    expect([code, json.files]).toEqual([0, [{ path: 'x/a.txt', report: false, findings: [] }]]);
    expect((await run(['check', 'x/a.txt'], { files })).stderr).toBe('x/a.txt：.nianbao.json 关闭了检查，没有校对\n');
    const dated = { ...files, 'x/a.txt': text.replace('1 | 0 | 0 | 0 |', '１ | 0 | 0 | 0 |') };
    expect((await run(['check', '--fix', 'x/a.txt'], { files: dated })).written).toEqual({});
    expect(Object.keys((await run(['check', '--fix', 'x/a.txt'], { files: { ...dated, 'x/.nianbao.json': '{}' } })).written)).toEqual([
      'x/a.txt',
    ]);
  });

  it('tells what is wrong in a file once, with its place, checks by the rest, and exits with 2', async () => {
    const files = {
      'x/a.txt': text,
      'x/b.txt': text,
      'x/.nianbao.json': '{\n  "severities": {\n    "wrong-row-totl": "off",\n    "placeholder-text": "off"\n  }\n}\n',
    };
    const { code, stderr, json } = await runJson(['x/a.txt', 'x/b.txt'], { files });
    expect([code, stderr]).toEqual([2, 'x/.nianbao.json:3:5：没有「wrong-row-totl」这条规则，是否指「wrong-row-total」？\n']);
    expect(json.files.map(({ findings }) => findings.map((one) => one.code))).toEqual([
      without('placeholder-text'),
      without('placeholder-text'),
    ]);
    const broken = await run(['check', 'a.txt', '--lang', 'en'], { files: { 'a.txt': text, '.nianbao.json': '{ "enable" true }' } });
    expect([broken.code, broken.stderr]).toEqual([2, '.nianbao.json:1:12: a colon is missing here\n']);
    const locked = await run(['check', 'a.txt'], { files: { 'a.txt': text, '.nianbao.json': { code: 'EACCES' } } });
    expect([locked.code, locked.stderr]).toEqual([2, '.nianbao.json：没有读取的权限\n']);
  });
});

describe('an editor that reads files', () => {
  const uri = 'vscode-vfs://github/li/reports/x/y/a.txt';

  it('takes the nearest file of any scheme, asked for once for all documents', async () => {
    const client = await start({
      files: {
        'vscode-vfs://github/.nianbao.json': off('wrong-row-total'),
        'vscode-vfs://github/li/reports/x/.nianbao.json': off('placeholder-text'),
      },
      folders: ['vscode-vfs://github/li/reports'],
    });
    await client.open(uri, text);
    expect(await codes(client, uri)).toEqual(without('placeholder-text'));
    await client.open('vscode-vfs://github/li/reports/b.txt', text);
    expect(await codes(client, 'vscode-vfs://github/li/reports/b.txt')).toEqual(without('wrong-row-total'));
    expect(new Set(client.asked).size).toBe(5);
  });

  it('finds the same as the command line', async () => {
    const config =
      '{ "severities": { "wrong-row-total": "hint", "placeholder-text": "off", "unused-silencing": "warning" }, "overviewLimit": 50 }';
    const silenced = text.replace('二、主动', '【nianbao-disable-next-line wrong-sum】\n二、主动');
    const { json } = await runJson(['a.txt'], { files: { 'a.txt': silenced, '.nianbao.json': config } });
    const client = await start({ files: { 'file:///d/.nianbao.json': config } });
    await client.open('file:///d/a.txt', silenced);
    const severities = ['', 'error', 'warning', 'information', 'hint'];
    expect(
      (await pull(client, 'file:///d/a.txt')).map(({ code, message, range, severity = 0 }) => ({
        code,
        message,
        range,
        severity: severities[severity],
      })),
    ).toEqual(json.files[0]?.findings.map(({ code, message, range, severity }) => ({ code, message, range, severity })));
  });

  it('is stronger than the settings of the resource, which hold for the rest', async () => {
    const client = await start({
      files: { 'file:///x/.nianbao.json': JSON.stringify({ severities: { 'wrong-row-total': 'warning' } }) },
      configuration: () => ({ severities: { 'wrong-row-total': 'off', 'placeholder-text': 'off' } }),
    });
    await client.open('file:///x/a.txt', text);
    expect((await pull(client, 'file:///x/a.txt')).map(({ code, severity }) => [code, severity])).toEqual([
      ['wrong-row-total', 2],
      ['unbalanced-requests', 1],
    ]);
  });

  it.each(['untitled:Untitled-1', 'untitled:/w/x/new.txt', 'draft:/w/x/a.txt?{"ref":"HEAD"}', 'other:/elsewhere/a.txt'])(
    'goes by the workspace for %s',
    async (address) => {
      const client = await start({ files: { 'file:///w/.nianbao.json': off('placeholder-text') }, folders: ['file:///w', 'file:///v'] });
      await client.open(address, text);
      expect(await codes(client, address)).toEqual(without('placeholder-text'));
    },
  );

  it('has a folder whose check is off left alone', async () => {
    const client = await start({ files: { 'file:///x/.nianbao.json': '{ "enable": false }' } });
    await client.open('file:///x/a.txt', text);
    expect(await codes(client, 'file:///x/a.txt')).toEqual([]);
    expect(await client.request('nianbao/status', { uri: 'file:///x/a.txt' })).toMatchObject({
      report: false,
      why: '在设置或 .nianbao.json 中关闭了检查',
    });
  });
});

describe('a change', () => {
  const uri = 'file:///w/x/a.txt';
  const config = 'file:///w/.nianbao.json';

  it('is told by the client, and open documents are checked anew', async () => {
    const files: Record<string, string | undefined> = {};
    const client = await start({ files, watches: true, folders: ['file:///w'] });
    await client.open(uri, text);
    expect(await codes(client, uri)).toEqual(plain);
    const changes: [string | undefined, string[]][] = [
      [off('placeholder-text'), without('placeholder-text')],
      [off('wrong-row-total'), without('wrong-row-total')],
      [undefined, plain],
    ];
    for (const [content, expected] of changes) {
      files[config] = content;
      const before = client.refreshes();
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
      await client.settle();
      expect(client.refreshes()).toBe(before + 1);
      expect(await codes(client, uri)).toEqual(expected);
    }
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/other.json', type: 2 }] });
    await client.settle();
    expect(client.refreshes()).toBe(3);
  });

  it('is pushed to a client that does not ask', async () => {
    const files: Record<string, string | undefined> = {};
    const client = await start({ pull: false, files, watches: true });
    await client.open('file:///a.txt', text);
    expect((await client.lastPushed('file:///a.txt'))?.diagnostics.map(({ code }) => code)).toEqual(plain);
    files['file:///.nianbao.json'] = off('placeholder-text');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///.nianbao.json', type: 1 }] });
    expect((await client.lastPushed('file:///a.txt'))?.diagnostics.map(({ code }) => code)).toEqual(without('placeholder-text'));
  });

  it('is watched for in the workspace, and in the folders above and outside of it', async () => {
    const client = await start({ files: {}, watches: true, folders: ['file:///w'] });
    await client.open(uri, text);
    await codes(client, uri);
    await client.open('file:///w/b.txt', text);
    await codes(client, 'file:///w/b.txt');
    await client.open('file:///v/c.txt', text);
    await codes(client, 'file:///v/c.txt');
    await client.settle();
    const patterns = client.registrations
      .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
      .flatMap(({ registerOptions }) =>
        (registerOptions as { watchers: { globPattern: unknown }[] }).watchers.map(({ globPattern }) => globPattern),
      );
    expect(patterns).toEqual([
      '**/.nianbao.json',
      '**/.nianbao-review.json',
      { baseUri: 'file:///', pattern: '.nianbao.json' },
      { baseUri: 'file:///v', pattern: '.nianbao.json' },
    ]);
  });

  it('of the workspace counts too', async () => {
    const client = await start({ files: { 'file:///v/.nianbao.json': off('placeholder-text') }, watches: true, folders: ['file:///w'] });
    await client.open('untitled:Untitled-1', text);
    expect(await codes(client, 'untitled:Untitled-1')).toEqual(plain);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///v/', name: 'v' }], removed: [{ uri: 'file:///w', name: 'w' }] },
    });
    expect(await codes(client, 'untitled:Untitled-1')).toEqual(without('placeholder-text'));
  });

  it('is seen when a document is opened or saved, by a client that watches nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
    try {
      mkdirSync(join(folder, 'x'));
      const address = pathToFileURL(join(folder, 'x', 'a.txt')).href;
      const client = await start({}, () => startInMemory(readTextFile));
      expect(client.initialized.capabilities.textDocumentSync).toMatchObject({ save: true });
      await client.open(address, text);
      expect(await codes(client, address)).toEqual(plain);
      writeFileSync(join(folder, '.nianbao.json'), `\ufeff${off('placeholder-text')}`);
      await client.notify('textDocument/didSave', { textDocument: { uri: address } });
      await client.settle();
      expect(client.refreshes()).toBe(1);
      expect(await codes(client, address)).toEqual(without('placeholder-text'));
      writeFileSync(join(folder, 'x', '.nianbao.json'), off('wrong-row-total'));
      await client.open(`${address}.md`, text, 'markdown');
      expect(await codes(client, `${address}.md`)).toEqual(without('wrong-row-total'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what is wrong in a file', () => {
  const config = 'file:///w/.nianbao.json';

  it('is told in the file, as long as it is', async () => {
    const files: Record<string, string | undefined> = {
      [config]: '{\n  "severities": { "placeholder-txt": "off", "wrong-row-total": "off" }\n}\n',
    };
    const client = await start({ files, watches: true, locale: 'en' });
    await client.open('file:///w/a.txt', text);
    expect(await codes(client, 'file:///w/a.txt')).toEqual(without('wrong-row-total'));
    expect(await client.lastPushed(config)).toEqual({
      uri: config,
      diagnostics: [
        {
          range: { start: { line: 1, character: 18 }, end: { line: 1, character: 35 } },
          severity: 2,
          source: 'nianbao',
          message: 'there is no rule “placeholder-txt”; is “placeholder-text” meant?',
        },
      ],
    });
    // Also where no report is open any more.
    await client.close('file:///w/a.txt');
    for (const [content, count] of [
      ['{', 1],
      [off('placeholder-text'), 0],
      ['{ "x": 1 }', 0],
    ] as const) {
      files[config] = content;
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
      expect((await client.lastPushed(config))?.diagnostics.length, content).toBe(count);
    }
    await client.open('file:///w/a.txt', text);
    await codes(client, 'file:///w/a.txt');
    expect((await client.lastPushed(config))?.diagnostics).toHaveLength(1);
    files[config] = undefined;
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 3 }] });
    expect((await client.lastPushed(config))?.diagnostics).toEqual([]);
  });

  it('in the settings is told to the log, with the nearest name', async () => {
    const client = await start({
      initializationOptions: {
        settings: { severities: { 'placeholder-txt': 'off', 'wrong-row-total': 'warn' }, dueDepartment: 'x', inlayHints: 1, unknown: true },
      },
    });
    await client.settle();
    expect(client.logs.map(({ message }) => message)).toEqual([
      '设置 nianbao.severities.placeholder-txt：没有「placeholder-txt」这条规则，是否指「placeholder-text」？',
      '设置 nianbao.severities.wrong-row-total：「wrong-row-total」的级别应为 error、warning、information、hint 或 off，不能是 "warn"，是否指 warning？',
      '设置 nianbao.dueDepartment：「dueDepartment」应为「月-日」，如 01-31，不能是 "x"',
      '设置 nianbao.inlayHints：值无效，按默认值处理：1',
    ]);
  });
});
