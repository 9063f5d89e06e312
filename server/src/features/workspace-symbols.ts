/** Reports and their tables by name, for the search over a workspace: 溪口县水务局 2024 表三. */
import type { Report } from '../report/report';
import type { Span } from '../text/span';
import { tableName } from '../report/names';

export interface WorkspaceSymbol {
  readonly kind: 'report' | 'table';
  readonly name: string;
  readonly span: Span;
}

/**
 * The symbols of `report`: itself and its tables.
 * @param fallback what to call the report if its title names no agency, such as the file's name.
 */
export function workspaceSymbols(report: Report, fallback: string): readonly WorkspaceSymbol[] {
  if (!report.recognized) return [];
  const { title, year, tables, text } = report;
  const name = [title?.agency || fallback, year].filter((word) => word !== undefined).join(' ');
  const start = title?.span ?? report.sections[0]?.heading ?? tables[0]?.caption ?? { start: 0, end: Math.min(1, text.length) };
  return [
    { kind: 'report', name, span: start },
    ...tables.map((table): WorkspaceSymbol => ({ kind: 'table', name: `${name} ${tableName(table.form)}`, span: table.caption })),
  ];
}

/** Whether every word of `query` is in `name`, its characters in their order but with others between them if need be. */
export function matchesQuery(name: string, query: string): boolean {
  const folded = name.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => {
      let at = 0;
      for (const c of word) {
        at = folded.indexOf(c, at) + 1;
        if (at === 0) return false;
      }
      return true;
    });
}
