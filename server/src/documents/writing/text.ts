/** Writes a report as Markdown or plain text. */
import { compose } from '../compose';
import type { Block, TableCell } from '../document';
import type { ExportBlock, ExportTable } from './export';

const marks = { title: '# ', heading: '## ', subheading: '### ', paragraph: '', signature: '' } as const;

export function writeMarkdown(blocks: readonly ExportBlock[]): string {
  const written = blocks.map((block): [Block, string] =>
    block.kind === 'table' ? [{ kind: 'table', rows: gridOf(block) }, ''] : [{ kind: 'paragraph', text: block.text }, marks[block.kind]],
  );
  return compose(
    written.map(([block]) => block),
    new Map(written),
  ).text;
}

/** A paragraph a line, cells between tabs, as Word and sheets take them. */
export function writeText(blocks: readonly ExportBlock[]): string {
  let text = '';
  for (const block of blocks) text += block.kind === 'table' ? `${tabs(block)}\n` : `${block.text}\n`;
  return text;
}

function tabs(table: ExportTable): string {
  return gridOf(table)
    .map((row) => {
      const line = Array<string>(Math.max(0, ...row.map(({ to }) => to))).fill('');
      for (const { from, text } of row) line[from] = text;
      return line.join('\t');
    })
    .join('\n');
}

/** The cells with their places: a cell goes to the first place that none above or before it takes. */
export function gridOf({ rows }: ExportTable): TableCell[][] {
  const free: number[] = [];
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map(({ text, columns, lines }): TableCell => {
      while ((free[column] ?? 0) > row) column++;
      const from = column;
      column += columns;
      for (let i = from; i < column; i++) free[i] = row + lines;
      return { text, from, to: column, lines };
    });
  });
}
