/** What a PDF holds besides what a person reads in it: seals, watermarks, hidden text, scans. Its figures are read as without. */
import { parse } from '../../server/src/report/parse';
import { openDocument } from '../../server/src/documents/open';
import { reportFigures } from '../../server/src/features/figures';
import { format } from '../../server/src/text/message';
import { clean } from '../kit/figures';
import { documentsOf } from '../kit/documents';
import { pdf, type PdfOptions, text } from '../kit/pdf';
import { describe, expect, test } from 'vitest';

async function read(options: PdfOptions = {}): Promise<{ readonly text: string; readonly doubts: number }> {
  const opened = await openDocument('报告.pdf', documentsOf.pdf(clean(), options));
  if ('problem' in opened) throw new Error(format(opened.problem));
  return { text: opened.text, doubts: opened.doubtful.length };
}

/** Words in a state of their own, at many places of the page. */
const everywhere = (words: string, state: string, points = 9, length = 40) =>
  Array.from({ length }, (_, i) => `q ${state} ${text(words, 30 + (i % 4) * 130, 40 + i * 19, points)}Q\n`).join('');

describe('text that no person reads', () => {
  test.each<[string, PdfOptions]>([
    ['invisible', { over: everywhere('99', '3 Tr') }],
    ['white on white', { over: everywhere('99', '1 1 1 rg') }],
    ['pale, level, behind the text', { under: everywhere('内部2024', '0.85 g', 30) }],
    ['outside of the paper', { over: text('收到申请99件', 700, 300, 12) + text('12', -90, 300, 12) }],
    ['cut off', { over: everywhere('99', '0 0 5 5 re W n') }],
    ['below a white box', { under: everywhere('99', '') + '1 1 1 rg 0 0 595 842 re f 0 g\n' }],
  ])('%s', async (_, options) => {
    expect(await read(options)).toEqual(await read());
  });

  test('white on black is read', async () => {
    expect((await read({ under: '0 0 595 842 re f 1 g\n' })).text).toBe((await read()).text);
  });
});

describe('text over a table', () => {
  test.each<[string, string]>([
    ['a seal in red', everywhere('政务公开专用章', '1 0 0 rg', 14, 16)],
    ['a large word in grey', everywhere('样稿', '0.6 g', 60)],
  ])('%s', async (_, over) => {
    const [plain, covered] = [await read(), await read({ over })];
    expect(reportFigures(parse(covered.text))).toEqual(reportFigures(parse(plain.text)));
    expect(covered.doubts).toBe(0);
  });

  test('the lines of a stamp', async () => {
    const over = '1 0 0 RG 200 300 120 31 re S 250 500 90 25 re S 0 G\n';
    expect(reportFigures(parse((await read({ over })).text))).toEqual(reportFigures(parse((await read()).text)));
  });

  test('a running head inside of the text, in its own type', async () => {
    const over = text('云川县水务局 2025年1月', 240, 200, 9) + text('第 3 页', 300, 640, 9);
    const [plain, covered] = [await read(), await read({ over })];
    expect(reportFigures(parse(covered.text))).toEqual(reportFigures(parse(plain.text)));
  });
});

test('a picture of a page, with the text that a machine found in it: read, its figures not judged', async () => {
  const over = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n';
  const { text: words, doubts } = await read({ under: `3 Tr\n`, over });
  expect([words.includes('总体情况'), doubts > 0]).toEqual([true, true]);
});

/** A table drawn as a test says: each cell a word or a figure, with the instructions around it. */
function drawn(cell: (column: number, row: number) => string): string {
  const names = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const head = text('四、政府信息公开行政复议、行政诉讼情况', 60, 700, 12);
  const cells = Array.from({ length: 15 }, (_, i) => [
    cell(i, 0) + text(names[i % 5]?.slice(0, 2) ?? '', 34 + i * 36, 640, 8) + text(names[i % 5]?.slice(2) ?? '', 34 + i * 36, 631, 8),
    cell(i, 1) + text(String(i % 5 === 4 ? 10 : (i % 5) + 1), 40 + i * 36, 610, 8),
  ]);
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'].map((name, i) => text(name, 60 + i * 180, 655, 8));
  return [head, ...cells.flat(), ...groups].join('');
}

describe('tables drawn otherwise', () => {
  const figures = Array.from({ length: 3 }, () => [1, 2, 3, 4, 10]).flat();
  const report = async (over: string) => {
    const bytes = pdf(['云川县水务局2024年政府信息公开工作年度报告', '一、总体情况', '全年公开政府信息三百条。'], {
      over,
      pageNumbers: false,
    });
    const opened = await openDocument('报告.pdf', bytes);
    if ('problem' in opened) throw new Error(format(opened.problem));
    return reportFigures(parse(opened.text)).tables['4'];
  };
  const box = (i: number, row: number) => [30 + i * 36, row === 0 ? 626 : 604, 36, row === 0 ? 24 : 22] as const;

  test('each cell with a ground of its own', async () => {
    const ground = (i: number, row: number) => {
      const [x, y, width, height] = box(i, row);
      return `0.9 g ${x} ${y} ${width - 1} ${height - 1} re f 0 g\n`;
    };
    const heads = [0, 1, 2].map((i) => `0.9 g ${30 + i * 180} 650 179 19 re f 0 g\n`).join('');
    expect(await report(heads + drawn(ground))).toEqual(figures);
  });

  test('no lines at its sides', async () => {
    const levels = [604, 626, 650, 670].map((y) => `30 ${y} m 570 ${y} l S\n`).join('');
    const uprights = Array.from({ length: 14 }, (_, i) => `${66 + i * 36} 604 m ${66 + i * 36} ${i % 5 === 4 ? 670 : 650} l S\n`).join('');
    expect(await report(levels + uprights + drawn(() => ''))).toEqual(figures);
  });

  test('two pages side by side on a sheet', async () => {
    const prose = (x: number, words: string) =>
      Array.from({ length: 8 }, (_, i) => text(`${words}第${i + 1}行说明公开工作的开展情况`, x, 700 - i * 20, 12)).join('');
    const over = prose(40, '左页') + prose(640, '右页');
    const opened = await openDocument('报告.pdf', pdf([], { width: 1190, over, pageNumbers: false }));
    const words = 'problem' in opened ? '' : opened.text.replace(/[^左右]/g, '');
    expect(words).toBe('左左左左左左左左右右右右右右右右');
  });
});

test('fonts whose codes are taken for others are told', async () => {
  const opened = await openDocument('报告.pdf', pdf(['年度ÿĀ报告ÿĀ公开ÿĀ政府ÿĀ信息ÿĀ工作ÿĀ情况ÿĀ条例ÿĀ年度ÿĀ公开ÿĀ'.repeat(3)]));
  expect('problem' in opened && format(opened.problem)).toMatch(/乱码/);
});
