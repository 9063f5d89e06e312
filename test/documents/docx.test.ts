/** Word files: what is read of the ways in which Word, WPS and others write a paragraph or a table. */
import { extractRawText } from 'mammoth';
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../server/src/documents/open';
import { format } from '../../server/src/text/message';
import { docx, p, r, tbl, tc, tr } from '../kit/office-files';

async function read(bytes: Uint8Array): Promise<{ readonly lines: readonly string[]; readonly notes: readonly string[] }> {
  const opened = await openDocument('报告.docx', bytes);
  if ('problem' in opened) throw new Error(format(opened.problem));
  return { lines: opened.text.split('\n').filter((line) => line !== ''), notes: opened.notes.map((note) => format(note)) };
}

const linesOf = async (...args: Parameters<typeof docx>) => (await read(docx(...args))).lines;
/** The cells of each row of the only table. */
async function cellsOf(table: string): Promise<string[][]> {
  const lines = await linesOf(table);
  return lines
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const level = (index: number, counting: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${counting}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
const numbered = (depth: number, number = 3) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`;

describe('automatic numbers', () => {
  const chinese = list(level(0, 'chineseCounting', '%1、'), level(1, 'chineseCountingThousand', '（%2）'), level(2, 'decimal', '%3.'));

  test('stand before the words, each level begins anew under the one above', async () => {
    const body = [0, 1, 1, 2, 0, 1].map((depth, i) => p(r(`段${i}`), numbered(depth))).join('');
    expect(await linesOf(body, { numbering: chinese })).toEqual(['一、段0', '（一）段1', '（二）段2', '1.段3', '二、段4', '（一）段5']);
  });

  test('of a style, and by the level that belongs to the style', async () => {
    const numbering = list(
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
      level(1, 'decimal', '%2. ', '<w:pStyle w:val="H2"/>'),
    );
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`;
    const body =
      p(r('总体'), '<w:pStyle w:val="H1"/>') +
      p(r('细目'), '<w:pStyle w:val="H2"/>') +
      p(r('没有'), `<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`);
    expect(await linesOf(body, { numbering, styles: style('H1') + style('H2') })).toEqual(['一、总体', '1. 细目', '没有']);
  });

  test('a second list of the same kind goes on, or begins where it says', async () => {
    const second =
      '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = p(r('甲'), numbered(0)) + p(r('乙'), numbered(0, 4)) + p(r('丙'), numbered(0, 5)) + p(r('丁'), numbered(0, 5));
    expect(await linesOf(body, { numbering: chinese + second })).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']);
  });

  test('in all the ways of counting', async () => {
    const formats = [
      'chineseCounting',
      'decimalEnclosedCircle',
      'upperRoman',
      'lowerLetter',
      'ideographTraditional',
      'chineseLegalSimplified',
      'decimalFullWidth',
      'bullet',
    ];
    for (const [i, wanted] of ['十二、', '⑫、', 'XII、', 'l、', '12、', '壹拾贰、', '１２、', ''].entries()) {
      const body = Array.from({ length: 12 }, () => p(r('词'), numbered(0))).join('');
      expect((await linesOf(body, { numbering: list(level(0, formats[i] as string, '%1、')) })).at(-1), formats[i]).toBe(`${wanted}词`);
    }
  });

  test('numbers of higher levels stand in lower ones; in Arabic where the level says so', async () => {
    const legal = list(level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    expect(await linesOf(p(r('甲'), numbered(0)) + p(r('乙'), numbered(1)), { numbering: legal })).toEqual(['第一章甲', '1.1 乙']);
  });
});

