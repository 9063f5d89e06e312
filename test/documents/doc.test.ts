/**
 * Word files of before 2003, as LibreOffice writes them from .docx files: what is read of both must be the same (skipped where
 * LibreOffice is missing). And lists in ways that LibreOffice does not write, as bytes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocNumbering } from '../../server/src/documents/doc/numbering';
import { openDocument } from '../../server/src/documents/open';
import { docx, p, r, tbl, tc, tr } from '../kit/office-files';

const isThere = spawnSync('soffice', ['--version']).status === 0;

const level = (index: number, counting: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${counting}"/>${more}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const levels = [
  level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
];
const use = (id: number, list: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/></w:num>`;
const numbering =
  `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="8">${level(0, 'decimalEnclosedCircle', '%1')}</w:abstractNum>` +
  use(3, 7) +
  use(4, 8);
const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>';
const numbered = (depth: number, number = 3) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr>`;
const style = (id: string, more = '') => `<w:pStyle w:val="${id}"/>${more}`;

const textBox = (id: number, content: string) =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="b${id}" style="width:300pt;height:90pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;

/** Bodies with what is read of them. */
const bodies: Readonly<Record<string, readonly [body: string, lines: readonly string[]]>> = {
  'each level begins anew under the one above': [
    [0, 1, 1, 2, 0, 1].map((depth, i) => p(r(`段${i}`), numbered(depth))).join(''),
    ['一、段0', '（一）段1', '（二）段2', '1.段3', '二、段4', '（一）段5'],
  ],
  'a style numbers, a paragraph may refuse': [
    p(r('总体'), style('H1')) +
      p(r('没有'), style('H1', '<w:numPr><w:numId w:val="0"/></w:numPr>')) +
      p(r('二者'), style('H1')) +
      p(r('词')),
    ['一、总体', '没有', '二、二者', '词'],
  ],
  'a second list counts for itself': [
    p(r('甲'), numbered(0)) + p(r('乙'), numbered(0)) + p(r('丙'), numbered(0, 4)) + p(r('丁'), numbered(0, 4)) + p(r('戊'), numbered(0)),
    ['一、甲', '二、乙', '①丙', '②丁', '三、戊'],
  ],
  'rows of a table are numbered': [
    tbl(
      ...['属于国家秘密', '重复申请'].map((words) =>
        tr(`<w:tc><w:tcPr><w:tcW w:w="3000"/></w:tcPr>${p(r(words), numbered(2))}</w:tc>`, tc('1')),
      ),
    ) + p(r('后')),
    ['| 1.属于国家秘密 | 1 |', '| 2.重复申请 | 1 |', '后'],
  ],
  'a table inside of a frame is read cell by cell, blank ones too': [
    tbl(
      tr(
        `<w:tc><w:tcPr><w:tcW w:w="9000"/></w:tcPr>${p(r('上'))}${tbl(tr(tc('甲'), tc(''), tc('2')), tr(tc('乙'), tc('1'), tc('')))}${p(r('下'))}</w:tc>`,
      ),
    ) + p(r('后')),
    ['上', '| 甲 | | 2 |', '| 乙 | 1 | |', '下', '后'],
  ],
  'text boxes come after the paragraph on which they hang, with their tables': [
    textBox(1, p(r('箱一'), numbered(0))) +
      p(r('中'), numbered(0)) +
      textBox(2, tbl(...['甲', '乙'].map((words, i) => tr(tc(words), tc(`${i}`)))) + p('')) +
      p(r('后')),
    ['一、箱一', '二、中', '| 甲 | 0 |', '| 乙 | 1 |', '后'],
  ],
};

describe.skipIf(!isThere)('a .doc with numbers that Word writes by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-doc-'));
  beforeAll(() => {
    const names = Object.values(bodies).map(([body], i) => {
      writeFileSync(join(folder, `${i}.docx`), docx(body, { numbering, styles }));
      return `${i}.docx`;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const { status, stderr } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'doc:MS Word 97', ...names], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 170_000,
    });
    expect(status, stderr).toBe(0);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(bodies).map(([name, [, lines]], i) => [name, i, lines] as const))('%s', async (_, i, lines) => {
    for (const kind of ['docx', 'doc']) {
      const opened = await openDocument(`报告.${kind}`, new Uint8Array(readFileSync(join(folder, `${i}.${kind}`))));
      if ('problem' in opened) throw new Error(opened.problem.template);
      const read = opened.text.split('\n').filter((line) => line !== '' && !/^\| -/.test(line));
      expect(
        read.map((line) => line.replace(/ +/g, ' ')),
        kind,
      ).toEqual(lines);
      expect(opened.notes, kind).toEqual([]);
    }
  });
});

/** Bytes from numbers with their widths. */
function bytesOf(...values: readonly (readonly [width: 1 | 2 | 4, ...numbers: number[]])[]): number[] {
  return values.flatMap(([width, ...numbers]) =>
    numbers.flatMap((number) => Array.from({ length: width }, (_, i) => (number >> (8 * i)) & 0xff)),
  );
}

/** A level as a .doc has it; a code below 9 in the text stands for the number of that level. */
function levelBytes(start: number, format: number, text: readonly (number | string)[]): number[] {
  const codes = text.map((one) => (typeof one === 'number' ? one : one.charCodeAt(0)));
  const form = [
    [4, start],
    [1, format, 0],
    [1, ...Array<number>(9).fill(0)],
    [1, 2],
    [4, 0, 0],
    [1, 0, 0, 0, 0],
  ] as const;
  return bytesOf(...form, [2, codes.length, ...codes]);
}

describe('the lists of a .doc', () => {
  const noStyle = Array<number>(9).fill(0xfff);
  const list = (id: number) => bytesOf([4, id, 0], [2, ...noStyle], [1, 1, 0]);
  const lists = [...bytesOf([2, 1]), ...list(70), ...levelBytes(1, 37, [0, '、'])];
  const useOf = (overrides: number) => bytesOf([4, 70, 0, 0], [1, overrides, 0, 0, 0]);
  const uses = [
    ...bytesOf([4, 3]),
    ...[useOf(0), useOf(1), useOf(1)].flat(),
    ...bytesOf([4, -1]),
    // Begins anew at 5.
    ...bytesOf([4, -1, 5, 0x10]),
    // Has a form of its own.
    ...bytesOf([4, -1, 0, 0x20]),
    ...levelBytes(1, 18, [0]),
  ];
  const table = new DataView(Uint8Array.from([...lists, ...uses]).buffer);
  const main = new DataView(new ArrayBuffer(0x2f2));
  main.setUint32(0x2e6, lists.length, true);
  main.setUint32(0x2ea, lists.length, true);
  main.setUint32(0x2ee, uses.length, true);
  const numbersOf = (...named: number[]) => {
    const counting = openDocNumbering({ main, table });
    return named.map((one) => counting.next({ list: one, level: 0 }, 0));
  };

  test('one use goes on, another begins where it says, a third counts in its own form', () => {
    expect(numbersOf(1, 1, 2, 2, 3)).toEqual(['一、', '二、', '五、', '六、', '⑦']);
  });

  test('no list is no number; one that is not there cannot be read', () => {
    expect(numbersOf(0, 0x7ff, 9)).toEqual(['', '', undefined]);
  });

  test('a table that breaks off is told by a RangeError, which the reader takes', () => {
    const cut = new DataView(table.buffer, 0, lists.length + 30);
    expect(() => openDocNumbering({ main, table: cut })).toThrow(RangeError);
  });
});
