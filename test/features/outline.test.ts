/** The tree 年报提纲, on whole reports, broken ones and fragments. */
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/features/check';
import { nodeAt } from '../../client/src/outline-node';
import { outline } from '../../server/src/features/outline/outline';
import type { OutlineItem } from '../../server/src/features/outline/outline-items';
import { answerOutline } from '../../server/src/lsp/requests/outline';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { positionAt } from '../../server/src/text/lines';
import { format } from '../../server/src/text/message';
import { fixOf } from '../../server/src/findings/finding';
import { clean, type Figures } from '../kit/figures';
import { type Layout, layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const pipes = layouts[0] as Layout;
const sample = sampleReport();
const icons = { done: '✓', problem: '✗', open: '✎', missing: '○' } as const;

function treeOf(text: string): readonly OutlineItem[] {
  const report = parse(text);
  return outline(report, check(report));
}

/** The tree as lines: icon, label, description, actions. */
function shown(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ state, label, description, actions, children }) => [
    `${'  '.repeat(depth)}${icons[state]} ${format(label)}${description ? ` — ${format(description)}` : ''}${actions.length > 0 ? ` (${actions.join(', ')})` : ''}`,
    ...shown(children, depth + 1),
  ]);
}

function all(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...all(item.children)]);
}

function find(items: readonly OutlineItem[], id: string): OutlineItem {
  const item = all(items).find((known) => known.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
}

describe('the outline', () => {
  it('of a report without faults', () => {
    expect(shown(treeOf(sample))).toEqual([
      '✓ 青禾县水利局2024年政府信息公开工作年度报告',
      '✓ 一、总体情况',
      '✓ 二、主动公开政府信息情况',
      '  ✓ 表二 已填全 (normalize)',
      '✓ 三、收到和处理政府信息公开申请情况',
      '  ✓ 表三 平衡 (normalize)',
      '✓ 四、政府信息公开行政复议、行政诉讼情况',
      '  ✓ 表四 平衡 (normalize)',
      '✓ 五、存在的主要问题及改进情况',
      '✓ 六、其他需要报告的事项',
    ]);
  });

  it('shows failing identities before other findings, below their table', () => {
    const figures: Figures = clean();
    (figures.table3['予以'] as string[])[6] = '24';
    (figures.table3['新收'] as string[])[3] = '２';
    const tree = treeOf(reportIn(pipes, figures));
    expect(find(tree, 'table-3').children.map(({ kind, id, actions }) => [kind, id, actions])).toEqual([
      ['identity', 'table-3/wrong-row-total-1', ['fix']],
      ['identity', 'table-3/wrong-result-total-1', ['fix']],
      ['finding', 'table-3/nonstandard-number-1', ['fix']],
    ]);
    expect(shown([find(tree, 'table-3')])[0]).toBe('✗ 表三 2 处不符，共 3 处 (recompute, normalize)');
    expect(shown([find(tree, 'section-3')])[0]).toMatch(/^✗ .* — 3 处$/);
    expect(find(tree, 'section-3').counts.errors).toBe(2);
    expect(format(find(tree, 'table-3/wrong-row-total-1').description ?? { template: '', values: [] })).toMatch(/^第 \d+ 行$/);
  });

  it('shows missing sections where they belong, with their table and a way to insert them', () => {
    const text = reportIn(pipes, clean(), { three: '', six: '' });
    const tree = treeOf(text);
    expect(tree.map(({ id, state }) => `${icons[state]} ${id}`)).toEqual([
      '✓ title',
      '✓ section-1',
      '✓ section-2',
      '○ section-3',
      '✓ section-4',
      '✓ section-5',
      '○ section-6',
    ]);
    expect(shown([find(tree, 'section-3')])).toEqual(['○ 三、收到和处理政府信息公开申请情况 — 缺少 (insert)', '  ✓ 表三 平衡 (normalize)']);
    for (const id of ['section-3', 'section-6']) {
      const { span, mends } = find(tree, id);
      expect(span).toBeDefined();
      expect(find(treeOf(applyEdits(text, (mends && fixOf(mends))?.edits ?? [])), id).state).not.toBe('missing');
    }
  });

  it('shows missing tables and titles', () => {
    const from = sample.indexOf('行政复议 | 行政诉讼');
    const tree = treeOf(sample.slice(sample.indexOf('\n') + 1, from) + sample.slice(sample.indexOf('五、存在')));
    expect(shown([find(tree, 'section-4')]).map((line) => line.replace(' (insert)', ''))).toEqual([
      '✗ 四、政府信息公开行政复议、行政诉讼情况 — 1 处',
      '  ○ 表四 — 缺少',
    ]);
    expect(shown([find(tree, 'title')])[0]).toMatch(/^○ 标题 — 缺少/);
  });

  it('puts findings of prose below their section, and those before it below the title', () => {
    const tree = treeOf(sample.replace('本年度未收取', '本年度答复留言x件，未收取').replace('水利局2024年政府', '水利局 2024年政府'));
    expect(find(tree, 'section-6').children.map(({ id }) => id)).toEqual(['section-6/placeholder-text-1']);
    expect(find(tree, 'title').children.map(({ id }) => id)).toEqual(['title/nonstandard-title-1']);
    // A hint alone is no problem of the whole.
    expect(find(tree, 'title').state).toBe('done');
    expect(find(tree, 'title/nonstandard-title-1').state).toBe('problem');
  });

  it('shows repeated sections beside the first', () => {
    const tree = treeOf(`${sample}五、存在的主要问题及改进情况\n同前。\n`);
    expect(tree.map(({ id }) => id)).toEqual([
      'title',
      'section-1',
      'section-2',
      'section-3',
      'section-4',
      'section-5',
      'section-5-2',
      'section-6',
    ]);
    expect(find(tree, 'section-5-2').state).toBe('problem');
  });

  it('of a fragment holds its table, of an unfinished text its sections to come', () => {
    const fragment = sample.slice(sample.indexOf('（本列数据'), sample.indexOf('四、政府信息公开行政复议'));
    expect(shown(treeOf(fragment))).toContain('✓ 表三 平衡 (normalize)');
    const tree = treeOf(sample.slice(0, sample.indexOf('三、收到')));
    expect(tree.map(({ state }) => icons[state]).join('')).toBe('✓✓✓○○○○');
    expect(find(tree, 'section-4').actions).toEqual([]);
  });

  it('is empty for other texts', () => {
    expect(treeOf(ordinaryText)).toEqual([]);
  });

  it('hands out every finding once, under an id of its own', () => {
    for (let cut = 0; cut < sample.length; cut += 131) {
      for (const text of [sample.slice(0, cut), sample.slice(cut), sample.slice(0, cut) + sample.slice(cut + 400)]) {
        const report = parse(text);
        const findings = check(report);
        const items = all(outline(report, findings));
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const counts = outline(report, findings)
          .map((item) => item.counts)
          .reduce((sum, { errors, warnings, others }) => sum + errors + warnings + others, 0);
        if (report.recognized) expect(counts, `cut at ${cut}`).toBe(findings.length);
        for (const { span } of items) if (span) expect(span.start <= span.end && span.end <= text.length).toBe(true);
      }
    }
  });
});

describe('the item at the cursor', () => {
  const itemAt = (text: string, place: number): string | undefined => {
    const report = parse(text);
    const nodes = answerOutline({
      uri: 'file:///a.md',
      version: 1,
      report,
      findings: check(report),
      all: [],
      translate: (template) => template,
    });
    return nodeAt(nodes, positionAt(report.lines, place))?.id;
  };

  it('is the innermost on its line', () => {
    const text = sampleReport({ total: 25 });
    const at = (words: string): string | undefined => itemAt(text, text.indexOf(words) + 1);
    expect(at('青禾县')).toBe('title');
    expect(at('全年通过')).toBe('section-1');
    expect(at('（一）予以')).toBe('table-3');
    expect(at('25 |\n二、')).toBe('table-3/wrong-row-total-1');
  });

  it('is the section whose heading stands there, not the one that ends there', () => {
    for (const mark of ['', '## ']) {
      const text = reportIn(pipes).replace(/^#* ?(?=[一二三四五六]、)/gm, mark);
      for (const { form, heading } of parse(text).sections) {
        expect(itemAt(text, heading.start - mark.length), `${form.name} ${mark}`).toBe(`section-${form.number}`);
        expect(itemAt(text, heading.end)).toBe(`section-${form.number}`);
      }
    }
  });

  it('is the finding in front of the cursor where several stand on a line', () => {
    const text = sample.replace('全年通过', '公开信息x件，解读x件。全年通过');
    const at = (words: string): string | undefined => itemAt(text, text.indexOf(words));
    expect([at('（一）主动公开。公开信息x'), at('x件，解读'), at('解读x件'), at('x件。全年'), at('防汛抗旱')]).toEqual(
      [1, 1, 1, 2, 2].map((nth) => `section-1/placeholder-text-${nth}`),
    );
  });

  it.each(layouts)('is the table for every first cell whatever the layout: $name', (layout) => {
    const text = reportIn(layout);
    for (const { form, rows } of parse(text).tables) expect(itemAt(text, rows[0]?.cells[0]?.span.start ?? 0)).toBe(`table-${form.number}`);
  });
});
