/** Laws of normalizing, from every layout into every target: no figure is lost or moved, and a second run changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapOffset } from '../../server/src/features/normalize/keep-cursor';
import { normalize } from '../../server/src/features/normalize/normalize';
import { targets } from '../../server/src/report/writing/table-format';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, prose, report } from '../kit/layouts';
import { rowPipes, normalized, reasons, reading, standard, checkLaws } from '../kit/normalizing';

const pairs = layouts.flatMap((one) => targets.map((target) => ({ name: `${one.name} → ${target}`, layout: one, target })));

describe.each(pairs)('$name', ({ layout, target }) => {
  it('becomes the standard form', () => {
    const text = report(layout);
    expect(reasons(text, target)).toEqual([]);
    expect(normalized(text, target)).toBe(standard(clean(), target));
    checkLaws(text, target);
  });

  it('keeps the line ends', () => {
    expect(normalized(report(layout).replaceAll('\n', '\r\n'), target)).toBe(standard(clean(), target).replaceAll('\n', '\r\n'));
  });

  it('keeps one blank cell, a blank row, a slash, a wrong sign in its place', () => {
    const change = (id: string, column: number, text: string) => {
      const figures = clean();
      ((figures.table3[id] ?? figures.table2[id]) as string[])[column] = text;
      const draft = report(layout, figures);
      checkLaws(draft, target);
      if (text !== '' || !layout.losesBlanks) expect(normalized(draft, target), `${id} ${column} ${text}`).toBe(standard(figures, target));
    };
    // Each pair takes other rows.
    const turn = pairs.findIndex((pair) => pair.layout === layout && pair.target === target);
    for (const [i, id] of rowIds.entries()) if ((i + turn) % 12 === 0 && (!layout.losesLast || id !== '转出')) change(id, i % 7, '');
    change('无法1', turn % 7, ['/', 'x', '１２', '1,234', '8件', '无'][turn % 6] as string);
    const figures = clean();
    figures.table3['不处理2'] = Array<string>(7).fill('');
    checkLaws(report(layout, figures), target);
  });
});

describe('laws', { timeout: 60_000 }, () => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.nat(12).map(String) },
    { weight: 3, arbitrary: fc.nat(99999).map(String) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('/', '-', '—', '无', 'x', 'O', '１２', '1,234', '0件', '-3', '3.5', '〇', '1 2') },
  );
  const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
  const figures: fc.Arbitrary<Figures> = fc.record({
    table2: fc.record(Object.fromEntries(Object.entries(clean().table2).map(([id, values]) => [id, row(values.length)]))),
    table3: fc.record(Object.fromEntries(rowIds.map((id) => [id, row(7)]))),
    table4: row(15),
  });

  it('hold for any figures', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...layouts), fc.constantFrom(...targets), (values, one, target) =>
        checkLaws(report(one, values), target),
      ),
      { numRuns: 100 },
    );
  });

  it('hold from one way of writing to the next', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...layouts),
        fc.array(fc.constantFrom(...targets), { minLength: 2, maxLength: 4 }),
        (values, one, ways) => {
          let text = report(one, values);
          const before = reading(parse(text));
          for (const target of ways) text = normalized(text, target);
          expect(reading(parse(text))).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('hold with lines gone, twice or in another place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.constantFrom(...targets), fc.nat(), fc.nat(), fc.nat(2), (one, target, from, to, how) => {
        const lines = report(one).split('\n');
        const at = from % lines.length;
        const line = lines[at] as string;
        const changed =
          how === 0
            ? lines.toSpliced(at, 1)
            : how === 1
              ? lines.toSpliced(to % lines.length, 0, line)
              : lines.toSpliced(at, 1).toSpliced(to % lines.length, 0, line);
        checkLaws(changed.join('\n'), target);
      }),
      { numRuns: 100 },
    );
  });

  it('hold for texts cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.constantFrom(...targets), fc.nat(), fc.nat(), (one, target, a, b) => {
        const text = report(one);
        checkLaws(text.slice(Math.min(a % text.length, b % text.length), Math.max(a % text.length, b % text.length)), target);
      }),
      { numRuns: 40 },
    );
  });

  it('lose no figure that stands alone below a row with the same', () => {
    const text = report(rowPipes).replace(/^(行政强制 \| (\d+) \|)$/m, '$1\n\t$2\t');
    expect(text).toMatch(/行政强制 \| (\d+) \|\n\t\1\t\n/);
    for (const target of targets) expect(applyEdits(text, normalize(parse(text), { target }).edits)).toContain('行政强制 | 5 |\n\t5\t\n');
  });

  it('lose no figure, whatever is written between the lines', () => {
    const noise = fc.constantFrom(
      '37',
      '小计 | 3 | 4',
      '注：本表含下属单位12家。',
      '单位：件',
      '（三）不予公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
      '行政确认 | 7 |',
      '<img src="a.png">',
      '\t5\t',
      '15.',
    );
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.constantFrom(...targets), noise, fc.nat(), (one, target, words, at) => {
        const lines = report(one).split('\n');
        const text = lines.toSpliced(at % lines.length, 0, words).join('\n');
        checkLaws(text, target);
        for (const digits of words.match(/\d+/g) ?? []) {
          const count = (whole: string) =>
            whole
              .replace(/<\/?t[^<>]*>/g, ' ')
              .replace(/\d\.(?=[一-鿿])/g, '')
              .split(/\D+/)
              .filter((run) => run === digits).length;
          // Merged cells that are written out in each of their columns become one.
          if (!one.name.includes('repeated') && !one.name.includes('entities'))
            expect(count(normalized(text, target)), words).toBe(count(text));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the cursor', () => {
  it.each(pairs)('stays in its cell: $name', ({ layout, target }) => {
    const text = report(layout, { ...clean(), table3: { ...clean().table3, 新收: ['410', '71', '12', '23', '34', '15', '565'] } });
    const before = parse(text);
    const { edits } = normalize(before, { target });
    const newText = applyEdits(text, edits);
    const after = parse(newText);
    for (const [i, table] of before.tables.entries()) {
      for (const row of [table.rows[0], table.rows.at(-1)]) {
        for (const [k, { span }] of (row?.cells ?? []).entries()) {
          const now = after.tables[i]?.byId.get(row?.form.id ?? '')?.cells[k]?.span.start ?? -1;
          if (k % 3 === 0)
            for (const offset of [0, span.end - span.start])
              expect(mapOffset(before, edits, newText, span.start + offset)).toBe(now + offset);
        }
      }
    }
    const label = text.indexOf('申请', text.indexOf('2.重复'));
    if (label > 0) expect(newText.slice(mapOffset(before, edits, newText, label))).toMatch(/^申请/);
    for (const words of [prose.title, '全年新收', prose.three, '六、其他', '主要问题'])
      expect(newText.slice(mapOffset(before, edits, newText, text.indexOf(words)), -1).startsWith(words)).toBe(true);
    for (let offset = 0; offset <= text.length; offset += 611) {
      const mapped = mapOffset(before, edits, newText, offset);
      expect(mapped >= 0 && mapped <= newText.length).toBe(true);
    }
  });
});
