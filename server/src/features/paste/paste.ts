/**
 * Where pasted tables go: on lines of their own where the cursor is, or in place of what is selected. In the middle of a
 * table nothing is inserted; a table of the same kind may take its place, at once only if no figure would be lost.
 * What would be read is read before anything is offered: the pasted tables as they are, and all others as they were.
 */
import { parse } from '../../report/parse';
import { tableName } from '../../report/names';
import type { Report, Table } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineAt, lineBreakOf, lineSpan, lineText } from '../../text/lines';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import type { Pasted } from './clipboard';
import { placesOf } from '../table-place';

export interface PasteOffer {
  readonly title: Message;
  readonly edit: TextEdit;
  /** Whether it is what whoever pastes most likely wants. */
  readonly preferred: boolean;
}

export interface PasteAnswer {
  readonly offer: PasteOffer | undefined;
  /** Why there is none. */
  readonly reason?: Message;
}

/** Whether tables may be pasted into the text: it is a report, begins to be one, or is empty. */
export function takesTables({ recognized, title, sections, text }: Report): boolean {
  return recognized || title !== undefined || sections.some(({ named, form }) => named && form.table !== undefined) || text.trim() === '';
}

/** What pasting at `selection` offers. */
export function paste(report: Report, selected: Span, pasted: Pasted, target: TableFormat): PasteAnswer {
  const places = placesOf(report);
  const selection = withoutBlank(report, selected);
  const cut = report.tables.filter((table, i) => isCut(report.text, places[i] ?? table.span, selection));
  const [own, ...more] = cut;
  if (own) {
    const place = places[report.tables.indexOf(own)];
    if (
      !pasted.alone ||
      more.length > 0 ||
      !place ||
      own.form.number !== pasted.alone.form.number ||
      selection.start < place.start ||
      selection.end > place.end
    ) {
      return { offer: undefined, reason: msg('光标在{0}中间；选中整张表再粘贴，就换掉它', tableName(own.form)) };
    }
    const edit = { span: place, newText: withLineEnds(pasted.text, report.text) };
    return offered(report, pasted, {
      title: msg('粘贴为标准表格，换掉原来的{0}', tableName(own.form)),
      edit,
      preferred: isEmpty(own) && !pasted.source,
    });
  }
  const edit = insertion(report, selection, pasted, target);
  const names = [...new Set(pasted.report.tables.map(({ form }) => tableName(form)))];
  return offered(report, pasted, { title: msg('粘贴为标准表格（{0}）', names), edit, preferred: !pasted.source });
}

function offered(report: Report, pasted: Pasted, offer: PasteOffer): PasteAnswer {
  if (isRead(report, pasted, offer.edit)) return { offer };
  return { offer: undefined, reason: msg('写在这里就会和前后的内容读成别的') };
}

/** The selection without the line end that selecting whole lines takes along. */
function withoutBlank({ text, lines }: Report, { start, end }: Span): Span {
  const line = lineAt(lines, end);
  if (end === start || end !== lines.starts[line] || line === 0) return { start, end };
  return { start, end: Math.max(start, lineSpan(text, lines, line - 1).end) };
}

/** Whether the selection begins or ends inside of the table. A cursor at its edge does not. */
function isCut(text: string, place: Span, { start, end }: Span): boolean {
  const inside = (offset: number) => text.slice(place.start, offset).trim() !== '' && text.slice(offset, place.end).trim() !== '';
  return inside(start) || inside(end);
}

/** Whether a table has no figure other than zero. */
function isEmpty({ rows, duplicates, ragged, unknown }: Table): boolean {
  return (
    ragged.length + unknown.length + duplicates.length === 0 &&
    rows.every(({ cells }) => cells.every(({ kind, value }) => kind === 'blank' || kind === 'none' || value === 0))
  );
}

/** Whole lines in place of the selection, apart from what stands around them where the way of writing demands it. */
function insertion({ text, lines }: Report, { start, end }: Span, { text: block }: Pasted, target: TableFormat): TextEdit {
  const lineEnd = lineBreakOf(text);
  const first = lineAt(lines, start);
  const last = lineAt(lines, end);
  const lineStart = lineSpan(text, lines, first).start;
  const lineStop = lineSpan(text, lines, last).end;
  const isFirst = text.slice(lineStart, start).trim() === '';
  const isLast = text.slice(Math.min(end, lineStop), lineStop).trim() === '';
  const gap = target === 'tabs' ? '' : lineEnd;
  const above = first > 0 ? lineText(text, lines, first - 1) : '';
  const below = last + 1 < lines.starts.length ? lineText(text, lines, last + 1) : '';
  const before = isFirst ? (above.trim() === '' ? '' : gap) : lineEnd + gap;
  const after = isLast ? (below.trim() === '' ? '' : gap) : gap + lineEnd;
  return {
    span: { start: isFirst ? lineStart : start, end: isLast ? lineStop : end },
    newText: before + withLineEnds(block, text) + after,
  };
}

function withLineEnds(block: string, text: string): string {
  return block.replaceAll('\n', lineBreakOf(text));
}

/** Whether after `edit` the pasted tables are read as they are, and those that stood in the text before as they were. */
function isRead(report: Report, pasted: Pasted, { span, newText }: TextEdit): boolean {
  const after = parse(applyEdits(report.text, [{ span, newText }]));
  const end = span.start + newText.length;
  const isNew = (table: Table) => table.span.start >= span.start && table.span.end <= end;
  const added = after.tables.filter(isNew);
  if (
    !after.recognized ||
    added.length !== pasted.report.tables.length ||
    !added.every((table, i) => contentOf(table) === contentOf(pasted.report.tables[i]))
  )
    return false;
  const numbers = new Set(added.map(({ form }) => form.number));
  const shift = newText.length - (span.end - span.start);
  const others = new Map(after.tables.filter((table) => !isNew(table)).map((table) => [table.span.start, table]));
  return report.tables.every((table) => {
    if (table.span.start >= span.start && table.span.end <= span.end) return true;
    const now = others.get(table.span.start + (table.span.start >= span.end ? shift : 0));
    // Of two tables of the same kind a broken one is read no more.
    return now ? contentOf(now) === contentOf(table) : numbers.has(table.form.number);
  });
}

/** All that is read from a table's cells. */
function contentOf(table: Table | undefined): string {
  return JSON.stringify(
    table && [
      table.form.number,
      table.form.edition,
      table.ragged.length,
      table.unknown.length,
      table.rows.map(({ form, cells }) => [form.id, ...cells.map(({ kind, value }) => [kind, value])]),
    ],
  );
}
