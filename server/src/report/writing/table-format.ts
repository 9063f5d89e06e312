/** The ways in which tables are written. How each is done stands in `write-table.ts`. */

/**
 * Markdown with aligned columns; text, drawn with bars for people who read the text itself; tabs, the full grid as a sheet
 * or Word takes it; HTML with merged cells.
 */
export const targets = ['markdown', 'text', 'tabs', 'html'] as const;
export type TableFormat = (typeof targets)[number];

/** How tables of a text file of this name are written unless somebody says otherwise. */
export function targetForName(name: string): TableFormat {
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
}
