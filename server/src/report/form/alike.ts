/**
 * Rows, columns and heads of the form in one shape: the same properties in the same order, `undefined` where the form says
 * nothing. They are asked for their id or kind some thousand times a report, and an engine reads a property of objects of one
 * shape several times as fast as of a dozen shapes.
 */
import type { ColumnForm, HeadForm, RowForm, TableForm } from './form';

type AnyForm = ColumnForm | RowForm | HeadForm;
/** What any of them may say. */
type Said = Partial<Omit<RowForm, 'kind'> & Omit<HeadForm, 'kind'>> & Pick<AnyForm, 'kind'>;

/** What was made of each, so that tables that share a row go on sharing it. */
const made = new WeakMap<AnyForm, AnyForm>();

/** The table with forms of one shape. */
export function alike(table: TableForm): TableForm {
  return { ...table, columns: table.columns.map(shaped), rows: table.rows.map(shaped), heads: table.heads.map(shaped) };
}

function shaped<Form extends AnyForm>(form: Form): Form {
  const known = made.get(form);
  if (known) return known as Form;
  const { kind, id, ordinal, label, aliases, keys, parts, columns, rows, group, money, counts } = form as Said;
  const one = { kind, id, ordinal, label, aliases, keys, parts, columns, rows, group, money, counts } as unknown as Form;
  made.set(form, one);
  return one;
}
