/**
 * Short names of rows, columns and tables, for places with little room: hovers, hints, the outline. The full names are
 * those of the form (`nameOf`, `columnName`); everything here is cut from its data, no label is written.
 */
import { nameOf } from './place';
import { type RowForm, sections, type TableForm } from './form';

/** Longest label that is shown whole. */
const longest = 12;

/** A row's name on little room: without what stands in brackets, and by its telling words where it is long. */
export function rowName(form: TableForm, row: RowForm): string {
  // 总计 and 其他 are columns too: the row's number, or its group, tells them apart.
  if (form.columns.some(({ label }) => label === row.label)) {
    const group = form.heads.find(({ id }) => id === row.group);
    return row.ordinal?.startsWith('(') || !group ? nameOf(row) : `${group.label}·${row.label}`;
  }
  const bare = row.label.replace(/\(.*$/, '');
  return bare.length <= longest ? bare : (row.keys?.[0] ?? `${bare.slice(0, longest - 1)}…`);
}

/** 表二, 表三 or 表四: by the section in which the form has it. */
export function tableName(form: TableForm): string {
  return `表${sections.find(({ table }) => table === form.number)?.numeral ?? ''}`;
}
