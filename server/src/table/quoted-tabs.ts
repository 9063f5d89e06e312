/**
 * Text between tabs as spreadsheets put it on the clipboard: a cell with a line end, a tab or a quotation mark in it stands
 * in quotation marks. Without them, each row on one line, it is what `tabs.ts` reads.
 */

/** `text` with its quoted cells bare; line ends and tabs inside of them become spaces. */
export function unquoteTabs(text: string): string {
  if (!text.includes('"')) return text;
  const cell = /(^|[\t\r\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g;
  return text.replace(cell, (_, before: string, inside: string) => before + inside.replaceAll('""', '"').replace(/\s+/g, ' ').trim());
}

/** A line of cells between tabs for a spreadsheet: a cell that begins with a quotation mark in quotation marks. */
export function quoteTabs(line: string): string {
  if (!line.includes('"')) return line;
  return line
    .split('\t')
    .map((cell) => (cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');
}
