/**
 * The identities of the form with their numbers: for every one its parts, what the text states and what the parts add up
 * to. The only place that adds; hover, message and fix all read the same `Sum`, and who asks what other values would come
 * to asks `addUp`.
 */
import type { IdentityForm, RowForm, TableForm } from '../form/form';
import { nameOf } from '../names';
import type { Cell, Row, Table } from '../table';

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
  const sums: Sum[] = [];
  for (const table of tables) sumsOfTable(table, sums);
  return sums;
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

function sumsOfTable(table: Table, sums: Sum[]): void {
  if (table.form.identities.length === 0) return;
  const rows = new Map(table.rows.map((row) => [row.form.id, termsOf(row)]));
  for (const placed of identitiesOf(table.form)) {
    if ('parts' in placed) {
      const { identity, parts, stated } = placed;
      for (const row of rows.values())
        add(
          sums,
          { identity, table },
          allOf(parts, (i) => row[i]),
          allOf(stated, (i) => row[i]),
        );
    } else addRows(sums, { identity: placed.identity, table }, rows);
  }
}

/** The cells of a row as terms, in the order of its columns. */
function termsOf({ form, cells }: Row): readonly Term[] {
  return form.columns.map((column, i): Term => ({ cell: cells[i] as Cell, row: form, column }));
}

/** The sums of an identity over rows, one for each column; none where a row of it is missing. */
function addRows(sums: Sum[], of: Pick<Sum, 'identity' | 'table'>, rows: ReadonlyMap<string, readonly Term[]>): void {
  const { identity, table } = of;
  const parts = allOf(identity.parts, (id) => rows.get(id));
  const stated = parts && allOf(identity.stated, (id) => rows.get(id));
  if (!parts || !stated) return;
  for (let i = 0; i < table.form.columns.length; i++)
    add(
      sums,
      of,
      allOf(parts, (row) => row[i]),
      allOf(stated, (row) => row[i]),
    );
}

/** What `get` gives for each of `keys`; undefined where it gives nothing for one of them. */
function allOf<K, T>(keys: readonly K[], get: (key: K) => T | undefined): T[] | undefined {
  const found: T[] = [];
  for (const key of keys) {
    const one = get(key);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return found;
}

type PlacedIdentity =
  /** Over columns, by their places. */
  | { readonly identity: IdentityForm; readonly parts: readonly number[]; readonly stated: readonly number[] }
  /** Over rows, which stand where the text has them. */
  | { readonly identity: IdentityForm };

/** The identities of each form, once its first table was met. */
const placedIdentities = new Map<TableForm, readonly PlacedIdentity[]>();

function identitiesOf(form: TableForm): readonly PlacedIdentity[] {
  const known = placedIdentities.get(form);
  if (known) return known;
  const placed = form.identities.map((identity) => placeIdentity(form, identity));
  placedIdentities.set(form, placed);
  return placed;
}

function placeIdentity({ columns }: TableForm, identity: IdentityForm): PlacedIdentity {
  if (identity.over !== 'columns') return { identity };
  const placesOf = (ids: readonly string[]) => ids.map((id) => columns.findIndex((column) => column.id === id));
  return { identity, parts: placesOf(identity.parts), stated: placesOf(identity.stated) };
}

function add(
  sums: Sum[],
  { identity, table }: Pick<Sum, 'identity' | 'table'>,
  parts: readonly Term[] | undefined,
  stated: readonly Term[] | undefined,
): void {
  if (!parts || !stated) return;
  const computed = total(parts);
  const declared = total(stated);
  sums.push({ identity, table, parts, stated, computed, declared, state: stateOf(computed, declared) });
}

function stateOf(computed: number | undefined, declared: number | undefined): Sum['state'] {
  if (computed === undefined || declared === undefined) return 'unknown';
  return computed === declared ? 'holds' : 'fails';
}

/** What the cells of `terms` come to; undefined if one of them has no value. */
function total(terms: readonly Term[]): number | undefined {
  let sum = 0;
  for (const { cell } of terms) {
    if (cell.value === undefined) return undefined;
    sum += cell.value;
  }
  return sum;
}
