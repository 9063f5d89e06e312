/** Laws of aligning, over tables broken anywhere: only padding and dashes change, and what is read stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReport } from '../../server/src/features/new-report';
import { parse } from '../../server/src/report/parse';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { displayWidth } from '../../server/src/text/width';
import { layouts, report as reportIn } from '../kit/layouts';
import { edits } from '../kit/aligning';

/** Where a cursor is after `edits`: behind what is written at its place, or in front of it. */
function moved(found: readonly TextEdit[], offset: number, behind: boolean): number {
  let at = offset;
  for (const { span, newText } of found) {
    if (span.end < offset || (span.end === offset && (span.start < offset || behind))) at += newText.length - (span.end - span.start);
    else if (span.start < offset) at += span.start - offset;
  }
  return at;
}

/** Line and number of bars in front of `offset`. */
function cellAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length} ${(before.at(-1)?.replaceAll('\\|', '').match(/\|/g) ?? []).length}`;
}

describe('over tables broken anywhere', () => {
  const whole = layouts
    .filter(({ name }) => name.startsWith('Markdown'))
    .map((layout) => reportIn(layout))
    .concat(newReport({ agency: '青禾县水利局', year: 2024, format: 'markdown' }).text);
  /** A report with a piece cut out of its table three, a bar or a line's end typed there, and the cursor behind it. */
  const typed = fc
    .record({
      text: fc.constantFrom(...whole),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      typed: fc.constantFrom('|', '\n', '| ', '12|', '\\|', ' |\n'),
    })
    .map(({ text, at, cut, typed: added }) => {
      const span = parse(text).tables[1]?.span ?? { start: 0, end: 0 };
      const offset = span.start + Math.floor(at * (span.end - span.start));
      return { text: text.slice(0, offset) + added + text.slice(offset + cut), cursor: offset + added.length };
    });

  it('touches padding and dashes only, settles at once, keeps the cursor in its cell', () => {
    fc.assert(
      fc.property(typed, ({ text, cursor }) => {
        const found = edits(text, cursor);
        const after = applyEdits(text, found);
        expect(after.replace(/[ -]/g, '')).toBe(text.replace(/[ -]/g, ''));
        for (const behind of [true, false]) {
          const now = moved(found, cursor, behind);
          expect(cellAt(after, now)).toBe(cellAt(text, cursor));
          expect(edits(after, now)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes the bars of whole rows stand below one another, and changes nothing of what is read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(20), (text, line) => {
        const report = parse(text);
        const table = report.tables[1];
        const cell = table?.rows[line]?.cells[0]?.span.start ?? 0;
        const after = applyEdits(text, edits(text, cell));
        const now = parse(after).tables[1];
        expect(now?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
          table?.rows.map(({ cells }) => cells.map(({ value }) => value)),
        );
        const lines = after
          .slice(after.lastIndexOf('\n', now?.span.start) + 1, after.indexOf('\n', now?.span.end))
          .split('\n')
          .filter((row) => row.includes('|'));
        const bars = lines.map((row) => [...row.matchAll(/\|/g)].map(({ index }) => displayWidth(row.slice(0, index))).join());
        // A long name runs over its column; the rows whose names fit stand alike.
        const alike = bars.map((row) => bars.filter((other) => other === row).length);
        expect(Math.max(...alike)).toBeGreaterThan(bars.length / 2);
        expect(new Set(bars.map((row) => row.split(',').length)).size).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});
