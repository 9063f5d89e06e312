/** Pasting tables from other programs: what each of them writes becomes the standard table, or nothing and a reason. */
import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../server/src/features/paste/clipboard';
import { paste, takesTables } from '../../server/src/features/paste/paste';
import { parse } from '../../server/src/report/parse';
import type { TableFormat } from '../../server/src/report/writing/table-format';
import { unquoteTabs } from '../../server/src/table/quoted-tabs';
import { applyEdits } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';
import { clean, seen, type SeenCell } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';
import { standard, read, textOf, reasonsOf, word, editor, third } from '../kit/pasting';

describe('HTML', () => {
  const cell = (text: string, attributes = ''): string => `<td${attributes}>${text}</td>`;
  const simple = (table: SeenCell[][], row: (cells: string, index: number) => string = (cells) => `<tr>${cells}</tr>`): string =>
    `<table>${table.map((cells, i) => row(cells.map(({ text, colspan, rowspan }) => cell(text, ` colspan="${colspan}" rowspan="${rowspan}"`)).join(''), i)).join('')}</table>`;
  const [, expected] = standard(clean(), 'markdown');
  const html = simple(third);

  it('without what is hidden or deleted', () => {
    const hidden = '<tr style="height:0; display:none"><td>小计</td><td>9</td><td>9</td></tr>';
    expect(textOf(html.replace('<tr>', `${hidden}<tr>`))).toBe(expected);
    expect(
      textOf(html.replace('>41<', '><del>14</del><ins>41</ins><span style="display:none">9</span><span style="mso-hide:all">8</span><')),
    ).toBe(expected);
    expect(textOf(html.replace('>41<', '>41<script>9</script><!-- 9 --><![if !vml]><![endif]><'))).toBe(expected);
  });

  it('without hidden columns, whether their cells say so or not', () => {
    const noted = (attributes: string) => html.replace(/<tr>/g, `<tr>${cell('7', attributes)}${cell('待核')}`);
    for (const columns of [
      '<col width=0 style="display:none"><col style="mso-width-alt:0;display:none">',
      '<colgroup span=2 style="display:none"><col span=2></colgroup><col span=10>',
    ]) {
      for (const attributes of ['', ' style="display:none"'])
        expect(textOf(noted(attributes).replace('<table>', `<table>${columns}`)), attributes).toBe(expected);
    }
    expect(textOf(noted(''))).not.toBe(expected);
  });

  it('with tables that lay out the page, and a row of cells as a table in a cell', () => {
    expect(textOf(`<table><tr><td>导航</td><td><div>${html}</div></td></tr></table>`)).toContain(expected);
    expect(textOf(`<table><tr><td>导航</td><td><div>${html}</div></td></tr></table>`)).toBe(`导航\n\n${expected}`);
    const row = third.find((cells) => cells[0]?.text.startsWith('一、')) as SeenCell[];
    const inner = `<table><tr>${row
      .slice(2, 7)
      .map(({ text }) => cell(text))
      .join('')}</tr></table>`;
    const nested = `<tr>${cell(row[0]?.text ?? '')}${cell(row[1]?.text ?? '')}${cell(`<p>${inner}</p>`, ' colspan="5"')}${cell(row[7]?.text ?? '')}</tr>`;
    expect(textOf(simple(third, (cells, i) => (i === 3 ? nested : `<tr>${cells}</tr>`)))).toBe(expected);
  });

  it('with a number in two runs, and no number of what stands beside it', () => {
    expect(textOf(html.replace('>41<', '><span>4</span><b>1</b><'))).toBe(expected);
    const noted = textOf(html.replace('>41<', '>41<sup>[1]</sup><'), 'tabs') ?? '';
    expect(noted).toContain('一、本年新收政府信息公开申请数量\t\t\t41 [1]\t7\t');
    const struck = textOf(html.replace('>41<', '><s>4</s>41<'), 'tabs') ?? '';
    expect(struck).toContain('\t4 41\t7\t');
  });

  it('of which a value reaches over several rows is not taken', () => {
    const at = third.findIndex((row) => row.some(({ text }) => text === '2.重复申请'));
    const tall = third.map((row, i) =>
      i === at ? row.map((one) => (/^\d+$/.test(one.text) ? { ...one, rowspan: 2 } : one)) : i === at + 1 ? row.slice(0, 1) : row,
    );
    expect(textOf(simple(tall))).toBeUndefined();
    expect(reasonsOf(simple(tall))).toContain('「2.重复申请」的「2」占了几行');
    const wide = third.map((row) => (row[0]?.text === '3.要求提供公开出版物' ? [row[0], { text: '0', colspan: 7, rowspan: 1 }] : row));
    expect(reasonsOf(simple(wide))).toContain('「3.要求提供公开出版物」有 1 个数，应有 7 个');
  });

  it('of which a row has a cell more is taken if its values stand under their heads', () => {
    const change = (id: string, cells: (values: readonly SeenCell[]) => SeenCell[]) =>
      third.map((row) => (row.some(({ text }) => text === id) ? cells(row) : row));
    const blank = { text: '', colspan: 1, rowspan: 1 };
    expect(textOf(simple(change('2.重复申请', (row) => [...row, blank])))).toBe(expected);
    expect(reasonsOf(simple(change('2.重复申请', ([label, ...values]) => [label as SeenCell, blank, ...values])))).toContain(
      '「2.重复申请」的「2」不在表头下面',
    );
    const four = seen({ ...clean(), table4: clean().table4.map((_, i) => String(i)) })[2];
    const values = four[3] as SeenCell[];
    expect(textOf(simple([...four.slice(0, 3), [...values, blank]]))).toContain(' 13 |');
    expect(reasonsOf(simple([...four.slice(0, 3), [blank, ...values]]))).toContain('不在表头下面');
  });

  it('with another table beside the report’s is not taken', () => {
    expect(reasonsOf(`${html}<table><tr><td>姓名</td><td>电话</td></tr><tr><td>值班</td><td>另见</td></tr></table>`)).toContain(
      '别的表格：「姓名 电话 值班 另见」',
    );
  });

  it('with a few rows of a table, with none or with another one is nobody’s business', () => {
    expect(read(simple(third.slice(3, 8)))).toBeUndefined();
    expect(read('<table><tr><td>项目</td><td>数量</td></tr><tr><td>其他</td><td>3</td></tr></table>')).toBeUndefined();
    expect(read('<p>一、总体情况</p>')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  it('tells which rows are missing', () => {
    const found = read(simple(third.filter((row) => !row.some(({ text }) => /公开出版物|行政查询/.test(text)))));
    expect(found && 'missing' in found ? found.missing.map(({ message }) => format(message)) : []).toEqual([
      '缺「8.属于行政查询事项」一行',
      '缺「3.要求提供公开出版物」一行',
    ]);
  });

  it('with sentences keeps them, one to a line, the numbers of lists too', () => {
    const page = `<h1>溪口县水务局2024年政府信息公开<br>工作年度报告</h1><p>本报告依据\n  条例编制，&nbsp;共&nbsp;3 页。</p><ol start="2"><li>开门办会</li><li>图解</li></ol><p>${prose.three}</p>${html}`;
    expect(textOf(page)).toBe(
      [
        '溪口县水务局2024年政府信息公开',
        '工作年度报告',
        '本报告依据条例编制， 共 3 页。',
        '2. 开门办会',
        '3. 图解',
        prose.three,
        expected,
      ].join('\n\n'),
    );
  });
});

describe('text between tabs', () => {
  const tabs = layouts.filter(({ name }) => name.startsWith('tabs'));
  const from = (text: string, html?: string) => readClipboard({ text, ...(html && { html }) }, { target: 'markdown', spaced: true });

  it.each(tabs)('becomes the standard form: $name', ({ write }) => {
    for (const [i, table] of seen(clean()).entries()) {
      const found = from(`${write(table).replaceAll('\n', '\r\n')}\r\n`);
      expect(found && 'text' in found ? found.text : found).toBe(standard(clean(), 'markdown')[i]);
    }
  });

  it('with the quotation marks of spreadsheets', () => {
    expect(unquoteTabs('"商业\r\n企业"\t"危及""三安全""一稳定"\t3\n"未完')).toBe('商业 企业\t危及"三安全"一稳定\t3\n"未完');
    const text = (tabs[0]?.write(third) ?? '').replace('商业企业', '"商业\n企业"');
    const found = from(text);
    expect(found && 'text' in found ? found.text : found).toBe(standard(clean(), 'markdown')[1]);
  });

  it('beside HTML that has no table is read as text', () => {
    expect(from(tabs[0]?.write(third) ?? '', '<div style="white-space: pre"><span>表</span></div>')).toMatchObject({ source: false });
    expect(from('说明\t（见附件）')).toBeUndefined();
  });

  it('that is the source of an HTML table is read as such, but may be meant as it is', () => {
    const found = from(standard(clean(), 'html')[1]);
    expect(found).toMatchObject({ source: true, text: standard(clean(), 'markdown')[1] });
  });
});

describe('the place', () => {
  const [two, three] = standard(clean(), 'markdown');
  const pasted = (html: string, target: TableFormat = 'markdown') => {
    const found = readClipboard({ html }, { target, spaced: true });
    if (!found || 'reasons' in found) throw new Error('not read');
    return found;
  };
  /** The text after pasting where `‸` stands, or from the first to the second. */
  const after = (marked: string, target: TableFormat = 'markdown', html = editor.write([third])) => {
    const [before = '', middle = '', rest] = marked.split('‸');
    const text = before + middle + (rest ?? '');
    const answer = paste(
      parse(text),
      { start: before.length, end: before.length + (rest === undefined ? 0 : middle.length) },
      pasted(html, target),
      target,
    );
    return { ...answer, text: answer.offer && applyEdits(text, [answer.offer.edit]) };
  };
  const alone = word.write([third]);
  const bare = (target: TableFormat) => after('‸', target, alone).text ?? '';

  it('in an empty text', () => {
    expect(bare('markdown')).toBe(three);
    expect(after('\n\n‸\n', 'markdown', alone).text).toBe(`\n\n${three}\n`);
  });

  it('is on lines of its own, apart where Markdown wants it', () => {
    const cases = ['\n‸\n', '‸\n', '\n‸', '‸', '\n\n‸\n\n', '\n  ‸\n'];
    for (const around of cases) {
      expect(after(`${prose.three}${around}${prose.four}`, 'markdown', alone).text?.replace(/\n\n\n+/g, '\n\n')).toBe(
        `${prose.three}\n\n${three}\n\n${prose.four}`,
      );
      const tabs = after(`${prose.three}${around}${prose.four}`, 'tabs', alone).text ?? '';
      expect(tabs.split('\n').filter((line) => line !== '')).toEqual([
        prose.three,
        ...standard(clean(), 'tabs')[1]
          .split('\n')
          .filter((line) => line !== ''),
        prose.four,
      ]);
    }
  });

  it('keeps the line ends of the text', () => {
    expect(after(`${prose.three}\r\n‸\r\n${prose.four}`, 'markdown', alone).text).toBe(
      `${prose.three}\r\n\r\n${three.replaceAll('\n', '\r\n')}\r\n\r\n${prose.four}`,
    );
  });

  it('is the cursor’s, also in another section', () => {
    const text = report(layouts[3] as (typeof layouts)[number]).replace(prose.six, `${prose.six}\n‸`);
    const answer = after(text, 'markdown', alone);
    expect(answer.offer?.preferred).toBe(true);
    expect(parse(answer.text ?? '').tables.map(({ form }) => form.number)).toEqual([2, 3, 4, 3]);
  });

  it('is the selection’s', () => {
    const old = three.replaceAll('41', '14');
    for (const end of ['‸\n', '\n‸']) {
      const text = `${prose.two}\n\n${two}\n\n${prose.three}\n\n‸${old}${end}\n${prose.four}\n`;
      const answer = after(text, 'markdown', alone);
      expect(answer.text).toBe(`${prose.two}\n\n${two}\n\n${prose.three}\n\n${three}\n\n${prose.four}\n`);
      expect(answer.offer?.preferred).toBe(true);
    }
  });

  it('of an empty table of the same kind is taken at once, of one with figures only when it is chosen', () => {
    const zero = three.replace(/\d+(?= \|)/g, (digits) => '0'.padStart(digits.length));
    const text = `${prose.three}\n\n${zero.replace('公开出版物', '公开‸出版物')}\n\n${prose.four}\n`;
    const empty = after(text, 'markdown', alone);
    expect(empty.text).toBe(`${prose.three}\n\n${three}\n\n${prose.four}\n`);
    expect(empty.offer?.preferred).toBe(true);
    expect(format(empty.offer?.title ?? { template: '', values: [] })).toBe('粘贴为标准表格，换掉原来的表三');
    const full = after(`${prose.three}\n\n${three.replace('公开出版物', '公开‸出版物')}\n\n${prose.four}\n`, 'markdown', alone);
    expect(full.offer?.preferred).toBe(false);
    expect(full.text).toBe(`${prose.three}\n\n${three}\n\n${prose.four}\n`);
  });

  it('is not the middle of another table, nor half of one', () => {
    const other = after(`${prose.two}\n\n${two.replace('行政许可', '行政‸许可')}\n`, 'markdown', alone);
    expect(other.offer).toBeUndefined();
    expect(other.reason && format(other.reason)).toContain('光标在表二中间');
    expect(after(`${prose.three}\n\n‸${three.replace('2.重复申请', '2.重复‸申请')}\n`, 'markdown', alone).offer?.preferred).toBe(false);
    expect(after(`‸${prose.three}\n\n${three.replace('2.重复申请', '2.重复‸申请')}\n`, 'markdown', alone).offer).toBeUndefined();
    const [a, b] = seen(clean());
    expect(after(`${prose.two}\n\n${two.replace('行政许可', '行政‸许可')}\n`, 'markdown', editor.write([a, b])).offer).toBeUndefined();
  });

  it('is a report, one that begins, or nothing yet', () => {
    expect(takesTables(parse(sampleReport()))).toBe(true);
    expect(takesTables(parse(' \n'))).toBe(true);
    expect(takesTables(parse('溪口县水务局2024年政府信息公开工作年度报告\n'))).toBe(true);
    expect(takesTables(parse(`${prose.three}\n`))).toBe(true);
    expect(takesTables(parse(ordinaryText))).toBe(false);
    expect(takesTables(parse('# 笔记\n\n明天开会。\n'))).toBe(false);
  });
});
