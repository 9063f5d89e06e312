/**
 * Writes a missing row into a table of a text, as the rows beside it are written: another row of the same kind is copied,
 * its label and values exchanged. So whatever separates the cells, whatever fills up the line and whatever stands between
 * the rows, is that of the file.
 *
 *     1.信访举报投诉类申请 | 0 | 2 | …  |       copied: 3.要求提供公开出版物, and what stands before it
 *     2.重复申请           | 0 | 0 | …  |       ← written behind the row before
 *     3.要求提供公开出版物 | 1 | 0 | …  |
 *
 * What was written is read again before it is handed out: unless the row is there, and everything else is as it was, there
 * is no edit.
 */
import { applyEdits, sortEdits, type TextEdit } from '../text/edit';
import { lineAt } from '../text/lines';
import { slice, type Span } from '../text/span';
import { displayWidth } from '../text/width';
import type { HeadForm, RowForm, TableForm } from './form';
import { parse } from './parse';
import { nameOf } from './names';
import { groupsOver, printedLabel } from './printed-form';
import type { Label, Report, Row, Table } from './report';

/** A row written into the text. */
export interface WrittenRow {
  readonly edit: TextEdit;
  /** What its cells say: zeros, but for a row of totals, which says what the others add up to. */
  readonly values: readonly number[];
}

/** Rows that are tried as models. */
const mostModels = 3;

/** The edit that writes the row `form`, which is missing in `table`; undefined where the file shows no way to write it. */
export function insertRow(report: Report, table: Table, form: RowForm): WrittenRow | undefined {
  const place = placeFor(table, form);
  if (!place) return undefined;
  const zeros = form.columns.map(() => 0);
  for (const model of modelsFor(report, table, form, place)) {
    const edit = model.write(zeros);
    const after = edit && readAfter(report, table, form, edit);
    if (!edit || !after) continue;
    const totals = totalsOf(after, table.form, form);
    if (!totals) return { edit, values: zeros };
    const written = model.write(totals);
    return written && readAfter(report, table, form, written) ? { edit: written, values: totals } : undefined;
  }
  return undefined;
}

/** Where a row belongs. */
interface InsertionPlace {
  /** The row before, or the last head that stands over the missing row. */
  readonly before: Span | undefined;
  /** A group of the row, if it is the last thing before; it may share the line of the next row. */
  readonly head: Label | undefined;
  /** The label or head that comes next. */
  readonly next: Label | undefined;
  /** Groups of the row whose labels are not in the table and would stand at this row. */
  readonly groups: readonly HeadForm[];
}

function placeFor(table: Table, form: RowForm): InsertionPlace | undefined {
  const order = table.form.rows;
  const at = order.indexOf(form);
  const known = [...table.rows, ...table.ragged.flatMap(({ form: own, span }) => (own ? [{ form: own, span }] : []))];
  const previous = nearestOf(known.filter((row) => order.indexOf(row.form) < at), (row) => -order.indexOf(row.form));
  const over = groupsOver(table.form, form);
  const labels = [...table.labels].sort((a, b) => a.span.start - b.span.start);
  let before: Span | undefined = previous?.span;
  let head: Label | undefined;
  let next: Label | undefined;
  for (const label of labels) {
    if (label.span.start < (before?.end ?? 0)) continue;
    // A group's label that is written out at each of its rows.
    if (previous && over.some(({ id }) => isGroup(label, id)) && groupsOver(table.form, previous.form).some(({ id }) => isGroup(label, id))) continue;
    const isForeign = label.form.kind === 'row' || (label.form.kind === 'head' && label.form.rows !== undefined && !over.some(({ id }) => id === label.form.id) && label.form.id !== form.group);
    if (isForeign) {
      next = label;
      break;
    }
    before = label.span;
    head = label;
  }
  if (!before) return undefined;
  const groups = over.filter((group) => !labels.some((label) => isGroup(label, group.id)) && !known.some((row) => order.indexOf(row.form) < at && groupsOver(table.form, row.form).includes(group)));
  return { before, head, next, groups: table.form.number === 3 ? groups : [] };
}

