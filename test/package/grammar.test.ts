/**
 * The TextMate grammars, run by VS Code's own engine: scopes at given words, labels held together with the form, and no
 * scope of ours in ordinary Markdown.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import manifest from '../../package.json';
import { sections, table2, table2Of2019, table3, table3Of2019, table4 } from '../../server/src/report/form/form';
import { ordinaryText, sampleReport } from '../kit/sample';

/** Stands in for Markdown's grammar, which belongs to VS Code: paragraphs, headings, tables, code. */
const markdown: IRawGrammar = parseRawGrammar(
  JSON.stringify({
    scopeName: 'text.html.markdown',
    patterns: [
      { begin: '(^|\\G)```', end: '(^|\\G)```', name: 'markup.fenced_code.block.markdown' },
      { match: '(^|\\G)#{1,6} .*$', name: 'markup.heading.markdown' },
      { begin: '(^|\\G)(\\|)(?=[^|].+\\|\\s*$)', while: '(^|\\G)(?=\\|)', name: 'markup.table.markdown' },
      {
        begin: '(^|\\G)[ ]{0,3}(?=[^ \\t\\n])',
        while: '(^|\\G)((?=\\s*[-=]{3,}\\s*$)|[ ]{4,}(?=[^ \\t\\n]))',
        name: 'meta.paragraph.markdown',
      },
    ],
  }),
  'markdown.json',
);

let report: IGrammar;
let injected: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const grammars = manifest.contributes.grammars.map(({ scopeName, path }) => {
    const file = join(import.meta.dirname, '../..', path);
    return [scopeName, parseRawGrammar(readFileSync(file, 'utf8'), file)] as const;
  });
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === 'text.html.markdown' ? markdown : (grammars.find(([name]) => name === scope)?.[1] ?? null)),
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['nianbao.injection'] : []),
  });
  report = await load(registry, 'source.nianbao');
  injected = await load(registry, 'text.html.markdown');
});

async function load(registry: Registry, scope: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(scope);
  return grammar;
}

/** Every coloured word of `text` with the part of our scope that tells what it is. */
function coloured(grammar: IGrammar, text: string): string[] {
  const words: string[] = [];
  let state = INITIAL;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const own = scopes.find((scope) => scope.endsWith('.nianbao') && scope !== 'source.nianbao');
      const word = line.slice(startIndex, endIndex).trim();
      if (own && word) words.push(`${word}:${kinds.find((kind) => own.includes(kind))}`);
    }
  }
  return words;
}

const kinds = ['heading', 'caption', 'label', 'figure', 'total'];

describe('the grammar of a report', () => {
  it.each([
    ['青禾县水利局2024年政府信息公开工作年度报告', ['青禾县水利局2024年政府信息公开工作年度报告:heading']],
    ['## 五、存在的主要问题及改进情况', ['## 五、存在的主要问题及改进情况:heading']],
    ['四、政府信息公开行政复议、行政诉讼情况', ['四、政府信息公开行政复议、行政诉讼情况:heading']],
    ['第二十条第(一)项 |', ['第二十条第(一)项:caption']],
    ['| 规章 | ０ | 0 | 12 |', ['规章:label', '０:figure', '0:figure', '12:figure']],
    ['行政事业性收费\t35.6', ['行政事业性收费:label', '35.6:figure']],
    ['三、本年度办理结果 | （一）予以公开 | 1 | 2 |', ['三、本年度办理结果:caption', '（一）予以公开:label', '1:figure', '2:total']],
    ['1.属于国家秘密 | 0 | 3 |', ['1.属于国家秘密:label', '0:figure', '3:total']],
    ['(七)总计 | 21 | 3', ['(七)总计:total', '21:total', '3:total']],
    ['结果维持 | 总计 |', ['结果维持:caption', '总计:total']],
    ['商业企业\n\n12\n\n总计', ['商业企业:caption', '12:figure', '总计:total']],
    ['全年收到申请 24 件，规章 3 件，总计 27 件。', []],
  ])('%s', (text, expected) => {
    expect(coloured(report, text)).toEqual(expected);
  });

  it('knows every label of the form', () => {
    const words = (text: string): string => coloured(report, `${text} |`).join();
    for (const table of [table2, table3, table4, table2Of2019, table3Of2019]) {
      for (const { ordinal = '', label } of [...table.heads, ...table.columns, ...table.rows]) {
        expect(words(ordinal + label), label).toContain(label);
      }
    }
    for (const { numeral, name } of sections) expect(coloured(report, `${numeral}、${name}`)).toEqual([`${numeral}、${name}:heading`]);
  });

  it('colours the figures of a whole report', () => {
    const found = coloured(report, sampleReport());
    expect(found.filter((word) => word.endsWith(':heading'))).toHaveLength(7);
    expect(found.filter((word) => /^[\d.]+:/.test(word))).toHaveLength(3 + 3 + 4 + 25 * 7 + 15);
  });
});

describe('the grammar injected into Markdown', () => {
  it('colours what is certainly part of a report', () => {
    expect(coloured(injected, '四、政府信息公开行政复议、行政诉讼情况')).toEqual(['四、政府信息公开行政复议、行政诉讼情况:heading']);
    expect(coloured(injected, '| 第二十条第（一）项 | | |\n| --- | --- | --- |\n| 2.重复申请 | 1 | 1 |')).toEqual([
      '第二十条第（一）项:caption',
      '2.重复申请:label',
      '1:figure',
      '1:total',
    ]);
    expect(coloured(injected, sampleReport()).length).toBeGreaterThan(25 * 7);
  });

  it('leaves ordinary Markdown alone', () => {
    expect(coloured(injected, ordinaryText)).toEqual([]);
    expect(coloured(injected, '属于国家秘密的，不予公开。\n\n1.属于国家秘密\n2.重复申请\n\n| 总计 | 3 |\n\n规章 | 0 | 0 |')).toEqual([]);
    expect(coloured(injected, '依照第二十条第（一）项的规定，本年处理决定数量增加。')).toEqual([]);
  });

  it('leaves code alone', () => {
    expect(coloured(injected, '```\n2.重复申请 | 1 | 1 |\n```')).toEqual([]);
  });
});
