/** Likely causes of failing identities: hand-made defects, and how often the true one is found in random ones. */
import { describe, expect, it } from 'vitest';
import { type Cause, causesFor, soleRepair } from '../../../server/src/report/sums/culprits';
import { parse } from '../../../server/src/report/parse';
import { format } from '../../../server/src/text/message';
import { clean } from '../../kit/figures';
import { report as reportIn } from '../../kit/layouts';
import { pipes, withCells, changesOf, firstOf } from '../../kit/culprits';

/** What is set wrong, and the first cause. Right: 予以 20 3 0 1 1 0 25; 无法1 8 2 1 0 1 0 12; 办结 41 7 1 2 2 1 54. */
const cases: readonly (readonly [what: string, cells: Record<string, string>, first: string])[] = [
  ['a part', { '予以 0': '27' }, 'digits: 予以 自然人 27→20'],
  ['a part of one digit', { '予以 1': '5' }, 'cell: 予以 企业 5→3'],
  ['the total of a row', { '予以 6': '24' }, 'digits: 予以 总计 24→25'],
  ['the total of a column', { '办结 1': '9' }, 'cell: 办结 企业 9→7'],
  ['the total of all', { '办结 6': '45' }, 'digits: 办结 总计 45→54'],
  ['received', { '新收 0': '14' }, 'digits: 新收 自然人 14→41'],
  ['carried over', { '转入 0': '44' }, 'digits: 转入 自然人 44→4'],
  ['carried forward', { '转出 4': '0' }, 'cell: 转出 法律 0→1'],
  ['a digit doubled', { '无法1 6': '112' }, 'digits: 无法1 总计 112→12'],
  ['a digit lost', { '予以 0': '2' }, 'digits: 予以 自然人 2→20'],
  ['a blank for a number', { '无法1 1': '' }, 'blank: 无法1 企业 –→2'],
  ['something unreadable', { '无法1 0': 'x' }, 'blank: 无法1 自然人 –→8'],
  ['a number in the wrong column', { '不予4 0': '0', '不予4 1': '2' }, 'moved: 不予4 自然人 0→2, 不予4 企业 2→0'],
  ['two requests under the wrong applicant', { '新收 0': '39', '新收 1': '9' }, 'moved: 新收 自然人 39→41, 新收 企业 9→7'],
  ['a number in the wrong row', { '不处理2 0': '0', '不处理3 0': '2' }, 'moved: 不处理2 自然人 0→2, 不处理3 自然人 2→0'],
  ['two figures exchanged', { '无法1 0': '2', '无法1 1': '8' }, 'exchanged: 无法1 自然人 2→8, 无法1 企业 8→2'],
  [
    'the totals of three rows not updated',
    { '新收 0': '43', '予以 0': '22', '办结 0': '43' },
    'totals: 新收 总计 55→57, 予以 总计 25→27, 办结 总计 54→56',
  ],
  [
    'the row of totals not updated',
    { '新收 0': '43', '新收 6': '57', '予以 0': '22', '予以 6': '27' },
    'totals: 办结 自然人 41→43, 办结 总计 54→56',
  ],
  [
    'a row one column too far right',
    { '予以 0': '0', '予以 1': '20', '予以 2': '3', '予以 3': '0', '予以 4': '1', '予以 5': '1' },
    'shifted: 予以 自然人 0→20, 予以 企业 20→3, 予以 科研 3→0, 予以 公益 0→1, 予以 其他 1→0',
  ],
  ['table four, a digit doubled', { '复议 0': '22' }, 'digits: 复议 维持 22→2'],
  ['table four, its total', { '复议 4': '5' }, 'cell: 复议 总计 5→4'],
];

describe('the first cause', () => {
  it.each(cases)('of %s', (_, cells, first) => {
    expect(firstOf(withCells(cells))).toBe(first);
  });

  it('of one number split over two cells beside each other', () => {
    const figures = clean();
    const set = (id: string, ...values: number[]) => (figures.table3[id] = [...values, values.reduce((a, b) => a + b, 0)].map(String));
    set('新收', 41, 17, 1, 2, 3, 1);
    set('予以', 20, 13, 0, 1, 1, 0);
    set('办结', 41, 17, 1, 2, 2, 1);
    (figures.table3['予以'] as string[]).splice(1, 2, '1', '3');
    const cause = parse(reportIn(pipes, figures)).explanations[0]?.causes[0] as Cause;
    expect(`${cause.kind}: ${changesOf(cause)}`).toBe('split: 予以 企业 1→13, 予以 科研 3→0');
    expect(format(cause.message)).toBe('「予以公开」的「商业企业」和「科研机构」像是把 13 分写在了两格');
  });

  it('says what to change and what that does', () => {
    const message = (cells: Record<string, string>) =>
      format(withCells(cells).explanations[0]?.causes[0]?.message ?? { template: '', values: [] });
    expect(message({ '予以 1': '5' })).toBe('把「予以公开」的「商业企业」由 5 改为 3');
    expect(message({ '办结 0': '14' })).toBe('把「(七)总计」的「自然人」由 14 改为 41（像是两位数字颠倒）');
    expect(message({ '新收 0': '39', '新收 1': '9' })).toBe(
      '「本年新收」中有 2 件像是记错了申请人，应计入「自然人」，不计入「商业企业」：「商业企业」9 改为 7，「自然人」39 改为 41',
    );
    expect(message({ '其他3 0': '' })).toBe('在「其他处理·其他」的「自然人」填 1');
  });
});

describe('explanations', () => {
  it('are none when all identities hold, and for blanks that can be 0', () => {
    expect(withCells({}).explanations).toEqual([]);
    expect(withCells({ '不予1 0': '', '不予2 3': '/' }).explanations).toEqual([]);
    expect(parse('没有表').explanations).toEqual([]);
  });

  it('keep apart what is wrong in different places', () => {
    const found = withCells({ '予以 0': '21', '转出 1': '2', '复议 4': '5' }).explanations;
    expect(found.map(({ failures }) => failures.length).sort()).toEqual([1, 2, 2]);
    expect(found.map((one) => soleRepair(one)?.term.row.id)).toEqual(['予以', '转出', undefined]);
  });

  it('find two wrong figures that share a row', () => {
    expect(firstOf(withCells({ '予以 0': '25', '予以 1': '4' }))).toBe('pair: 予以 自然人 25→20, 予以 企业 4→3');
  });

  it('say so when only a part can be mended', () => {
    const report = withCells({ '予以 0': '9', '予以 1': '5', '予以 4': '6' });
    for (const cause of report.explanations.flatMap(({ causes }) => causes)) expect(cause.changes.length > 2 || !cause.repairs).toBe(true);
  });

  it('give the causes of one sum, the likeliest first', () => {
    const report = withCells({ '复诉 3': '22' });
    const sum = report.sums.find(({ state }) => state === 'fails');
    if (!sum) throw new Error('nothing fails');
    expect(causesFor(report, sum).map(changesOf)).toEqual(['复诉 未结 22→2', '复诉 总计 3→23']);
    expect(causesFor(report, sum, 1).map(changesOf)).toEqual(['复诉 未结 22→2']);
  });
});
