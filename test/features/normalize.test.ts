/**
 * Normalizing: every layout in every way of writing becomes one and the same text, nothing that a table says changes, and a
 * table of which anything would be lost is left alone.
 */
import { describe, expect, it } from 'vitest';
import type { Io } from '../../server/src/cli/io';
import * as engine from '../../server/src/cli/engine';
import { main } from '../../server/src/cli/main';
import { normalize } from '../../server/src/features/normalize/normalize';
import { type TableFormat, targets } from '../../server/src/report/writing/table-format';
import { writeTable } from '../../server/src/report/writing/write-table';
import { readNormalizeSettings, targetFor } from '../../server/src/lsp/normalize-settings';
import { answerNormalize, formatTables, normalizeActions } from '../../server/src/lsp/requests/normalize';
import { table2, table2Of2019, table3, table3Of2019, table4 } from '../../server/src/report/form/form';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { fixOf } from '../../server/src/findings/finding';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { positionAt } from '../../server/src/text/lines';
import { format } from '../../server/src/text/message';
import { displayWidth } from '../../server/src/text/width';
import { clean, type Figures } from '../kit/figures';
import { prose, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';
import { layout, rowPipes, normalized, reasons, standard, checkLaws } from '../kit/normalizing';

describe('the standard form', () => {
  const drawnTables = (figures: Figures, target: TableFormat) =>
    standard(figures, target)
      .split('\n\n')
      .filter((part) => part.startsWith('|'))
      .map((table) => table.split('\n'));

  it('aligns every column of a Markdown table by display width', () => {
    const tables = drawnTables(clean(), 'markdown');
    expect(tables.length).toBe(3);
    for (const lines of tables) {
      expect(lines[1]).toMatch(/^\| (?:-{2,}[-:] \| )*-{2,}[-:] \|$/);
      expect(new Set(lines.map(displayWidth)).size).toBe(1);
      expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
    }
  });

  it('draws the tables of a text as people see them', () => {
    const [two, three, four] = drawnTables(clean(), 'text');
    expect(two?.slice(0, 8)).toEqual([
      '| 第二十条第（一）项                                          |',
      '| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      '|----------------|--------------|--------------|--------------|',
      '| 规章           |            0 |            0 |            0 |',
      '| 行政规范性文件 |            3 |            1 |           12 |',
      '|-------------------------------------------------------------|',
      '| 第二十条第（五）项                                          |',
      '| 信息内容       |                           本年处理决定数量 |',
    ]);
    expect(three?.[1]).toMatch(/^\|-{32}(?:\|-+){7}\|$/);
    expect(four).toEqual([
      '| 项目             | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
      '|------------------|----------|----------|----------|----------|------|',
      '| 行政复议         |        2 |        1 |        0 |        1 |    4 |',
      '| 行政诉讼         |          |          |          |          |      |',
      '| 未经复议直接起诉 |        1 |        0 |        0 |        0 |    1 |',
      '| 复议后起诉       |        0 |        0 |        1 |        2 |    3 |',
    ]);
    for (const lines of [two, three, four]) expect(new Set(lines?.map(displayWidth)).size).toBe(1);
  });

  it('fits into half a window, the sidebar open', () => {
    const large = (values: readonly string[]) => values.map(() => '123');
    const figures = clean();
    const many: Figures = {
      table2: Object.fromEntries(Object.entries(figures.table2).map(([id, values]) => [id, large(values)])),
      table3: Object.fromEntries(Object.entries(figures.table3).map(([id, values]) => [id, large(values)])),
      table4: large(figures.table4),
    };
    for (const target of ['markdown', 'text'] as const)
      for (const values of [clean(), many])
        for (const lines of drawnTables(values, target))
          for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(110);
  });

  it('takes columns that number rows, name units or hold no note, with their heads', () => {
    const drawn = (rows: readonly string[]) =>
      `${prose.title}\n\n${prose.two}\n\n| 序号 | 项目 | 单位 | 数量 | 备注 |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
    const rows = [
      '| 1 | 行政许可 | 件 | 12 | |',
      '| 2 | 行政处罚 | 件 | 3 | |',
      '| 3 | 行政强制 | 件 | 0 | |',
      '| 4 | 行政事业性收费 | 万元 | 0.5 | |',
    ];
    expect(reasons(drawn(rows), 'text')).toEqual([]);
    const text = normalized(drawn(rows), 'text');
    expect(text).toContain('| 行政处罚       |                          3 |');
    expect(text).not.toMatch(/序号|备注|\|---\|---\|/);
    checkLaws(drawn(rows), 'text');
    // A number out of order and a note that says something are told, not dropped.
    expect(reasons(drawn(rows.with(1, '| 7 | 行政处罚 | 件 | 3 | |')), 'text').join()).toContain('7');
    expect(reasons(drawn(rows.with(1, '| 2 | 行政处罚 | 件 | 3 | 含警告 |')), 'text').join()).toContain('含警告');
  });

  it('takes a Markdown table with full-width bars, and rows named by words alone, a cell to a line', () => {
    const wide = report(layout('Markdown with ruler, merged cells blank')).replaceAll('|', '｜');
    expect(normalized(wide, 'text')).toBe(standard(clean(), 'text'));
    const lines = report(layout('one cell per line, no blank lines')).replace(/^\d\.(?=[一-鿿])/gm, '');
    expect(normalized(lines, 'text')).toBe(standard(clean(), 'text'));
  });

  it.each(['行政处罚', '2.重复申请', '复议后起诉'])('is kept by the fix that puts the row %s back', (label) => {
    const figures = clean();
    const zeros = (values: readonly string[] | undefined) => (values ?? []).map(() => '0');
    const wanted = standard(
      {
        table2: { ...figures.table2, 处罚: zeros(figures.table2['处罚']) },
        table3: { ...figures.table3, 不处理2: zeros(figures.table3['不处理2']) },
        table4: [...figures.table4.slice(0, 10), ...zeros(figures.table4.slice(10))],
      },
      'text',
    );
    const without = wanted.replace(new RegExp(`^\\| ${label} .*\\n`, 'm'), '');
    const [finding] = checkUnsilenced(parse(without)).filter(({ code }) => code === 'missing-row');
    expect(finding && applyEdits(without, fixOf(finding)?.edits ?? [])).toBe(wanted);
  });

  it('keeps blanks of table four in their place, rows that are blank throughout among them', () => {
    const group = (i: number) => [0, 1, 2, 3, 4].map((column) => i * 5 + column);
    for (const blanks of [group(0), group(1), group(2), [...group(0), ...group(1)], [0, 5, 10], [4, 9, 14], [5]]) {
      const figures = { ...clean(), table4: clean().table4.map((value, i) => (blanks.includes(i) ? '' : value)) };
      for (const target of ['markdown', 'text'] as const) {
        const text = report(layout('HTML'), figures);
        expect(reasons(text, target)).toEqual([]);
        expect(normalized(text, target)).toBe(standard(figures, target));
        checkLaws(text, target);
      }
    }
  });

  it('shows the three levels of labels', () => {
    const text = normalized(report(rowPipes), 'markdown');
    for (const label of ['| 三、本年度办理结果 ', '| （三）不予公开 ', '| 1.属于国家秘密 ', '| （七）总计 ', '| 四、结转下年度继续办理 '])
      expect(text).toContain(label);
    const html = normalized(report(rowPipes), 'html');
    expect(html).toContain('\n  <tr><td rowspan="8">（三）不予公开</td><td>1.属于国家秘密</td><td>0</td>');
    expect(html).toContain('\n  <tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>\n');
    const tabs = normalized(report(rowPipes), 'tabs');
    expect(tabs).toContain('\n\t\t2.重复申请\t2\t0\t0\t0\t0\t0\t2\n');
    for (const line of tabs.split('\n').filter((one) => one.includes('\t'))) expect([4, 10, 15]).toContain(line.split('\t').length);
  });

  it('writes each table by itself', () => {
    expect(
      writeTable(
        table2,
        new Map([
          ['许可', ['208']],
          ['收费', ['']],
        ]),
        'markdown',
      ),
    ).toEqual([
      '| 第二十条第（五）项 |                            |     |     |',
      '| ------------------ | -------------------------: | --: | --: |',
      '| 信息内容           |           本年处理决定数量 |     |     |',
      '| 行政许可           |                        208 |     |     |',
      '| 第二十条第（八）项 |                            |     |     |',
      '| 信息内容           | 本年收费金额（单位：万元） |     |     |',
      '| 行政事业性收费     |                            |     |     |',
    ]);
    expect(writeTable(table2, new Map([['许可', ['<5']]]), 'html')[3]).toBe('  <tr><td>行政许可</td><td colspan="3">&lt;5</td></tr>');
    const zeros = (form: typeof table3) => new Map(form.rows.map((row) => [row.id, row.columns.map(() => '0')]));
    for (const form of [table2, table3, table4, table2Of2019, table3Of2019]) {
      for (const target of targets) {
        const [table] = parse(`${prose.title}\n\n${prose.three}\n\n${writeTable(form, zeros(form), target).join('\n')}\n`).tables;
        expect(table?.form).toBe(form);
        expect(table?.missing).toEqual([]);
        expect(table?.rows.every((row) => row.cells.every(({ value }) => value === 0))).toBe(true);
      }
    }
  });

  it('writes official labels in place of misspelt, broken and repeated ones', () => {
    const text = report(rowPipes);
    const head = text.slice(text.indexOf('（本列数据'), text.indexOf('一、本年新收'));
    const broken = text
      .replace('属于国家秘密', '属于国家机密')
      .replace('\n行政规范性文件', '\n规范性文件')
      .replace('（七）总计', '(七) 总 计')
      .replace('商业企业 |', '商业 企业 |')
      .replace('2.没有现成信息需要另行制作 |', '2. | 没有现成信息需要另行制作 |')
      .replace('2.重复申请', `${head}2.重复申请`)
      .replace('单位：万元', '单位：万元，保留4位小数');
    for (const target of targets) {
      expect(reasons(broken, target)).toEqual([]);
      expect(normalized(broken, target)).toBe(standard(clean(), target));
    }
  });

  it('leaves out rows that are missing, and adds none', () => {
    const lines = report(rowPipes)
      .split('\n')
      .filter((line) => !/公开出版物|属于国家秘密|不掌握|没有现成|补正后|行政强制/.test(line));
    for (const target of targets) {
      const read = parse(normalized(lines.join('\n'), target));
      expect(read.tables.map(({ missing }) => missing.map(({ id }) => id))).toEqual([
        ['强制'],
        ['不予1', '无法1', '无法2', '无法3', '不处理3'],
        [],
      ]);
      expect(read.text).not.toContain('（四）无法提供');
      expect(read.text).toContain('（三）不予公开');
    }
  });

  it('writes tables of 2019 by their own form', () => {
    const text = `溪口县水务局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n正常。\n\n二、主动公开政府信息情况\n\n第二十条第（一）项 | |||\n信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n规范性文件 | 3 | 3 | 12 |\n第二十条第（五）项 | |||\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 15 | -2 | 208 |\n其他对外管理服务事项 | 0 | 0 | 0 |\n第二十条第（六）项 | |||\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 0 | 0 | 36 |\n行政强制 | 0 | +1 | 5 |\n第二十条第（八）项 | |||\n信息内容 | 上一年项目数量 | 本年增/减 | |\n行政事业性收费 | 0 | 0 | |\n第二十条第（九）项 | |||\n信息内容 | 采购项目数量 | 采购总金额 | |\n政府集中采购 | 2 | 15.5 | |\n\n三、收到和处理政府信息公开申请情况\n`;
    for (const target of targets) {
      checkLaws(text, target);
      expect(reasons(text, target)).toEqual([]);
      const after = normalized(text, target);
      expect(after).toContain('规范性文件');
      expect(after).not.toContain('行政规范性文件');
      expect(parse(after).tables[0]?.form).toBe(table2Of2019);
    }
    expect(normalized(text, 'tabs')).toContain('政府集中采购\t2\t15.5\t\n\n三、');
  });

  it('sets a Markdown or HTML table apart by blank lines, a table of tabs as it was', () => {
    const text = sampleReport();
    expect(normalized(text, 'markdown')).toContain('二、主动公开政府信息情况\n\n| 第二十条');
    expect(normalized(text, 'markdown')).toMatch(/\|\n\n三、收到/);
    expect(normalized(text, 'html')).toContain('二、主动公开政府信息情况\n\n<table>\n');
    expect(normalized(text, 'html')).toContain('</table>\n\n三、收到');
    expect(normalized(text, 'tabs')).toMatch(/二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n/);
    for (const target of targets) checkLaws(text, target);
  });

  it('takes rulers, lines of bars and tags for part of the table, and lines of dashes for part of the text', () => {
    const text = report(layout('Markdown with ruler, merged cells blank'));
    const led = text
      .replace('| 第二十条第（一）项', '|  |  |  |  |\n| --- | --- | --- | --- |\n| 第二十条第（一）项')
      .replace(`\n\n${prose.three}`, `\n|||\n\n---\n\n${prose.three}`);
    expect(normalized(led, 'html')).toBe(standard(clean(), 'html').replace(`\n\n${prose.three}`, `\n\n---\n\n${prose.three}`));
    const html = report(layout('HTML'))
      .replace('<table border="1">', '<div class="box"><table border="1"><colgroup><col><col></colgroup><tbody>')
      .replace('</table>', '</tbody></table></div>');
    expect(normalized(html, 'html')).toBe(
      standard(clean(), 'html').replace('<table>', '<div class="box"><table>').replace('</table>', '</table></div>'),
    );
    expect(normalized(html, 'markdown')).toContain('<div class="box">\n\n| 第二十条');
    expect(normalized(html, 'markdown')).toContain('|\n\n</div>\n');
    for (const target of targets) checkLaws(html, target);
  });
});

describe('edits', () => {
  it('change no more lines than differ, one edit for each table', () => {
    const text = standard(clean(), 'markdown');
    const wide = text
      .replace('| （一）予以公开     ', '|（一）予以公开 ')
      .replace('| 行政许可           |                        208 |', '| 行政许可 | 208 |');
    const { edits } = normalize(parse(wide), { target: 'markdown' });
    expect(edits.map(({ newText }) => newText.split('\n').length)).toEqual([1, 1]);
    expect(applyEdits(wide, edits)).toBe(text);
  });

  it('are for the tables asked for', () => {
    const text = report(rowPipes);
    const read = parse(text);
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) });
    const numbers = (within: { start: number; end: number }) =>
      normalize(read, { target: 'tabs', within }).edits.map(({ table }) => table.form.number);
    expect(numbers(at('重复申请'))).toEqual([3]);
    expect(numbers(at('全年新收'))).toEqual([]);
    expect(numbers({ start: text.indexOf('行政强制'), end: text.indexOf('重复申请') })).toEqual([2, 3]);
    expect(numbers({ start: 0, end: text.length })).toEqual([2, 3, 4]);
  });

  it('are none where there is no report', () => {
    expect(normalize(parse(ordinaryText), { target: 'markdown' })).toEqual({ edits: [], refused: [], tables: [] });
    expect(normalize(parse(''), { target: 'markdown' }).edits).toEqual([]);
  });
});

describe('a table is left as it is', () => {
  const text = report(rowPipes);
  const row = '2.重复申请 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |';
  const cases: readonly [name: string, draft: string, why: string, at: string][] = [
    [
      'a value too many',
      text.replace(row, '2.重复申请 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 2 |'),
      '「2.重复申请」有 8 个数，应有 7 个',
      '2.重复申请',
    ],
    [
      'an unknown row',
      text.replace('3.要求提供公开出版物', '3.要求上门拍照留念'),
      '「3.要求上门拍照留念」不是格式中的项目',
      '3.要求上门拍照留念',
    ],
    ['a row that comes twice', text.replace(row, `${row}\n${row}`), '「2.重复申请」一行重复出现', '2.重复申请'],
    ['a subtotal', text.replace(row, `小计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n${row}`), '「小计 3 1 0 0 0 0 4」', '小计'],
    [
      'figures behind a group',
      text.replace('（三）不予公开 | 1.', '（三）不予公开 | 31 | 1 | 0 | 0 | 0 | 0 | 32 |\n1.'),
      '「（三）不予公开」后面的「31 1 0 0 0 0 32」',
      '（三）不予公开',
    ],
    ['prose', text.replace(row, `${row}\n注：以上含下属单位12家。`), '「注：以上含下属单位12家。」', '注：以上'],
    [
      'a quotation',
      text.replace(/^(?=.*\| *$)/gm, (_, at: number) => (at > text.indexOf(prose.three) && at < text.indexOf(prose.four) ? '> ' : '')),
      '> 不在格式中',
      '> （本列',
    ],
    ['another unit', text.replace('单位：万元', '单位：元'), '单位与格式不同', '本年收费金额（单位：元）'],
    [
      'a head of another form',
      text.replace('本年制发件数', '本年新制作数量'),
      '「本年新制作数量」不是这张表的格式中的项目',
      '本年新制作数量',
    ],
    [
      'a number in a label',
      text.replace('1.属于国家秘密', '1.属于国家秘密（其中3件涉密）'),
      '「1.属于国家秘密（其中3件涉密）」里有数',
      '1.属于国家秘密（其中',
    ],
    [
      'a column that is not known',
      text.replace('| 商业企业 |', '| 商业企业 | 农民专业合作社 |').replace('商业企业 | 科研', '商业企业 | 农民专业合作社 | 科研'),
      '「农民专业合作社」',
      '农民专业合作社',
    ],
    [
      'ten numbers in table four',
      report(rowPipes, { ...clean(), table4: ['1', '0', '0', '0', '1', '0', '0', '1', '2', '3'] }),
      '「表四」有 10 个数，应有 15 个',
      '1 | 0 | 0 | 0 | 1 |',
    ],
  ];

  it.each(cases)('%s', (_, draft, why, at) => {
    for (const target of targets) {
      const read = parse(draft);
      const { edits, refused } = normalize(read, { target });
      expect(refused.map(({ message }) => format(message)).join('\n')).toContain(why);
      expect(draft.slice(refused[0]?.span.start)).toMatch(new RegExp(`^${at.replace(/[|().\s]/g, '\\$&')}`));
      const left = refused[0]?.table;
      expect(edits.map(({ table }) => table)).toEqual(read.tables.filter((table) => table !== left));
      checkLaws(draft, target);
    }
  });

  it.each([
    [
      'an image in a cell',
      (html: string) => html.replace('<td>2.重复申请</td>', '<td>2.重复申请<img src="1.png"></td>'),
      '<img src="1.png">',
    ],
    [
      'a caption in the element',
      (html: string) => html.replace('<table border="1">', '<table border="1"><caption>表一</caption>'),
      '分不开',
    ],
    [
      'a note in the element',
      (html: string) => html.replace('</table>', '<tr><td>填报人：张三，联系电话见封面</td></tr></table>'),
      '分不开',
    ],
  ])('%s', (_, change, why) => {
    const html = change(report(layout('HTML')));
    for (const target of targets) {
      expect(reasons(html, target).join('\n')).toContain(why);
      expect(normalize(parse(html), { target }).edits.length).toBe(2);
      checkLaws(html, target);
    }
  });

  it('a bar or a tag in a cell never goes astray', () => {
    for (const value of ['1|2', '3<4', '5&6', '7\\|8']) {
      const html = report(layout('HTML'))
        .replace('<td>36</td>', `<td>${value.replace('&', '&amp;').replace('<', '&lt;')}</td>`)
        .replace('<td colspan="3">36</td>', `<td colspan="3">${value.replace('&', '&amp;').replace('<', '&lt;')}</td>`);
      for (const target of targets) {
        checkLaws(html, target);
        const after = normalized(html, target);
        expect(
          after.includes(value) ||
            after.includes(value.replace('|', '\\|')) ||
            after.includes(value.replace('&', '&amp;').replace('<', '&lt;')),
          `${value} ${target}`,
        ).toBe(true);
      }
    }
  });
});

describe('nianbao normalize', () => {
  const run = async (
    argv: readonly string[],
    files: Record<string, string | Uint8Array>,
    input = '',
  ): Promise<{ code: number; stdout: string; stderr: string; written: Record<string, string> }> => {
    const out = { stdout: '', stderr: '', written: {} as Record<string, string> };
    const output = (name: 'stdout' | 'stderr') => ({
      isTerminal: false,
      columns: undefined,
      write: (text: string) => void (out[name] += text),
    });
    const fails = (code: string) => Object.assign(new Error(code), { code });
    const io: Io = {
      env: {},
      currentFolder: '/',
      stdout: output('stdout'),
      stderr: output('stderr'),
      kindOf: () => 'file',
      readFile: (path) => {
        const content = files[path];
        if (content === undefined) throw fails('ENOENT');
        return typeof content === 'string' ? Buffer.from(content) : content;
      },
      readShort: () => undefined,
      writeFile: (path, bytes) => {
        if (path.startsWith('locked')) throw fails('EROFS');
        out.written[path] = Buffer.from(bytes).toString(bytes[0] === 0xff ? 'utf16le' : 'utf8');
      },
      listFolder: () => [],
      readInput: () => Promise.resolve(Buffer.from(input)),
      sizeOf: () => 0,
      modifiedAt: () => undefined,
      makeFolder: () => undefined,
      readPage: () => undefined,
    };
    return { code: await main(['normalize', ...argv], io, () => engine), ...out };
  };
  const draft = report(rowPipes);
  const broken = draft.replace('2.重复申请 | 2 |', '2.重复申请 | 2 | 0 |');

  it('prints the report: Markdown for .md, drawn for other files, or as asked', async () => {
    expect(await run(['a.md'], { 'a.md': draft })).toEqual({ code: 0, stdout: standard(clean(), 'markdown'), stderr: '', written: {} });
    expect((await run(['a.txt'], { 'a.txt': draft })).stdout).toBe(standard(clean(), 'text'));
    expect((await run(['a.txt', '--to', 'html'], { 'a.txt': draft })).stdout).toBe(standard(clean(), 'html'));
    expect((await run(['-', '--to=markdown'], {}, draft)).stdout).toBe(standard(clean(), 'markdown'));
  });

  it('writes the file back if something changed, with its byte order mark', async () => {
    expect(await run(['a.md', '--write'], { 'a.md': `\ufeff${draft}` })).toMatchObject({
      code: 0,
      stdout: '',
      written: { 'a.md': `\ufeff${standard(clean(), 'markdown')}` },
    });
    expect(await run(['a.md', '--write'], { 'a.md': standard(clean(), 'markdown') })).toMatchObject({ code: 0, stdout: '', written: {} });
  });

  it('writes the file back in its encoding', async () => {
    expect(await run(['a.md', '--write'], { 'a.md': Buffer.from(`\ufeff${draft}`, 'utf16le') })).toMatchObject({
      code: 0,
      stdout: '',
      written: { 'a.md': `\ufeff${standard(clean(), 'markdown')}` },
    });
  });

  it('tells the row because of which a table was left, and normalizes the others', async () => {
    const { code, stdout, stderr } = await run(['a.md'], { 'a.md': broken });
    expect(code).toBe(1);
    const line = broken.slice(0, broken.indexOf('2.重复申请')).split('\n').length;
    expect(stderr).toBe(`a.md:${line}:1：表三没有规范化：「2.重复申请」有 8 个数，应有 7 个，不知道各填在哪一格\n`);
    expect(stdout).toContain('| 行政许可           |');
    expect(stdout).toContain('\n2.重复申请 | 2 | 0 |');
    expect((await run(['a.md', '--write'], { 'a.md': broken })).written['a.md']).toBe(stdout);
  });

  it('says what it cannot do', async () => {
    expect(await run([], {})).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['a.md', 'b.md'], { 'a.md': draft, 'b.md': draft })).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['none.md'], {})).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('none.md：没有这个文件') as string,
    });
    expect(await run(['a.md', '--to', 'word'], { 'a.md': draft })).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['-', '--write'], {}, draft)).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['note.md', '--write'], { 'note.md': ordinaryText })).toMatchObject({
      code: 2,
      stdout: '',
      written: {},
      stderr: expect.stringContaining('不像年度报告') as string,
    });
    expect(await run(['a.md', '--write'], { 'a.md': Buffer.concat([Buffer.from(draft), Buffer.from([0xe5, 0x85])]) })).toMatchObject({
      code: 2,
      stdout: '',
      written: {},
    });
    expect(await run(['locked.md', '--write'], { 'locked.md': draft })).toMatchObject({ code: 2, stdout: '', written: {} });
  });

  it('reads GB18030 and UTF-16 to print', async () => {
    expect((await run(['a.md'], { 'a.md': Buffer.from(`\ufeff${draft}`, 'utf16le') })).stdout).toBe(standard(clean(), 'markdown'));
  });
});

describe('over the protocol', () => {
  const same = (template: string) => template;
  const text = report(rowPipes);
  const context = (target: TableFormat, draft = text) => ({
    uri: 'file:///a.md',
    version: 7,
    report: parse(draft),
    target,
    translate: same,
  });
  const at = (words: string, draft = text) => positionAt(parse(draft).lines, draft.indexOf(words));
  const rangeAt = (words: string) => ({ start: at(words), end: at(words) });

  it('formats the document or the tables that a range touches', () => {
    expect(formatTables(context('markdown')).edits.length).toBe(3);
    expect(formatTables(context('markdown'), rangeAt('重复申请')).edits.map(({ newText }) => newText.includes('重复申请'))).toEqual([true]);
    expect(formatTables(context('markdown'), rangeAt('全年新收'))).toEqual({ edits: [], refused: [] });
    expect(formatTables(context('markdown', ordinaryText))).toEqual({ edits: [], refused: [] });
  });

  it('offers the action in a table that is not in the standard form', () => {
    const offered = normalizeActions(context('html'), rangeAt('重复申请'), { disabled: false });
    expect(offered.map(({ title, kind }) => [title, kind])).toEqual([['规范化表格（HTML）', 'refactor.rewrite.nianbao.normalize']]);
    expect(offered[0]?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: 'file:///a.md', version: 7 }, edits: [{}] }]);
    expect(normalizeActions(context('html'), rangeAt('全年新收'), { disabled: true })).toEqual([]);
    expect(
      normalizeActions(
        context('markdown', standard(clean(), 'markdown')),
        { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
        { disabled: true },
      ),
    ).toEqual([]);
    const broken = text.replace('2.重复申请 | 2 |', '2.重复申请 | 2 | 0 |');
    expect(normalizeActions(context('markdown', broken), rangeAt('重复申请'), { disabled: true })[0]?.disabled?.reason).toContain(
      '2.重复申请',
    );
    expect(normalizeActions(context('markdown', broken), rangeAt('重复申请'), { disabled: false })).toEqual([]);
  });

  it('answers for the table at the cursor and keeps the cursor in its cell', () => {
    const position = at('208');
    const { edit, refused, selection, tables } = answerNormalize(context('markdown'), { uri: '', position });
    expect([refused, tables]).toEqual([[], 1]);
    expect(edit?.changeAnnotations).toBeUndefined();
    const newText = applyEdits(
      text,
      normalize(parse(text), { target: 'markdown', within: { start: text.indexOf('208'), end: text.indexOf('208') } }).edits,
    );
    expect(selection?.start).toEqual(positionAt(parse(newText).lines, newText.indexOf('208')));
  });

  it('changes all tables with one edit that asks nothing', () => {
    for (const params of [{ uri: '' }, { uri: '', position: at('208'), all: true }, { uri: '', position: at('全年新收') }]) {
      const { edit, tables } = answerNormalize(context('tabs'), params);
      expect(tables).toBe(3);
      expect(edit?.changeAnnotations).toBeUndefined();
      expect(edit?.documentChanges).toMatchObject([{ edits: [{}, {}, {}] }]);
    }
    expect(answerNormalize(context('markdown', standard(clean(), 'markdown')), { uri: '' })).toEqual({ tables: 3, refused: [] });
    const broken = text.replace('2.重复申请 | 2 |', '2.重复申请 | 2 | 0 |');
    expect(answerNormalize(context('markdown', broken), { uri: '' }).refused).toMatchObject([
      { range: { start: at('2.重复申请') }, message: '表三没有规范化：「2.重复申请」有 8 个数，应有 7 个，不知道各填在哪一格' },
    ]);
  });

  it('reads its settings', () => {
    const told: string[] = [];
    const read = (value: unknown) => readNormalizeSettings(value, (name) => told.push(name));
    expect(read(undefined)).toEqual({ markdown: 'markdown', plaintext: 'text' });
    expect(read({ markdown: 'html' })).toEqual({ markdown: 'html', plaintext: 'text' });
    expect(read({ markdown: 'word', plaintext: 3 })).toEqual({ markdown: 'markdown', plaintext: 'text' });
    expect(read('html')).toEqual({ markdown: 'markdown', plaintext: 'text' });
    expect(told).toEqual(['nianbao.normalize.markdown', 'nianbao.normalize.plaintext', 'nianbao.normalize']);
    expect([targetFor('markdown', read({})), targetFor('plaintext', read({})), targetFor('nianbao', read({}))]).toEqual([
      'markdown',
      'text',
      'text',
    ]);
  });
});
