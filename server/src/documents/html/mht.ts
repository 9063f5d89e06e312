/** The page in a "web page, single file" (.mht, .mhtml, also Word's under the name .doc): a message whose first part of HTML is the page. */
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';

/** Whether the first bytes are those of a message. */
export function isMessage(head: string): boolean {
  return /^(?:MIME-Version|From|Subject|Content-Type|Date|Snapshot-Content-Location):/i.test(head);
}

/** The bytes of the page. @throws UnreadableDocument where the message holds none. */
export function pageIn(bytes: Uint8Array): Uint8Array {
  const source = new TextDecoder('latin1').decode(bytes);
  for (const part of partsOf(source, 0)) {
    if (!/^text\/html\b/i.test(part.fields.get('content-type') ?? '')) continue;
    const body = bodyOf(part);
    return isWide(part) ? Uint8Array.from([0xff, 0xfe, ...body]) : body;
  }
  throw new UnreadableDocument(msg('是单个文件网页（MHT），里面没有找到网页；请用浏览器打开后另存为“网页，仅 HTML”'));
}

interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The parts of a message that hold no further ones. */
function partsOf(source: string, depth: number): Part[] {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const body = end ? source.slice(end.index + end[0].length) : '';
  const fields = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, Math.max(colon, 0)).toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(fields.get('content-type') ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || depth > 3) return [{ fields, body }];
  return `\n${body}`
    .split(`\n--${mark}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => partsOf(part.replace(/^[ \t]*\r?\n/, ''), depth + 1));
}

function bodyOf({ fields, body }: Part): Uint8Array {
  const encoding = fields.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, '')));
  if (encoding !== 'quoted-printable') return bytesOf(body);
  return bytesOf(
    body
      .replace(/[ \t]*=\r?\n/g, (end) => (end.startsWith('=') ? '' : end.slice(0, end.indexOf('='))))
      .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** UTF-16, of which Word does not always write the mark. */
function isWide({ fields, body }: Part): boolean {
  return /charset\s*=\s*"?(?:unicode|utf-?16)/i.test(fields.get('content-type') ?? '') && !/^(?:\xff\xfe|=FF=FE|\/\/4)/.test(body);
}

function bytesOf(characters: string): Uint8Array {
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i) & 0xff;
  return bytes;
}
