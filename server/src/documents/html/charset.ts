/** The text of a saved web page: its encoding from the byte order mark, the XML declaration or its own `<meta>`, else as of any text. */

/** The text of `bytes`; what fits no encoding is read as UTF-8 with marks in place of what cannot be read. */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  // A page saved by a browser or an editor may be in another encoding than the one it still declares; text in another one is
  // hardly ever valid UTF-8.
  for (const name of ['utf-8', declared, 'gb18030']) {
    const text = name === undefined ? undefined : decodeBy(bytes, /^(?:gb2312|gbk|x-gbk)$/i.test(name) ? 'gb18030' : name);
    if (text !== undefined) return text;
  }
  return new TextDecoder('utf-8').decode(bytes);
}

function decodeBy(bytes: Uint8Array, name: string): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
