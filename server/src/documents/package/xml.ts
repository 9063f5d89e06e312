/**
 * XML as office files hold it, as a tree whose elements know where they stand in the source, so that a part can be changed
 * without writing the rest of it anew. Names carry the prefix that the office formats use (`w:p`), whatever prefix the file
 * chose. No document type: what could declare an entity is refused, so none is ever looked up.
 */
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';
import { deepestNesting } from '../limits';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | XmlText)[];
  /** From `<` of the start tag to behind `>` of the end tag. */
  readonly start: number;
  readonly end: number;
  /** What stands between the tags; empty, and at `end`, for `<w:p/>`. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

export interface XmlText {
  readonly text: string;
}

type Growing = { -readonly [key in keyof XmlElement]: XmlElement[key] } & { children: (XmlElement | XmlText)[] };

/** The prefix under which the elements of a name space are known here; the rest keep theirs. */
const prefixes: readonly [ending: string, prefix: string][] = [
  ['wordprocessingml/2006/main', 'w:'],
  ['wordprocessingml/main', 'w:'],
  ['spreadsheetml/2006/main', 's:'],
  ['spreadsheetml/main', 's:'],
  ['officeDocument/2006/relationships', 'r:'],
  ['officeDocument/relationships', 'r:'],
  ['package/2006/relationships', 'rel:'],
  ['markup-compatibility/2006', 'mc:'],
  ['XML/1998/namespace', 'xml:'],
];

/** The text of a part: UTF-8 or UTF-16, as its first bytes say. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, '');
}

/** @throws UnreadableDocument where the part is not well formed. */
export function parseXml(source: string): XmlElement {
  const open: Growing[] = [];
  const spaces: Map<string, string>[] = [new Map([['xml', 'xml:']])];
  let root: Growing | undefined;
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const parent = open.at(-1);
    if (parent && next !== at) addText(parent, unescapeXml(source.slice(at, next < 0 ? source.length : next)));
    if (next < 0) break;
    at = next;
    const skipped = skip(source, at, parent);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const end = tagEnd(source, at);
    if (source.startsWith('</', at)) {
      const closed = open.pop();
      spaces.pop();
      if (!closed) throw broken();
      closed.innerEnd = at;
      closed.end = end;
    } else {
      const element = readTag(source, at, end, spaces);
      if (parent) parent.children.push(element);
      else if (root) throw broken();
      else root = element;
      if (source[end - 2] === '/') spaces.pop();
      else open.push(element);
      if (open.length > deepestNesting) throw new UnreadableDocument(msg('文件的结构嵌套过深，没有读'));
    }
    at = end;
  }
  if (!root || open.length > 0) throw broken();
  return root;
}

function broken(): UnreadableDocument {
  return new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
}

/** Where what is no tag ends: comments, instructions, unparsed text; undefined at a tag. */
function skip(source: string, at: number, parent: Growing | undefined): number | undefined {
  if (source.startsWith('<?', at)) return after(source, '?>', at);
  if (source.startsWith('<!--', at)) return after(source, '-->', at);
  if (source.startsWith('<![CDATA[', at)) {
    const end = after(source, ']]>', at);
    if (parent) addText(parent, source.slice(at + 9, end - 3));
    return end;
  }
  if (source.startsWith('<!', at)) throw new UnreadableDocument(msg('文件里有外部实体或类型声明，可能不安全，没有读'));
  return undefined;
}

function after(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at);
  if (found < 0) throw broken();
  return found + mark.length;
}

function addText(parent: Growing, text: string): void {
  if (text !== '') parent.children.push({ text });
}

/** Behind the `>` of the tag at `at`; one in a quoted value does not count. */
function tagEnd(source: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return i + 1;
    else if (code === 60) throw broken();
  }
  throw broken();
}

function readTag(source: string, start: number, end: number, spaces: Map<string, string>[]): Growing {
  const body = source.slice(start + 1, source[end - 2] === '/' ? end - 2 : end - 1);
  const name = /^[^\s/]+/.exec(body)?.[0];
  if (name === undefined) throw broken();
  const raw: [string, string][] = [];
  for (const [, key, double, single] of body.slice(name.length).matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    raw.push([key as string, unescapeXml(double ?? single ?? '')]);
  let scope = spaces.at(-1) as Map<string, string>;
  for (const [key, value] of raw) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    if (scope === spaces.at(-1)) scope = new Map(scope);
    const own = key === 'xmlns' ? '' : key.slice(6);
    scope.set(own, prefixes.find(([ending]) => value.endsWith(ending))?.[1] ?? (own && `${own}:`));
  }
  spaces.push(scope);
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of raw) if (!key.startsWith('xmlns')) attributes[key.includes(':') ? known(key, scope) : key] = value;
  return { name: known(name, scope), attributes, children: [], start, end, innerStart: end, innerEnd: end };
}

/** A name under the prefix that is used here. */
function known(name: string, scope: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = scope.get(colon < 0 ? '' : name.slice(0, colon));
  if (prefix === undefined) return name;
  return prefix + name.slice(colon + 1);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

export function escapeXml(text: string): string {
  // Characters that XML cannot hold are left out: one of them makes the whole file unreadable.
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

export function isElement(node: XmlElement | XmlText): node is XmlElement {
  return 'name' in node;
}

/** The child elements, those of one name if it is given. */
export function elements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => isElement(node) && (name === undefined || node.name === name));
}

/** The first child element of that name; with more names, the first child of it, and so on. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let element = parent;
  for (const name of path) element = element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
  return element;
}

/** All characters inside of an element. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? textOf(node) : node.text;
  return text;
}
