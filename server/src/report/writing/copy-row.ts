/** Writes a row as another one is written: its text is copied, label, values and groups' labels are exchanged. */
import { applyEdits, sortEdits, type TextEdit } from '../../text/edit';
import { lineAt, lineSpan } from '../../text/lines';
import { slice, type Span } from '../../text/span';
import { displayWidth } from '../../text/width';
import type { Excerpt } from './excerpt';
import type { RowForm } from '../form/form';
import type { InsertionPlace } from './insertion-place';
import { nameOf } from '../names';
import { groupsOver, printedLabel } from './printed-form';
import type { Label, Row, Table } from '../report';
import { type Geometry, type Head, isEmpty, lineOf } from './row-model';

/** @param plain a row of the same kind without a group's label. */
export function writeLike(
  excerpt: Excerpt,
  form: RowForm,
  place: InsertionPlace,
  model: Geometry,
  plain: Geometry,
  values: readonly number[],
): TextEdit | undefined {
  const { text, table } = excerpt;
  const { before, head, next } = place;
  if (!before) return undefined;
  if (model.line) {
    const element = lineOf(excerpt, before);
    if (!element) return undefined;
    const nextRow = next && table.rows.find(({ label }) => label?.start === next.span.start);
    const nextLabel = nextRow?.label;
    if (head && nextLabel && plain.line && element.end >= nextRow.span.end) {
      // The group's label shares the line of the next row: the new row takes that place, the next gets a line of its own.
      const tail = copied(excerpt, { ...nextRow, label: nextLabel }, { start: nextLabel.start, end: element.end }, form, [], values);
      return insertion(nextLabel.start, tail && tail + plain.gap + text.slice(plain.line.start, plain.row.label.start));
    }
    const at = behindRuler(excerpt, element.end);
    const line = copied(excerpt, model.row, model.line, form, model.heads, values);
    return insertion(at, line && model.gap + line);
  }
  const start = model.heads.find(({ fresh }) => fresh)?.span.start ?? model.row.label.start;
  if (next && model.to !== undefined && isEmpty(text.slice(before.end, next.span.start))) {
    const newText = copied(excerpt, model.row, { start, end: model.to }, form, model.heads, values);
    return insertion(next.span.start, newText);
  }
  if (model.from === undefined) return undefined;
  const newText = copied(excerpt, model.row, { start: model.from, end: model.row.span.end }, form, [], values);
  return insertion(before.end, newText);
}

function insertion(at: number, newText: string | undefined): TextEdit | undefined {
  return newText === undefined ? undefined : { span: { start: at, end: at }, newText };
}

/** `part` of the text, with the row's label, its groups' labels and its values exchanged; undefined where these lie in each other. */
function copied(
  { text, table }: Excerpt,
  row: Row & { readonly label: Span },
  part: Span,
  form: RowForm,
  heads: readonly Head[],
  values: readonly number[],
): string | undefined {
  const isAligned = table.layout === 'spaces' || /[^\s|│] {2,}[|│]|[|│] {2,}[^\s|│]/.test(slice(text, part));
  const label = labelLike(text, table, form);
  const edits: TextEdit[] = [{ span: row.label, newText: label }];
  // Merged cells may be written out in every column.
  for (const { span, form: own } of table.labels) {
    if (own === row.form && span.start > row.label.start && span.end < row.span.end) edits.push({ span, newText: label });
  }
  for (const span of row.copies ?? []) edits.push({ span, newText: String(values[0] ?? 0) });
  const over = groupsOver(table.form, form);
  for (const { span, depth } of heads) {
    const group = over[depth];
    if (!group || groupsOver(table.form, row.form)[depth] === group) continue;
    edits.push({ span, newText: labelLike(text, table, group) });
    // A merged cell over the rows of the group, the new one included.
    const tag = table.layout === 'html' ? /rowspan="?(\d+)/i.exec(text.slice(text.lastIndexOf('<t', span.start), span.start)) : null;
    const start = tag ? text.lastIndexOf('<t', span.start) + tag.index + tag[0].indexOf(tag[1] as string) : 0;
    const rows = table.rows.filter((other) => groupsOver(table.form, other.form).includes(group)).length + 1;
    if (tag) edits.push({ span: { start, end: start + (tag[1] as string).length }, newText: String(rows) });
  }
  row.cells.forEach(({ span }, i) => {
    const value = String(values[i] ?? 0);
    edits.push({ span, newText: isAligned && text[span.start - 1] === ' ' ? value.padStart(span.end - span.start) : value });
  });
  const inside = sortEdits(edits)
    .map((edit) => (isAligned ? keepWidth(text, edit, row.label) : edit))
    .map(({ span, newText }) => ({ span: { start: span.start - part.start, end: span.end - part.start }, newText }));
  const isApart = inside.every(({ span }, i) => span.start >= (inside[i - 1]?.span.end ?? 0) && span.end <= part.end - part.start);
  return isApart ? applyEdits(slice(text, part), inside) : undefined;
}

/** Makes up for a label's width by the spaces behind it. */
function keepWidth(text: string, edit: TextEdit, label: Span): TextEdit {
  const { span, newText } = edit;
  if (span !== label) return edit;
  let end = span.end;
  while (text[end] === ' ') end++;
  const room = displayWidth(text.slice(span.start, span.end)) + end - span.end;
  return end - span.end < 2 && displayWidth(newText) >= room
    ? edit
    : { span: { start: span.start, end }, newText: newText + ' '.repeat(Math.max(1, room - displayWidth(newText))) };
}

/** The label as the form prints it, with brackets of the width that the table uses. */
function labelLike(text: string, table: Table, form: Label['form']): string {
  const printed = printedLabel(form);
  if (form.kind !== 'row' || table.layout === 'commas') return printed;
  return table.labels.some(({ span }) => text[span.start] === '(') ? nameOf(form) : printed;
}

/** `at`, or the end of the Markdown ruler on the next line. */
function behindRuler({ text, lines, table }: Excerpt, at: number): number {
  const line = lineAt(lines, at) + 1;
  if (table.layout !== 'pipes' || line >= lines.starts.length) return at;
  const below = lineSpan(text, lines, line);
  return /^[\s|:-]*-{2}[\s|:-]*$/.test(slice(text, below)) ? below.end : at;
}