function isGroup({ form }: Label, id: string): boolean {
  return form.kind === 'head' && form.rows !== undefined && form.id === id;
}

/** A way to write the row. */
interface Model {
  readonly write: (values: readonly number[]) => TextEdit | undefined;
}

/** The ways to write the row, the most alike first. */
function modelsFor(report: Report, table: Table, form: RowForm, place: InsertionPlace): Model[] {
  const depth = groupsOver(table.form, form).length;
  const at = table.form.rows.indexOf(form);
  const distance = (row: Row): number => {
    const here = Math.abs(table.form.rows.indexOf(row.form) - at);
    return here + (groupsOver(table.form, row.form).length === depth ? 0 : 100);
  };
  const whole = table.rows.filter((row) => row.label && row.cells.length === form.columns.length && row.cells.every(({ kind, span }) => kind !== 'blank' && isPlain(report, span)) && isPlain(report, row.label));
  const models = whole.sort((a, b) => distance(a) - distance(b)).map((row) => geometryOf(report, table, row)).filter((model) => model !== undefined);
  const over = groupsOver(table.form, form);
  const fits = ({ heads }: Geometry): boolean => heads.every((head) => over[head.depth] !== undefined);
  const plain = models.filter((model) => model.heads.every(({ fresh }) => !fresh) && fits(model));
  const grouped = place.groups.length === 0 ? [] : models.filter((model) => model.heads.filter(({ fresh }) => fresh).length === place.groups.length && fits(model));
  const chosen = [...grouped.slice(0, mostModels), ...plain.slice(0, mostModels)];
  return [...new Set(chosen)].map((model) => ({ write: (values) => writeLike(report, table, form, place, model, plain[0] ?? model, values) }));
}

