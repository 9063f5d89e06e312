/**
 * Holds the figures of sentences against the tables: for each accepted reading its cells and what they come to, and whether
 * the figure equals one of them. Message, hover, links and fixes all read the same `Comparison`. Adds nothing itself and
 * does not judge which of the two is wrong, but where the table does: see `isBorneOut`.
 */
import type { Addend, Figure } from './figure';
import type { Cell, Row, Table } from '../table';
import { balanceOf, type SignedTerm, type Sum } from '../sums/sums';

/** One way to take a figure: a sum of cells of one table. */
export interface Reading {
  readonly addends: readonly Addend[];
  readonly table: Table;
  /** At least one. */
  readonly terms: readonly SignedTerm[];
  /** What they come to; undefined if one of them is blank or unreadable. */
  readonly value: number | undefined;
}

export interface Comparison {
  readonly figure: Figure;
  /** What the sentence says, in the unit of the cells. */
  readonly stated: number;
  /** Unknown when a value that is needed is blank, unreadable or missing. */
  readonly state: 'agrees' | 'differs' | 'unknown';
  /** All readings whose cells are there, in the order of the metric's; at least one. */
  readonly readings: readonly Reading[];
}

/** The figures that are held against the tables, in the order of the text; those without a cell are left out. */
export function compareFigures({
  figures,
  tables,
}: {
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
}): readonly Comparison[] {
  const comparisons: Comparison[] = [];
  for (const figure of figures) {
    const comparison = compare(figure, tables);
    if (comparison) comparisons.push(comparison);
  }
  return comparisons;
}

/** The readings that a figure is taken for: those that it agrees with, or all where it agrees with none. */
export function readAs({ figure, stated, state, readings }: Comparison): readonly Reading[] {
  return state === 'agrees' ? readings.filter(({ value }) => equals(figure, stated, value)) : readings;
}

/**
 * Whether the table contradicts itself at a cell of the comparison and would not if it said what the sentence says: then
 * the cell is wrong, which the rules on identities tell, and the sentence is right.
 * @param sums the identities of the tables.
 */
export function isBorneOut({ stated, readings }: Comparison, sums: readonly Sum[]): boolean {
  const failing = sums.filter(({ state }) => state === 'fails');
  if (failing.length === 0) return false;
  return readings.some(({ terms, value }) =>
    terms.some(({ cell, sign }) => value !== undefined && failing.some((sum) => holdsOnce(sum, cell, (stated - value) * sign))),
  );
}

/** Whether an identity holds once `cell`, which stands in it, says `change` more. */
function holdsOnce({ stated, parts, computed, declared }: Sum, cell: Cell, change: number): boolean {
  if (computed === undefined || declared === undefined) return false;
  if (stated.some((term) => term.cell === cell)) return declared + change === computed;
  return parts.some((term) => term.cell === cell) && computed + change === declared;
}

function compare(figure: Figure, tables: readonly Table[]): Comparison | undefined {
  const stated = statedIn(figure);
  if (stated === undefined) return undefined;
  const number = numberOfTable(figure);
  let first: readonly Reading[] | undefined;
  let unknown = false;
  for (const table of tables) {
    if (table.form.number !== number) continue;
    const readings: Reading[] = [];
    for (const addends of figure.readings) {
      const reading = bind(table, addends);
      if (reading) readings.push(reading);
    }
    if (readings.some(({ value }) => equals(figure, stated, value))) return { figure, stated, state: 'agrees', readings };
    unknown ||= readings.length < figure.readings.length || readings.some(({ value }) => value === undefined);
    if (readings.length > 0) first ??= readings;
  }
  return first && { figure, stated, state: unknown ? 'unknown' : 'differs', readings: first };
}

/** What a figure says in the unit of the cells; undefined if it is not to be compared. */
function statedIn({ metric, reserve, unit, value }: Figure): number | undefined {
  if (metric === '收费' && unit === '元') return reserve ? undefined : value / 10000;
  // Money is rounded anyway: 约31.4万元 still has to be near.
  if (reserve && !(reserve === 'approximate' && metric === '收费')) return undefined;
  return value;
}

function bind(table: Table, addends: readonly Addend[]): Reading | undefined {
  const terms: SignedTerm[] = [];
  for (const { row: name, column, sign } of addends) {
    const rows = rowsOf(table, name);
    if (!rows) return undefined;
    const columns = table.form.heads.find(({ id, columns: own }) => id === column && own)?.columns ?? [column];
    for (const row of rows) {
      for (const id of columns) {
        const cell = row.cells[row.form.columns.indexOf(id)];
        if (!cell) return undefined;
        terms.push({ cell, row: row.form, column: id, sign });
      }
    }
  }
  return terms.length === 0 ? undefined : { addends, table, terms, value: balanceOf(terms) };
}

/** The row `name`, or for `name*` all rows of that group; undefined if one of them is missing. */
function rowsOf({ form, byId }: Table, name: string): Row[] | undefined {
  if (!name.endsWith('*')) {
    const row = byId.get(name);
    return row && [row];
  }
  const group = name.slice(0, -1);
  const wanted = form.rows.filter((row) => row.group === group || (row.group === '结果' && row.id === group));
  const rows = wanted.map(({ id }) => byId.get(id));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** Money agrees if it is the cell rounded as the sentence rounds it. */
function equals({ metric, unit, decimals, also }: Figure, stated: number, value: number | undefined): boolean {
  if (value === undefined) return false;
  if (metric === '收费') return Math.abs(stated - value) <= 0.5 * 10 ** -(unit === '元' ? decimals + 4 : decimals) + 1e-9;
  return stated === value || also.includes(value);
}

function numberOfTable({ form, readings }: Figure): number {
  if (form.topic === 'requests') return 3;
  return form.topic === 'documents' || readings[0]?.[0]?.column === '决定' || readings[0]?.[0]?.column === '金额' ? 2 : 4;
}
