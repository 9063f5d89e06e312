/**
 * Rows of a table as models for another one: where a row stands with its delimiters, which labels of groups stand with it,
 * what separates it from the row before.
 */
import { lineAt, lineSpan } from '../../text/lines';
import { slice, type Span } from '../../text/span';
import type { Excerpt } from './excerpt';
import type { RowForm } from '../form/form';
import { type InsertionPlace, isGroup, nearestOf } from './insertion-place';
import { groupsOver } from './printed-form';
import type { Row } from '../report';

/** Rows that are tried as models. */
const mostModels = 3;

/** A row to write another one like, and a row of the same kind without a group's label. */
export interface RowModel {
  readonly model: Geometry;
  readonly plain: Geometry;
}

/** The rows after which `form` may be written, the most alike first. */
export function modelsFor(excerpt: Excerpt, form: RowForm, place: InsertionPlace): RowModel[] {
  const { table } = excerpt;
  const depth = groupsOver(table.form, form).length;
  const at = table.form.rows.indexOf(form);
  const distance = (row: Row): number => {
    const here = Math.abs(table.form.rows.indexOf(row.form) - at);
    return here + (groupsOver(table.form, row.form).length === depth ? 0 : 100);
  };
  const whole = table.rows.filter(
    (row) =>
      row.label &&
      row.cells.length === form.columns.length &&
      row.cells.every(({ kind, span }) => kind !== 'blank' && isPlain(excerpt, span)) &&
      isPlain(excerpt, row.label),
  );
  const over = groupsOver(table.form, form);
  const plain: Geometry[] = [];
  const grouped: Geometry[] = [];
  for (const row of whole.sort((a, b) => distance(a) - distance(b))) {
    if (plain.length >= mostModels && (grouped.length >= mostModels || place.groups.length === 0)) break;
    const model = geometryOf(excerpt, row);
    if (!model || model.heads.some((head) => over[head.depth] === undefined)) continue;
    const fresh = model.heads.filter((head) => head.fresh).length;
    if (fresh === 0 && plain.length < mostModels) plain.push(model);
    if (fresh > 0 && fresh === place.groups.length && grouped.length < mostModels) grouped.push(model);
  }
  return [...grouped, ...plain].map((model) => ({ model, plain: plain[0] ?? model }));
}

/** A row as it stands in the text, with what separates it from the row before. */
export interface Geometry {
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
export interface Head {
  readonly span: Span;
  /** Which of the groups over the row it is, the outermost first. */
  readonly depth: number;
  /** Whether it stands here for the first time. */
  readonly fresh: boolean;
}

function geometryOf(excerpt: Excerpt, row: Row): Geometry | undefined {
  const { label } = row;
  const { text, table } = excerpt;
  if (!label) return undefined;
  const labels = table.labels.filter(({ span }) => span.start !== label.start);
  const previous = nearestOf(
    table.rows.filter(({ span }) => span.end <= label.start),
    ({ span }) => -span.end,
  );
  const over = groupsOver(table.form, row.form);
  const heads = labels.flatMap((head): Head[] => {
    const depth = over.findIndex(({ id }) => isGroup(head, id));
    if (depth < 0 || head.span.end > label.start || head.span.start < (previous?.span.end ?? 0)) return [];
    return [{ span: head.span, depth, fresh: !labels.some((other) => other.span.start < head.span.start && isGroup(other, head.form.id)) }];
  });
  const own = { ...row, label };
  const line = lineOf(excerpt, row.span);
  if (line) {
    // A head that begins on the line above: the row's line is no row by itself.
    if (heads.some(({ span }) => span.start < line.start && span.end > line.start)) return undefined;
    const inside = heads.filter(({ span }) => span.start >= line.start);
    const above = endBefore(excerpt, line.start);
    return above === undefined
      ? undefined
      : { row: own, line, heads: inside, gap: gapBefore(excerpt, above, line.start), from: undefined, to: undefined };
  }
  const next = nearestOf(
    labels.filter(({ span }) => span.start >= row.span.end),
    ({ span }) => span.start,
  );
  const isNear = next && isEmpty(text.slice(row.span.end, next.span.start));
  const isAfter = previous && heads.length === 0 && isEmpty(text.slice(previous.span.end, label.start));
  if (!isNear && !isAfter) return undefined;
  return {
    row: own,
    line: undefined,
    heads: inFront(excerpt, heads, label),
    gap: '',
    from: isAfter ? previous.span.end : undefined,
    to: isNear ? next.span.start : undefined,
  };
}

/** What stands between rows: as before this one, or where a head stands above it, as before another; drawn lines below heads are not it. */
function gapBefore(excerpt: Excerpt, above: number, start: number): string {
  const { text, lines, table } = excerpt;
  const gap = text.slice(above, start);
  const ends = new Set(table.rows.map(({ span }) => lineAt(lines, span.end)));
  if (table.layout === 'html' || !/[-\u2500-\u257f]/.test(gap) || ends.has(lineAt(lines, above))) return gap;
  for (const { span } of table.rows) {
    const own = lineSpan(text, lines, lineAt(lines, span.start)).start;
    const end = endBefore(excerpt, own);
    if (end !== undefined && ends.has(lineAt(lines, end))) return text.slice(end, own);
  }
  return /\r\n|\n|\r/.exec(gap)?.[0] ?? gap;
}

/** Those of `heads` that stand right in front of `label`, with nothing else between. */
function inFront({ text }: Excerpt, heads: readonly Head[], label: Span): Head[] {
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
export function lineOf({ text, lines, table }: Excerpt, span: Span): Span | undefined {
  if (table.layout === 'html') {
    const start = text.lastIndexOf('<tr', span.start);
    const end = text.indexOf('</tr>', span.end);
    return start < 0 || end < 0 || text.slice(start + 1, end).includes('<tr') ? undefined : { start, end: end + 5 };
  }
  const line = lineAt(lines, span.start);
  return lineAt(lines, span.end) === line ? lineSpan(text, lines, line) : undefined;
}

/** Where the element before the one that begins at `start` ends: the line above that is not drawn, the `</tr>` before. */
function endBefore({ text, lines, table }: Excerpt, start: number): number | undefined {
  if (table.layout === 'html') {
    const close = text.lastIndexOf('</tr>', start);
    return close < 0 || text.slice(close + 5, start).trim() !== '' ? undefined : close + 5;
  }
  for (let line = lineAt(lines, start) - 1; line >= 0; line--) {
    const span = lineSpan(text, lines, line);
    if (!isDrawn(slice(text, span))) return span.end;
  }
  return undefined;
}

/** Whether the text of `span` stands on one line and holds no tags but breaks. */
function isPlain({ text }: Excerpt, span: Span): boolean {
  return !/[<\r\n]/.test(slice(text, span).replace(/<br *\/?>/gi, ''));
}

/** Nothing but delimiters and white space. */
export function isEmpty(piece: string): boolean {
  return /^[\s|｜│┃║]*$/.test(piece);
}

/** A line of nothing but what draws and separates, or blank. */
function isDrawn(line: string): boolean {
  return /^[|｜+:=\-\u2500-\u257f\s]*$/.test(line);
}
