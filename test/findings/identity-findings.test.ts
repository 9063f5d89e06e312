/** What is offered first where a sum fails: the figure in which two failing sums meet, or else the sum's own total. */
import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import type { Finding } from '../../server/src/findings/finding';
import { sampleReport } from '../kit/sample';

const text = sampleReport();
const report = parse(text);

/** The findings on identities once the figure of `row` and `column` in table `number` is one more. */
function afterOneMore(number: number, row: string, column: number): { wrong: string; found: Finding[] } {
  const table = report.tables.find(({ form }) => form.number === number);
  const cell = table?.byId.get(row)?.cells[column];
  if (cell?.kind !== 'number') throw new Error(`no figure in ${row}`);
  const wrong = text.slice(0, cell.span.start) + ((cell.value ?? 0) + 1) + text.slice(cell.span.end);
  return { wrong, found: check(parse(wrong)).filter(({ subject }) => subject === 'identity') };
}

function withFix(wrong: string, finding: Finding | undefined): string {
  const edits = [...(finding?.fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((so, { span, newText }) => so.slice(0, span.start) + newText + so.slice(span.end), wrong);
}

describe('the first offer', () => {
  test('is the figure in which a row and a column meet', () => {
    const { wrong, found } = afterOneMore(3, '予以', 0);
    expect(found.map(({ code }) => code).sort()).toEqual(['wrong-result-total', 'wrong-row-total']);
    for (const finding of found) expect(withFix(wrong, finding)).toBe(text);
  });

  test('is the total where no other sum fails with it; its parts are offered after it', () => {
    const { wrong, found } = afterOneMore(4, '复议', 0);
    expect(found.map(({ code }) => code)).toEqual(['wrong-outcome-total']);
    const [finding] = found;
    const place = finding?.span.start ?? 0;
    expect(finding?.fix?.edits.map(({ span }) => span.start)).toEqual([place]);
    expect(finding?.alternatives?.length).toBeGreaterThan(0);
    expect(parse(withFix(wrong, finding)).sums.filter(({ state }) => state === 'fails')).toEqual([]);
  });

  test('is the total that alone was not brought up to date', () => {
    const { wrong, found } = afterOneMore(3, '予以', 6);
    const own = found.find(({ code }) => code === 'wrong-row-total');
    expect(withFix(wrong, own)).toBe(text);
  });
});
