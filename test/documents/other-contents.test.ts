/** What documents hold besides words and tables: pictures in whose place a table should be, whole files inside of a file, pages in a message. */
import { describe, expect, test } from 'vitest';
import { type OpenedDocument, openDocument } from '../../server/src/documents/open';
import { check } from '../../server/src/features/check';
import { findingsOfDocument } from '../../server/src/features/document';
import { parse } from '../../server/src/report/parse';
import { format } from '../../server/src/text/message';
import { documentsOf, reportBlocks, wordTable } from '../kit/documents';
import { clean } from '../kit/figures';
import { docx, p, r, zip } from '../kit/office-files';
import type { PdfBlock } from '../kit/pdf';

async function open(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const opened = await openDocument(name, bytes);
  if ('problem' in opened) throw new Error(format(opened.problem));
  return opened;
}

async function problem(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openDocument(name, bytes);
  return 'problem' in opened ? format(opened.problem) : `read: ${opened.text}`;
}

const tableFindings = (document: OpenedDocument) => {
  const report = parse(document.text);
  return findingsOfDocument(document, report, check(report)).filter(({ code }) => /table|row|cell/.test(code));
};

const spaces =
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
const picture = `<w:p><w:r><w:drawing ${spaces}><pic:pic/></w:drawing></w:r></w:p>`;
const object = `<w:p><w:r><w:object ${spaces}><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>`;
const line = `<w:p><w:r><w:pict ${spaces}><v:line/></w:pict></w:r></w:p>`;
/** The report with something else in the place of its third table. */
const reportWith = (instead: string, below = '') => {
  const blocks = reportBlocks(clean());
  const third = blocks.filter((block) => typeof block !== 'string')[1];
  const shownAs = (block: PdfBlock) => (typeof block === 'string' ? p(r(block)) : wordTable(block) + below);
  const body = blocks.map((block) => (block === third && instead !== '' ? instead : shownAs(block)));
  return docx(body.join(''));
};

describe('what stands where a table should', () => {
  test.each([
    ['a picture', picture, /这里的表是图片/],
    ['two pictures', picture + picture, /这里的表是图片/],
    ['a table of another program', object, /这里的表是嵌入的对象/],
  ])('%s: told once at the heading, not missing', async (_, instead, words) => {
    const document = await open('报告.docx', reportWith(instead));
    const found = tableFindings(document);
    expect(found.map(({ code }) => code)).toEqual(['unreadable-table']);
    expect(found.map((finding) => format(finding.message)).join()).toMatch(words);
    expect(document.text.slice(found[0]?.span.start, found[0]?.span.end)).toMatch(/^三、/);
  });

  test('a drawn line is no table; a picture below a table says nothing of it', async () => {
    expect(tableFindings(await open('报告.docx', reportWith(line))).map(({ code }) => code)).toEqual(['missing-table']);
    expect(tableFindings(await open('报告.docx', reportWith('', picture)))).toEqual([]);
  });

  test('a picture on a web page', async () => {
    const page = new TextDecoder().decode(documentsOf.html(clean()));
    const tables = [...page.matchAll(/<table>[^]*?<\/table>/g)].map(([whole]) => whole);
    const bytes = new TextEncoder().encode(page.replace(tables[1] ?? '', '<p><img src="a.png"></p>'));
    expect(tableFindings(await open('报告.html', bytes)).map(({ code }) => code)).toEqual(['unreadable-table']);
  });

  test('nothing but pictures is a scan', async () => {
    expect(await problem('报告.docx', docx(picture))).toMatch(/扫描件/);
    expect(await problem('报告.html', Buffer.from('<html><body><img src="1.jpg"></body></html>'))).toMatch(/扫描件/);
  });
});

describe('files inside of a Word file', () => {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const holding = (name: string, content: Uint8Array | string) =>
    zip({
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${kind}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${kind}"><w:body>${p(r('前'))}<w:altChunk r:id="c"/>${p(r('后'))}</w:body></w:document>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="${kind}/aFChunk" Target="${name}"/></Relationships>`,
      [`word/${name}`]: content,
    });
  const lines = async (bytes: Uint8Array) => (await open('报告.docx', bytes)).text.split('\n').filter((text) => text !== '');

  test('are read in their place', async () => {
    expect(await lines(holding('a.htm', '<html><body><p>甲</p></body></html>'))).toEqual(['前', '甲', '后']);
    expect(await lines(holding('a.docx', docx(p(r('乙')))))).toEqual(['前', '乙', '后']);
    expect(await lines(holding('a.mht', message('<p>丙</p>')))).toEqual(['前', '丙', '后']);
  });

  test('of another kind, missing or deep inside of each other are told', async () => {
    const opened = await open('报告.docx', holding('a.rtf', '{\\rtf1 x}'));
    expect(opened.text).toBe('前\n\n后\n');
    expect(opened.notes.map((note) => format(note)).join()).toMatch(/有嵌入的文件没有读/);
    let deep = docx(p(r('底')));
    for (let i = 0; i < 9; i++) deep = holding('a.docx', deep);
    expect((await open('报告.docx', deep)).text).not.toContain('底');
  });
});

/** @param html the page, in the encoding that the part names. */
function message(html: string, encoding = 'quoted-printable', charset = 'utf-8'): string {
  const bytes = [...new TextEncoder().encode(html)];
  const written =
    encoding === 'base64'
      ? btoa(String.fromCharCode(...bytes))
      : bytes.map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join('=\r\n');
  return [
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x--y"\r\n',
    `--x--y\r\nContent-Type: text/css\r\n\r\np {}`,
    `--x--y\r\nContent-Location: a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="${charset}"\r\n\r\n${written}`,
    '--x--y--\r\n',
  ].join('\r\n');
}

describe('a web page in one file', () => {
  test.each(['quoted-printable', 'base64'])('in %s', async (encoding) => {
    expect(await problem('报告.mht', Buffer.from(message('<p>收到 a=1 件</p>', encoding)))).toBe('read: 收到 a=1 件\n');
  });

  test('by the name that Word gives it, and without a page', async () => {
    expect(await problem('报告.doc', Buffer.from(message('<p>甲</p>')))).toBe('read: 甲\n');
    expect(await problem('报告.mht', Buffer.from('From: a\r\nSubject: b\r\n\r\n你好'))).toMatch(/没有找到网页/);
  });
});
