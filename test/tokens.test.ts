/** What is coloured in a report, and that nothing is in any other text. */
import { describe, expect, it } from 'vitest';
import { tokens } from '../server/src/features/tokens';
import { parse } from '../server/src/report/parse';
import { slice } from '../server/src/text/span';
import { layouts, report as reportIn } from './kit/layouts';
import { ordinaryText, sampleReport } from './kit/sample';

const report = sampleReport();

/** The words coloured in one line of `text`, each with its type without the prefix. */
function inLine(text: string, start: string): string[] {
  const from = text.indexOf(`\n${start}`) + 1;
  const to = text.indexOf('\n', from);
  return tokens(parse(text))
    .filter(({ span }) => span.start >= from && span.end <= to)
    .map(({ span, type }) => `${slice(text, span)}:${type.slice('nianbao'.length)}`);
}

describe('tokens', () => {
  it('tell headings, captions, heads, labels, figures and totals', () => {
    expect(inLine(report, '三、收到')).toEqual(['三、收到和处理政府信息公开申请情况:Heading']);
    expect(inLine(report, '第二十条第（一）项')).toEqual(['第二十条第（一）项:Caption']);
    expect(inLine(report, '信息内容')).toEqual(['信息内容:Caption', '本年制发件数:Caption', '本年废止件数:Caption', '现行有效件数:Caption']);
    expect(inLine(report, '行政规范性文件')).toEqual(['行政规范性文件:Label', '3:Figure', '1:Figure', '18:Figure']);
    expect(inLine(report, '2.重复申请')).toEqual(['2.重复申请:Label', '1:Figure', '0:Figure', '0:Figure', '0:Figure', '0:Figure', '0:Figure', '1:Total']);
    expect(inLine(report, '（七）总计').slice(1)).toEqual(['21:Total', '3:Total', '0:Total', '0:Total', '0:Total', '1:Total', '25:Total']);
    expect(inLine(report, '1 | 0').map((word) => word.split(':')[1])).toEqual(
      Array.from({ length: 15 }, (_, index) => (index % 5 === 4 ? 'Total' : 'Figure')),
    );
  });

  it.each(layouts)('cover every figure whatever the layout: $name', (layout) => {
    const found = tokens(parse(reportIn(layout))).map(({ type }) => type);
    const count = (wanted: string): number => found.filter((type) => type === wanted).length;
    expect([count('nianbaoHeading'), count('nianbaoFigure'), count('nianbaoTotal')]).toEqual([7, 3 + 3 + 4 + 24 * 6 + 12, 24 + 7 + 3]);
  });

  it('leave sentences alone', () => {
    expect(inLine(report, '（二）依申请公开')).toEqual([]);
  });

  it('are none in a text that is no report', () => {
    expect(tokens(parse(ordinaryText))).toEqual([]);
  });

  it('are sorted, disjoint and not empty, wherever the text breaks off', () => {
    for (let cut = 0; cut < report.length; cut += 97) {
      let end = 0;
      for (const { span } of tokens(parse(report.slice(0, cut)))) {
        expect(span.start >= end && span.end > span.start && span.end <= cut).toBe(true);
        end = span.end;
      }
    }
  });
});
