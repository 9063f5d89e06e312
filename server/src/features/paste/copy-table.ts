/**
 * A table of a report as other programs take it: cells between tabs for sheets and word processors, HTML with its looks in
 * each element for the editors of websites, Markdown. Labels are the form's, figures as they are written; a table of
 * which anything would be lost is not copied, and it is said why.
 */
import type { Report, Table } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { writeBorderedTable, writeTable } from '../../report/writing/write-table';
import { quoteTabs } from '../../table/quoted-tabs';
import { type Refusal, tableContent } from '../normalize/normalize';
import { sectionAt, tableAt } from '../locate';

export type Copied = { readonly text: string } | { readonly refused: readonly Refusal[] };

/** The table of `report` as text. Line ends are `\n`. */
export function copyTable(report: Report, table: Table, target: TableFormat): Copied {
  const content = tableContent(report, table);
  if ('refused' in content) return content;
  const { texts } = content;
  const lines = target === 'html' ? writeBorderedTable(table.form, texts) : writeTable(table.form, texts, target);
  return { text: `${(target === 'tabs' ? lines.map(quoteTabs) : lines).join('\n')}\n` };
}

/** The table meant at `offset`: that in which it stands, or the nearest in its section; in a text without sections the nearest of all. */
export function tableMeant(report: Report, offset: number): Table | undefined {
  const here = tableAt(report, offset);
  if (here || !report.recognized) return here;
  const section = sectionAt(report, offset);
  const near = section
    ? report.tables.filter(({ span }) => section.heading.start <= span.start && span.start < section.body.end)
    : report.sections.length === 0
      ? report.tables
      : [];
  const distance = ({ span }: Table): number => Math.max(span.start - offset, offset - span.end);
  return near.reduce<Table | undefined>((best, table) => (best && distance(best) <= distance(table) ? best : table), undefined);
}
