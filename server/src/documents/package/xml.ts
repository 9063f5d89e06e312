/**
 * XML as office files hold it, as a tree whose elements know where they stand in the source, so that a part can be changed
 * without writing the rest of it anew. Names carry the prefix that the office formats use (`w:p`), whatever prefix the file
 * chose. Made by `parse-xml.ts`.
 */
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

/** The text of a part: UTF-8 or UTF-16, as its first bytes say. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\ufeff/, '');
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