describe('what is not seen', () => {
  test('deleted words are out, inserted ones in, and that is told', async () => {
    const body =
      p(`${r('收到')}<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">${r('13')}</w:ins>${r('件')}`) +
      p(`<w:moveFrom w:id="3">${r('走了')}</w:moveFrom><w:moveTo w:id="4">${r('来了')}</w:moveTo>`);
    const { lines, notes } = await read(docx(body));
    expect(lines).toEqual(['收到13件', '来了']);
    expect(notes.join()).toMatch(/修订/);
  });

  test('a paragraph whose end was deleted goes on in the next; a deleted row is none', async () => {
    const body =
      p(r('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      p(r('后半')) +
      tbl(tr(tc('甲'), tc('1')), `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${tc('乙')}${tc('2')}</w:tr>`, tr(tc('丙'), tc('3')));
    const lines = await linesOf(body);
    expect(lines[0]).toBe('前半后半');
    expect(lines.join()).not.toMatch(/乙/);
  });

  test('hidden words are told and left out: of a run, a style, not where it is switched off', async () => {
    const styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(r('甲') + r('密', '<w:vanish/>') + r('暗', '<w:rStyle w:val="Secret"/>') + r('明', '<w:vanish w:val="0"/>'));
    const { lines, notes } = await read(docx(body, { styles }));
    expect(lines).toEqual(['甲明']);
    expect(notes.join()).toMatch(/密；暗/);
  });

  test('fields: results in, instructions and page numbers and contents out', async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body =
      p(`${r('合计')}${field(' =SUM(ABOVE) ', '42')}${r('件')}`) +
      p(r('第') + field(' PAGE ', '7') + r('页')) +
      p(field(' TOC \\o "1-3" ', '一、总体情况 1')) +
      p(`<w:fldSimple w:instr=" DATE ">${r('2025年1月')}</w:fldSimple>`);
    expect(await linesOf(body)).toEqual(['合计42件', '第页', '2025年1月']);
  });
});

describe('what stands apart', () => {
  test('notes come behind the paragraph, heads and feet are told', async () => {
    const footnotes = `<w:footnote w:id="2">${p(r('含补正'))}</w:footnote>`;
    const body = p(`${r('收到12件')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}`) + p(r('下一段'));
    const { lines, notes } = await read(docx(body, { footnotes, header: p(r('内部资料')), footer: p(r('第 1 页')) }));
    expect(lines).toEqual(['收到12件。', '含补正', '下一段']);
    expect(notes.join()).toMatch(/页眉页脚没有读：「内部资料」/);
  });

  test('text boxes are read once, though they are written twice', async () => {
    const box = `<w:txbxContent>${p(r('框里的话'))}</w:txbxContent>`;
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
    expect(await linesOf(p(`${r('正文')}<w:r>${both}</w:r>`))).toEqual(['正文', '框里的话']);
  });

  test('a small figure beside a figure is not part of it', async () => {
    expect(await linesOf(p(r('22') + r('1', '<w:vertAlign w:val="superscript"/>') + r('件')))).toEqual(['22 1件']);
  });
});

describe('tables', () => {
  test('cells stand where the spans put them', async () => {
    const rows = [
      tr(tc('头', '<w:gridSpan w:val="2"/>'), tc('丙')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}${tc('3')}</w:tr>`,
      tr(tc('长', '<w:vMerge w:val="restart"/>'), tc('1'), tc('2')),
      tr(tc('', '<w:vMerge/>'), tc('4'), tc('5')),
    ];
    expect(await cellsOf(tbl(...rows))).toEqual([
      ['头', '', '丙'],
      ['', '乙', '3'],
      ['长', '1', '2'],
      ['', '4', '5'],
    ]);
  });

  test('a label over several lines is one, figures one below the other are two', async () => {
    const label = p(r('商业')) + p(r('企业'));
    expect(await cellsOf(tbl(tr(tc(label), tc(p(r('1')) + p(r('2')))), tr(tc('甲|乙'), tc('3'))))).toEqual([
      ['商业企业', '1 2'],
      ['甲\\', '乙', '3'],
    ]);
  });

  test('cells that begin at slightly different places from row to row make up one column', async () => {
    const rows = [
      tr(tc('名'), tc('甲'), tc('乙', '<w:gridSpan w:val="2"/>'), tc('丙')),
      tr(tc('一'), tc('1'), tc('2', '<w:gridSpan w:val="2"/>'), tc('3')),
      tr(tc('二'), tc('4', '<w:gridSpan w:val="2"/>'), tc('5'), tc('6')),
      tr(tc('合计', '<w:gridSpan w:val="4"/>'), tc('7')),
    ];
    expect(await cellsOf(tbl(...rows))).toEqual([
      ['名', '甲', '乙', '丙'],
      ['一', '1', '2', '3'],
      ['二', '4', '5', '6'],
      ['合计', '', '', '7'],
    ]);
  });

  test('a whole report in one table comes apart into paragraphs and tables', async () => {
    const rows = [
      tr(tc('一、总体情况', '<w:gridSpan w:val="2"/>')),
      tr(tc('本年制发文件1件。', '<w:gridSpan w:val="2"/>')),
      tr(tc('规章'), tc('0')),
      tr(tc('六、其他需要报告的事项', '<w:gridSpan w:val="2"/>')),
    ];
    const lines = await linesOf(tbl(...rows));
    expect([lines.slice(0, 2), lines.at(-1)]).toEqual([['一、总体情况', '本年制发文件1件。'], '六、其他需要报告的事项']);
    expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(2);
  });

  test('the heading above a table, said again in its first row, is read once', async () => {
    const caption = '二、主动公开政府信息情况';
    const table = tbl(tr(tc(caption, '<w:gridSpan w:val="2"/>')), tr(tc('规章'), tc('0')));
    const count = (lines: readonly string[]) => lines.filter((line) => line.includes(caption)).length;
    expect(count(await linesOf(p(r(caption)) + table))).toBe(1);
    expect(count(await linesOf(table))).toBe(1);
  });

  test('rows and cells in content controls are read; a table that lays out the page is none', async () => {
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(await cellsOf(tbl(control(tr(control(tc('甲')), tc('1'))), tr(tc('乙'), tc('2'))))).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
    const inner = tbl(tr(tc('甲'), tc('1')), tr(tc('乙'), tc('2')));
    const lines = await linesOf(tbl(tr(tc(p(r('题目')))), tr(tc(inner + p('')))));
    expect(lines[0]).toBe('题目');
    expect(lines.slice(1)).toHaveLength(3);
  });
});

describe('other ways of writing the same', () => {
  test('another prefix, another name space', async () => {
    const { zip } = await import('../kit/office-files');
    const strict = zip({
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/main.xml"/></Relationships>',
      'word/main.xml':
        '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>甲 &amp; 乙&#x3002;</d:t></d:r></d:p></d:body></d:document>',
    });
    expect((await read(strict)).lines).toEqual(['甲 & 乙。']);
  });

  test('a title over two lines of one paragraph is one', async () => {
    expect(await linesOf(p(`${r('云川县水务局')}<w:r><w:br/></w:r>${r('2024年政府信息公开工作年度报告')}`))).toEqual([
      '云川县水务局2024年政府信息公开工作年度报告',
    ]);
  });

  test('mammoth reads the same words where there is nothing that it leaves out', async () => {
    // It drops automatic numbers and hides nothing, so neither is here; cells are paragraphs to it.
    const bytes = docx(
      p(r('一、总体') + r('情况')) +
        p(`<w:ins w:id="1">${r('新')}</w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>${r('词')}`) +
        tbl(tr(tc('甲'), tc('1'))),
    );
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) });
    expect((await linesOf(p(r('一、总体') + r('情况')) + p(r('新词')))).concat('甲', '1')).toEqual(
      value.split('\n').filter((line) => line !== ''),
    );
  });
});
