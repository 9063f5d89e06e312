/** Laws of recomputing totals, over reports with any figures in any layout. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recompute, recomputeEdits, type Scope } from '../../server/src/features/actions/recompute';
import { totalsOf } from '../../server/src/features/totals';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import type { Sum } from '../../server/src/report/sums/sums';
import { applyEdits } from '../../server/src/text/edit';
import { clean, type Figures, rowIds } from '../kit/figures';
import { type Layout, layouts, report as reportIn } from '../kit/layouts';

/** What is put into a cell of table three or four: by row and column, or by its place in table four. */
interface Change {
  readonly row: string;
  readonly column: number;
  readonly value: string;
}

function textWith(layout: Layout, changes: readonly Change[]): string {
  const figures: Figures = clean();
  for (const { row, column, value } of changes) (row === 'four' ? figures.table4 : (figures.table3[row] as string[]))[column] = value;
  return reportIn(layout, figures);
}

const number = fc.nat(300).map(String);
const place = fc.oneof(
  { weight: 4, arbitrary: fc.record({ row: fc.constantFrom(...rowIds), column: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ row: fc.constant('four'), column: fc.nat(14) }) },
);
const changesOf = (value: fc.Arbitrary<string>) =>
  fc.array(
    fc.tuple(place, value).map(([at, text]): Change => ({ ...at, value: text })),
    { maxLength: 12 },
  );
const anyLayout = fc.constantFrom(...layouts);
/** Layouts in which a cell without a value is seen as such. */
const marking = fc.constantFrom(...layouts.filter(({ losesBlanks, losesLast }) => !losesBlanks && !losesLast));

const whole: Scope = { kind: 'report' };
const after = (report: Report, scope: Scope = whole): Report =>
  parse(applyEdits(report.text, recomputeEdits(report, recompute(report, scope))));
/** Of the sums that can be recomputed, because one cell alone states them. */
const failing = ({ sums }: Report): Sum[] => sums.filter(({ stated, state }) => stated.length === 1 && state === 'fails');

/** What every cell says, by its place. */
function cellsOf({ text, tables }: Report): Map<string, string> {
  return new Map(
    tables.flatMap(({ form, rows }) =>
      rows.flatMap((row) =>
        row.cells.map(({ span }, i) => [`${form.number} ${row.form.id} ${row.form.columns[i]}`, text.slice(span.start, span.end)] as const),
      ),
    ),
  );
}

/** The places whose text differs. */
function changed(before: Report, now: Report): string[] {
  const [old, fresh] = [cellsOf(before), cellsOf(now)];
  expect([...fresh.keys()]).toEqual([...old.keys()]);
  return [...old.keys()].filter((key) => old.get(key) !== fresh.get(key));
}

/** The places of the totals. */
function totalPlaces({ tables }: Report): Set<string> {
  return new Set(
    tables.flatMap(({ form, rows }) => {
      const totals = totalsOf(form);
      return rows.flatMap((row) =>
        row.form.columns
          .filter((column) => totals.rows.has(row.form.id) || totals.columns.has(column))
          .map((column) => `${form.number} ${row.form.id} ${column}`),
      );
    }),
  );
}

describe('recomputing', () => {
  it('makes every total of figures add up, changes totals only, and settles at once', () => {
    fc.assert(
      fc.property(anyLayout, changesOf(number), (layout, changes) => {
        const before = parse(textWith(layout, changes));
        const now = after(before);
        expect(failing(now)).toEqual([]);
        const totals = totalPlaces(before);
        expect(changed(before, now).filter((key) => !totals.has(key))).toEqual([]);
        expect(recompute(now, whole)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing where all hold', () => {
    for (const layout of layouts) expect(recompute(parse(textWith(layout, [])), whole)).toEqual([]);
  });

  it('makes the totals of a row, a column or a table add up, and leaves the others', () => {
    fc.assert(
      fc.property(anyLayout, changesOf(number), fc.constantFrom(...rowIds), fc.nat(6), (layout, changes, id, at) => {
        const before = parse(textWith(layout, changes));
        const table = before.tables[1];
        const row = table?.byId.get(id);
        const column = table?.form.columns[at]?.id;
        if (!table || !row || !column) throw new Error('table three is there');
        const scopes: [Scope, (sum: Sum) => boolean, (key: string) => boolean][] = [
          [
            { kind: 'row', table, row: id },
            ({ identity, stated }) => identity.over === 'columns' && stated[0]?.row === row.form,
            (key) => key.startsWith(`3 ${id} `),
          ],
          [
            { kind: 'column', table, column },
            ({ identity, stated }) => identity.over === 'rows' && stated[0]?.column === column,
            (key) => key.startsWith('3 ') && key.endsWith(` ${column}`),
          ],
          [{ kind: 'table', table }, () => true, (key) => key.startsWith('3 ')],
        ];
        for (const [scope, isMeant, isInside] of scopes) {
          const now = after(before, scope);
          expect(failing(now).filter((sum) => sum.table.form.number === 3 && isMeant(sum))).toEqual([]);
          expect(changed(before, now).filter((key) => !isInside(key))).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('leaves alone what adds up cells without a number, and settles all the same', () => {
    fc.assert(
      fc.property(
        marking,
        changesOf(fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom('', '/', 'x') })),
        (layout, changes) => {
          const before = parse(textWith(layout, changes));
          const now = after(before);
          expect(recompute(now, whole)).toEqual([]);
          const touched = new Set(changed(before, now));
          const lacking = before.sums.filter(
            ({ parts, stated }) =>
              stated.length === 1 &&
              parts.some(({ cell, row, column }) => cell.value === undefined && !totalPlaces(before).has(`${3} ${row.id} ${column}`)),
          );
          for (const {
            table,
            stated: [term],
          } of lacking)
            expect(touched.has(`${table.form.number} ${term?.row.id} ${term?.column}`)).toBe(false);
        },
      ),
      { numRuns: 25 },
    );
  });
});
