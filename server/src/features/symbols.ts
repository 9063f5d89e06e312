/**
 * The report as a tree for outline and breadcrumbs: sections, below them the tables that stand in them, below those their
 * rows. A table without a section above it stands at the top. Nothing here speaks LSP.
 *
 * Every span lies inside the span of its parent and every selection inside its own span, which the protocol demands and
 * broken drafts do not give: what sticks out of its parent is cut off.
 */
import { sections as sectionForms } from '../report/form/form';
import type { Report, Row, Section, Table } from '../report/report';
import type { Span } from '../text/span';
import { slice } from '../text/span';
import { totalsOf } from './totals';

export interface ReportSymbol {
  readonly kind: 'section' | 'table' | 'row';
  /** Never empty. */
  readonly name: string;
  /**
   * The figures of a row: its 总计, or all values where the form knows no total. The name of a table that has no section
   * above it to tell it. Else empty.
   */
  readonly detail: string;
  /** The thing as a whole. */
  readonly span: Span;
  /** What to show when it is chosen: the heading, the caption, the label. */
  readonly selection: Span;
  readonly children: readonly ReportSymbol[];
}

/** The symbols of `report` in the order of the text; empty when the text is no report. */
export function symbols(report: Report): readonly ReportSymbol[] {
  if (!report.recognized) return [];
  const result: ReportSymbol[] = [];
  const tables = [...report.tables].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  /** The tables not yet taken that begin before `end`. */
  const takeUntil = (end: number): Table[] => {
    const first = next;
    while (next < tables.length && (tables[next] as Table).span.start < end) next++;
    return tables.slice(first, next);
  };
  const addLoose = (end: number): void => {
    for (const table of takeUntil(end)) {
      result.push({ ...tableSymbol(report, table, { start: 0, end: report.text.length }), detail: table.form.name });
    }
  };
  for (const section of report.sections) {
    addLoose(section.heading.start);
    result.push(sectionSymbol(report, section, takeUntil(section.body.end)));
  }
  addLoose(Infinity);
  return result;
}

function sectionSymbol(report: Report, section: Section, tables: readonly Table[]): ReportSymbol {
  const span = { start: section.heading.start, end: section.body.end };
  return {
    kind: 'section',
    name: onOneLine(slice(report.text, section.heading)) || section.form.name,
    detail: '',
    span,
    selection: section.heading,
    children: tables.map((table) => tableSymbol(report, table, span)),
  };
}

function tableSymbol(report: Report, table: Table, parent: Span): ReportSymbol {
  const span = clip(table.span, parent);
  const totals = totalsOf(table.form).columns;
  return {
    kind: 'table',
    name: `表${sectionForms.find(({ table: number }) => number === table.form.number)?.numeral ?? ''}`,
    detail: '',
    span,
    selection: clip(table.caption, span),
    children: [...table.rows, ...table.duplicates]
      .filter((row) => row.span.start < span.end)
      .map((row) => rowSymbol(report, row, span, totals))
      .sort(byPlace),
  };
}

function rowSymbol(report: Report, row: Row, parent: Span, totals: ReadonlySet<string>): ReportSymbol {
  const span = clip(row.span, parent);
  const stated = row.cells.filter((_, index) => totals.has(row.form.columns[index] ?? ''));
  const shown = stated.length > 0 ? stated : row.cells;
  return {
    kind: 'row',
    name: `${row.form.ordinal ?? ''}${row.form.label}`,
    detail: shown.map((cell) => slice(report.text, cell.span) || '–').join(', '),
    span,
    selection: clip(row.label ?? row.cells[0]?.span ?? row.span, span),
    children: [],
  };
}

/** The part of `span` that lies inside `parent`; an empty span at the nearest end of `parent` if there is none. */
function clip(span: Span, parent: Span): Span {
  const start = Math.min(Math.max(span.start, parent.start), parent.end);
  return { start, end: Math.max(start, Math.min(span.end, parent.end)) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function byPlace(a: ReportSymbol, b: ReportSymbol): number {
  return a.span.start - b.span.start;
}
