/** What a PDF holds besides what a person reads in it: seals, watermarks, hidden text, scans. Its figures are read as without. */
import { parse } from '../../server/src/report/parse';
import { openDocument } from '../../server/src/documents/open';
import { reportFigures } from '../../server/src/features/figures';
import { format } from '../../server/src/text/message';
import { clean } from '../kit/figures';
import { documentsOf } from '../kit/documents';
import { type PdfOptions, text } from '../kit/pdf';
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
