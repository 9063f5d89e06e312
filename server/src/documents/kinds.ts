/**
 * What kind of file a document is: by its first bytes and, where those say nothing, by its name. Files that are no documents of
 * a kind that can be read get a word on what to do with them.
 */
import { msg, type Message } from '../text/message';
import type { DocumentKind } from './document';
import { isMessage } from './html/mht';

/** Names of files that may hold a report besides plain text; the last ones are known only to say what to do. */
export const documentExtensions = ['docx', 'docm', 'xlsx', 'xlsm', 'html', 'htm', 'mht', 'mhtml', 'pdf', 'doc', 'wps'] as const;
const otherExtensions = ['et', 'xls', 'ofd', 'zip', 'rar', '7z', 'rtf', 'odt', 'ods', 'dotx', 'ppt', 'pptx', 'wpt', 'ett'] as const;

/** Whether a file of that name is a document, to be read or to get a word. */
export function isDocumentName(name: string): boolean {
  const extension = extensionOf(name);
  return ([...documentExtensions, ...otherExtensions] as readonly string[]).includes(extension);
}

/** Whether a folder is searched for files of that name. */
export function isSearchedName(name: string): boolean {
  return isDocumentName(name) && !isLeftBehind(name);
}

/** What programs leave lying about: locks of Word and WPS, shadows of macOS, previews of Windows. */
export function isLeftBehind(name: string): boolean {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return /^(?:~\$|\.~|\._|~WRL)|^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|\.tmp$/i.test(base);
}

export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export type Sniffed = { readonly kind: DocumentKind } | { readonly problem: Message };

/** The kind of the file; a problem for what cannot be read. */
export function sniff(name: string, bytes: Uint8Array): Sniffed {
  if (bytes.length === 0 && !/^html?$/.test(extensionOf(name))) return { problem: msg('文件是空的') };
  const head = latin(bytes, 0, 1024);
  if (/^[\s\ufeff]*%PDF-|^.{0,1000}%PDF-\d/s.test(head)) return { kind: 'pdf' };
  if (head.startsWith('PK')) return packed(name, bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compound(name, bytes);
  for (const [mark, problem] of marks) if (mark.test(head)) return { problem };
  if (
    isMessage(head) ||
    /<(?:!doctype\s+html|html|head|body|meta|table|div|p|h1|article)[\s>]/i.test(head.replaceAll('\0', '')) ||
    /^(?:html?)$/.test(extensionOf(name))
  )
    return { kind: 'html' };
  return { problem: problemOfName(name) };
}

const marks: readonly [RegExp, Message][] = [
  [/^Rar!/, msg('是压缩包；请先解压，再校对里面的文件')],
  [/^7z\xbc\xaf/, msg('是压缩包；请先解压，再校对里面的文件')],
  [/^\x1f\x8b/, msg('是压缩包；请先解压，再校对里面的文件')],
  [/^\{\\rtf/, msg('是 RTF 文件；请用 Word 或 WPS 打开后另存为 .docx')],
  [/progid="Word\.Document"/, msg('是 Word 2003 的 XML 文件；请用 Word 或 WPS 打开后另存为 .docx')],
];

function packed(name: string, bytes: Uint8Array): Sniffed {
  const names = namesIn(bytes);
  const has = (pattern: RegExp) => names.some((part) => pattern.test(part));
  if (has(/^word\//)) return { kind: 'docx' };
  if (has(/^xl\//)) return { kind: 'xlsx' };
  if (has(/^OFD\.xml$/i)) return { problem: msg('是 OFD 版式文件，读不了；请用原来的 Word 文件，或用 OFD 阅读器另存为 PDF') };
  if (has(/^ppt\//)) return { problem: msg('是演示文稿，不是年报') };
  if (has(/^content\.xml$/)) return { problem: msg('是 OpenDocument 文件；请用 LibreOffice 或 WPS 打开后另存为 .docx') };
  // An office file whose list of parts is damaged.
  if (names.length === 0 || /^(?:doc|xls)[xm]$/.test(extensionOf(name)))
    return { problem: msg('文件损坏，解不开（可能没有下载完整）；请用 Word 或 WPS 打开后另存一份') };
  return { problem: msg('是压缩包；请先解压，再校对里面的文件') };
}

/** The names in a packed folder, read from the directory at its end. */
function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 65_557) && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true) && at + 46 <= end; i++) {
    const length = view.getUint16(at + 28, true);
    names.push(latin(bytes, at + 46, length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** A file as Office wrote them until 2003, and WPS still does. What is in it, its directory names say. */
function compound(name: string, bytes: Uint8Array): Sniffed {
  const has = (stream: string) => holds(bytes, stream);
  if (has('EncryptedPackage')) return { problem: msg('文件加了密码，读不了；请去掉密码后另存一份') };
  if (has('WordDocument')) return { kind: 'doc' };
  if (has('Workbook') || has('Book')) return { problem: msg('是旧格式的表格（.xls、.et）；请用 Excel 或 WPS 打开后另存为 .xlsx') };
  return { problem: problemOfName(name) };
}

/** Whether a stream of that name is listed, in UTF-16. */
function holds(bytes: Uint8Array, stream: string): boolean {
  const wanted = [...stream].flatMap((character) => [character.charCodeAt(0), 0]);
  // Directory entries begin at multiples of 128.
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte) && bytes[at + wanted.length] === 0) return true;
  }
  return false;
}

function problemOfName(name: string): Message {
  switch (extensionOf(name)) {
    case 'wps':
    case 'wpt':
      return msg('是 WPS 自己的格式，读不了；请用 WPS 打开后另存为 .docx');
    case 'et':
    case 'ett':
      return msg('是 WPS 表格自己的格式，读不了；请用 WPS 打开后另存为 .xlsx');
    case 'doc':
    case 'docx':
    case 'docm':
      return msg('不是 Word 文档，或者文件损坏');
    case 'xls':
    case 'xlsx':
    case 'xlsm':
      return msg('不是 Excel 工作簿，或者文件损坏');
    case 'pdf':
      return msg('不是 PDF 文件，或者文件损坏');
    default:
      return msg('不认识这种文件；请另存为 .docx、.xlsx、.pdf 或纯文本');
  }
}

function latin(bytes: Uint8Array, from: number, length: number): string {
  let text = '';
  for (let i = from; i < Math.min(bytes.length, from + length); i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}
