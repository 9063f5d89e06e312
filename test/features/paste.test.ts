/** Pasting tables from other programs: what each of them writes becomes the standard table, or nothing and a reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { readClipboard } from '../../server/src/features/paste/clipboard';
import { paste, takesTables } from '../../server/src/features/paste/paste';
import { table2, table3, table4 } from '../../server/src/report/form/form';
import { parse } from '../../server/src/report/parse';
import { type Target, targets, writeTable } from '../../server/src/report/writing/write-table';
import { draftOfHtml } from '../../server/src/table/pasted-html';
import { unquoteTabs } from '../../server/src/table/quoted-tabs';
import { applyEdits } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';
import { clean, type Figures, rowIds, seen, type SeenCell } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';
import { programs } from '../kit/programs';
import { ordinaryText, sampleReport } from '../kit/sample';

/** The three tables in the standard form. */
function standard(figures: Figures, target: Target): [string, string, string] {
  const four = new Map(table4.rows.map(({ id }, i) => [id, figures.table4.slice(i * 5, i * 5 + 5)]));
  return [
    writeTable(table2, new Map(Object.entries(figures.table2)), target),
    writeTable(table3, new Map(Object.entries(figures.table3)), target),
    writeTable(table4, four, target),
  ].map((lines) => lines.join('\n')) as [string, string, string];
}

function read(html: string, target: Target = 'markdown') {
  return readClipboard({ html, text: 'plain' }, { target, spaced: true });
}

function textOf(html: string, target: Target = 'markdown'): string | undefined {
  const found = read(html, target);
  return found && 'text' in found ? found.text : undefined;
}

function reasonsOf(html: string): string {
  const found = read(html);
  return found && 'reasons' in found ? found.reasons.map(({ message }) => format(message)).join('\n') : '';
}

const [word, , excel, editor] = programs as [
  (typeof programs)[number],
  (typeof programs)[number],
  (typeof programs)[number],
  (typeof programs)[number],
];
const third = seen(clean())[1];

describe.each(programs)('$name', ({ write }) => {
  it.each(targets)('gives each table in the standard form: %s', (target) => {
    for (const [i, table] of seen(clean()).entries()) expect(textOf(write([table]), target)).toContain(standard(clean(), target)[i]);
  });

  it('gives all three with the headings between them', () => {
    const [two, three, four] = seen(clean());
    const text = textOf(write([prose.two, two, prose.three, three, prose.four, four]), 'html') ?? '';
    const [a, b, c] = standard(clean(), 'html');
    expect(text).toContain([prose.two, a, prose.three, b, prose.four, c].join('\n\n'));
  });

  it('gives a whole report, in which nothing is wrong', () => {
    const [two, three, four] = seen(clean());
    const lines = (text: string): string[] => text.split(/\n+/);
    const parts = [
      prose.title,
      prose.opening,
      ...lines(prose.one),
      prose.two,
      two,
      prose.three,
      three,
      prose.four,
      four,
      ...lines(prose.five),
      ...lines(prose.six),
    ];
    for (const spaced of [true, false]) {
      const found = readClipboard({ html: write(parts) }, { target: spaced ? 'markdown' : 'tabs', spaced });
      const text = found && 'text' in found ? found.text : '';
      for (const part of parts) if (typeof part === 'string') expect(text.split('\n')).toContain(part);
      // A crumb of the page around it is the page's, and said to be.
      expect(check(parse(text)).filter(({ code }) => code !== 'web-residue')).toEqual([]);
    }
  });

  it('keeps a blank, a slash and a wrong sign in its place', { timeout: 30_000 }, () => {
    const signs = ['', '/', '', 'x', '', '１２', '', '8件'];
    for (const [i, id] of rowIds.entries()) {
      if (i % 3 !== 0) continue;
      const figures = clean();
      (figures.table3[id] as string[])[(i * 5) % 7] = signs[(i / 3) % 8] as string;
      expect(textOf(write([seen(figures)[1]]), 'tabs'), id).toContain(standard(figures, 'tabs')[1]);
    }
  });

  it('names the row whose values have no place, and gives nothing', () => {
    const short = third.map((row) => (row.some(({ text }) => text === '2.重复申请') ? row.slice(0, -1) : row));
    expect(textOf(write([short]))).toBeUndefined();
    expect(reasonsOf(write([short]))).toContain('「2.重复申请」有 6 个数，应有 7 个');
    const strange = third.map((row) =>
      row.map((cell) => (cell.text === '3.要求提供公开出版物' ? { ...cell, text: '3.要求上门拍照留念' } : cell)),
    );
    expect(reasonsOf(write([strange]))).toContain('「3.要求上门拍照留念」不是格式中的项目');
  });

  it('takes heads that are repeated where a page ends', () => {
    const heads = third.slice(0, 3);
    const at = third.findIndex((row) => row.some(({ text }) => text.startsWith('2.没有现成')));
    expect(textOf(write([[...third.slice(0, at), ...heads, ...third.slice(at)]]))).toContain(standard(clean(), 'markdown')[1]);
  });
});

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

  it('of any kind does no harm', { timeout: 60_000 }, () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<table>',
        '</table>',
        '<tr>',
        '<td rowspan=3>',
        '<td colspan=99999>',
        '</td>',
        '<col span=9 style="display:none">',
        '<p>',
        '<ol>',
        '<li>',
        '<!--',
        '-->',
        '<![endif]>',
        '<caption>',
        '<o:p>',
        '&nbsp;',
        '2.重复申请',
        '行政许可',
        '第二十条第（五）项',
        '本年处理决定数量',
        '新收',
        '3',
        '\n',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...targets), (pieces, target) => {
        const page = `<table>${pieces.join('')}`;
        const draft = draftOfHtml(page, '\n');
        for (const { start, end } of draft?.tables ?? []) expect(draft?.text.slice(start, end).trim()).not.toBe('');
        readClipboard({ html: page, text: pieces.join('\t') }, { target, spaced: false });
      }),
      { numRuns: 300 },
    );
    expect(draftOfHtml(`${'<div>'.repeat(20000)}x`, '\n')).toBeUndefined();
    expect(read(`<table>${'<tr><td>'.repeat(20000)}`)).toBeUndefined();
    expect(read(html + '<tr>'.repeat(3000))).toBeUndefined();
  });
});

