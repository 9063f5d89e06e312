/**
 * Laws of fixes, on every kind of action in every layout: after it the finding is gone and nothing else is said, cells that
 * it does not name are as they were, a second run finds nothing to do, and it can be undone.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, kinds, type Known } from '../../server/src/features/actions/action';
import { actionById, actionsAt, fixAll } from '../../server/src/features/actions/fixes';
import { recompute, recomputeEdits } from '../../server/src/features/actions/recompute';
import { parse } from '../../server/src/report/parse';
import { draftOf, editsOf, revise } from '../../server/src/text/compose';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { format } from '../../server/src/text/message';
import { fixOf } from '../../server/src/findings/finding';
import { checkText } from '../kit/check-text';
import { type Figures, rowIds } from '../kit/figures';
import { type Layout, layouts, prose, report } from '../kit/layouts';
import { know, changed, set } from '../kit/single-fixes';

/** `text` without these rows of table three, the labels of groups that stand before them included. */
function withoutRows(text: string, ids: readonly string[]): string {
  const rows = parse(text).tables.find(({ form }) => form.number === 3)?.rows ?? [];
  let left = '';
  let done = 0;
  for (const [i, row] of rows.entries()) {
    if (!ids.includes(row.form.id)) continue;
    left += text.slice(done, Math.max(done, rows[i - 1]?.span.end ?? 0));
    done = row.span.end;
  }
  return left + text.slice(done);
}

/** What every cell says, by its place in the form. */
function cellsOf(text: string): Map<string, string> {
  const cells = new Map<string, string>();
  for (const table of parse(text).tables) {
    for (const row of table.rows)
      row.cells.forEach(({ span }, i) =>
        cells.set(`${table.form.number} ${row.form.id} ${row.form.columns[i]}`, text.slice(span.start, span.end)),
      );
  }
  return cells;
}

/** The cells that differ, as `place: old→new`. */
function differences(before: string, after: string): string[] {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((place) => old.get(place) !== now.get(place))
    .map((place) => `${place}: ${old.get(place) ?? '∅'}→${now.get(place) ?? '∅'}`);
}

/** The text after `edits`, which must be sorted, disjoint, each of them a change, and can be undone. */
function applied(text: string, edits: readonly TextEdit[]): string {
  let done = -1;
  let shift = 0;
  const inverse: TextEdit[] = [];
  for (const { span, newText } of edits) {
    expect(span.start).toBeGreaterThanOrEqual(done);
    expect(text.slice(span.start, span.end), 'an edit must change something').not.toBe(newText);
    done = span.end;
    const start = span.start + shift;
    inverse.push({ span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) });
    shift += newText.length - (span.end - span.start);
  }
  const after = applyEdits(text, edits);
  expect(applyEdits(after, inverse)).toBe(text);
  return after;
}

const codesOf = (text: string): string[] =>
  checkText(text)
    .map(({ code }) => code)
    .sort();
const titled = (actions: readonly Action[], part: string): Action[] => actions.filter(({ title }) => format(title).includes(part));

/** The only action with `part` in its title, for the first finding of `code`. */
function actionFor(known: Known, code: string, part: string): Action {
  const finding = known.findings.find((found) => found.code === code);
  if (!finding) throw new Error(`no ${code}`);
  const actions = actionsAt(known, finding.span);
  const [action, ...more] = titled(actions, part);
  expect(action, `${part} in ${actions.map(({ title }) => format(title)).join(' / ')}`).toBeDefined();
  expect(more.map(({ title }) => format(title))).toEqual([]);
  return action as Action;
}

interface Mended {
  readonly name: string;
  readonly change: (figures: Figures) => void;
  readonly code: string;
  readonly title: string;
  /** All cells that differ afterwards. */
  readonly expected: readonly string[];
  readonly safe?: true;
  /** What is still said afterwards. */
  readonly left?: readonly string[];
}

