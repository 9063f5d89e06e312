/** Names of cells, such as D12, and their places, which count from 0. */

export function cellAddressOf(name: string): { readonly row: number; readonly column: number } | undefined {
  const row = /\d+$/.exec(name)?.[0];
  return row === undefined ? undefined : { row: Number(row) - 1, column: columnOf(name) };
}

export function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Za-z]{1,3})/.exec(name)?.[1] ?? 'A') column = column * 26 + (letter.toUpperCase().charCodeAt(0) - 64);
  return column - 1;
}

export function nameOf(row: number, column: number): string {
  return `${(column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26))}${row + 1}`;
}
