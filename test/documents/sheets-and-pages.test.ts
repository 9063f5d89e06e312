/** Workbooks, web pages and PDFs: what is read of the ways in which programs write them. */
import { describe, expect, test } from 'vitest';
import { type OpenedDocument, openDocument } from '../../server/src/documents/open';
import { plainDecimal, shownNumber } from '../../server/src/documents/xlsx/numbers';
import { findingsOfDocument } from '../../server/src/features/document';
import { reportFigures } from '../../server/src/features/figures';
import { check } from '../../server/src/features/check';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { documentsOf, reportBlocks } from '../kit/documents';
import { clean } from '../kit/figures';
import { xlsx } from '../kit/office-files';
import { pdf } from '../kit/pdf';

async function open(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const opened = await openDocument(name, bytes);
  if ('problem' in opened) throw new Error(format(opened.problem));
  return opened;
}

const notesOf = ({ notes }: OpenedDocument) => notes.map((note) => format(note)).join('\n');
const codesOf = (document: OpenedDocument) => {
  const report = parse(document.text);
  return findingsOfDocument(document, report, check(report)).map(({ code }) => code);
};

describe('numbers of a sheet', () => {
  test.each([
    ['26.55', '0.0000', '26.5500'],
    ['26.550000000000001', undefined, '26.55'],
    ['0.30000000000000004', undefined, '0.3'],
    ['1234567.5', '#,##0.00', '1234567.50'],
    ['1264', '#,##0', '1264'],
    ['0.256', '0.0%', '25.6%'],
    ['999.996', '0.00', '1000.00'],
    ['12', 'General', '12'],
    ['1.5E3', undefined, '1500'],
    ['-0.001', '0.00', '0.00'],
    ['45657', 'yyyy"年"m"月"d"日"', '2024年12月31日'],
  ])('%s by %s', (stored, code, wanted) => {
    expect(shownNumber(stored, code)).toBe(wanted);
  });

  test('what is no number stays as it is', () => {
    expect(plainDecimal('无')).toBeUndefined();
    expect(shownNumber('#REF!', '0.00')).toBe('#REF!');
  });
});

describe('sheets', () => {
  const cell = (name: string, text: string) => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;

  test('stored results of formulas are read, missing ones told', async () => {
    const data = `<sheetData><row r="1">${cell('A1', '规章')}<c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>PRODUCT(B1)</f></c></row><row r="2">${cell('A2', '许可')}<c r="B2" t="str"><f>"x"</f><v>5</v></c></row></sheetData>`;
    const opened = await open('表.xlsx', xlsx({ 表: data }));
    expect(opened.text).toMatch(/规章 \| +2 \|/);
    expect(opened.text).toMatch(/许可 \| +5 \|/);
    expect(notesOf(opened)).toMatch(/公式没有存下结果/);
  });

  test('hidden rows and columns are told and left out', async () => {
    const data = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">${cell('A1', '甲')}${cell('B1', '藏')}${cell('C1', '1')}</row><row r="2" hidden="1">${cell('A2', '没有')}</row><row r="3">${cell('A3', '乙')}${cell('C3', '2')}</row></sheetData>`;
    const opened = await open('表.xlsx', xlsx({ 表: data }));
    expect(opened.text).not.toMatch(/藏|没有/);
    expect(notesOf(opened)).toMatch(/隐藏的行或列/);
  });

  test('of two reports in one workbook the first is read, the other is told', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const sheet = strFromU8(unzipSync(documentsOf.xlsx(clean()))['xl/worksheets/s1.xml'] as Uint8Array).replace(
      /^[^]*?<worksheet[^>]*>|<\/worksheet>$/g,
      '',
    );
    const opened = await open(
      '表.xlsx',
      xlsx({ 今年: sheet, 去年: sheet, 通讯录: `<sheetData><row r="1">${cell('A1', '张三')}${cell('B1', '电话')}</row></sheetData>` }),
    );
    expect(parse(opened.text).tables.map(({ form }) => form.number)).toEqual([2, 3, 4]);
    expect(notesOf(opened)).toMatch(/「去年」另有一份/);
    expect(opened.text).not.toMatch(/张三/);
  });

  test('a workbook without a report is none; one of tables alone lacks no sections', async () => {
    const other = await open(
      '表.xlsx',
      xlsx({
        表: `<sheetData><row r="1">${cell('A1', '姓名')}${cell('B1', '年龄')}</row><row r="2">${cell('A2', '张三')}<c r="B2"><v>40</v></c></row></sheetData>`,
      }),
    );
    expect(parse(other.text).recognized).toBe(false);
    const tables = documentsOf.xlsx(clean());
    expect(codesOf(await open('表.xlsx', tables)).filter((code) => code === 'missing-section')).toEqual([]);
  });
});