/** One defect, and the action that takes it away so that nothing is left to say. */
const mended: readonly Mended[] = [
  {
    name: 'a wrong row total',
    change: (f) => set(f, '新收', 6, '56'),
    code: 'wrong-row-total',
    title: '由 56 改为 55',
    expected: ['3 新收 总计: 56→55'],
  },
  {
    name: 'a wrong body cell',
    change: (f) => set(f, '无法1', 1, '12'),
    code: 'wrong-row-total',
    title: '企业」由 12 改为 2（',
    expected: ['3 无法1 企业: 12→2'],
  },
  {
    name: 'a wrong result total',
    change: (f) => set(f, '办结', 1, '9'),
    code: 'wrong-result-total',
    title: '由 9 改为 7',
    expected: ['3 办结 企业: 9→7'],
  },
  {
    name: 'a wrong count carried forward',
    change: (f) => set(f, '转出', 0, '6'),
    code: 'unbalanced-requests',
    title: '由 6 改为 4',
    expected: ['3 转出 自然人: 6→4'],
  },
  {
    name: 'several totals, table',
    change: (f) => {
      set(f, '新收', 6, '56');
      set(f, '转入', 6, '9');
    },
    code: 'wrong-row-total',
    title: '重算本表总计（改 2 处：56→55、9→5）',
    expected: ['3 新收 总计: 56→55', '3 转入 总计: 9→5'],
  },
  {
    name: 'several totals, column',
    change: (f) => {
      set(f, '新收', 6, '56');
      set(f, '转入', 6, '9');
    },
    code: 'wrong-row-total',
    title: '一列的总计（改 2 处：56→55、9→5）',
    expected: ['3 新收 总计: 56→55', '3 转入 总计: 9→5'],
  },
  {
    name: 'several totals, row',
    change: (f) => {
      set(f, '办结', 0, '42');
      set(f, '办结', 3, '3');
    },
    code: 'wrong-result-total',
    title: '一行的总计（改 2 处：42→41、3→2）',
    expected: ['3 办结 自然人: 42→41', '3 办结 法律: 3→2'].map((x) => x.replace('法律', '公益')),
  },
  {
    name: 'totals of two tables',
    change: (f) => {
      set(f, '新收', 6, '56');
      f.table4[4] = '5';
    },
    code: 'wrong-outcome-total',
    title: '重算全文各表总计（改 2 处：56→55、5→4）',
    expected: ['3 新收 总计: 56→55', '4 复议 总计: 5→4'],
  },
  {
    name: 'a review total',
    change: (f) => {
      f.table4[4] = '5';
    },
    code: 'wrong-outcome-total',
    title: '由 5 改为 4',
    expected: ['4 复议 总计: 5→4'],
  },
  {
    name: 'a full-width digit',
    change: (f) => set(f, '不予2', 3, '０'),
    code: 'nonstandard-number',
    title: '把 ０ 写作 0',
    expected: ['3 不予2 公益: ０→0'],
    safe: true,
  },
  {
    name: 'all numbers of a table',
    change: (f) => {
      set(f, '不予2', 3, '０');
      set(f, '无法1', 0, '８');
    },
    code: 'nonstandard-number',
    title: '把本表 2 个数写成规范的形式',
    expected: ['3 不予2 公益: ０→0', '3 无法1 自然人: ８→8'],
    safe: true,
  },
  {
    name: 'all of one rule',
    change: (f) => {
      set(f, '许可', 0, '２０８');
      set(f, '无法1', 0, '８');
    },
    code: 'nonstandard-number',
    title: '修正全文 2 处「',
    expected: ['2 许可 决定: ２０８→208', '3 无法1 自然人: ８→8'],
    safe: true,
  },
  {
    name: 'all of one rule, unsafe',
    change: (f) => {
      set(f, '处罚', 0, '/');
      set(f, '不予2', 3, '—');
    },
    code: 'nonstandard-number',
    title: '（其中 2 处会改动',
    expected: ['2 处罚 决定: /→0', '3 不予2 公益: —→0'],
  },
  {
    name: 'a sign for none',
    change: (f) => set(f, '处罚', 0, '/'),
    code: 'nonstandard-number',
    title: '由 / 改为 0',
    expected: ['2 处罚 决定: /→0'],
  },
  {
    name: 'O for zero',
    change: (f) => set(f, '不予2', 3, 'O'),
    code: 'unreadable-number',
    title: '由 O 改为 0',
    expected: ['3 不予2 公益: O→0'],
  },
];

