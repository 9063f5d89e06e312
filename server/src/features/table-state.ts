/** How a table stands: what it lacks, and how many of its identities hold. Numbers only; each feature words them itself. */
import type { Report, Table } from '../report/report';
import { type Sum, sumsByTable } from '../report/sums/sums';

export interface TableState {
  /** Identities by how they come out. */
  readonly holds: number;
  readonly fails: number;
  readonly unknown: number;
  /** Cells without a number: blank, a sign for none, or unreadable. */
  readonly empty: number;
  /** Rows of the form that are not there; 0 if values that cannot be placed may be theirs. */
  readonly missing: number;
  /** Rows whose values cannot be placed. */
  readonly ragged: number;
  /** The failing identities, in the order of the form. */
  readonly failing: readonly Sum[];
}

/** The tableState of every table of `report`. */
export function tableStates({ sums, tables }: Report): ReadonlyMap<Table, TableState> {
  const byTable = sumsByTable(sums);
  return new Map(tables.map((table) => [table, stateOf(table, byTable.get(table) ?? [])]));
}

/** The tableState of one table. */
export function tableStateOf({ sums }: Report, table: Table): TableState {
  return stateOf(
    table,
    sums.filter((sum) => sum.table === table),
  );
}

function stateOf(table: Table, sums: readonly Sum[]): TableState {
  const failing = sums.filter(({ state }) => state === 'fails');
  const holds = sums.filter(({ state }) => state === 'holds').length;
  return {
    holds,
    fails: failing.length,
    unknown: sums.length - holds - failing.length,
    empty: table.rows.reduce((count, { cells }) => count + cells.filter(({ value }) => value === undefined).length, 0),
    missing: table.ragged.some(({ form }) => form === undefined) ? 0 : table.missing.length,
    ragged: table.ragged.length,
    failing,
  };
}
