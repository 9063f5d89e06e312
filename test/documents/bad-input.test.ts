/** Files that cannot be read, or that somebody made to do harm: a word on what is wrong, at once, and nothing else. */
import { describe, expect, test } from 'vitest';
import { isLeftBehind, isSearchedName } from '../../server/src/documents/kinds';
import { largestDocument } from '../../server/src/documents/limits';
import { openDocument } from '../../server/src/documents/open';
import { format } from '../../server/src/text/message';
import { run, file } from '../kit/command-line';
import { docx, p, r, xlsx, zip } from '../kit/office-files';

async function problem(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openDocument(name, bytes);
  return 'problem' in opened ? format(opened.problem) : `read: ${opened.text}`;
}

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
const compound = (stream: string) => {
  const whole = new Uint8Array(2048);
  whole.set(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  whole.set(
    [...stream].flatMap((character) => [character.charCodeAt(0), 0]),
    1024,
  );
  return whole;
};

describe('a word on what to do', () => {
  test.each([
    ['报告.docx', bytes('PK\x03\x04', [1, 2, 3]), /损坏/],
    ['报告.docx', new Uint8Array(), /空的/],
    ['报告.docx', bytes('not a zip at all'), /不是 Word 文档/],
    ['报告.docx', docx(p(r('甲'))).subarray(0, 300), /损坏/],
    ['表.xlsx', bytes('hello'), /不是 Excel/],
    ['报告.pdf', bytes('hello'), /不是 PDF/],
    ['报告.pdf', bytes('%PDF-1.7\nnothing'), /损坏/],
    ['报告.ofd', zip({ 'OFD.xml': '<ofd/>' }), /OFD/],
    ['材料.zip', zip({ '报告.txt': 'x' }), /先解压/],
    ['材料.rar', bytes('Rar!\x1a\x07\x00'), /先解压/],
    ['材料.7z', bytes('7z\xbc\xaf\x27\x1c'), /先解压/],
    ['报告.wps', bytes('\x00\x01 its own'), /WPS 自己的格式/],
    ['表.et', compound('Workbook'), /\.xlsx/],
    ['表.xls', compound('Workbook'), /\.xlsx/],
    ['报告.docx', compound('EncryptedPackage'), /密码/],
    ['报告.odt', zip({ 'content.xml': '<office/>' }), /OpenDocument/],
    ['报告.docx', zip({ 'a.txt': 'x' }), /文件损坏/],
    ['报告.pptx', zip({ 'ppt/presentation.xml': '<p/>' }), /演示文稿/],
    ['报告.doc', bytes('{\\rtf1 x}'), /RTF/],
    ['报告.mht', bytes('MIME-Version: 1.0\n\n'), /MHT.*没有找到网页/],
  ])('%s', async (name, content, wanted) => {
    expect(await problem(name, content)).toMatch(wanted);
  });

  test('a web page that bears the name of a Word file is read as what it is', async () => {
    expect(await problem('报告.doc', Buffer.from('<html><body><p>甲</p></body></html>'))).toBe('read: 甲\n');
  });
});

describe('what would do harm', () => {
  test('entities are never looked up, a document type is refused', async () => {
    const part =
      '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>';
    expect(await problem('报告.docx', zip({ 'word/document.xml': part }))).toMatch(/外部实体/);
    const sheet = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet/>';
    expect(await problem('表.xlsx', zip({ 'xl/workbook.xml': sheet }))).toMatch(/外部实体/);
  });

  test('a part that unpacks to a thousand times its size is not unpacked', async () => {
    const bomb = zip({ 'word/document.xml': `<w:document xmlns:w="x">${' '.repeat(60_000_000)}</w:document>` });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problem('报告.docx', bomb)).toMatch(/过大/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });

  test('a part that is larger than it says is damaged, and takes no more room than it says', async () => {
    const honest = zip({ 'word/document.xml': `<w:document xmlns:w="x">${'甲'.repeat(1_000_000)}</w:document>` });
    const view = new DataView(honest.buffer, honest.byteOffset);
    // The size in the directory at the end, which alone is read.
    const directory = Buffer.from(honest).lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    view.setUint32(directory + 24, 1000, true);
    expect(await problem('报告.docx', honest)).toMatch(/损坏/);
  });

  test('elements inside of elements, cells beside cells, without end', async () => {
    expect(await problem('报告.docx', docx('<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000)))).toMatch(
      /嵌套过深/,
    );
    const wide = `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc>'.repeat(3)}</w:tr></w:tbl>`;
    expect((await problem('报告.docx', docx(wide))).length).toBeLessThan(2000);
    const merged =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await problem('表.xlsx', xlsx({ 表: merged }))).toMatch(/^read/);
  });

  test('macros are told and not run', async () => {
    const { unzipSync } = await import('fflate');
    const parts = { ...unzipSync(docx(p(r('甲')))), 'word/vbaProject.bin': new Uint8Array([1]) };
    const opened = await openDocument('报告.docm', zip(parts));
    expect('notes' in opened && opened.notes.map((note) => format(note)).join()).toMatch(/宏，没有运行/);
  });

  test('hundreds of millions of bytes are not even read', async () => {
    let wasRead = false;
    const { readSource } = await import('../../server/src/cli/source');
    const source = await readSource({
      path: '报告.docx',
      size: () => largestDocument + 1,
      read: () => ((wasRead = true), new Uint8Array()),
    });
    expect('problem' in source && format(source.problem)).toMatch(/64 MB/);
    expect(wasRead).toBe(false);
  });
});

describe('on the command line', () => {
  test('a bad file is told by its name, the others are read all the same, and the exit code is 2', async () => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json', '.'], {
      files: { '好.docx': docx(p(r('甲'))), '坏.docx': bytes('PK\x03\x04'), '旧.et': compound('Workbook') },
      folders: { '.': [file('好.docx'), file('坏.docx'), file('旧.et'), file('~$好.docx'), file('._好.docx'), file('.DS_Store')] },
    });
    expect(code).toBe(2);
    expect((JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual(['好.docx']);
    expect(stderr.split('\n').map((line) => line.split('：')[0])).toEqual(['坏.docx', '旧.et', '']);
  });

  test('what programs leave lying about is passed over', () => {
    for (const name of ['~$报告.docx', '.~报告.docx', '._报告.docx', '.DS_Store', 'Thumbs.db', 'a/~$b.xlsx', '~WRL0001.tmp'])
      expect(isLeftBehind(name), name).toBe(true);
    expect(isSearchedName('~$报告.docx')).toBe(false);
    expect(isSearchedName('报告.DOCX')).toBe(true);
    expect(isSearchedName('报告.ofd')).toBe(true);
    expect(isSearchedName('照片.jpg')).toBe(false);
  });
});
