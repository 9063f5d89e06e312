/**
 * Names of rows and tables for people: whole as the form prints them, and short ones for places with little room, such as
 * hovers, hints, the outline. Everything here is cut from the form's data, no label is written.
 */
import { type RowForm, sections, type TableForm } from './form/form';

/** Longest label that is shown whole. */
const longest = 12;

/** The row's name as the form prints it, number included. */
export function nameOf(row: RowForm): string {
  return `${row.ordinal ?? ''}${row.label}`;
}

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
export function tableName({ number }: Pick<TableForm, 'number'>): string {
  return `表${sections.find(({ table }) => table === number)?.numeral ?? ''}`;
}
