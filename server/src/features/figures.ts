/** The figures of a report's three tables as plain values: what `nianbao figures` prints, and what engines for larger amounts read. */
import { figuresOf, type TablesObject, tablesObject } from '../collection/figures';
import type { Report } from '../report/report';
import type { Span } from '../text/span';

export interface ReportFigures {
  readonly unit: string | null;
  readonly year: number | null;
  readonly tables: TablesObject;
}

/** @param isUnread whether a table cannot be relied on: its figures are then not told. */
export function reportFigures(report: Report, isUnread: (table: Span) => boolean = () => false): ReportFigures {
  const agency = report.title?.agency ?? '';
  return { unit: agency === '' ? null : agency, year: report.year ?? null, tables: tablesObject(figuresOf(report, isUnread)) };
}