/** A row as it stands in the text, with what separates it from the row before. */
interface Geometry {
  readonly row: Row & { readonly label: Span };
  /** The lines or the `<tr>` that hold the row and nothing else; undefined where its cells stand on lines of their own. */
  readonly line: Span | undefined;
  /** Labels of the row's groups on its line or in front of it. */
  readonly heads: readonly Head[];
  /** What stands between the end of the element before and this one: line ends, drawn lines. */
  readonly gap: string;
  /** Of a row with cells on lines of their own: the end of the value before, and the label or head after it. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** The label of a group at a row. */
interface Head {
  readonly span: Span;
  /** Which of the groups over the row it is, the outermost first. */
  readonly depth: number;
  /** Whether it stands here for the first time. */
  readonly fresh: boolean;
}

function geometryOf(report: Report, table: Table, row: Row): Geometry | undefined {
  const { label } = row;
  if (!label) return undefined;
  const labels = table.labels.filter(({ span }) => span.start !== label.start);
  const previous = nearestOf(table.rows.filter(({ span }) => span.end <= label.start), ({ span }) => -span.end);
  const over = groupsOver(table.form, row.form);
  const heads = labels.flatMap((head): Head[] => {
    const depth = over.findIndex(({ id }) => isGroup(head, id));
    if (depth < 0 || head.span.end > label.start || head.span.start < (previous?.span.end ?? 0)) return [];
    return [{ span: head.span, depth, fresh: !labels.some((other) => other.span.start < head.span.start && isGroup(other, head.form.id)) }];
  });
  const own = { ...row, label };
  const line = lineOf(report, table, row.span);
  if (line) {
    const inside = heads.filter(({ span }) => span.start >= line.start);
    const above = endBefore(report, table, line.start);
    return above === undefined ? undefined : { row: own, line, heads: inside, gap: report.text.slice(above, line.start), from: undefined, to: undefined };
  }
  const next = nearestOf(labels.filter(({ span }) => span.start >= row.span.end), ({ span }) => span.start);
  const isNear = next && isEmpty(report.text.slice(row.span.end, next.span.start));
  const isAfter = previous && heads.length === 0 && isEmpty(report.text.slice(previous.span.end, label.start));
  if (!isNear && !isAfter) return undefined;
  return { row: own, line: undefined, heads: inFront(report, heads, label), gap: '', from: isAfter ? previous.span.end : undefined, to: isNear ? next.span.start : undefined };
}

/** Those of `heads` that stand right in front of `label`, with nothing else between. */
function inFront({ text }: Report, heads: readonly Head[], label: Span): Head[] {
  const found: Head[] = [];
  let start = label.start;
  for (const head of [...heads].reverse()) {
    if (!isEmpty(text.slice(head.span.end, start))) break;
    found.unshift(head);
    start = head.span.start;
  }
  return found;
}

/** The line or `<tr>` on which all of `span` stands. */
function lineOf({ text, lines }: Report, { layout }: Table, span: Span): Span | undefined {
  if (layout === 'html') {
    const start = text.lastIndexOf('<tr', span.start);
    const end = text.indexOf('</tr>', span.end);
    return start < 0 || end < 0 || text.slice(start + 1, end).includes('<tr') ? undefined : { start, end: end + 5 };
  }
  const line = lineAt(lines, span.start);
  return lineAt(lines, span.end) === line ? { start: lines.starts[line] as number, end: lineEnd({ text, lines }, line) } : undefined;
}

/** Where the element before the one that begins at `start` ends: the line above that is not drawn, the `</tr>` before. */
function endBefore({ text, lines }: Report, { layout }: Table, start: number): number | undefined {
  if (layout === 'html') {
    const close = text.lastIndexOf('</tr>', start);
    return close < 0 || text.slice(close + 5, start).trim() !== '' ? undefined : close + 5;
  }
  for (let line = lineAt(lines, start) - 1; line >= 0; line--) {
    const end = lineEnd({ text, lines }, line);
    if (!isDrawn(text.slice(lines.starts[line], end))) return end;
  }
  return undefined;
}

function lineEnd({ text, lines }: Pick<Report, 'text' | 'lines'>, line: number): number {
  let end = lines.starts[line + 1] ?? text.length;
  while (end > (lines.starts[line] as number) && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

/** @param plain a row of the same kind without a group's label. */
function writeLike(report: Report, table: Table, form: RowForm, place: InsertionPlace, model: Geometry, plain: Geometry, values: readonly number[]): TextEdit | undefined {
  const { text } = report;
  const { before, head, next } = place;
  if (!before) return undefined;
  if (model.line) {
    const element = lineOf(report, table, before);
    if (!element) return undefined;
    const nextRow = next && table.rows.find(({ label }) => label?.start === next.span.start);
    if (head && nextRow?.label && plain.line && element.end >= nextRow.span.end) {
      // The group's label shares the line of the next row: the new row takes that place, the next gets a line of its own.
      const tail = copied(report, nextRow as Row & { label: Span }, { start: nextRow.label.start, end: element.end }, form, [], values, table);
      return { span: { start: nextRow.label.start, end: nextRow.label.start }, newText: tail + plain.gap + text.slice(plain.line.start, plain.row.label.start) };
    }
    const at = behindRuler(report, table, element.end);
    return { span: { start: at, end: at }, newText: model.gap + copied(report, model.row, model.line, form, model.heads, values, table) };
  }
  const start = model.heads.find(({ fresh }) => fresh)?.span.start ?? model.row.label.start;
  if (next && model.to !== undefined && isEmpty(text.slice(before.end, next.span.start))) {
    const newText = copied(report, model.row, { start, end: model.to }, form, model.heads, values, table);
    return { span: { start: next.span.start, end: next.span.start }, newText };
  }
  if (model.from === undefined) return undefined;
  const newText = copied(report, model.row, { start: model.from, end: model.row.span.end }, form, [], values, table);
  return { span: { start: before.end, end: before.end }, newText };
}

/** `part` of the text, with the row's label, its groups' labels and its values exchanged. */
function copied({ text }: Report, row: Row & { readonly label: Span }, part: Span, form: RowForm, heads: readonly Head[], values: readonly number[], table: Table): string {
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
  const inside = sortEdits(edits).map((edit) => (isAligned ? keepWidth(text, edit, row.label) : edit)).map(({ span, newText }) => ({ span: { start: span.start - part.start, end: span.end - part.start }, newText }));
  return applyEdits(slice(text, part), inside);
}

/** Makes up for a label's width by the spaces behind it. */
function keepWidth(text: string, edit: TextEdit, label: Span): TextEdit {
  const { span, newText } = edit;
  if (span !== label) return edit;
  let end = span.end;
  while (text[end] === ' ') end++;
  const room = displayWidth(text.slice(span.start, span.end)) + end - span.end;
  return end - span.end < 2 && displayWidth(newText) >= room ? edit : { span: { start: span.start, end }, newText: newText + ' '.repeat(Math.max(1, room - displayWidth(newText))) };
}

/** The label as the form prints it, with brackets of the width that the table uses. */
function labelLike(text: string, table: Table, form: Label['form']): string {
  const printed = printedLabel(form);
  if (form.kind !== 'row' || table.layout === 'commas') return printed;
  return table.labels.some(({ span }) => text[span.start] === '(') ? nameOf(form) : printed;
}

/** `at`, or the end of the Markdown ruler on the next line. */
function behindRuler({ text, lines }: Report, { layout }: Table, at: number): number {
  const line = lineAt(lines, at) + 1;
  if (layout !== 'pipes' || line >= lines.starts.length) return at;
  const end = lineEnd({ text, lines }, line);
  return /^[\s|:-]*-{2}[\s|:-]*$/.test(text.slice(lines.starts[line], end)) ? end : at;
}

/** The report after `edit`, if the row is there and nothing else reads otherwise. */
function readAfter(report: Report, table: Table, form: RowForm, edit: TextEdit): Report | undefined {
  const after = parse(applyEdits(report.text, [edit]));
  if (after.tables.length !== report.tables.length || after.sections.length !== report.sections.length) return undefined;
  for (const [i, old] of report.tables.entries()) {
    const now = after.tables[i] as Table;
    if (now.form !== old.form || countsOf(now) !== countsOf(old)) return undefined;
    if (now.rows.length !== old.rows.length + (old === table ? 1 : 0)) return undefined;
    if (!old.rows.every((row) => isSame(row, now.byId.get(row.form.id)))) return undefined;
  }
  const row = after.tables[report.tables.indexOf(table)]?.byId.get(form.id);
  return row && row.cells.length > 0 && row.cells.every(({ kind }) => kind === 'number') ? after : undefined;
}

/** What the cells of a row of totals should say; undefined for other rows, and where that is zero or not known. */
function totalsOf(report: Report, { number }: TableForm, form: RowForm): number[] | undefined {
  const sums = report.sums.filter(({ table, identity, stated }) => table.form.number === number && identity.over === 'rows' && stated.length === 1 && stated[0]?.row === form);
  const values = sums.map(({ computed }) => computed);
  return values.length === form.columns.length && values.every((value) => value !== undefined) && values.some((value) => value !== 0) ? values : undefined;
}

function countsOf({ ragged, unknown, duplicates }: Table): string {
  return [ragged.length, unknown.length, duplicates.length].join();
}

function isSame(old: Row, now: Row | undefined): boolean {
  return now?.cells.length === old.cells.length && old.cells.every(({ kind, value }, i) => kind === now.cells[i]?.kind && value === now.cells[i]?.value);
}

/** Whether the text of `span` stands on one line and holds no tags but breaks. */
function isPlain({ text }: Report, span: Span): boolean {
  return !/[<\r\n]/.test(slice(text, span).replace(/<br *\/?>/gi, ''));
}

/** Nothing but delimiters and white space. */
function isEmpty(piece: string): boolean {
  return /^[\s|｜│┃║]*$/.test(piece);
}

/** A line of nothing but what draws and separates, or blank. */
function isDrawn(line: string): boolean {
  return /^[|｜+:=\-\u2500-\u257f\s]*$/.test(line);
}

/** The item for which `measure` is least. */
function nearestOf<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) < measure(best)) best = item;
  return best;
}