describe('nothing is shifted', { timeout: 120_000 }, () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.nat(99).map(String) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', 'x', '１２') },
  );
  const figures: fc.Arbitrary<Figures> = fc.record({
    table2: fc.record(
      Object.fromEntries(
        Object.entries(clean().table2).map(([id, values]) => [id, fc.array(value, { minLength: values.length, maxLength: values.length })]),
      ),
    ),
    table3: fc.record(Object.fromEntries(rowIds.map((id) => [id, fc.array(value, { minLength: 7, maxLength: 7 })]))),
    table4: fc.array(value, { minLength: 15, maxLength: 15 }),
  });
  const isValue = ({ text, colspan }: SeenCell): boolean => !/[一-鿿]{2}/.test(text) && colspan < 4;

  it.each(programs)('by $name, with a cell lost, doubled or merged with its neighbour', ({ write }) => {
    let refused = 0;
    fc.assert(
      fc.property(
        figures,
        fc.nat(2),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('lost', 'doubled', 'merged', 'whole'),
        (values, which, row, column, how) => {
          const table = seen(values)[which] as SeenCell[][];
          const rows = table.filter((cells) => cells.filter(isValue).length > 1);
          const cells = rows[row % rows.length] as SeenCell[];
          const places = cells.flatMap((one, i) => (isValue(one) ? [i] : []));
          const at = places[column % places.length] as number;
          const own = cells[at] as SeenCell;
          if (how === 'lost') cells.splice(at, 1);
          else if (how === 'doubled') cells.splice(at, 0, own);
          else if (how === 'merged' && isValue(cells[at + 1] ?? { text: '总计', colspan: 1, rowspan: 1 }))
            cells.splice(at, 2, { ...own, colspan: 2 });
          const found = read(write([table]), 'tabs');
          if (!found || 'reasons' in found) {
            refused++;
            return;
          }
          // Seen are the values under their heads; a cell more stands beyond the last of them.
          const extra = how === 'doubled' ? cells.findLast(isValue)?.text : '';
          expect(extra, how).toBe('');
          const known = found.report.tables[0]?.rows;
          for (const shown of rows) {
            const texts = shown.filter(isValue).map(({ text }) => text);
            const label = shown.findLast((one) => !isValue(one))?.text;
            const own =
              known?.filter((one) => label === undefined || found.text.slice(one.label?.start, one.label?.end).trim() === label) ?? [];
            const now = own.flatMap((one) => one.cells.map(({ span }) => found.text.slice(span.start, span.end)));
            // Of a row without any figure none can be lost.
            if (texts.some((text) => text !== '')) expect(now, `${label} ${how}`).toEqual(texts.slice(0, now.length));
            else expect(now.join('')).toBe('');
          }
        },
      ),
      { numRuns: 50 },
    );
    expect(refused).toBeGreaterThan(10);
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

  it('or bars: these may be meant as they are', () => {
    for (const { name, write } of layouts.filter((layout) => /^(?:row per line|Markdown)/.test(layout.name)))
      expect(from(write(third)), name).toMatchObject({ source: true, text: standard(clean(), 'markdown')[1] });
    expect(from(layouts.find(({ name }) => name.startsWith('one cell per line'))?.write(third) ?? '')).toBeUndefined();
  });

  it('that is the source of an HTML table is read as such, but may be meant as it is', () => {
    const found = from(standard(clean(), 'html')[1]);
    expect(found).toMatchObject({ source: true, text: standard(clean(), 'markdown')[1] });
  });
});

describe('the place', () => {
  const [two, three] = standard(clean(), 'markdown');
  const pasted = (html: string, target: Target = 'markdown') => {
    const found = readClipboard({ html }, { target, spaced: true });
    if (!found || 'reasons' in found) throw new Error('not read');
    return found;
  };
  /** The text after pasting where `‸` stands, or from the first to the second. */
  const after = (marked: string, target: Target = 'markdown', html = editor.write([third])) => {
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
  const bare = (target: Target) => after('‸', target, alone).text ?? '';

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

  it('anywhere in any layout leaves the other tables as they are', { timeout: 120_000 }, () => {
    const reading = (text: string) =>
      parse(text).tables.map(({ form, rows }) => [form.number, rows.map(({ cells }) => cells.map(({ value }) => value))]);
    fc.assert(
      fc.property(
        fc.constantFrom(...layouts),
        fc.constantFrom(...targets),
        fc.nat(),
        fc.nat(400),
        fc.constantFrom(excel, word),
        (layout, target, from, length, program) => {
          const text = report(layout);
          const start = from % text.length;
          const end = length > 200 ? start : Math.min(text.length, start + length * 30);
          const { offer } = paste(parse(text), { start, end }, pasted(program.write([third]), target), target);
          if (!offer) return;
          const now = reading(applyEdits(text, [offer.edit]));
          const kept = parse(text).tables.filter(({ span }) => span.end <= offer.edit.span.start || offer.edit.span.end <= span.start);
          expect(now.length).toBe(kept.length + 1);
          expect(now).toContainEqual(reading(report(layout))[1]);
        },
      ),
      { numRuns: 120 },
    );
  });
});
