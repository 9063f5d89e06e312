/** Laws of copying a table: in every layout, with any figures, it comes back as it was, or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../server/src/features/paste/clipboard';
import { parse } from '../../server/src/report/parse';
import type { Table } from '../../server/src/report/report';
import { type TableFormat, targets } from '../../server/src/report/writing/table-format';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, report } from '../kit/layouts';
import { copied } from '../kit/copy-table';

function cellsOf(table: Table | undefined): unknown {
  return table && [table.form.number, table.rows.map(({ form, cells }) => [form.id, ...cells.map(({ kind, value }) => [kind, value])])];
}

/** The table that pasting the copied text gives, as it is read. */
function pasted(text: string, target: TableFormat): unknown {
  const found = readClipboard({ text }, { target, spaced: true });
  return found && 'text' in found ? cellsOf(found.report.tables[0]) : undefined;
}

describe.each(layouts)('$name', (layout) => {
  it.each(targets)('comes back whole when copied: %s', { timeout: 30_000 }, (target) => {
    const text = report(layout);
    for (const [i, table] of parse(text).tables.entries()) {
      const copy = copied(text, i, target);
      for (const into of targets) expect(pasted(copy, into), into).toEqual(cellsOf(table));
    }
  });
});

describe('any figures', { timeout: 120_000 }, () => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.nat(9999).map(String) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', '—', '无', 'x', '１２', '1,234', '0件', '3.5', '<5', '"6"', "7'", 'a&b') },
  );
  const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
  const figures: fc.Arbitrary<Figures> = fc.record({
    table2: fc.record(Object.fromEntries(Object.entries(clean().table2).map(([id, values]) => [id, row(values.length)]))),
    table3: fc.record(Object.fromEntries(rowIds.map((id) => [id, row(7)]))),
    table4: row(15),
  });

  it('come back as they were, or not at all', () => {
    let whole = 0;
    fc.assert(
      fc.property(figures, fc.constantFrom(...layouts), fc.constantFrom(...targets), (values, layout, target) => {
        // Quotation marks around a cell are those of a sheet's export, and are not of it once it stands between tabs.
        fc.pre(!JSON.stringify(values).includes('\\"'));
        const text = report(layout, values);
        for (const [i, table] of parse(text).tables.entries()) {
          const copy = copied(text, i, target);
          const back = copy === '' ? undefined : pasted(copy, 'tabs');
          if (back === undefined) continue;
          expect(back).toEqual(cellsOf(table));
          whole++;
        }
      }),
      { numRuns: 60 },
    );
    expect(whole).toBeGreaterThan(60);
  });
});
