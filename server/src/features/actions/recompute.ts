/**
 * Recomputes totals: of one cell, a row, a column, a table, the whole report. A total is a cell that alone states the sum
 * of others; what is carried forward is a count and never recomputed. A total with a part that has no value is left alone,
 * and so is one whose two sums (along its row and down its column) do not agree. What is added are the parts of the report's
 * sums; a second run finds nothing to do.
 */
import { nameOf } from '../../report/names';
import type { Cell, Report, Row, Table } from '../../report/report';
import { rewriteCell } from '../../report/writing/rewrite-cell';
import { addUp, columnName, type Sum, type Term } from '../../report/sums/sums';
import { fillWithZero } from '../../report/writing/fill-cells';
import { sortEdits, type TextEdit } from '../../text/edit';
import { type Message, msg } from '../../text/message';

/** Which totals: that of a cell, those in a row or column of a table, those of a table, all. */
export type Scope =
  | { readonly kind: 'cell'; readonly table: Table; readonly row: string; readonly column: string }
  | { readonly kind: 'row'; readonly table: Table; readonly row: string }
  | { readonly kind: 'column'; readonly table: Table; readonly column: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'report' };

/** What to write into a total. */
export interface Recomputed {
  readonly table: Table;
  readonly term: Term;
  /** The cell's text; empty where it is blank. */
  readonly from: string;
  readonly to: number;
}

/** Old and new values that a title shows. */
const mostShown = 4;

/** The totals in `scope` that do not say what their parts add up to, in the order of the text. */
export function recompute(report: Report, scope: Scope): readonly Recomputed[] {
  const targets = targetsIn(report, scope);
  const values = new Map<Cell, number>();
  // Totals of one sum first: those of two add up what the others state.
  const order = [targets.filter(({ sums }) => sums.length === 1), targets.filter(({ sums }) => sums.length > 1)];
  for (const group of order) {
    for (let stable = false; !stable;) {
      stable = true;
      for (const { term, sums } of group) {
        const value = agreed(sums, values);
        if (value === undefined || value === valueOf(term, values)) continue;
        values.set(term.cell, value);
        stable = false;
      }
    }
  }
  return targets
    .flatMap(({ table, term }) => {
      const to = values.get(term.cell);
      return to === undefined || to === term.cell.value
        ? []
        : [{ table, term, from: report.text.slice(term.cell.span.start, term.cell.span.end), to }];
    })
    .sort((a, b) => a.term.cell.span.start - b.term.cell.span.start);
}

/** Edits that write the recomputed totals, sorted; totals whose place is not known are left out. */
export function recomputeEdits(report: Report, changes: readonly Recomputed[]): TextEdit[] {
  return sortEdits(changes.flatMap(({ table, term, to }) => writeValue(report, table, term, to) ?? []));
}

/** The edit that writes `value` into the cell of `term`, blank or not; undefined where the text gives no place for it. */
export function writeValue(report: Report, table: Table, term: Term, value: number): TextEdit[] | undefined {
  const row = table.byId.get(term.row.id);
  if (row && term.cell.kind !== 'blank') return rewriteCell(row, term.cell, String(value));
  const edits = row && fillWithZero(report, table, row, [term.cell]);
  return edits?.length === 1 ? edits.map(({ span, newText }) => ({ span, newText: newText.replace('0', String(value)) })) : undefined;
}

/** 重算「新收」的「总计」：56→55, or 重算本表总计（改 3 处：56→55，…）. */
export function recomputeTitle(scope: Scope, changes: readonly Recomputed[]): Message {
  const [first] = changes;
  const list = listOf(changes);
  const count = changes.length;
  switch (scope.kind) {
    case 'cell':
      return first
        ? msg('重算「{0}」的「{1}」：{2}→{3}', nameOf(first.term.row), columnName(scope.table, scope.column), first.from || '□', first.to)
        : msg('重算总计');
    case 'row':
      return msg('重算「{0}」一行的总计（改 {1} 处：{2}）', nameOfRow(scope.table, scope.row), count, list);
    case 'column':
      return msg('重算「{0}」一列的总计（改 {1} 处：{2}）', columnName(scope.table, scope.column), count, list);
    case 'table':
      return msg('重算本表总计（改 {0} 处：{1}）', count, list);
    case 'report':
      return msg('重算全文各表总计（改 {0} 处：{1}）', count, list);
  }
}

/** The row of `table` with the form's id `row`. */
function nameOfRow(table: Table, row: string): string {
  const known: Row | undefined = table.byId.get(row);
  return known ? nameOf(known.form) : row;
}

function listOf(changes: readonly Recomputed[]): string[] {
  const shown = changes.slice(0, mostShown).map(({ from, to }) => `${from || '□'}→${to}`);
  return changes.length > mostShown ? [...shown, '…'] : shown;
}

/** A total with the sums that say what it should be. */
interface RecomputeTarget {
  readonly table: Table;
  readonly term: Term;
  readonly sums: readonly Sum[];
}

function targetsIn({ sums }: Report, scope: Scope): RecomputeTarget[] {
  const targets = new Map<Cell, { table: Table; term: Term; sums: Sum[] }>();
  for (const sum of sums) {
    const [term] = sum.stated;
    if (!term || sum.stated.length > 1 || !isIn(scope, sum, term)) continue;
    const known = targets.get(term.cell);
    if (known) known.sums.push(sum);
    else targets.set(term.cell, { table: sum.table, term, sums: [sum] });
  }
  for (const target of targets.values()) {
    // Whoever asks for a row or column wants that one to add up.
    const along = scope.kind === 'row' ? 'columns' : scope.kind === 'column' ? 'rows' : undefined;
    const own = along && target.sums.filter(({ identity }) => identity.over === along);
    if (own && own.length > 0) target.sums = own;
  }
  return [...targets.values()];
}

function isIn(scope: Scope, { table }: Sum, { row, column }: Term): boolean {
  if (scope.kind === 'report') return true;
  if (scope.table !== table) return false;
  if (scope.kind !== 'table' && scope.kind !== 'column' && scope.row !== row.id) return false;
  return scope.kind === 'table' || scope.kind === 'row' || scope.column === column;
}

/** What all of `sums` come to with `values` in place of the report's; undefined if one cannot be added or they differ. */
function agreed(sums: readonly Sum[], values: ReadonlyMap<Cell, number>): number | undefined {
  let common: number | undefined;
  for (const { parts } of sums) {
    const total = addUp(parts.map((part) => valueOf(part, values)));
    if (total === undefined || !(Math.abs(total) <= Number.MAX_SAFE_INTEGER) || (common !== undefined && common !== total))
      return undefined;
    common = total;
  }
  return common;
}

function valueOf({ cell }: Term, values: ReadonlyMap<Cell, number>): number | undefined {
  return values.get(cell) ?? cell.value;
}
