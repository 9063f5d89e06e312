/** Laws of pasting, from every program: nothing is shifted, whatever was done to the table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { readClipboard } from '../../server/src/features/paste/clipboard';
import { paste } from '../../server/src/features/paste/paste';
import { parse } from '../../server/src/report/parse';
import { type TableFormat, targets } from '../../server/src/report/writing/table-format';
import { draftOfHtml } from '../../server/src/table/pasted-html';
import { applyEdits } from '../../server/src/text/edit';
import { clean, type Figures, rowIds, seen, type SeenCell } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';
import { programs } from '../kit/programs';
import { standard, read, textOf, reasonsOf, word, excel, third } from '../kit/pasting';

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
  const html = simple(third);

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
  const from = (text: string, html?: string) => readClipboard({ text, ...(html && { html }) }, { target: 'markdown', spaced: true });

  it('or bars: these may be meant as they are', () => {
    for (const { name, write } of layouts.filter((layout) => /^(?:row per line|Markdown)/.test(layout.name)))
      expect(from(write(third)), name).toMatchObject({ source: true, text: standard(clean(), 'markdown')[1] });
    expect(from(layouts.find(({ name }) => name.startsWith('one cell per line'))?.write(third) ?? '')).toBeUndefined();
  });
});

describe('the place', () => {
  const pasted = (html: string, target: TableFormat = 'markdown') => {
    const found = readClipboard({ html }, { target, spaced: true });
    if (!found || 'reasons' in found) throw new Error('not read');
    return found;
  };

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