describe('web pages', () => {
  const page = (body: string, head = '<meta charset="utf-8">') =>
    `<!DOCTYPE html><html><head>${head}<style>p{}</style><script>var x="一、总体情况"</script></head><body>${body}</body></html>`;
  const article = (inside = '') =>
    `<div id="top"><a href="/">首页</a> &gt; 政务公开</div><div class="box"><h1>云川县水务局2024年政府信息公开工作年度报告</h1>${inside}<div class="txt">${reportBlocks(
      clean(),
    )
      .slice(1)
      .map((block) => (typeof block === 'string' ? `<p>${block}</p>` : ''))
      .join('')}</div></div><div class="foot">版权所有 ICP备1号</div>`;

  test('the article with its title, not what stands around it', async () => {
    const opened = await open('报告.html', Buffer.from(page(article('<div class="info">浏览次数：12</div>'))));
    expect(opened.text).toMatch(/^# 云川县水务局2024年政府信息公开工作年度报告\n\n本报告根据/);
    expect(opened.text).not.toMatch(/首页|版权|浏览次数/);
    expect(notesOf(opened)).toMatch(/只读网页里的正文/);
  });

  test('a sheet saved as a page is one table that holds all of the report', async () => {
    const line = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const body = `<table>${line('一、总体情况', '')}${line('二、主动公开政府信息情况', '')}${line('规章', '3')}${line('行政许可', '<br>')}</table>`;
    const { blocks } = await open('报告.html', Buffer.from(page(body)));
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text))).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      [
        ['规章', '3'],
        ['行政许可', ''],
      ],
    ]);
  });

  test.each([
    ['its own word', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030'],
    ['the byte order mark', '', 'utf-16le'],
    ['the bytes, where its word is wrong', '<meta charset="gb2312">', 'utf-8'],
    ['the bytes, where it says nothing', '', 'gb18030'],
  ])('its encoding by %s', async (_, head, encoding) => {
    const text = page('<p>总体情况</p>', head);
    const gb = (source: string) =>
      Buffer.concat(
        [...source]
          .map(
            (character) =>
              ({ 总: [0xd7, 0xdc], 体: [0xcc, 0xe5], 情: [0xc7, 0xe9], 况: [0xbf, 0xf6], 一: [0xd2, 0xbb], '、': [0xa1, 0xa2] })[
                character
              ] ?? [character.charCodeAt(0)],
          )
          .map((bytes) => Buffer.from(bytes)),
      );
    const bytes =
      encoding === 'gb18030'
        ? gb(text)
        : Buffer.from((encoding === 'utf-16le' ? '\ufeff' : '') + text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
    expect((await open('报告.htm', bytes)).text).toBe('总体情况\n');
  });
});

describe('PDFs', () => {
  test('page numbers and running heads are no part of the text', async () => {
    const opened = await open('报告.pdf', documentsOf.pdf(clean(), { height: 500, head: '云川县水务局文件' }));
    expect(opened.text).not.toMatch(/— \d+ —|水务局文件/);
  });

  test('tables without lines are read row by row, or told where nobody can tell', async () => {
    const opened = await open('报告.pdf', documentsOf.pdf(clean(), { withoutLines: true }));
    const codes = codesOf(opened);
    const { tables } = reportFigures(parse(opened.text), ({ start, end }) =>
      opened.doubtful.some((region) => start < region.end && region.start < end),
    );
    // Broken labels stand between the rows of table three.
    expect(codes.filter((code) => code === 'unreadable-table').length).toBeGreaterThan(0);
    expect(codes.filter((code) => /total|row|unbalanced|blank/.test(code))).toEqual([]);
    expect(tables[3].flat().every((value) => value === null)).toBe(true);
  });

  test('a frame around a table is no part of it', async () => {
    const framed = await open('报告.pdf', documentsOf.pdf(clean(), { framed: true }));
    expect(framed.doubtful).toEqual([]);
    expect(reportFigures(parse(framed.text))).toEqual(reportFigures(parse((await open('报告.pdf', documentsOf.pdf(clean()))).text)));
  });

  test('a page of pictures says that it is a scan', async () => {
    const scan = Buffer.from(pdf(['甲']))
      .toString('latin1')
      .replace(/BT [^]*?ET\n/g, (text) => 'q 1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q'.padEnd(text.length, ' '));
    const opened = await openDocument('扫描.pdf', Buffer.from(scan, 'latin1'));
    expect('problem' in opened && format(opened.problem)).toMatch(/扫描件/);
  });

  test('paragraphs go on over the end of a line and of a page', async () => {
    const long = '全年通过门户网站公开政府信息，内容包括规划计划、财政资金、行政执法等方面，并按照要求及时更新专栏，方便群众查询'.repeat(
      12,
    );
    const opened = await open('报告.pdf', pdf([`${long}。`, '第二段。'], { height: 300 }));
    expect(opened.text).toBe(`${long}。\n\n第二段。\n`);
  });
});
