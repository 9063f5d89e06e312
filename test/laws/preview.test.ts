/** Laws of the preview: it shows in every layout what normalizing would write, and loses no figure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, tablePlaceOf } from '../../server/src/features/normalize/normalize';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { layouts, prose, report } from '../kit/layouts';
import { figuresIn, plainMarkdown, reportMarkdown, tablesIn, textOf, withoutTables } from '../kit/preview';
import { ordinaryText } from '../kit/sample';

const markdown = reportMarkdown();
const plain = plainMarkdown();

/** The text around the tables. */
const surroundings = [prose.title, prose.opening, prose.one, prose.two, prose.three, prose.four, prose.five, prose.six];

/** The values of all tables that a text holds, by table and row. */
function valuesIn(text: string): unknown {
  return parse(text).tables.map(({ form, rows }) => [
    form.number,
    form.rows.map(({ id }) => [id, rows.find((row) => row.form.id === id)?.cells.map(({ value }) => value)]),
  ]);
}

describe.each(layouts)('$name', (layout) => {
  const text = report(layout);
  const rendered = markdown.render(text);

  it('looks as the normalized report does', () => {
    const normalized = applyEdits(text, normalize(parse(text), { target: 'markdown' }).edits);
    expect(tablesIn(rendered)).toHaveLength(3);
    expect(tablesIn(rendered)).toEqual(tablesIn(markdown.render(normalized)));
  });

  it('keeps every value in its place', () => {
    expect(valuesIn(rendered.replace(/<\/?th\b/g, (tag) => tag.replace('th', 'td')))).toEqual(valuesIn(text));
  });

  it('leaves the text around the tables as it was', () => {
    expect(withoutTables(rendered)).toBe(surroundings.map((part) => plain.render(part)).join(''));
  });

  it('is the same with other line ends', () => {
    expect(markdown.render(text.replaceAll('\n', '\r\n'))).toBe(rendered);
  });

  it('tells of each row where it stands, in rising order', () => {
    const told = [...rendered.matchAll(/data-line="(\d+)"/g)].map(([, line]) => Number(line));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told).size).toBe(told.length);
    const source = text.split('\n');
    const first = Number(/data-line="(\d+)"><th colspan="3">一、本年新收/.exec(rendered)?.[1]);
    expect(source[first]).toContain('本年新收');
  });
});

describe('texts that are no reports', () => {
  it('so is any other text', () => {
    expect(markdown.render(ordinaryText)).toBe(plain.render(ordinaryText));
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('# ', '\n', '\n\n', '| a ', '|', '- ', '1. ', '    ', '```\n', '<div>', '> ', '总计', '申请', '3'),
        }),
        (text) => {
          expect(markdown.render(text)).toBe(plain.render(text));
        },
      ),
    );
  });
});

describe('safety', () => {
  it('loses no figure, whatever is done to a table', { timeout: 120_000 }, () => {
    const change = fc.record({ at: fc.nat(400), kind: fc.constantFrom('drop', 'swap', 'word', 'figure') });
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.array(change, { maxLength: 4 }), (layout, changes) => {
        const draft = report(layout).split('\n');
        for (const { at, kind } of changes) {
          const i = at % draft.length;
          const line = draft[i] as string;
          if (kind === 'drop') draft.splice(i, 1);
          else if (kind === 'swap') draft.splice(i, 2, draft[i + 1] ?? '', line);
          else draft.splice(i, 0, kind === 'word' ? '见附件说明' : '777');
        }
        const text = draft.join('\n');
        const read = parse(text);
        const shown = tablesIn(markdown.render(text));
        const places = read.tables.flatMap((table) => tablePlaceOf(read, table) ?? []);
        if (shown.length !== places.length) return;
        for (const [i, place] of places.entries()) {
          const wanted = figuresIn(textOf(text.slice(place.start, place.end).replace(/^(?:[|｜│┃║\s]*)([1-8])[.、．]/gm, '')));
          const found = figuresIn(textOf(shown[i] as string));
          for (const figure of new Set(wanted)) {
            // A merged cell that is written out in all its columns is one cell.
            const count = layout.name.includes('repeated') ? 1 : wanted.filter((one) => one === figure).length;
            expect(
              found.filter((one) => one === figure).length,
              `${layout.name}: ${figure} in\n${text.slice(place.start, place.end)}`,
            ).toBeGreaterThanOrEqual(count);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
