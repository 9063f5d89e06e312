/**
 * Writes missing rows into a table of a text, as the rows beside them are written: another row of the same kind is copied,
 * its label and values exchanged. So whatever separates the cells, whatever fills up the line and whatever stands between
 * the rows, is that of the file.
 *
 *     1.信访举报投诉类申请 | 0 | 2 | …  |       copied: 3.要求提供公开出版物, and what stands before it
 *     2.重复申请           | 0 | 0 | …  |       ← written behind the row before
 *     3.要求提供公开出版物 | 1 | 0 | …  |
 *
 * What was written is read again before it is handed out: unless the row is there, and all else in the table is as it was,
 * there is no edit.
 */
import { draftOf, editsOf, revise } from '../../text/compose';
import { applyEdits, type TextEdit } from '../../text/edit';
import { writeLike } from './copy-row';
import { type Excerpt, excerptOf, readExcerpt, saysTheSame } from './excerpt';
import type { RowForm } from '../form/form';
import { placeFor } from './insertion-place';
import type { Report, Row, Table } from '../report';
import { modelsFor } from './row-model';
import { sumsOf } from '../sums/sums';
import { shifted } from '../../text/span';

/** A row written into the text. */
export interface WrittenRow {
  readonly form: RowForm;
  /** What its cells say: zeros, but for a row of totals, which says what the others add up to. */
  readonly values: readonly number[];
}

/** Rows written into the text, by edits that are sorted and disjoint. */
export interface WrittenRows {
  readonly edits: readonly TextEdit[];
  readonly rows: readonly WrittenRow[];
}

/** Each of `forms`, which are missing in `table`, written by itself; undefined where the file shows no way to write it. */
export function insertEachRow(report: Report, table: Table, forms: readonly RowForm[]): (WrittenRows | undefined)[] {
  const found = excerptOf(report, table);
  return forms.map((form) => found && inserted(found.excerpt, [form], found.start));
}

/** All of `forms`, which are missing in `table`, one after the other; undefined where the file shows no way to write one of them. */
export function insertRows(report: Report, table: Table, forms: readonly RowForm[]): WrittenRows | undefined {
  const found = excerptOf(report, table);
  return found && inserted(found.excerpt, forms, found.start);
}

/** @param shift where the excerpt begins in the text. */
function inserted(excerpt: Excerpt, forms: readonly RowForm[], shift: number): WrittenRows | undefined {
  let present = excerpt;
  let draft = draftOf(excerpt.text);
  const rows: WrittenRow[] = [];
  for (const form of forms) {
    const step = insertRow(present, form);
    if (!step) return undefined;
    draft = revise(draft, [step.edit]);
    present = step.after;
    rows.push({ form, values: step.values });
  }
  return {
    rows,
    edits: editsOf(draft).map(({ span, newText }) => ({ span: shifted(span, shift), newText })),
  };
}

interface Step {
  readonly edit: TextEdit;
  readonly values: readonly number[];
  readonly after: Excerpt;
}

function insertRow(excerpt: Excerpt, form: RowForm): Step | undefined {
  const place = placeFor(excerpt.table, form);
  if (!place) return undefined;
  const zeros = form.columns.map(() => 0);
  for (const { model, plain } of modelsFor(excerpt, form, place)) {
    const write = (values: readonly number[]): Step | undefined => {
      const edit = writeLike(excerpt, form, place, model, plain, values);
      const after = edit && readAfter(excerpt, form, edit);
      return edit && after && { edit, values, after };
    };
    const step = write(zeros);
    const totals = step && totalsOf(step.after.table, form);
    if (step) return totals ? write(totals) : step;
  }
  return undefined;
}

/** The excerpt after `edit`, if the row is there and nothing else reads otherwise. */
function readAfter({ text, table }: Excerpt, form: RowForm, edit: TextEdit): Excerpt | undefined {
  const after = readExcerpt(applyEdits(text, [edit]), table.form);
  if (!after || after.table.rows.length !== table.rows.length + 1 || !saysTheSame(table, after.table)) return undefined;
  const row = after.table.byId.get(form.id);
  return row && row.cells.length > 0 && row.cells.every(({ kind }) => kind === 'number') && isInPlace(after.table, row) ? after : undefined;
}

/** Whether the row stands behind the rows that the form has before it, as far as they are there, and in front of the others. */
function isInPlace({ form, rows, byId }: Table, row: Row): boolean {
  const at = form.rows.indexOf(row.form);
  const before = form.rows.slice(0, at).findLast(({ id }) => byId.has(id));
  const after = form.rows.slice(at + 1).find(({ id }) => byId.has(id));
  const inText = [before && byId.get(before.id), row, after && byId.get(after.id)].filter((known) => known !== undefined);
  return inText.every((known, i) => i === 0 || rows.indexOf(inText[i - 1] as Row) < rows.indexOf(known));
}

/** What the cells of a row of totals should say; undefined for other rows, and where that is zero or not known. */
function totalsOf(table: Table, form: RowForm): number[] | undefined {
  const sums = sumsOf([table]).filter(({ identity, stated }) => identity.over === 'rows' && stated.length === 1 && stated[0]?.row === form);
  const values = sums.map(({ computed }) => computed);
  return values.length === form.columns.length && values.every((value) => value !== undefined) && values.some((value) => value !== 0)
    ? values
    : undefined;
}
