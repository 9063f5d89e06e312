/**
 * Reads XML into the tree of `xml.ts`. Made for speed, since a Word file says a hundred times as much about its looks as there are
 * words in it: elements that the caller never asks for are passed over without being built. No document type: what could declare
 * an entity is refused, so none is ever looked up.
 */
import { msg } from '../../text/message';
import { UnreadableDocument } from '../document';
import { deepestNesting } from '../limits';
import { unescapeXml, type XmlElement } from './xml';

type Growing = { -readonly [key in keyof XmlElement]: XmlElement[key] } & { children: (XmlElement | { readonly text: string })[] };

/** The prefixes that are open at a place, with the names that were already made out under them. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

/** A start tag. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly end: number;
  readonly isClosed: boolean;
}

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

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
const nothing: ReadonlySet<string> = new Set();

/**
 * The tree of a part.
 * @param unasked names of elements that are left out with all that is in them.
 * @throws UnreadableDocument where the part is not well formed.
 */
export function parseXml(source: string, unasked: ReadonlySet<string> = nothing): XmlElement {
  const open: Growing[] = [];
  const scopes: Scope[] = [{ prefixes: new Map([['xml', 'xml:']]), names: new Map() }];
  let root: Growing | undefined;
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const parent = open.at(-1);
    if (parent && next !== at) parent.children.push({ text: unescapeXml(source.slice(at, next < 0 ? source.length : next)) });
    if (next < 0) break;
    const code = source.charCodeAt(next + 1);
    if (code === slash) {
      const closed = open.pop();
      scopes.pop();
      if (!closed) throw broken();
      closed.innerEnd = next;
      closed.end = at = tagEnd(source, next);
    } else if (code === exclamation || code === question) at = skip(source, next, parent);
    else {
      const { name, attributes, scope, end, isClosed } = readTag(source, next, scopes.at(-1) as Scope);
      at = end;
      if (parent && unasked.has(name)) {
        if (!isClosed) at = endOfElement(source, end);
        continue;
      }
      const element: Growing = { name, attributes, children: [], start: next, end, innerStart: end, innerEnd: end };
      if (parent) parent.children.push(element);
      else if (root) throw broken();
      else root = element;
      if (isClosed) continue;
      scopes.push(scope);
      if (open.push(element) > deepestNesting) throw new UnreadableDocument(msg('文件的结构嵌套过深，没有读'));
    }
  }
  if (!root || open.length > 0) throw broken();
  return root;
}

const slash = 47;
const exclamation = 33;
const question = 63;
const equals = 61;
const less = 60;
const greater = 62;

function broken(): UnreadableDocument {
  return new UnreadableDocument(msg('文件损坏，内容读不出来；请用 Word 或 WPS 打开后另存一份'));
}

/** Where what is no tag ends: comments, instructions, unparsed text. */
function skip(source: string, at: number, parent: Growing | undefined): number {
  if (source.startsWith('<?', at)) return after(source, '?>', at);
  if (source.startsWith('<!--', at)) return after(source, '-->', at);
  if (!source.startsWith('<![CDATA[', at)) throw new UnreadableDocument(msg('文件里有外部实体或类型声明，可能不安全，没有读'));
  const end = after(source, ']]>', at);
  const text = source.slice(at + 9, end - 3);
  if (parent && text !== '') parent.children.push({ text });
  return end;
}

function after(source: string, mark: string, at: number): number {
  const found = source.indexOf(mark, at);
  if (found < 0) throw broken();
  return found + mark.length;
}

/** Behind the `>` of the tag at `at`; one in a quoted value does not count. */
function tagEnd(source: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === greater) return i + 1;
    else if (code === less) throw broken();
  }
  throw broken();
}

/** Behind the end tag of the element whose start tag ends at `at`. */
function endOfElement(source: string, at: number): number {
  let end = at;
  for (let depth = 1; depth > 0;) {
    const next = source.indexOf('<', end);
    if (next < 0) throw broken();
    const code = source.charCodeAt(next + 1);
    if (code === exclamation || code === question) {
      end = skip(source, next, undefined);
      continue;
    }
    end = tagEnd(source, next);
    if (code === slash) depth--;
    else if (source.charCodeAt(end - 2) !== slash) depth++;
  }
  return end;
}

function readTag(source: string, start: number, outer: Scope): Tag {
  let at = endOfName(source, start + 1);
  if (at === start + 1) throw broken();
  const name = source.slice(start + 1, at);
  const raw: string[] = [];
  let declares = false;
  for (;;) {
    while (isSpace(source.charCodeAt(at))) at++;
    const code = source.charCodeAt(at);
    const isClosed = code === slash && source.charCodeAt(at + 1) === greater;
    if (code === greater || isClosed) {
      const scope = declares ? scopeWith(raw, outer) : outer;
      const attributes = raw.length === 0 ? noAttributes : attributesOf(raw, scope);
      return { name: known(name, scope), attributes, scope, end: at + (isClosed ? 2 : 1), isClosed };
    }
    const keyEnd = endOfName(source, at);
    const key = source.slice(at, keyEnd);
    at = keyEnd;
    while (isSpace(source.charCodeAt(at))) at++;
    if (key === '' || source.charCodeAt(at++) !== equals) throw broken();
    while (isSpace(source.charCodeAt(at))) at++;
    const quote = source[at];
    const end = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
    if (end < 0) throw broken();
    raw.push(key, source.slice(at + 1, end));
    declares ||= key.startsWith('xmlns');
    at = end + 1;
  }
}

function endOfName(source: string, start: number): number {
  let at = start;
  for (;;) {
    const code = source.charCodeAt(at);
    // At the end of the source the code is no number.
    if (!(code > 32) || code === slash || code === greater || code === equals || code === less) return at;
    at++;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function scopeWith(raw: readonly string[], outer: Scope): Scope {
  const inner = new Map(outer.prefixes);
  for (let i = 0; i < raw.length; i += 2) {
    const key = raw[i] as string;
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    const value = unescapeXml(raw[i + 1] as string);
    const own = key === 'xmlns' ? '' : key.slice(6);
    inner.set(own, prefixes.find(([ending]) => value.endsWith(ending))?.[1] ?? (own && `${own}:`));
  }
  return { prefixes: inner, names: new Map() };
}

function attributesOf(raw: readonly string[], scope: Scope): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (let i = 0; i < raw.length; i += 2) {
    const key = raw[i] as string;
    if (key.startsWith('xmlns')) continue;
    attributes[key.includes(':') ? known(key, scope) : key] = unescapeXml(raw[i + 1] as string);
  }
  return attributes;
}

/** A name under the prefix that is used here. */
function known(name: string, { prefixes: inScope, names }: Scope): string {
  const found = names.get(name);
  if (found !== undefined) return found;
  const end = name.indexOf(':');
  const prefix = inScope.get(end < 0 ? '' : name.slice(0, end));
  const made = prefix === undefined ? name : prefix + name.slice(end + 1);
  names.set(name, made);
  return made;
}
