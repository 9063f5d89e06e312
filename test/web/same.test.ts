/**
 * The worker in Chromium against the server in Node: both are asked for all that they can be asked for about the same texts,
 * and must give the same answers, in Chinese and in English.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, Diagnostic, Position } from 'vscode-languageserver';
import { beforeAll, describe, expect, it } from 'vitest';
import { newReport } from '../../server/src/features/new-report';
import { rules } from '../../server/src/rules/index';
import { indexLines, rangeOf } from '../../server/src/text/lines';
import { type Client, connect, pagesOfTests, startInMemory } from '../kit/client';
import { clean } from '../kit/figures';
import { layouts, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';
import { startWorker } from './worker';

/** How many places in each text are asked about, beside those of the findings. In English it is the words that matter. */
const languages = { 'zh-cn': 8, en: 0 } as const;
type Language = keyof typeof languages;

const pairs = new Map<Language, { readonly inNode: Client; readonly inBrowser: Client }>();
beforeAll(async () => {
  for (const language of Object.keys(languages) as Language[]) {
    const options = {
      pull: true,
      codeActions: 'resolved',
      // Rules that are off by default look too.
      configuration: () => ({
        severities: Object.fromEntries(rules.filter(({ optional }) => optional).map(({ id, severity }) => [id, severity])),
        overviewLimit: 100,
      }),
      initializationOptions: { language, pages: pagesOfTests, status: true },
    } as const;
    pairs.set(language, { inNode: await connect(options, startInMemory), inBrowser: await connect(options, startWorker) });
  }
  return () => {
    for (const pair of pairs.values()) {
      pair.inNode.dispose();
      pair.inBrowser.dispose();
    }
  };
});

const wrongFigures = (): ReturnType<typeof clean> => {
  const figures = clean();
  (figures.table3['予以'] as string[])[0] = '21';
  figures.table4[4] = '';
  return figures;
};

/** Reports that may lie beside the project; a clone with nothing beside it has none of them. */
const outside = (
  [
    ['real reports', textsIn('../shared/seeds')],
    ['openings', textsIn('../shared/corpus/heads')],
  ] as const
).filter(([, texts]) => texts.length > 0);

describe.each([
  [
    'samples',
    [
      ['right', sampleReport()],
      ['wrong', sampleReport({ total: 25 })],
      ['ordinary', ordinaryText],
      ['empty', ''],
      ['new', newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' }).text],
    ],
  ],
  ['layouts', layouts.map((layout) => [layout.name, report(layout, wrongFigures())])],
  ['reports', textsIn('test/reports')],
  ['fixtures', textsIn('test/vscode/fixtures')],
  ...outside,
] as const)('%s', (_, texts) => {
  for (const [name, text] of texts) {
    it.each(Object.entries(languages) as [Language, number][])(`${name} (%s)`, async (language, places) => {
      const pair = pairs.get(language);
      if (!pair) throw new Error('no clients');
      const languageId = name.endsWith('.md') ? 'markdown' : 'plaintext';
      const expected = await everything(pair.inNode, text, languageId, places);
      const found = await everything(pair.inBrowser, text, languageId, places);
      // Quicker than comparing them part by part, which is left for what differs.
      if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
    });
  }
});

it('tells the same of itself', () => {
  for (const { inNode, inBrowser } of pairs.values()) expect(inBrowser.initialized).toEqual(inNode.initialized);
});

/** Reports in a folder, where the machine has it. */
function textsIn(folder: string): [name: string, text: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name) && name !== 'INDEX.md')
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** All answers about a text, or what was said instead, by what was asked. */
async function everything(client: Client, text: string, languageId: string, places: number): Promise<Record<string, unknown>> {
  const uri = 'file:///draft';
  const textDocument = { uri };
  const lines = indexLines(text);
  const whole = rangeOf(lines, { start: 0, end: text.length });
  const answers: Record<string, unknown> = {};
  const ask = async (method: string, params: object): Promise<unknown> => {
    const answer = await client.request<unknown>(method, params).catch((error: unknown) => String(error));
    answers[`${method} ${JSON.stringify(params)}`] = answer;
    return answer;
  };
  await client.open(uri, text, languageId);
  const pulled = await client.pull(uri);
  const items: readonly Diagnostic[] = pulled.kind === 'full' ? pulled.items : [];
  answers['diagnostics'] = items;
  const spread = Array.from(
    { length: places },
    (_, i) => rangeOf(lines, { start: Math.floor((text.length * i) / places), end: text.length }).start,
  );
  const positions: Position[] = [...new Map(items.map(({ code, range }) => [code, range.start])).values(), ...spread];
  const options = { tabSize: 4, insertSpaces: true };
  const [actions] = await Promise.all([
    ask('textDocument/codeAction', { textDocument, range: whole, context: { diagnostics: items } }),
    ...['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full'].map((method) =>
      ask(`textDocument/${method}`, { textDocument }),
    ),
    ask('textDocument/inlayHint', { textDocument, range: whole }),
    ask('textDocument/formatting', { textDocument, options }),
    ask('textDocument/selectionRange', { textDocument, positions }),
    ask('workspace/symbol', { query: '表' }),
    ...['normalize', 'recompute', 'outline', 'status'].map((method) => ask(`nianbao/${method}`, { uri, all: true })),
    ...positions.flatMap((position) => [
      ...['hover', 'documentHighlight', 'completion', 'definition'].map((method) =>
        ask(`textDocument/${method}`, { textDocument, position }),
      ),
      ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }),
      ask('nianbao/cursor', { uri, selections: [{ start: position, end: position }] }),
      ask('nianbao/nextCell', { uri, position, step: 1 }),
    ]),
  ]);
  const chosen = Array.isArray(actions) ? (actions as CodeAction[]) : [];
  await Promise.all(chosen.filter(({ edit, disabled }) => !edit && !disabled).map((action) => ask('codeAction/resolve', action)));
  await client.close(uri);
  return answers;
}
