/**
 * The identities of the form with their numbers: for every one its parts, what the text states and what the parts add up
 * to. The only place that adds; hover, message and fix all read the same `Sum`.
 */
import type { IdentityForm, RowForm } from './form';
import { nameOf } from './place';
import type { Cell, Table } from './report';

/** A cell of an identity with its row and column. */
export interface Term {
  readonly cell: Cell;
  readonly row: RowForm;
  /** Id of the column. */
  readonly column: string;
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

/** The name of a column as the form prints it. */
export function columnName(table: Table, id: string): string {
  return table.form.columns.find((column) => column.id === id)?.label ?? id;
}

/** Row and column of a term, for people: 「一、本年新收政府信息公开申请数量」的「自然人」. */
export function termName(table: Table, term: Term): string {
  return `「${nameOf(term.row)}」的「${columnName(table, term.column)}」`;
}

function sumsOfTable(table: Table): Sum[] {
  const sums: Sum[] = [];
  for (const identity of table.form.identities) {
    if (identity.over === 'columns') {
      for (const row of table.rows) {
        const term = (column: string): Term | undefined => {
          const cell = row.cells[row.form.columns.indexOf(column)];
          return cell && { cell, row: row.form, column };
        };
        add(sums, identity, table, identity.parts.map(term), identity.stated.map(term));
      }
    } else {
      for (const { id: column } of table.form.columns) {
        const term = (id: string): Term | undefined => {
          const row = table.byId.get(id);
          const cell = row?.cells[row.form.columns.indexOf(column)];
          return row && cell && { cell, row: row.form, column };
        };
        add(sums, identity, table, identity.parts.map(term), identity.stated.map(term));
      }
    }
  }
  return sums;
}

function add(sums: Sum[], identity: IdentityForm, table: Table, parts: (Term | undefined)[], stated: (Term | undefined)[]): void {
  if (!isComplete(parts) || !isComplete(stated)) return;
  const computed = total(parts);
  const declared = total(stated);
  const state = computed === undefined || declared === undefined ? 'unknown' : computed === declared ? 'holds' : 'fails';
  sums.push({ identity, table, parts, stated, computed, declared, state });
}

function isComplete(terms: (Term | undefined)[]): terms is Term[] {
  return terms.every((term) => term !== undefined);
}

function total(terms: readonly Term[]): number | undefined {
  let sum = 0;
  for (const { cell } of terms) {
    if (cell.value === undefined) return undefined;
    sum += cell.value;
  }
  return sum;
}
