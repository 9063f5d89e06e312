/** Where a missing row belongs in a table: behind which row or head, in front of which, under which groups. */
import type { Span } from '../../text/span';
import type { HeadForm, RowForm } from '../form/form';
import { groupsOver } from './printed-form';
import type { Label, Table } from '../report';

/** Where a row belongs. */
export interface InsertionPlace {
  /** The row before, or the last head that stands over the missing row. */
  readonly before: Span | undefined;
  /** A group of the row, if it is the last thing before; it may share the line of the next row. */
  readonly head: Label | undefined;
  /** The label or head that comes next. */
  readonly next: Label | undefined;
  /** Groups of the row whose labels are not in the table and would stand at this row. */
  readonly groups: readonly HeadForm[];
}

export function placeFor(table: Table, form: RowForm): InsertionPlace | undefined {
  const order = table.form.rows;
  const at = order.indexOf(form);
  const known = [...table.rows, ...table.ragged.flatMap(({ form: own, span }) => (own ? [{ form: own, span }] : []))];
  const previous = nearestOf(
    known.filter((row) => order.indexOf(row.form) < at),
    (row) => -order.indexOf(row.form),
  );
  const over = groupsOver(table.form, form);
  const labels = [...table.labels].sort((a, b) => a.span.start - b.span.start);
  let before: Span | undefined = previous?.span;
  let head: Label | undefined;
  let next: Label | undefined;
  for (const label of labels) {
    if (label.span.start < (before?.end ?? 0)) continue;
    const isOver = over.some(({ id }) => isGroup(label, id));
    // A group's label that is written out at each of its rows.
    if (isOver && previous && groupsOver(table.form, previous.form).some(({ id }) => isGroup(label, id))) continue;
    const isForeign =
      (isOver && isAtEachRow(labels, label)) ||
      label.form.kind === 'row' ||
      (label.form.kind === 'head' &&
        label.form.rows !== undefined &&
        !over.some(({ id }) => id === label.form.id) &&
        label.form.id !== form.group);
    if (isForeign) {
      next = label;
      break;
    }
    before = label.span;
    head = label;
  }
  if (!before) return undefined;
  const groups = over.filter(
    (group) =>
      !labels.some((label) => isGroup(label, group.id)) &&
      !known.some((row) => order.indexOf(row.form) < at && groupsOver(table.form, row.form).includes(group)),
  );
  return { before, head, next, groups: table.form.number === 3 ? groups : [] };
}

/** Whether the group's label is written again behind the row at which this one stands. */
function isAtEachRow(labels: readonly Label[], label: Label): boolean {
  const row = labels.findIndex(({ form, span }) => form.kind === 'row' && span.start > label.span.start);
  return row >= 0 && labels.slice(row).some(({ form }) => form === label.form);
}

export function isGroup({ form }: Label, id: string): boolean {
  return form.kind === 'head' && form.rows !== undefined && form.id === id;
}

/** The item for which `measure` is least. */
export function nearestOf<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) < measure(best)) best = item;
  return best;
}
