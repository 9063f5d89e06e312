/**
 * Completion: what is offered where, that what is offered fits into the report without a new finding, and how the client
 * is told.
 */
import { PassThrough } from 'node:stream';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import {
  CompletionItemKind,
  createConnection,
  createProtocolConnection,
  InsertTextFormat,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { complete } from '../../server/src/features/completion/completion';
import { newReport, plain } from '../../server/src/features/new-report';
import { fits, type Offer } from '../../server/src/features/completion/offer';
import { factsOf, sentencesFor } from '../../server/src/features/completion/stock-sentences';
import type { TableFormat } from '../../server/src/report/writing/table-format';
import { startServer } from '../../server/src/lsp/server';
import { sections } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { layouts, prose, report as reportIn } from '../kit/layouts';
import { unmark } from '../kit/marks';
import { ordinaryText, sampleReport } from '../kit/sample';

const zeros = newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' }).text;
const draft = sampleReport();

function offers(marked: string, target: TableFormat = 'markdown'): readonly Offer[] {
  const { text, cursor = 0 } = unmark(marked);
  return complete(parse(text), cursor, { target });
}

/** The offers as the list shows them. */
const labels = (marked: string, kind?: Offer['kind']): string[] =>
  offers(marked)
    .filter((offer) => kind === undefined || offer.kind === kind)
    .map(({ label }) => label);

/** The text after taking the offer called `label`. */
function taken(marked: string, label: string, target?: TableFormat): string {
  const offer = offers(marked, target).find((one) => one.label === label);
  if (!offer) throw new Error(`${label} is not offered`);
  return applyEdits(unmark(marked).text, [{ span: offer.span, newText: plain(offer.pieces) }]);
}

const codes = (text: string): string[] =>
  check(parse(text))
    .map(({ code }) => code)
    .sort();
const without = (text: string, part: string, instead = ''): string => {
  if (!text.includes(part)) throw new Error(`no ${part}`);
  return text.replace(part, instead);
};

describe('headings', () => {
  const headings = sections.map(({ numeral, name }) => `${numeral}、${name}`);

  it.each(headings)('offers the missing %s, with the marks of the others', (heading) => {
    for (const [text, mark] of [
      [zeros, '## '],
      [draft, ''],
    ] as const) {
      for (const typed of ['', heading.slice(0, 1), heading.slice(0, 4), heading.slice(2, 5)]) {
        const marked = without(text, mark + heading, `${typed}‸`);
        expect(labels(marked, 'heading')).toEqual([heading]);
        expect(taken(marked, heading)).toBe(text);
      }
    }
  });

  it('keeps the marks that are typed already', () => {
    expect(taken(without(zeros, '## 五、存在的主要问题及改进情况', '## 五‸'), '五、存在的主要问题及改进情况')).toBe(zeros);
  });

  it('puts what fits at the cursor before what is missing elsewhere', () => {
    const [one = '', , , , five = ''] = headings;
    const text = without(without(draft, `${one}\n`), five, '‸');
    expect(labels(text, 'heading')).toEqual([five, one]);
  });

  it('offers none that is there', () => {
    expect(labels(without(draft, '六、其他需要报告的事项', '‸\n六、其他需要报告的事项'), 'heading')).toEqual([]);
  });
});

describe('rows', () => {
  const label = '2.其他法律行政法规禁止公开';

  it.each(layouts.filter(({ name }) => !/^HTML|^commas|^spaces/.test(name)))('writes the missing row as the others: $name', (layout) => {
    const text = reportIn(layout);
    const line = text.split('\n').find((one) => one.includes(label)) as string;
    for (const typed of ['', `${line.slice(0, line.indexOf(label))}2.其`]) {
      const marked = without(text, line, `${typed}‸`);
      expect(labels(marked)[0]).toBe(label);
      const done = taken(marked, label);
      if (layout.name === 'Markdown with ruler, merged cells repeated') expect(codes(done)).toEqual(codes(text));
      else expect(done).toBe(text);
    }
  });

  it('has a place to be filled in for each figure', () => {
    const line = draft.split('\n').find((one) => one.startsWith(label)) as string;
    const [row] = offers(without(draft, line, '‸'));
    expect(row?.pieces.filter((piece) => typeof piece !== 'string')).toEqual(Array(7).fill({ stop: '0' }));
  });

  it('aligns with the others, and indents as they do', () => {
    const line = zeros.split('\n').find((one) => one.includes('2.重复申请')) as string;
    for (const typed of ['', '| 重', '|2.', '| 　　2.重复']) expect(taken(without(zeros, line, `${typed}‸`), '2.重复申请')).toBe(zeros);
  });

  it('gives only the label where figures follow', () => {
    const line = '2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
    expect(taken(without(draft, line, '2.重‸ | 1 | 0 | 0 | 0 | 0 | 0 | 1 |'), '2.重复申请')).toBe(draft);
  });

  it('offers first what follows the row above', () => {
    const rows = draft
      .split('\n')
      .filter((line) => /^[2-5]\..*(?:申请|出版物|获取信息) \|/.test(line))
      .slice(0, 4);
    const [first = '', ...rest] = rows;
    const text = rest.reduce((left, line) => without(left, `${line}\n`), without(draft, first, '‸'));
    expect(labels(text)[0]).toBe(first.slice(0, first.indexOf(' |')));
    expect(labels(text)).toHaveLength(4);
  });

  it('offers nothing in a whole table, nor among its figures', () => {
    expect(labels(without(draft, '行政处罚 | 9', '行政处罚 | ‸9'))).toEqual([]);
    expect(labels(without(draft, '2.重复申请 |', '2.重复申请‸ |'))).toEqual([]);
    expect(labels(without(draft, '3.要求提供公开出版物', '‸\n3.要求提供公开出版物'))).toEqual([]);
  });
});

describe('tables', () => {
  it.each([2, 3, 4])('puts the missing table %i into its section, as the file writes tables', (number) => {
    for (const [format, target] of [
      ['markdown', 'markdown'],
      ['text', 'text'],
    ] as const) {
      const { text } = newReport({ agency: '青禾县水利局', year: 2024, format });
      const table = parse(text).tables.find(({ form }) => form.number === number);
      const from = text.indexOf('\n\n', text.indexOf(table?.form.name ?? '')) + 2;
      const end = text.indexOf('\n\n', table?.span.end);
      for (const other of [text.slice(0, from) + '‸' + text.slice(end), `${text.slice(0, from)}表‸${text.slice(end)}`]) {
        const name = labels(other)[0] ?? '';
        expect(name).toContain(table?.form.name);
        expect(taken(other, name, target)).toBe(text);
      }
    }
  });

  it('stands apart from the lines around it where Markdown wants it', () => {
    const marked =
      '# 青禾县水利局2024年政府信息公开工作年度报告\n## 一、总体情况\n本机关工作正常。\n## 四、政府信息公开行政复议、行政诉讼情况\n‸\n## 五、存在的主要问题及改进情况\n';
    const done = taken(marked, '表四 政府信息公开行政复议、行政诉讼情况');
    expect(done).toMatch(/诉讼情况\n\n\| 项目 .*\n.*\n\| 行政复议 /);
    expect(done).toMatch(/\|\n\n## 五/);
  });

  it('keeps the line ends of the file', () => {
    const marked = '一、总体情况\r\n\r\n四、政府信息公开行政复议、行政诉讼情况\r\n\r\n‸\r\n';
    expect(taken(marked, '表四 政府信息公开行政复议、行政诉讼情况', 'tabs')).not.toMatch(/[^\r]\n/);
  });
});

describe('sentences', () => {
  it('takes the figures from the tables', () => {
    const done = taken(without(draft, '（三）政府信息管理', '‸\n（三）政府信息管理'), '收到和办理申请若干件');
    expect(done).toContain('2024年，本机关新收政府信息公开申请24件，上年结转2件，办结25件，结转下年度继续办理1件。');
    expect(labels(without(draft, '（三）政府信息管理', '‸\n（三）政府信息管理'))).not.toContain('未收到申请');
  });

  it('puts none first where the tables say none', () => {
    const found = labels(without(zeros, '（一）主动公开。（待补充）', '（一）主动公开。‸'), 'sentence');
    expect(found.indexOf('未收到申请')).toBeLessThan(found.indexOf('收到和办理申请若干件'));
    expect(found.indexOf('未收到申请')).toBeGreaterThanOrEqual(0);
  });

  it('puts first what the item is about', () => {
    for (const [item, first] of [
      ['依申请公开', '收到和办理申请若干件'],
      ['政府信息管理', '制发、废止和现行有效的规范性文件'],
      ['监督保障', '工作考核、社会评议和责任追究'],
    ] as const) {
      const line = draft.split('\n').find((one) => one.includes(`）${item}。`)) as string;
      expect(labels(without(draft, line, `${line.slice(0, line.indexOf('。') + 1)}‸`))[0]).toBe(first);
    }
  });

  it('knows the fee in its variants, in section six alone', () => {
    const fee = /信息处理费|收费/;
    expect(labels(without(draft, '本年度未收取信息处理费。', '‸')).filter((label) => fee.test(label)).length).toBeGreaterThan(2);
    expect(labels(without(draft, '（三）政府信息管理', '‸\n（三）政府信息管理')).filter((label) => fee.test(label))).toEqual([]);
  });

  it.each(['未', '未收', '本机关未', '2024年，本机关', '全年收到', '收到申请'])('is found by 「%s」', (typed) => {
    expect(labels(without(zeros, '（一）主动公开。（待补充）', `（一）主动公开。${typed}‸`), 'sentence').length).toBeGreaterThan(0);
  });

  it.each(['今年以来', '我局通过', '信息', '围绕中心工作', '，未收'])('keeps out of prose that begins with 「%s」', (typed) => {
    expect(labels(without(zeros, '（一）主动公开。（待补充）', `（一）主动公开。${typed}‸`))).toEqual([]);
  });

  it('keeps out of the middle of a line', () => {
    expect(labels(without(draft, '全年通过门户网站', '‸全年通过门户网站'))).toEqual([]);
    expect(labels(without(draft, '全年通过门户网站', '全年‸通过门户网站'))).toEqual([]);
  });

  it.each([...layouts.slice(0, 5)])('agrees with the report it stands in: $name', (layout) => {
    const text = reportIn(layout, undefined, { one: `${prose.one}\n` });
    for (const own of [text, zeros]) {
      const before = codes(own);
      for (const { sections: belong, pieces, name } of sentencesFor(factsOf(parse(own)))) {
        if (!belong.includes(1) && !belong.includes(6)) continue;
        const at = own.indexOf(belong.includes(6) ? '\n' : '二、主动公开', belong.includes(6) ? own.indexOf('六、其他') : 0);
        const start = belong.includes(6) ? at + 1 : own.lastIndexOf('\n', at);
        const after = codes(`${own.slice(0, start)}\n${plain(pieces)}\n${own.slice(start)}`);
        // 未收取 and 收取 beside each other contradict; each of them alone is for the clerk to choose.
        const added = after.filter(
          (code) => !['placeholder-text', 'inconsistent-fee', 'overlong-overview'].includes(code) && !before.includes(code),
        );
        expect(added, name).toEqual([]);
      }
    }
  });
});

describe('silence', () => {
  it.each(['', '‸', '一、‸', '## ‸', '未收到‸', `${ordinaryText}‸`, ordinaryText.replace('本季度', '‸本季度')])(
    'in what is no report: %j',
    (marked) => {
      expect(offers(marked)).toEqual([]);
    },
  );

  it('after the end of a line, and wherever the text breaks off', () => {
    for (let cut = 0; cut <= draft.length; cut += 61) {
      for (const { span } of complete(parse(draft.slice(0, cut)), cut, { target: 'tabs' })) {
        expect(span.start).toBeLessThanOrEqual(cut);
        expect(span.end).toBe(cut);
      }
    }
  });
});

describe('what fits', () => {
  it('is told by characters in order, from the beginning of a word', () => {
    expect(fits('', '一、总体情况')).toBe(true);
    expect(fits('总况', '一、总体情况 总体情况')).toBe(true);
    expect(fits('体', '一、总体情况 总体情况')).toBe(false);
    expect(fits('况总', '一、总体情况 总体情况')).toBe(false);
  });
});

describe('over the protocol', () => {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
  });

  async function completionAt(marked: string, snippetSupport: boolean, settings?: unknown, locale?: string): Promise<CompletionItem[]> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    startServer(server, { pages: 'file:///pages' });
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    closing.push(() => {
      client.dispose();
      server.dispose();
    });
    client.listen();
    const { capabilities } = await client.sendRequest<{ capabilities: { completionProvider?: { triggerCharacters?: string[] } } }>(
      'initialize',
      {
        processId: null,
        rootUri: null,
        capabilities: { textDocument: { completion: { completionItem: { snippetSupport } } } },
        initializationOptions: { settings },
        locale,
      },
    );
    expect(capabilities.completionProvider).toEqual({});
    await client.sendNotification('initialized', {});
    const { text, cursor = 0 } = unmark(marked);
    const lines = text.slice(0, cursor).split('\n');
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///a.md', languageId: 'markdown', version: 1, text },
    });
    const list = await client.sendRequest<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: 'file:///a.md' },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    });
    return list?.items ?? [];
  }

  const inSix = without(draft, '本年度未收取信息处理费。', '收取‸');

  it('gives snippets to who can take them', async () => {
    const item = (await completionAt(inSix, true)).find(({ label }) => label === '收取信息处理费若干元');
    expect(item).toMatchObject({ kind: CompletionItemKind.Snippet, insertTextFormat: InsertTextFormat.Snippet, detail: '常用句' });
    expect(item?.textEdit?.newText).toBe('2024年，本机关发出信息处理费收费通知${1:××}件，收取信息处理费${2:××}元。');
    expect(item?.textEdit).toMatchObject({ range: { start: { character: 0 }, end: { character: 2 } } });
  });

  it('gives plain text to all others', async () => {
    const item = (await completionAt(inSix, false)).find(({ label }) => label === '收取信息处理费若干元');
    expect(item).toMatchObject({ insertTextFormat: InsertTextFormat.PlainText });
    expect(item?.textEdit?.newText).toBe('2024年，本机关发出信息处理费收费通知××件，收取信息处理费××元。');
  });

  it('speaks the language of the reader', async () => {
    const items = await completionAt(without(draft, '五、存在的主要问题及改进情况', '‸'), true, undefined, 'en');
    expect(items.find(({ label }) => label.startsWith('五、'))).toMatchObject({
      detail: 'section heading',
      kind: CompletionItemKind.Module,
    });
  });

  it('says nothing where the check is switched off', async () => {
    expect(await completionAt(inSix, true, { enable: false })).toEqual([]);
  });
});

