/** A report that was returned: what is mended, what still stands, what is new. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { submissionOf } from '../../server/src/features/folder/returned';
import { fingerprints } from '../../server/src/features/silence/fingerprints';
import type { Decision } from '../../server/src/features/silence/review-file';
import { parse } from '../../server/src/report/parse';
import { makeCounty, write } from '../kit/county';

const unit = '澜原县青石镇人民政府';
const whose = { unit, year: 2024 };

/** The report with other totals in some rows of table three. */
function reportWith(totals: Readonly<Record<string, string>>) {
  const draft = makeCounty(3).draft(unit, 2024);
  for (const [row, total] of Object.entries(totals)) draft.figures.table3[row] = [...(draft.figures.table3[row] ?? []).slice(0, 6), total];
  const report = parse(write(draft));
  return { report, findings: check(report).filter(({ code }) => code === 'wrong-row-total') };
}

function returning(known: ReturnType<typeof reportWith>): Decision[] {
  return [...fingerprints(known.report, known.findings).values()].map((told) => ({ ...told, decision: 'return' }));
}

describe('a report that was returned', () => {
  const first = reportWith({ 不处理2: '7', 其他3: '8' });
  const decisions = returning(first);

  it('is returned until something in it changes', () => {
    expect(decisions).toHaveLength(2);
    expect(submissionOf(decisions, whose, () => first)).toEqual({ state: 'returned', mended: 0, left: 2, added: 0 });
  });

  it('is changed when one thing is mended; a figure that is wrong in another way still stands, what is new is counted', () => {
    expect(submissionOf(decisions, whose, () => reportWith({ 不处理2: '9', 不予1: '3' }))).toEqual({
      state: 'changed',
      mended: 1,
      left: 1,
      added: 1,
    });
  });

  it("is another unit's or another year's no matter", () => {
    expect(submissionOf(decisions, { unit: '别的县水务局', year: 2024 }, () => first)).toBeUndefined();
    expect(submissionOf(decisions, { unit, year: 2023 }, () => first)).toBeUndefined();
  });
});
