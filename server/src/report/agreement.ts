/**
 * Holds figures against the tables: for each accepted reading the cells it adds and what they come to. The only place that
 * adds cells for sentences; message, hover and fix read the same `Comparison`.
 */
import type { Addend, Figure } from './figures';
import type { Cell, Report, Row, Table } from './report';

export interface ComparedCell {
  readonly cell: Cell;
  readonly row: Row;
  readonly table: Table;
  /** Id of the column. */
  readonly column: string;
  readonly sign: 1 | -1;
}

export interface ComparedReading {
  readonly addends: readonly Addend[];
  readonly cells: readonly ComparedCell[];
  readonly value: number;
}

export interface Comparison {
  readonly figure: Figure;
  readonly agrees: boolean;
  /** The readings of the first table that has them all, in the order of the figure's. */
  readonly readings: readonly ComparedReading[];
}

/** The figure against the tables; undefined where it is not to be compared or a cell it needs is missing, blank or unreadable. */
export function compare(report: Report, figure: Figure): Comparison | undefined {
  if (figure.reserve && !(figure.reserve === 'approximate' && figure.metric === '收费')) return undefined;
  const number = numberOfTable(figure);
  let first: ComparedReading[] | undefined;
  for (const table of report.tables) {
    if (table.form.number !== number) continue;
    const readings = figure.readings.map((addends) => readingOf(table, addends));
    const known = readings.filter((reading) => reading !== undefined);
    if (known.some(({ value }) => equals(figure, value))) return { figure, agrees: true, readings: known };
    if (known.length < readings.length || known.length === 0) return undefined;
    first ??= distinct(known);
  }
  return first && { figure, agrees: false, readings: first };
}

function readingOf(table: Table, addends: readonly Addend[]): ComparedReading | undefined {
  const cells: ComparedCell[] = [];
  for (const { row: name, column, sign } of addends) {
    const rows = name.endsWith('*') ? table.rows.filter(({ form }) => form.group === name.slice(0, -1) || (form.group === '结果' && form.id === name.slice(0, -1))) : [table.byId.get(name)];
    const wanted = name.endsWith('*') ? table.form.rows.filter(({ id, group }) => group === name.slice(0, -1) || (group === '结果' && id === name.slice(0, -1))).length : 1;
    if (rows.length !== wanted) return undefined;
    for (const row of rows) {
      if (!row) return undefined;
      const columns = column === '法人' ? (table.form.heads.find(({ id }) => id === '法人')?.columns ?? []) : [column];
      for (const id of columns) {
        const cell = row.cells[row.form.columns.indexOf(id)];
        if (!cell || cell.value === undefined) return undefined;
        cells.push({ cell, row, table, column: id, sign });
      }
    }
  }
  return cells.length === 0 ? undefined : { addends, cells, value: cells.reduce((sum, { cell, sign }) => sum + sign * (cell.value ?? 0), 0) };
}

/** Money agrees if it is the cell rounded as the sentence rounds it. */
function equals(figure: Figure, value: number): boolean {
  if (figure.metric === '收费') {
    const decimals = figure.unit === '元' ? figure.decimals + 4 : figure.decimals;
    return Math.abs(figure.value - value) <= 0.5 * 10 ** -decimals + 1e-9;
  }
  return figure.value === value || figure.also.includes(value);
}

function numberOfTable({ form, readings }: Figure): number {
  if (form.topic === 'requests') return 3;
  return form.topic === 'documents' || readings[0]?.[0]?.column === '决定' || readings[0]?.[0]?.column === '金额' ? 2 : 4;
}

/** Readings of the same value are one. */
function distinct(readings: readonly ComparedReading[]): ComparedReading[] {
  return readings.filter(({ value }, i) => readings.findIndex((other) => other.value === value) === i);
}
