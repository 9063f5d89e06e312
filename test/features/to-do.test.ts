/** What is still to be written: a list of what to do while the text is in no file, mistakes after that. */
import { describe, expect, it } from 'vitest';
import { folderDefaults } from '../../server/src/lsp/folder-settings';
import { check } from '../../server/src/features/check';
import { lenses } from '../../server/src/features/lenses';
import { newReport } from '../../server/src/features/new-report';
import { outline } from '../../server/src/features/outline/outline';
import { status } from '../../server/src/features/status';
import { asToDo } from '../../server/src/features/to-do';
import { readings } from '../../server/src/lsp/documents';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { settle } from '../../server/src/features/choices/settings';

const { text } = newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' });
const settings = {
  ...settle({}),
  inlayHints: true,
  codeLens: true,
  normalize: { markdown: 'markdown', plaintext: 'tabs' },
  folder: folderDefaults,
  decisions: [],
} as const;
const checked = (uri: string, content = text) =>
  readings('test', () => false).check(TextDocument.create(uri, 'markdown', 1, content), settings);

describe('a new report', () => {
  it('in no file yet has no error, and tells each place by name', () => {
    const { report, findings } = checked('untitled:Untitled-1');
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['information']));
    const told = findings.map(({ message }) => format(message));
    expect(told).toContain('「（一）主动公开」待填：「待补充」应换成实际内容');
    expect(told).toContain('「（五）监督保障 · 工作考核结果」待填：「待补充」应换成实际内容');
    expect(told).toContain('「（二）改进措施 · 二是」待填：「待补充」应换成实际内容');
    expect(new Set(told).size).toBe(told.length);
    expect(status(report, findings)).toMatchObject({ errors: 0, warnings: 0, toDo: told.length });
  });

  it('counts what is to be done in the outline, apart from what is wrong', () => {
    const { report, findings } = checked(
      'untitled:Untitled-1',
      text.replace('（三）政府信息管理。', '（三）政府信息管理。答复网民留言x件。'),
    );
    const items = outline(report, findings);
    const of = (label: string) => items.find((item) => format(item.label).startsWith(label));
    expect(of('一、')).toMatchObject({ state: 'problem', description: { template: '{0} 处，待填 {1}', values: [1, expect.any(Number)] } });
    expect(of('五、')).toMatchObject({ state: 'open', description: { template: '待填 {0}' } });
    expect(of('六、')).toMatchObject({ state: 'done' });
    expect(of('五、')?.children.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open']);
  });

  it('in a file has errors where it was to do', () => {
    const { report, findings } = checked('file:///reports/draft.md');
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
    expect(status(report, findings).toDo).toBeUndefined();
  });
});

describe('what is to do', () => {
  it('leaves other placeholders what they are: a text that is pasted may be finished otherwise', () => {
    const { findings } = checked('untitled:Untitled-1', text.replaceAll('（待补充）', 'XX').replace('一是XX', '一是XX镇'));
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  });

  it('is named by the section where there is no heading below it', () => {
    const report = parse(
      '青禾县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n全年情况待补充。\n\n六、其他需要报告的事项\n\n待填写\n',
    );
    expect(asToDo(check(report)).flatMap(({ subject, message }) => (subject === 'to-fill' ? [message.values[0]] : []))).toEqual([
      '一、总体情况 · 全年情况',
      '六、其他需要报告的事项',
    ]);
  });
});

describe('one number for what is found in a table', () => {
  it.each([
    [text, '0 |', '-1 |'],
    [text, '| 0', '|  '],
    [text, '2.重复申请', '2.多次申请'],
  ])('in the lens and in the outline', (whole, right, wrong) => {
    const from = whole.indexOf('1.属于国家秘密');
    const report = parse(whole.slice(0, from) + whole.slice(from).replace(right, wrong));
    const found = check(report);
    const tables = outline(report, found)
      .flatMap(({ children }) => children)
      .filter(({ kind, children }) => kind === 'table' && children.length > 0);
    expect(tables.length).toBe(1);
    const label = tables[0]?.label;
    const lens = lenses(report, found).find(({ title }) => title.values[0] === label?.values[0]);
    expect(lens?.title).toEqual(label);
    expect(label?.values.at(-1)).toBe(tables[0]?.children.length);
  });
});
