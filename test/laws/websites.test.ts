/**
 * Normalized Markdown as websites show it: two renderers, markdown-it and marked (GitHub's kind), make tables of it whose
 * cells are those that our own reader finds in the text.
 */
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { printedLabel } from '../../server/src/report/writing/printed-form';
import { parse } from '../../server/src/report/parse';
import { slice } from '../../server/src/text/span';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, report } from '../kit/layouts';
import { normalized, reading } from '../kit/normalizing';
import { plainMarkdown } from '../kit/preview';

const renderers = [
  { name: 'markdown-it', render: (text: string) => plainMarkdown().render(text) },
  { name: 'marked', render: (text: string) => marked.parse(text, { async: false, gfm: true }) },
];

/** The cells of each row of each table of rendered HTML. */
function shownTables(html: string): string[][][] {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const shown = (cell: string) =>
    cell
      .replace(/<[^<>]*>/g, '')
      .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
      .trim();
  return [...html.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) => shown(cell)),
    ),
  );
}

/** Whatever `render` makes of the tables in `text` says what our reader reads there, cell by cell. */
function checkShown(text: string, render: (text: string) => string): void {
  const html = render(text);
  const own = parse(text);
  const shown = shownTables(html);
  expect(shown).toHaveLength(own.tables.length);
  for (const [i, { form, rows }] of own.tables.entries()) {
    const width = 1 + Math.max(...form.rows.map(({ columns }) => columns.length));
    const lines = shown[i] ?? [];
    for (const line of lines) expect(line).toHaveLength(width);
    for (const { form: row, cells } of rows) {
      const texts = cells.map(({ kind, span }) => (kind === 'blank' ? '' : slice(text, span).replaceAll('\\|', '|')));
      const label = printedLabel(row);
      // A label may stand twice: 其他 is a column too.
      const alike = lines.filter(([name]) => name === label).map((line) => line.slice(1, 1 + texts.length));
      expect(alike, label).toContainEqual(texts);
    }
  }
  // Pasted back from the website it is the same report.
  expect(reading(parse(html))).toEqual(reading(own));
}

describe.each(renderers)('$name', { timeout: 60_000 }, ({ render }) => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.nat(999).map(String) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', '—', '无', 'x', '12345', '1,234', '0件', '3.5') },
  );
  const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
  const figures: fc.Arbitrary<Figures> = fc.record({
    table2: fc.record(Object.fromEntries(Object.entries(clean().table2).map(([id, values]) => [id, row(values.length)]))),
    table3: fc.record(Object.fromEntries(rowIds.map((id) => [id, row(7)]))),
    table4: row(15),
  });

  it('shows a table from every layout as we read it', () => {
    for (const layout of layouts) checkShown(normalized(report(layout), 'markdown'), render);
  });

  it('shows any figures as we read them', () => {
    const exact = layouts.filter(({ name }) => name.startsWith('tabs, merged') || name === 'HTML');
    fc.assert(
      fc.property(figures, fc.constantFrom(...exact), (values, layout) => {
        const text = normalized(report(layout, values), 'markdown');
        // A table that would be read otherwise stays as it was; nothing is claimed of it.
        if (parse(text).tables.every(({ layout: kind }) => kind === 'pipes')) checkShown(text, render);
      }),
      { numRuns: 60 },
    );
  });
});
