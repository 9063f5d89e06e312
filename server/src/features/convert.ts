/**
 * A report as it is written out in another way: its tables as the form prints them where that loses nothing, else cell by cell
 * as they stand; everything else in its order. All figures are the same afterwards, and what could not be placed before cannot
 * be placed then.
 */
import type { ExportBlock, ExportCell } from '../documents/writing/export';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { PrintedTable } from '../report/writing/printed-form';
import { writtenTables } from './convert-table';
import { pageBlocks } from './page/page-blocks';

/** What is written of the report in `text`; of a text that is none, its paragraphs and tables. */
export function exportBlocks(report: Report): ExportBlock[] {
  const whole = report.recognized ? report : parse(report.text, true);
  return pageBlocks(whole, writtenTables(whole)).flatMap((block): ExportBlock[] => {
    if (block.kind === 'form') return [tableOf(block.table.printed)];
    if (block.kind === 'table') return [plainTable(block.rows)];
    const text = withoutMarks(block.text);
    return text === '' ? [] : [{ kind: block.kind, text }];
  });
}

function tableOf({ width, lines }: PrintedTable): ExportBlock {
  return {
    kind: 'table',
    width,
    rows: lines.map((line) =>
      line.map(({ text, columns, lines: reach, value }): ExportCell => ({ text, columns, lines: reach, isValue: value !== undefined })),
    ),
  };
}

/** Rows keep their own number of cells: one that is short is no row whose last cell is blank. */
function plainTable(rows: readonly (readonly string[])[]): ExportBlock {
  return {
    kind: 'table',
    width: Math.max(...rows.map((row) => row.length)),
    rows: rows.map((row) => row.map((text): ExportCell => ({ text, columns: 1, lines: 1, isValue: /^[\d.,]*$/.test(text) }))),
  };
}

/** The words without Markdown's marks of emphasis and headings. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .trim();
}