describe.each(layouts)('$name', (layout) => {
  it.each(mended)('mends $name', ({ change, code, title, expected, safe = false }) => {
    for (const text of [changed(layout, change), changed(layout, change).replaceAll('\n', '\r\n')]) {
      const known = know(text);
      const action = actionFor(known, code, title);
      expect(action.safe).toBe(safe);
      if (!safe) expect(action.preferred).toBe(false);
      const edits = action.edits();
      const after = applied(text, edits);
      expect(differences(text, after)).toEqual(expected);
      expect(codesOf(after)).toEqual([]);
      expect(actionById(know(after), action.id)?.edits() ?? []).toEqual([]);
      expect(actionById(known, action.id)?.edits(), 'found again by its id').toEqual(edits);
    }
  });

  it('fills blanks of a cell, a row and a table', () => {
    const text = changed(layout, (f) => f.table3['不予1']?.fill(''));
    const known = know(text);
    const row = known.report.tables.find(({ form }) => form.number === 3)?.byId.get('不予1');
    for (const action of titled(actionsAt(known, { start: row?.label?.start ?? 0, end: row?.label?.end ?? 0 }), '个空白格')) {
      const after = applied(text, action.edits());
      expect(codesOf(after), format(action.title)).toEqual([]);
      expect(differences(text, after)).toHaveLength(7);
    }
    expect(titled(actionsAt(known, { start: row?.label?.start ?? 0, end: row?.label?.end ?? 0 }), '个空白格').length).toBeGreaterThan(0);
    if (layout.losesBlanks) return;
    const other = know(
      changed(layout, (f) => {
        set(f, '不予1', 2, '');
        set(f, '无法1', 3, '');
        set(f, '无法1', 0, '');
      }),
    );
    const inTable = actionsAt(other, other.report.tables[1]?.caption ?? { start: 0, end: 0 });
    // 8 is lost in 无法1: its blanks are no zeros.
    expect(titled(inTable, '把本表 1 个空白格填为 0')).toHaveLength(1);
  });

  it('adds any row that is missing', () => {
    const text = report(layout);
    const full = parse(text);
    const lines = text.split('\n');
    let tried = 0;
    for (const table of full.tables.slice(0, 2)) {
      for (const { form, label, cells } of table.rows) {
        const at = label ? text.slice(0, label.start).split('\n').length - 1 : 0;
        const isLine = cells.every(
          ({ span }) =>
            span.start >= text.length - lines.slice(at).join('\n').length && span.end <= lines.slice(0, at + 1).join('\n').length,
        );
        if (!isLine) continue;
        const cut = lines.toSpliced(at, 1).join('\n');
        const finding = checkText(cut).find(({ code }) => code === 'missing-row');
        const fix = finding && fixOf(finding);
        expect(fix, `${form.id} can be added`).toBeDefined();
        if (!fix) continue;
        tried++;
        expect(fix.safe).toBe(false);
        const after = applied(cut, fix.edits);
        expect(
          differences(cut, after).every((change) => change.includes(`${table.form.number} ${form.id} `)),
          form.id,
        ).toBe(true);
        expect(codesOf(after)).not.toContain('missing-row');
        expect(
          codesOf(after).filter((code) => /row|label|blank/.test(code) && !code.startsWith('wrong')),
          form.id,
        ).toEqual([]);
        const wasZero = cells.every(({ value }) => value === 0);
        if (wasZero || form.id === '办结') expect(codesOf(after), form.id).toEqual([]);
      }
    }
    if (layouts.indexOf(layout) < 5 || layout.name.startsWith('tabs')) expect(tried).toBeGreaterThan(25);
  });

  it('adds many rows that are missing', () => {
    for (const lost of [rowIds.filter((_, i) => i % 3 !== 0), rowIds.slice(2, 14), rowIds.slice(5), rowIds.slice(1, -4)]) {
      const cut = withoutRows(report(layout), lost);
      const found = checkText(cut).filter(({ code }) => code === 'missing-row');
      expect(found).toHaveLength(1);
      const after = applied(cut, (found[0] && fixOf(found[0]))?.edits ?? []);
      expect(codesOf(after)).not.toContain('missing-row');
      expect(codesOf(after).filter((code) => /row|label|blank|number/.test(code) && !code.startsWith('wrong'))).toEqual([]);
      expect(
        differences(cut, after)
          .map((change) => /^3 (\S+) /.exec(change)?.[1])
          .filter((id, i, ids) => ids.indexOf(id) === i),
      ).toEqual(lost);
      expect(checkText(after).filter(({ code }) => code === 'wrong-result-total').length === 0 || !lost.includes('办结')).toBe(true);
    }
  });

  it('adds each table that is missing', () => {
    const zero = (figures: Figures): void => {
      for (const values of [...Object.values(figures.table2), ...Object.values(figures.table3), figures.table4]) values.fill('0');
    };
    const text = changed(layout, zero, { one: '一、总体情况\n\n全年公开信息316条。' });
    for (const [part, next] of [
      ['two', 'three'],
      ['three', 'four'],
      ['four', 'five'],
    ] as const) {
      const from = text.indexOf(prose[part]) + prose[part].length;
      const cut = `${text.slice(0, from)}\n\n${text.slice(text.indexOf(prose[next].split('\n')[0] as string))}`;
      for (const version of [cut, cut.replaceAll('\n', '\r\n')]) {
        const found = checkText(version);
        const finding = found.find(({ code }) => code === 'missing-table');
        expect(finding?.fix, part).toBeDefined();
        const after = applied(version, finding?.fix?.edits ?? []);
        expect(codesOf(after)).toEqual(
          found
            .map(({ code }) => code)
            .filter((code) => code !== 'missing-table')
            .sort(),
        );
        expect(/[^\r]\n/.test(after)).toBe(/[^\r]\n/.test(version));
      }
    }
  });

  it('fixes all that is safe, once', () => {
    const text = changed(
      layout,
      (f) => {
        set(f, '不予2', 3, '０');
        set(f, '许可', 0, '２０８');
        set(f, '处罚', 0, '/');
        set(f, '新收', 6, '56');
      },
      { four: '', two: '二、主动公开情况' },
    );
    const known = know(text);
    const [action] = fixAll(known);
    expect(action).toMatchObject({ kind: kinds.fixAll, safe: true, preferred: false });
    const after = applied(text, action?.edits() ?? []);
    expect(differences(text, after).sort()).toEqual(['2 许可 决定: ２０８→208', '3 不予2 公益: ０→0']);
    expect(after).toContain('四、政府信息公开行政复议、行政诉讼情况');
    expect(fixAll(know(after))).toEqual([]);
  });

  it('leaves alone what cannot be added up', () => {
    const text = changed(layout, (f) => {
      set(f, '予以', 1, 'x');
      set(f, '予以', 6, '99');
    });
    const read = parse(text);
    expect(recompute(read, { kind: 'report' }).map(({ term }) => `${term.row.id} ${term.column}`)).not.toContain('予以 总计');
    expect(
      differences(text, applyEdits(text, recomputeEdits(read, recompute(read, { kind: 'report' })))).filter((change) =>
        change.includes('转出'),
      ),
    ).toEqual([]);
  });
});

