/** Tables in the shapes of `kit/shapes.ts` are read with every figure in its place; one figure off is found there. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { normalize } from '../../server/src/features/normalize/normalize';
import { applyEdits } from '../../server/src/text/edit';
import { clean, type Figures, rowIds } from '../kit/figures';
import { prose } from '../kit/layouts';
import { type Shape, shapes } from '../kit/shapes';

const write = (shape: Shape, figures: Figures): string =>
  [
    prose.title,
    prose.opening,
    prose.one,
    prose.two,
    shape.two(figures),
    prose.three,
    shape.three(figures),
    prose.four,
    shape.four(figures),
    prose.five,
    prose.six,
  ].join('\n\n') + '\n';

/** All values of a text by table and row. */
const valuesIn = (text: string): Record<string, (number | undefined)[]> =>
  Object.fromEntries(
    parse(text).tables.flatMap(({ form, rows }) =>
      rows.map((row) => [`${form.number} ${row.form.id}`, row.cells.map(({ value }) => value)]),
    ),
  );

const expected = ({ table2, table3, table4 }: Figures): Record<string, number[]> => ({
  ...Object.fromEntries(Object.entries(table2).map(([id, values]) => [`2 ${id}`, values.map(Number)])),
  ...Object.fromEntries(rowIds.map((id) => [`3 ${id}`, (table3[id] ?? []).map(Number)])),
  ...Object.fromEntries(['复议', '直诉', '复诉'].map((id, i) => [`4 ${id}`, table4.slice(i * 5, i * 5 + 5).map(Number)])),
});

const loud = (text: string): string[] =>
  check(parse(text))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);

describe.each(shapes.map((shape) => [shape.name, shape] as const))('%s', (_, shape) => {
  it('is read with every figure in its place, and nothing is said', () => {
    const text = write(shape, clean());
    expect(valuesIn(text)).toEqual(expected(clean()));
    expect(loud(text)).toEqual([]);
  });

  it('has one figure off found', () => {
    const figures = clean();
    figures.table3['无法1'] = ['8', '2', '1', '0', '1', '0', '13'];
    figures.table4[9] = '5';
    const found = loud(write(shape, figures)).map((line) => line.split(' ')[0]);
    expect(found).toContain('wrong-row-total');
    expect(found).toContain('wrong-outcome-total');
  });

  it.skipIf(shape.holdsMore)('is written anew with the same figures', () => {
    const text = write(shape, clean());
    const { edits, refused } = normalize(parse(text), { target: 'markdown' });
    expect(refused.map(({ message }) => message)).toEqual([]);
    expect(valuesIn(applyEdits(text, edits))).toEqual(expected(clean()));
  });
});