describe('comments that silence', () => {
  const wrong = sampleReport({ total: 25 });
  const row = '一、本年新收';
  const at = (typed: string, text = wrong) => {
    const { text: plainText, cursor = 0 } = unmark(text.replace(row, `${typed}\n${row}`));
    const known = parse(plainText);
    return { text: plainText, offers: complete(known, cursor, { target: 'tabs', findings: () => check(known) }) };
  };
  const lineAfter = (typed: string, label: string): string => {
    const { text, offers: all } = at(typed);
    const offer = all.find((one) => one.label === label);
    if (!offer) throw new Error(`${label} is not among ${all.map((one) => one.label).join()}`);
    return applyEdits(text, [{ span: offer.span, newText: plain(offer.pieces) }])
      .split('\n')
      .find((line) => line.includes('nianbao-')) as string;
  };

  it('are offered by their beginning or by the word for it, with the rule of the line below', () => {
    for (const typed of ['<!-- ‸', '<!--‸', '<!-- nian‸', '<!-- ‸ -->', '<!-- nianbao-dis‸-->'])
      expect(lineAfter(typed, '不再提示下一行'), typed).toBe('<!-- nianbao-disable-next-line wrong-row-total 理由 -->');
    for (const typed of ['静默‸', '不再提示‸', 'nianbao‸', '【‸', '【nianbao-disable‸】'])
      expect(lineAfter(typed, '不再提示下一行'), typed).toBe('【nianbao-disable-next-line wrong-row-total 理由】');
    expect(lineAfter('【‸', '从这里起恢复提示')).toBe('【nianbao-enable】');
  });

  it('are not offered where nobody has begun one, and nothing else is where somebody has', () => {
    for (const typed of ['‸', '收到‸', '静默期‸', '我们不再提示‸'])
      expect(at(typed).offers.filter(({ kind }) => kind === 'directive')).toEqual([]);
    expect(new Set(at('<!-- ‸').offers.map(({ kind }) => kind))).toEqual(new Set(['directive']));
    expect(at('<!-- 修订说明‸').offers).toEqual([]);
  });

  it('name rules by id and by the words of their names, those of the line below first', () => {
    const rules = (typed: string) => at(typed).offers.map(({ detail }) => detail.template);
    expect(rules('<!-- nianbao-disable-next-line ‸ -->')[0]).toBe('wrong-row-total');
    expect(rules('<!-- nianbao-disable-next-line ‸ -->').length).toBeGreaterThan(60);
    expect(rules('【nianbao-disable-line 百分‸】')).toEqual(['wrong-percentage']);
    expect(rules('【nianbao-disable-line wrong-perc‸】')).toEqual(['wrong-percentage']);
    expect(rules('【nianbao-disable-line wrong-percentage，wrong-s‸】')).toContain('wrong-sum');
    expect(rules('【nianbao-disable-line wrong-percentage ‸】')).not.toContain('wrong-percentage');
    expect(lineAfter('【nianbao-disable wrong-‸ 已核对】', '百分比与数字不符')).toBe('【nianbao-disable wrong-percentage 已核对】');
  });

  it('are for reports only', () => {
    expect(offers('会议记录\n\n静默‸\n')).toEqual([]);
  });
});
