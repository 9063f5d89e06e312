/**
 * A report as it is written out in another way: its tables as the form prints them where that loses nothing, else cell by cell
 * as they stand; everything else in its order. All figures are the same afterwards.
 */
import type { ExportBlock, ExportCell } from '../documents/writing/export';
import { parse } from '../report/parse';
import type { Report } from '../report/report';
import type { PrintedTable } from '../report/writing/printed-form';
import { pageBlocks } from './page/page-blocks';
import { shownTables } from './page/shown-table';

/** What is written of the report in `text`; of a text that is none, its paragraphs and tables. */
export function exportBlocks(report: Report): ExportBlock[] {
  const whole = report.recognized ? report : parse(report.text, true);
  const tables = shownTables(whole, []).filter(({ notes, empty }) => notes.length === 0 && empty.size === 0);
  return pageBlocks(whole, tables).flatMap((block): ExportBlock[] => {
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

function plainTable(rows: readonly (readonly string[])[]): ExportBlock {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    kind: 'table',
    width,
    rows: rows.map((row) =>
      Array.from({ length: width }, (_, i): ExportCell => ({
        text: row[i] ?? '',
        columns: 1,
        lines: 1,
        isValue: /^[\d.,]*$/.test(row[i] ?? ''),
      })),
    ),
  };
}

/** The words without Markdown's marks of emphasis and headings. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .trim();
}
