/** Laws of the causes named for sums that fail: the same in every layout, and how often the true one is among the first. */
import { describe, expect, it } from 'vitest';
import { type Cause, type Explanation } from '../../server/src/report/sums/culprits';
import { parse } from '../../server/src/report/parse';
import type { Report } from '../../server/src/report/report';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { measureCulprits } from '../bench/culprits';
import { clean, type Figures, rowIds } from '../kit/figures';
import { layouts, report as reportIn } from '../kit/layouts';
import { pipes, withCells, changesOf, firstOf } from '../kit/culprits';

describe('the first cause', () => {
  it.each(layouts)('is the same whatever the layout: $name', (layout) => {
    expect(firstOf(withCells({ '予以 0': '2' }, layout))).toBe('digits: 予以 自然人 2→20');
    expect(firstOf(withCells({ '新收 0': '39', '新收 1': '9' }, layout))).toBe('moved: 新收 自然人 39→41, 新收 企业 9→7');
  });
});

describe('laws', () => {
  const random = (seed: number) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const broken = (seed: number): Report => {
    const next = random(seed);
    const figures: Figures = clean();
    for (let i = 0; i < 1 + (seed % 5); i++)
      (figures.table3[rowIds[Math.floor(next() * 25)] as string] as string[])[Math.floor(next() * 7)] =
        next() < 0.1 ? '' : String(Math.floor(next() * 30));
    return parse(reportIn(pipes, figures));
  };

  it('what repairs makes its failures hold and breaks nothing', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const report = broken(seed);
      for (const { failures, causes } of report.explanations) {
        for (const cause of causes.filter(({ repairs }) => repairs)) {
          expect(cause.explains.every((sum) => failures.includes(sum))).toBe(true);
          const mended = parse(applyEdits(report.text, editsOf(cause)));
          expect(failed(mended).length, `seed ${seed}: ${changesOf(cause)}`).toBeLessThanOrEqual(
            failed(report).length - cause.explains.filter(({ state }) => state === 'fails').length,
          );
        }
      }
    }
  });

  it('every failing sum is in one explanation, with causes in the order of their scores', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const report = broken(seed);
      const found = report.explanations;
      for (const sum of failed(report)) expect(found.filter(({ failures }) => failures.includes(sum))).toHaveLength(1);
      for (const { causes } of found) expect([...causes].sort((a, b) => b.score - a.score)).toEqual(causes);
    }
  });

  it('nonsense in every cell takes no time', () => {
    const next = random(7);
    const figures = clean();
    for (const id of rowIds) figures.table3[id] = Array.from({ length: 7 }, () => String(Math.floor(next() * 1000)));
    const found: readonly Explanation[] = parse(reportIn(pipes, figures)).explanations;
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ causes }) => causes.length <= 12)).toBe(true);
  });
});

describe('the true culprit', () => {
  it('is among the first three in 80 % and more of every kind of defect', () => {
    const outcomes = measureCulprits(100);
    expect(outcomes.map(({ kind, count }) => [kind, count])).toEqual(outcomes.map(({ kind }) => [kind, 100]));
    expect(outcomes.filter(({ firstThree }) => firstThree < 0.8)).toEqual([]);
  }, 60_000);
});

function failed(report: Report): Report['sums'] {
  return report.sums.filter(({ state }) => state === 'fails');
}

function editsOf({ changes }: Cause): TextEdit[] {
  return changes.map(({ term, to }) => ({ span: term.cell.span, newText: String(to) }));
}
