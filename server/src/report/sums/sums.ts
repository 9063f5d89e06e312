/**
 * The identities of the form with their numbers: for every one its parts, what the text states and what the parts add up
 * to. The only place that adds; hover, message and fix all read the same `Sum`, and who asks what other values would come
 * to asks `addUp`.
 */
import type { IdentityForm, RowForm } from '../form/form';
import { nameOf } from '../names';
import type { Cell, Table } from '../table';

/** A cell of an identity with its row and column. */
export interface Term {
  readonly cell: Cell;
  readonly row: RowForm;
  /** Id of the column. */
  readonly column: string;
}

/** A cell that is added or taken away. */
export interface SignedTerm extends Term {
  readonly sign: 1 | -1;
}

export interface Sum {
  readonly identity: IdentityForm;
  readonly table: Table;
  /** The cells that are added. */
  readonly parts: readonly Term[];
  /** The cells that state the sum. The first one is where a failure is reported. */
  readonly stated: readonly Term[];
  /** Sum of the parts; undefined if one of them has no value. */
  readonly computed: number | undefined;
  /** Sum of the stated cells; undefined if one of them has no value. */
  readonly declared: number | undefined;
  /** Unknown when a value that is needed is blank, unreadable or missing. */
  readonly state: 'holds' | 'fails' | 'unknown';
}

/** Every identity of every table, in the order of the form. Identities with a missing cell are left out. */
export function sumsOf(tables: readonly Table[]): readonly Sum[] {
  return tables.flatMap(sumsOfTable);
}

/** What `values` come to; undefined if one of them is not known. */
export function addUp(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** What `terms` come to, each added or taken away; undefined if one of them has no value. */
export function balanceOf(terms: readonly SignedTerm[]): number | undefined {
  return addUp(terms.map(({ cell, sign }) => cell.value && sign * cell.value));
}

/** What the parts of a sum come to beyond what is stated, a cell without a value counted as zero. */
export function gapOf({ parts, stated }: Sum): number {
  const come = (terms: readonly Term[]): number => addUp(terms.map(({ cell }) => cell.value ?? 0)) ?? 0;
  return come(parts) - come(stated);
}

/** The sums of each table, in their order. */
export function sumsByTable(sums: readonly Sum[]): ReadonlyMap<Table, readonly Sum[]> {
  const byTable = new Map<Table, Sum[]>();
  for (const sum of sums) {
    const own = byTable.get(sum.table);
    if (own) own.push(sum);
    else byTable.set(sum.table, [sum]);
  }
  return byTable;
}

/** The name of a column as the form prints it. */
export function columnName(table: Table, id: string): string {
  return table.form.columns.find((column) => column.id === id)?.label ?? id;
}

/** Row and column of a term, for people: 「一、本年新收政府信息公开申请数量」的「自然人」. */
export function termName(table: Table, term: Term): string {
  return `「${nameOf(term.row)}」的「${columnName(table, term.column)}」`;
}

/** The identities in which each cell stands, in their order. */
export function sumsByCell(sums: readonly Sum[]): ReadonlyMap<Cell, readonly Sum[]> {
  const byCell = new Map<Cell, Sum[]>();
  for (const sum of sums) {
    for (const { cell } of [...sum.parts, ...sum.stated]) {
      const own = byCell.get(cell);
      if (own) own.push(sum);
      else byCell.set(cell, [sum]);
    }
  }
  return byCell;
}

function sumsOfTable(table: Table): Sum[] {
  const sums: Sum[] = [];
  const { columns, identities } = table.form;
  if (identities.length === 0) return sums;
  const terms = new Map(
    table.rows.map((row) => [
      row.form.id,
      row.form.columns.map((column, i): Term => ({ cell: row.cells[i] as Cell, row: row.form, column })),
    ]),
  );
  for (const identity of identities) {
    if (identity.over === 'columns') {
      const parts = identity.parts.map((id) => columns.findIndex((column) => column.id === id));
      const stated = identity.stated.map((id) => columns.findIndex((column) => column.id === id));
      for (const row of terms.values())
        add(
          sums,
          { identity, table },
          parts.map((i) => row[i]),
          stated.map((i) => row[i]),
        );
    } else {
      const parts = identity.parts.map((id) => terms.get(id));
      const stated = identity.stated.map((id) => terms.get(id));
      if (!isComplete(parts) || !isComplete(stated)) continue;
      for (let i = 0; i < columns.length; i++)
        add(
          sums,
          { identity, table },
          parts.map((row) => row[i]),
          stated.map((row) => row[i]),
        );
    }
  }
  return sums;
}

function add(
  sums: Sum[],
  { identity, table }: Pick<Sum, 'identity' | 'table'>,
  parts: (Term | undefined)[],
  stated: (Term | undefined)[],
): void {
  if (!isComplete(parts) || !isComplete(stated)) return;
  const computed = total(parts);
  const declared = total(stated);
  sums.push({ identity, table, parts, stated, computed, declared, state: stateOf(computed, declared) });
}

function stateOf(computed: number | undefined, declared: number | undefined): Sum['state'] {
  if (computed === undefined || declared === undefined) return 'unknown';
  return computed === declared ? 'holds' : 'fails';
}

function isComplete<T>(terms: (T | undefined)[]): terms is T[] {
  return terms.every((term) => term !== undefined);
}

function total(terms: readonly Term[]): number | undefined {
  return addUp(terms.map(({ cell }) => cell.value));
}
