/** What the light bulb offers first, and what it does not offer. */
import { describe, expect, it } from 'vitest';
import { actionById, actionsAt } from '../../server/src/features/actions/fixes';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { clean, type Figures } from '../kit/figures';
import { type Layout, layouts, report as reportIn } from '../kit/layouts';

const pipes = layouts[0] as Layout;

function titlesAt(change: (figures: Figures) => void, code: string): string[] {
  const figures = clean();
  change(figures);
  const report = parse(reportIn(pipes, figures));
  const findings = checkUnsilenced(report);
  const known = { report, findings, check: checkUnsilenced };
  const finding = findings.find((one) => one.code === code);
  if (!finding) throw new Error(`no ${code}`);
  const actions = actionsAt(known, finding.span, ['quickfix']);
  for (const { id, kind } of actions) expect(actionById(known, id)?.kind, id).toBe(kind);
  return actions.map(({ title }) => format(title));
}

describe('the light bulb', () => {
  it('offers the likeliest cause before what is carried forward', () => {
    const titles = titlesAt((figures) => {
      const row = figures.table3['新收'];
      if (row) row[0] = String(Number(row[0]) + 3);
    }, 'unbalanced-requests');
    expect(titles[0]).not.toContain('结转下年度');
    expect(titles[0]).toMatch(/新收|办结|总计/);
  });
});
