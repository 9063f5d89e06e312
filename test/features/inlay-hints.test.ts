/** The right value behind wrong totals. */
import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { clean } from '../kit/figures';
import { layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

/** The lines that have a hint, with it written in. */
function shown(text: string): string[] {
  let result = '';
  let done = 0;
  for (const { offset, label } of inlayHints(parse(text))) {
    result += `${text.slice(done, offset)} [${label}]`;
    done = offset;
  }
  return (result + text.slice(done)).split('\n').filter((line) => line.includes('[→'));
}

const sample = sampleReport();

describe('inlay hints', () => {
  it('stand behind wrong totals of rows, columns and table four', () => {
    expect(shown(sampleReport({ total: 25 }))).toEqual(['一、本年新收政府信息公开申请数量 | 20 | 3 | 0 | 0 | 0 | 1 | 25 [→24] |']);
    expect(shown(sample.replace('（七）总计 | 21 |', '（七）总计 | 20 |'))).toEqual([
      '（七）总计 | 20 [→21] | 3 | 0 | 0 | 0 | 1 | 25 [→24] |',
    ]);
    expect(shown(sample.replace('1 | 0 | 0 | 0 | 1 | 0', '1 | 0 | 0 | 0 | 2 | 0'))[0]).toMatch(/^1 \| 0 \| 0 \| 0 \| 2 \[→1\] \| 0/);
  });

  it('give both values where two identities want different ones', () => {
    const text = sample.replace('（七）总计 | 21 | 3 | 0 | 0 | 0 | 1 | 25', '（七）总计 | 21 | 3 | 0 | 0 | 0 | 2 | 25');
    expect(shown(text)).toEqual(['（七）总计 | 21 | 3 | 0 | 0 | 0 | 2 [→1] | 25 [→26] |']);
    const further = text.replace('2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1', '2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 4');
    expect(shown(further).at(-1)).toBe('（七）总计 | 21 | 3 | 0 | 0 | 0 | 2 [→1] | 25 [→26／28] |');
  });

  it('do not stand behind what may be wrong in a balance, nor where a value is missing', () => {
    expect(
      shown(sample.replace('四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1', '四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2')),
    ).toEqual([]);
    expect(shown(sampleReport({ total: 25 }).replace('| 20 | 3 |', '|  | 3 |'))).toEqual([]);
    expect(inlayHints(parse(sample))).toEqual([]);
    expect(inlayHints(parse(ordinaryText))).toEqual([]);
  });

  it('tell the addition', () => {
    const [hint] = inlayHints(parse(sampleReport({ total: 25 })));
    expect(hint?.tooltip.map((line) => format(line))).toEqual(['✗ 自然人 20＋商业企业 3＋其他 1＝24，表中 25，多 1（另 3 项为 0）']);
  });

  it.each(layouts)('stand behind the total whatever the layout: $name', (layout) => {
    const figures = clean();
    (figures.table3['无法3'] as string[])[6] = '777';
    const text = reportIn(layout, figures);
    expect(inlayHints(parse(text)).map(({ offset, label }) => [text.slice(offset - 3, offset), label])).toContainEqual(['777', '→1']);
  });
});
