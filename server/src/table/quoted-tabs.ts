/**
 * Text between tabs as spreadsheets put it on the clipboard: a cell with a line end, a tab or a quotation mark in it stands
 * in quotation marks. Written without them, each row on one line, as `tabs.ts` reads it.
 */

/** `text` with its quoted cells bare; line ends and tabs inside of them become spaces. */
export function unquoteTabs(text: string): string {
  if (!text.includes('"')) return text;
  const cell = /(^|[\t\r\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g;
  return text.replace(cell, (_, before: string, inside: string) => before + inside.replaceAll('""', '"').replace(/\s+/g, ' ').trim());
}
