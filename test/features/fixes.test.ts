/** Which actions are offered where: examples. What holds of every fix in every layout is in laws/fixes.test.ts. */
import { describe, expect, it } from 'vitest';
import { kinds } from '../../server/src/features/actions/action';
import { actionsAt } from '../../server/src/features/actions/fixes';
import { format } from '../../server/src/text/message';
import { type Layout, layouts, report } from '../kit/layouts';
import { know, changed, set } from '../kit/single-fixes';

describe('actions', () => {
  const layout = layouts[0] as Layout;

  it('are none in a text that is no report, and none in a clean one but what asks to be asked for', () => {
    expect(actionsAt(know('# 会议记录\n\n| 总计 | 3 |\n'), { start: 3, end: 3 })).toEqual([]);
    const known = know(report(layout));
    for (let at = 0; at < known.report.text.length; at += 53)
      expect(actionsAt(known, { start: at, end: at }, ['']).map(({ title }) => format(title))).toEqual([]);
  });

  it('keep to the kinds that are asked for', () => {
    const known = know(
      changed(layout, (f) => {
        set(f, '新收', 6, '56');
        set(f, '不予2', 3, '０');
      }),
    );
    const [finding] = known.findings.filter(({ code }) => code === 'wrong-row-total');
    const span = finding?.span ?? { start: 0, end: 0 };
    const kindsOf = (only?: readonly string[]): string[] => [...new Set(actionsAt(known, span, only).map(({ kind }) => kind))];
    expect(kindsOf()).not.toContain(kinds.fixAll);
    expect(kindsOf(['quickfix'])).toEqual(['quickfix']);
    expect(kindsOf(['refactor'])).toEqual(['refactor.rewrite']);
    expect(kindsOf(['source.fixAll'])).toEqual([kinds.fixAll]);
    expect(kindsOf(['source.fixAll.eslint'])).toEqual([]);
    expect(kindsOf(['source'])).toEqual([kinds.fixAll]);
  });

  it('prefer a safe fix that is alone, never one that changes a figure', () => {
    const known = know(
      changed(layout, (f) => {
        set(f, '新收', 6, '56');
        set(f, '不予2', 3, '０');
      }),
    );
    const preferred = known.findings.flatMap(({ span }) => actionsAt(known, span)).filter((action) => action.preferred);
    expect(preferred.map(({ title }) => format(title))).toEqual(['把 ０ 写作 0']);
  });
});
