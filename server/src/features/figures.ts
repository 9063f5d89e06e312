/** The figures of a report's three tables as plain values: what `nianbao figures` prints, and what engines for larger amounts read. */
import { allTables, type TableForm } from '../report/form/form';
import type { Cell, Report, Table } from '../report/report';
import { halfWidth } from '../text/number';
import { slice } from '../text/span';

export interface ReportFigures {
  readonly unit: string | null;
  readonly year: number | null;
  readonly tables: {
    readonly 2: Readonly<Record<string, readonly (number | string | null)[]>>;
    readonly 3: readonly (readonly (number | null)[])[];
    readonly 4: readonly (number | null)[];
  };
}

/** @param isUnread whether a table cannot be relied on: its figures are then not told. */
export function figuresOf(report: Report, isUnread: (table: Table) => boolean = () => false): ReportFigures {
  const tables = new Map(report.tables.filter((table) => !isUnread(table)).map((table) => [table.form.number, table]));
  const agency = report.title?.agency ?? '';
  return {
    unit: agency === '' ? null : agency,
    year: report.year ?? null,
    tables: { 2: items(report, tables.get(2)), 3: requests(tables.get(3)), 4: cases(tables.get(4)) },
  };
}

/** The form of today: reports of the trial form are told in its rows. */
function formOf(number: 2 | 3 | 4): TableForm {
  return allTables.find((form) => form.number === number && form.edition === 2021) as TableForm;
}

function items(report: Report, table: Table | undefined): ReportFigures['tables'][2] {
  return Object.fromEntries(
    formOf(2).rows.map(({ id, label, columns, money }) => {
      const row = table?.byId.get(id);
      const sameColumns = row?.form.columns.join() === columns.join();
      const values = columns.map((_, i) => {
        const cell = sameColumns ? row?.cells[i] : undefined;
        return money ? amount(report, cell) : valueOf(cell);
      });
      return [label, values];
    }),
  );
}

function requests(table: Table | undefined): (number | null)[][] {
  return formOf(3).rows.map(({ id, columns }) => columns.map((_, i) => valueOf(table?.byId.get(id)?.cells[i])));
}

function cases(table: Table | undefined): (number | null)[] {
  return formOf(4).rows.flatMap(({ id, columns }) => columns.map((_, i) => valueOf(table?.byId.get(id)?.cells[i])));
}

function valueOf(cell: Cell | undefined): number | null {
  return cell?.value ?? null;
}

/** Money by its digits, not by its value: 26.5500 stays as it is written. */
function amount({ text }: Report, cell: Cell | undefined): string | null {
  if (cell?.value === undefined) return null;
  const digits = /\d+(?:\.\d+)?/.exec(halfWidth(slice(text, cell.span)).replace(/[,，\s]/g, ''))?.[0];
  return digits ?? String(cell.value);
}