describe('recomputing', () => {
  const layout = layouts[0] as Layout;
  const cell = fc.record({
    row: fc.constantFrom(...rowIds),
    column: fc.nat(6),
    value: fc.oneof(fc.nat(99).map(String), fc.constantFrom('', 'x', '/')),
  });

  it('comes to a fixed point, touches totals alone and never what is carried forward', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const text = changed(layout, (figures) => cells.forEach(({ row, column, value }) => set(figures, row, column, value)));
        const read = parse(text);
        const changes = recompute(read, { kind: 'report' });
        const after = applied(text, recomputeEdits(read, changes));
        const isTotal = (change: string): boolean => / 总计: |3 办结 /.test(change);
        expect(differences(text, after).filter((change) => !isTotal(change))).toEqual([]);
        expect(recompute(parse(after), { kind: 'report' })).toEqual([]);
        if (cells.every(({ value }) => /\d/.test(value))) {
          expect(codesOf(after).filter((code) => code === 'wrong-row-total' || code === 'wrong-result-total')).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('steps of edits', () => {
  it('are the same together as one after the other', () => {
    const edit = (text: string) =>
      fc.record({
        at: fc.nat(text.length),
        length: fc.nat(4),
        newText: fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', '\n') }),
      });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'b', '\n') }),
        fc.array(edit('x'.repeat(24)), { maxLength: 6 }),
        (text, steps) => {
          let draft = draftOf(text);
          for (const { at, length, newText } of steps) {
            const start = Math.min(at, draft.text.length);
            draft = revise(draft, [{ span: { start, end: Math.min(draft.text.length, start + length) }, newText }]);
          }
          expect(applied(text, editsOf(draft))).toBe(draft.text);
        },
      ),
    );
  });
});
