/** What is coloured in a report, and that nothing is in any other text. */
import { describe, expect, it } from 'vitest';
import { check, type Severities } from '../../server/src/features/check';
import { type Token, tokens } from '../../server/src/features/tokens';
import { parse } from '../../server/src/report/parse';
import { slice } from '../../server/src/text/span';
import { layouts, report as reportIn } from '../kit/layouts';
import { ordinaryText, sampleReport } from '../kit/sample';

const report = sampleReport();

/** The tokens of `text` when it is checked by these severities. */
function tokensOf(text: string, severities?: Severities): readonly Token[] {
  const read = parse(text);
  return tokens(read, check(read, severities));
}

/** The words coloured in one line of `text`, each with its type without the prefix, `!` if wrong. */
function inLine(text: string, start: string, severities?: Severities): string[] {
  const from = text.indexOf(`\n${start}`) + 1;
  const to = text.indexOf('\n', from);
  return tokensOf(text, severities)
    .filter(({ span }) => span.start >= from && span.end <= to)
    .map(({ span, type, wrong }) => `${slice(text, span)}:${type.slice('nianbao'.length)}${wrong ? '!' : ''}`);
}

describe('tokens', () => {
  it('tell headings, captions, heads, labels, figures and totals', () => {
    expect(inLine(report, '三、收到')).toEqual(['三、收到和处理政府信息公开申请情况:Heading']);
    expect(inLine(report, '第二十条第（一）项')).toEqual(['第二十条第（一）项:Caption']);
    expect(inLine(report, '信息内容')).toEqual([
      '信息内容:Caption',
      '本年制发件数:Caption',
      '本年废止件数:Caption',
      '现行有效件数:Caption',
    ]);
    expect(inLine(report, '行政规范性文件')).toEqual(['行政规范性文件:Label', '3:Figure', '1:Figure', '18:Figure']);
    expect(inLine(report, '2.重复申请')).toEqual([
      '2.重复申请:Label',
      '1:Figure',
      '0:Figure',
      '0:Figure',
      '0:Figure',
      '0:Figure',
      '0:Figure',
      '1:Total',
    ]);
    expect(inLine(report, '（七）总计').slice(1)).toEqual(['21:Total', '3:Total', '0:Total', '0:Total', '0:Total', '1:Total', '25:Total']);
    expect(inLine(report, '1 | 0').map((word) => word.split(':')[1])).toEqual(
      Array.from({ length: 15 }, (_, index) => (index % 5 === 4 ? 'Total' : 'Figure')),
    );
  });

  it.each(layouts)('cover every figure whatever the layout: $name', (layout) => {
    const found = tokensOf(reportIn(layout)).map(({ type }) => type);
    const count = (wanted: string): number => found.filter((type) => type === wanted).length;
    // The four figures of table two that stand alone take three columns.
    const alone = layout.name.includes('repeated') ? 4 * 3 : 4;
    expect([count('nianbaoHeading'), count('nianbaoFigure'), count('nianbaoTotal'), count('nianbaoBlank')]).toEqual([
      7,
      3 + 3 + alone + 24 * 6 + 12,
      24 + 7 + 3,
      0,
    ]);
  });

  it('tell the cells that state a wrong sum, and only those', () => {
    const wrong = sampleReport({ total: 25 });
    expect(inLine(wrong, '一、本年新收').slice(1)).toEqual([
      '20:Figure',
      '3:Figure',
      '0:Figure',
      '0:Figure',
      '0:Figure',
      '1:Figure',
      '25:Total!',
    ]);
    expect(
      tokensOf(wrong)
        .filter(({ wrong: said }) => said)
        .map(({ span }) => slice(wrong, span)),
    ).toEqual(['25', '1']);
    expect(inLine(wrong, '四、结转下年度').at(-1)).toBe('1:Total!');
  });

  it('tell nothing wrong where no finding says so', () => {
    expect(inLine(sampleReport({ total: 25 }), '一、本年新收', { 'wrong-row-total': 'off' }).at(-1)).toBe('25:Total');
    expect(tokensOf(report).filter(({ wrong }) => wrong)).toEqual([]);
    // What is missing keeps an identity from being judged.
    expect(tokensOf(report.replace('| 20 | 3 |', '|  | 3 |')).filter(({ wrong }) => wrong)).toEqual([]);
  });

  it.each([
    ['between bars', '行政强制 | 0 |', '行政强制 |   |', '行政强制', ['行政强制:Label', '   :Blank']],
    ['beside figures', '| 20 | 3 | 0', '| 20 |  | 0', '一、本年新收', ['20:Figure', '  :Blank', '0:Figure']],
    ['without width', '| 20 | 3 | 0', '| 20 || 0', '一、本年新收', ['20:Figure', '0:Figure']],
    ['in a row without any value', '行政许可 | 126 |', '行政许可 | |', '行政许可', ['行政许可:Label', ' :Blank']],
  ])('tell blank cells %s', (_, from, to, start, expected) => {
    expect(inLine(report.replace(from, to), start)).toEqual(expect.arrayContaining(expected));
    expect(tokensOf(report.replace(from, to)).filter(({ type }) => type === 'nianbaoBlank')).toHaveLength(
      expected.filter((word) => word.endsWith('Blank')).length,
    );
  });

  it('colour a merged cell that is written out in every column alike', () => {
    const copied = report.replace(
      '信息内容 | 本年处理决定数量 |\n行政许可 | 126 |',
      '信息内容 | 本年处理决定数量 |\n行政许可 | 126 | 126 | 126 |',
    );
    expect(inLine(copied, '行政许可')).toEqual(['行政许可:Label', '126:Figure', '126:Figure', '126:Figure']);
  });

  it('leave sentences alone', () => {
    expect(inLine(report, '（二）依申请公开')).toEqual([]);
  });

  it('are none in a text that is no report', () => {
    expect(tokensOf(ordinaryText)).toEqual([]);
  });

  it('are sorted, disjoint and not empty, wherever the text breaks off', () => {
    for (let cut = 0; cut < report.length; cut += 97) {
      let end = 0;
      for (const { span } of tokensOf(report.slice(0, cut))) {
        expect(span.start >= end && span.end > span.start && span.end <= cut).toBe(true);
        end = span.end;
      }
    }
  });
});
