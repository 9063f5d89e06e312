/** Fixing all at once: to a fixed point, totals only where all that they are the sum of agrees, and never a person's choice. */
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/features/actions/fixes';
import { fixesOfAll, untilSettled } from '../../server/src/features/actions/fix-all';
import { checkUnsilenced } from '../../server/src/features/silence/silence';
import { parse } from '../../server/src/report/parse';
import { applyEdits } from '../../server/src/text/edit';
import { sampleReport } from '../kit/sample';

const checkedOf = (text: string) => {
  const report = parse(text);
  return { report, findings: checkUnsilenced(report), check: (other: typeof report) => checkUnsilenced(other) };
};
const mended = (text: string, extent: 'safe' | 'all') => applyEdits(text, fixesOfAll(checkedOf(text), extent));

/** A safe fix, a blank, a total that only its row states, and a figure in a sentence that is not that of its cell. */
const draft = sampleReport({ total: 25 }).replace('行政许可 | 126 |', '行政许可 | １２６ |').replace('行政处罚 | 9 |', '行政处罚 |  |');

describe('mending', () => {
  it('what is safe is what the editor mends', () => {
    const checked = checkedOf(draft);
    expect(fixesOfAll(checked, 'safe')).toEqual(fixAll(checked)[0]?.edits());
    expect(mended(draft, 'safe')).toBe(draft.replace('１２６', '126'));
  });

  it('all of it recomputes totals and fills blanks', () => {
    expect(mended(draft, 'all')).toBe(
      draft.replace('１２６', '126').replace('| 25 |', '| 24 |').replace('行政处罚 |  |', '行政处罚 | 0 |'),
    );
  });

  it('changes nothing the second time', () => {
    for (const extent of ['safe', 'all'] as const) expect(fixesOfAll(checkedOf(mended(draft, extent)), extent)).toEqual([]);
  });

  it('carries a changed part through all totals above it', () => {
    const changed = sampleReport().replace('（一）予以公开 | 12 |', '（一）予以公开 | 13 |');
    const text = mended(changed, 'all');
    const figuresOf = (label: string) =>
      text
        .split('\n')
        .find((line) => line.includes(label))
        ?.match(/\| (\d+) /g)
        ?.map((figure) => figure.slice(2, -1));
    expect(figuresOf('（一）予以公开')).toEqual(['13', '2', '0', '0', '0', '1', '16']);
    expect(figuresOf('（七）总计')).toEqual(['22', '3', '0', '0', '0', '1', '26']);
    const left = checkedOf(text).findings.map(({ code }) => code);
    expect(left).toContain('unbalanced-requests');
    expect(left.filter((code) => code.endsWith('-total'))).toEqual([]);
  });

  it('leaves a total alone one of whose parts has no value', () => {
    const unread = sampleReport({ total: 25 }).replace('一、本年新收政府信息公开申请数量 | 20 |', '一、本年新收政府信息公开申请数量 | x |');
    expect(mended(unread, 'all')).toContain('| x | 3 | 0 | 0 | 0 | 1 | 25 |');
  });

  it('does not count anew what is carried forward', () => {
    const carried = sampleReport().replace(/(四、结转下年度继续办理[^\n]*\| )1 \|$/m, '$15 |');
    expect(carried).not.toBe(sampleReport());
    const line = (text: string) => /四、结转下年度继续办理[^\n]*/.exec(text)?.[0];
    const left = checkedOf(mended(carried, 'all')).findings.map(({ code }) => code);
    // The row's own total is a sum, what stands in its cells is not.
    expect(line(mended(carried, 'all'))).toBe(line(sampleReport()));
    expect(left).toEqual([]);
  });

  it('does not touch what a comment silences', () => {
    const silenced = draft.replace(/^(一、本年新收)/m, '<!-- nianbao-disable-next-line wrong-row-total -->\n$1');
    expect(mended(silenced, 'all')).toContain('| 25 |');
  });

  it('leaves a choice between sentence and cell to people', () => {
    const text = sampleReport().replace('全年新收政府信息公开申请24件', '全年新收政府信息公开申请31件');
    expect(checkedOf(text).findings.some(({ code, fix }) => code === 'mismatched-figure' && fix?.alone)).toBe(true);
    expect(mended(text, 'all')).toContain('申请31件');
  });

  it('gives up where it does not end', () => {
    const checked = checkedOf(sampleReport());
    const turning = untilSettled(checked, ({ text }) => [[{ span: { start: 0, end: 1 }, newText: text.startsWith('青') ? '清' : '青' }]]);
    expect(turning).toBeUndefined();
    expect(untilSettled(checked, ({ text }) => [[{ span: { start: text.length, end: text.length }, newText: '。' }]])).toBeUndefined();
  });
});
