/**
 * The identities of the form with their numbers: for every one its parts, what the text states and what the parts add up
 * to. The only place that adds; hover, message and fix all read the same `Sum`, and who asks what other values would come
 * to asks `addUp`.
 */
import type { ColumnForm, IdentityForm, RowForm, TableForm } from '../form/form';
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
  /** The row whose cells it adds, or the id of the column. */
  readonly along: RowForm | string;
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
export function gapOf(sum: Sum): number {
  if (sum.computed !== undefined && sum.declared !== undefined) return sum.computed - sum.declared;
  const come = (terms: readonly Term[]): number => addUp(terms.map(({ cell }) => cell.value ?? 0)) ?? 0;
  return come(sum.parts) - come(sum.stated);
}

/** How the cell of a row and a column counts in a sum of its table: added, or taken away where it states the sum; 0 if not at all. */
export function signIn({ identity, along }: Sum, { row, column }: Pick<Term, 'row' | 'column'>): 1 | 0 | -1 {
  const isOver = identity.over === 'columns';
  if (along !== (isOver ? row : column)) return 0;
  const id = isOver ? column : row.id;
  if (identity.parts.includes(id)) return 1;
  return identity.stated.includes(id) ? -1 : 0;
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

function sumsOfTable(table: Table, sums: Sum[]): void {
  for (const { identity, parts, stated } of identitiesOf(table.form)) {
    if (identity.over === 'columns') {
      const placed = { identity, table, parts, stated };
      for (const row of table.rows) sums.push(new PlacedSum(placed, row));
    } else {
      const added = rowsOf(table, identity.parts);
      const stating = added && rowsOf(table, identity.stated);
      if (!stating) continue;
      const placed = { identity, table, parts: added, stated: stating };
      for (let column = 0; column < table.form.columns.length; column++) sums.push(new PlacedSum(placed, column));
    }
  }
}

/** The rows of these ids; undefined where one of them is missing. */
function rowsOf({ byId }: Table, ids: readonly string[]): readonly Row[] | undefined {
  const rows: Row[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) return undefined;
    rows.push(row);
  }
  return rows;
}

/** A row of a table, or the place of a column. */
type Line = Row | number;

/** An identity in a table: the lines that its cells stand in, which cross each row or each column once. */
interface PlacedIdentity {
  readonly identity: IdentityForm;
  readonly table: Table;
  readonly parts: readonly Line[];
  readonly stated: readonly Line[];
}

/** Nearly all sums hold, and nobody asks for the terms of one that does: they are gathered when somebody asks. */
class PlacedSum implements Sum {
  readonly computed: number | undefined;
  readonly declared: number | undefined;
  private ownParts: readonly Term[] | undefined = undefined;
  private ownStated: readonly Term[] | undefined = undefined;

  constructor(
    private readonly placed: PlacedIdentity,
    private readonly line: Line,
  ) {
    this.computed = total(placed.parts, line);
    this.declared = total(placed.stated, line);
  }

  get identity(): IdentityForm {
    return this.placed.identity;
  }

  get table(): Table {
    return this.placed.table;
  }

  get along(): RowForm | string {
    return typeof this.line === 'number' ? (this.placed.table.form.columns[this.line] as ColumnForm).id : this.line.form;
  }

  get parts(): readonly Term[] {
    return (this.ownParts ??= this.placed.parts.map((other) => termAt(other, this.line)));
  }

  get stated(): readonly Term[] {
    return (this.ownStated ??= this.placed.stated.map((other) => termAt(other, this.line)));
  }

  get state(): Sum['state'] {
    if (this.computed === undefined || this.declared === undefined) return 'unknown';
    return this.computed === this.declared ? 'holds' : 'fails';
  }
}

/** What the cells come to in which `lines` cross `line`; undefined if one of them has no value. */
function total(lines: readonly Line[], line: Line): number | undefined {
  let sum = 0;
  for (const other of lines) {
    const { value } = cellAt(other, line);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** The cell in which a row and a column cross. */
function cellAt(one: Line, other: Line): Cell {
  return typeof one === 'number' ? ((other as Row).cells[one] as Cell) : (one.cells[other as number] as Cell);
}

function termAt(one: Line, other: Line): Term {
  const [row, column] = (typeof one === 'number' ? [other, one] : [one, other]) as [Row, number];
  return { cell: cellAt(one, other), row: row.form, column: row.form.columns[column] as string };
}

/** An identity with the places of its columns where it is over columns. */
interface FormIdentity {
  readonly identity: IdentityForm;
  readonly parts: readonly number[];
  readonly stated: readonly number[];
}

/** The identities of each form, once its first table was met. */
const formIdentities = new Map<TableForm, readonly FormIdentity[]>();

function identitiesOf(form: TableForm): readonly FormIdentity[] {
  const known = formIdentities.get(form);
  if (known) return known;
  const placesOf = (ids: readonly string[]) => ids.map((id) => form.columns.findIndex((column) => column.id === id));
  const placed = form.identities.map((identity) => ({ identity, parts: placesOf(identity.parts), stated: placesOf(identity.stated) }));
  formIdentities.set(form, placed);
  return placed;
}
