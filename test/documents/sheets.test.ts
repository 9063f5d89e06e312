/** Reports that are spread over the sheets of a workbook, as a workbook and as the page that a spreadsheet program makes of it. */
import { describe, expect, test } from 'vitest';
import { type OpenedDocument, openDocument } from '../../server/src/documents/open';
import { check } from '../../server/src/features/check';
import { reportFigures } from '../../server/src/features/figures';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { documentsOf, htmlTable, reportBlocks, sheetOf } from '../kit/documents';
import { clean } from '../kit/figures';
import { xlsx } from '../kit/office-files';
import type { PdfBlock } from '../kit/pdf';

async function open(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const opened = await openDocument(name, bytes);
  if ('problem' in opened) throw new Error(format(opened.problem));
  return opened;
}

const tablesIn = ({ text }: OpenedDocument) => reportFigures(parse(text)).tables;
const blocks = reportBlocks(clean());
const styles = '<numFmts><numFmt numFmtId="170" formatCode="0.0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
const sentences = blocks.filter((block) => typeof block === 'string');
/** Each table with its heading above it, on a sheet of its own. */
const tables = blocks.flatMap((block, i): PdfBlock[][] => (typeof block === 'string' ? [] : [[blocks[i - 1] as PdfBlock, block]]));
const wanted = open('报告.xlsx', documentsOf.xlsx(clean())).then(tablesIn);
const orders: Readonly<Record<string, readonly (readonly PdfBlock[])[]>> = {
  'sentences first': [sentences, ...tables],
  'tables first': [...tables, sentences],
};

describe.each(Object.entries(orders))('sheets, %s', (_, sheets) => {
  const isWhole = async (opened: OpenedDocument) => {
    const report = parse(opened.text);
    expect(report.sections.map(({ form }) => form.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tablesIn(opened)).toEqual(await wanted);
    expect(check(report).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(opened.notes).toEqual([]);
  };

  test('of a workbook make one report', async () => {
    await isWhole(await open('报告.xlsx', xlsx(Object.fromEntries(sheets.map((sheet, i) => [`表${i}`, sheetOf(sheet)])), styles)));
  });

  test('on a page, each below its anchor, too', async () => {
    const parts = sheets.map((sheet, i) => {
      const rows = sheet.map((block) => (typeof block === 'string' ? `<tr><td colspan="9">${block}</td><td></td></tr>` : rowsOf(block)));
      return `<a name="table${i}"><h1>Sheet ${i + 1}: <em>表${i}</em></h1></a><table>${rows.join('')}</table>`;
    });
    const contents = sheets.map((_sheet, i) => `<a href="#table${i}">表${i}</a><br>`).join('');
    await isWhole(await open('报告.html', Buffer.from(`<html><body><h1>Overview</h1>${contents}${parts.join('<hr>')}</body></html>`)));
  });
});

const rowsOf = (block: Exclude<PdfBlock, string>) => htmlTable(block).replace(/<\/?table>/g, '');

test('a second sheet that says other sentences in the same sections is told', async () => {
  const other = sentences.map((words) => words.replace('三百', '四百'));
  const opened = await open('报告.xlsx', xlsx({ 今年: sheetOf(blocks), 去年: sheetOf(other) }));
  expect(opened.text).not.toContain('四百');
  expect(opened.notes.map((note) => format(note)).join()).toMatch(/「去年」另有一份/);
});

describe('formulas without results', () => {
  const row = (number: number, ...cells: string[]) =>
    `<row r="${number}">${cells.map((cell, i) => cell.replace('<c', `<c r="${'ABCDEF'[i]}${number}"`)).join('')}</row>`;
  const words = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const value = (figure: string) => `<c><v>${figure}</v></c>`;
  const formula = (text: string) => `<c s="1"><f>${text}</f><v/></c>`;
  const result = async (text: string) => {
    const sheet = [
      row(1, words('规章'), value('3'), value('0.1'), words('4'), formula(text), words('末')),
      row(2, words('许可'), value('20'), '<c/>', value('0.2'), formula('E1'), words('末')),
    ];
    const opened = await open(
      '表.xlsx',
      xlsx({ 表: `<sheetData>${sheet.join('')}</sheetData>` }, '<cellXfs><xf numFmtId="0"/><xf numFmtId="0"/></cellXfs>'),
    );
    return [/\| 规章.*\| +(.*?) +\| 末/.exec(opened.text)?.[1], opened.notes.length];
  };

  test.each([
    ['SUM(B1:C2)', '23.1'],
    ['B1+B2-1', '22'],
    ['=SUM(B1,B2)+SUM($C$1:C1)+D2', '23.3'],
    ['C1+D2', '0.3'],
    ['B1-B2', '-17'],
  ])('%s is worked out', async (text, figure) => {
    expect(await result(text)).toEqual([figure, 0]);
  });

  test.each(['SUM(B1:D1)', 'E2', 'AVERAGE(B1:B2)', 'B1*2', "SUM('表 2'!B1)", 'IF(B1>0,1,2)', 'SUM(B1:B99999999)', ''])(
    '%s is not, and told',
    async (text) => {
      expect(await result(text)).toEqual(['', 1]);
    },
  );
});

describe('cells of a page that a spreadsheet program wrote', () => {
  const cell = async (attributes: string, shown: string) => {
    const opened = await open(
      '表.html',
      Buffer.from(`<table><tr><td>规章</td><td ${attributes}>${shown}</td></tr><tr><td>许可</td><td>1</td></tr></table>`),
    );
    return /\| 规章 +\| +(.*?) +\|/.exec(opened.text)?.[1] ?? '';
  };

  test.each([
    ['sdval="0"', ' - ', '0'],
    ['x:num="20955"', '20,955', '20955'],
    ['x:num="55"', '55件', '55'],
    ['sdval="18.871"', '18.8710', '18.8710'],
    ['sdval="1327.948692"', '1,327.95', '1327.95'],
    ['sdval="20955"', '###', '20955'],
    // What is not the number that stands behind it stays as it is shown.
    ['', '-', '-'],
    ['sdval="3"', '-', '-'],
    ['sdval="12"', '13', '13'],
    ['sdval="0.25"', '25%', '25%'],
    ['sdval="45657"', '2024年12月31日', '2024年12月31日'],
    ['x:num', '20,955', '20,955'],
  ])('%s shown as %s: %s', async (attributes, shown, figure) => {
    expect(await cell(attributes, shown)).toBe(figure);
  });
});

test('numbers that lists write stand before the headings that they number', async () => {
  const items = (kind: string) =>
    `<ol ${kind}><li><p>总体情况</p></li><li>主动公开</li><li value="5"><div><b>存在的问题</b></div></li></ol>`;
  const lines = async (kind: string) => (await open('报告.html', Buffer.from(`<p>报告</p>${items(kind)}`))).text.split(/\n+/).slice(1, 4);
  expect(await lines('')).toEqual(['1. 总体情况', '2. 主动公开', '5. 存在的问题']);
  expect(await lines('style="list-style-type: cjk-ideographic"')).toEqual(['一、总体情况', '二、主动公开', '五、存在的问题']);
  expect(await lines('type="A" start="2"')).toEqual(['B. 总体情况', 'C. 主动公开', 'E. 存在的问题']);
  expect(await lines('style="list-style: none"')).toEqual(['总体情况', '主动公开', '存在的问题']);
});
