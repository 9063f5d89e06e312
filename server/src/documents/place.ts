/**
 * Where something stands in a document, in words by which a person finds it: 「表三 · 2.重复申请 · 总计」, 「一、总体情况 · 第3段」,
 * 「第4页」. The text as read is nianbao's own; nobody knows its lines.
 */
import { nameOf, tableName } from '../report/names';
import type { Report, Table } from '../report/report';
import { columnName } from '../report/sums/sums';
import { msg, type Message } from '../text/message';
import { type Span, touches } from '../text/span';
import { pieceAt, type ComposedText, type PlacedWords } from './compose';

/** The steps to the place of `span` in the document that was read as `report`, from the outside to the inside. */
export function placeOf({ pieces }: Pick<ComposedText, 'pieces'>, report: Report, span: Span): Message[] {
  const piece = pieceAt(pieces, span.start);
  const { page, sheet, cell } = piece?.origin ?? {};
  const outside: Message[] = [];
  if (page !== undefined) outside.push(msg('第{0}页', page));
  if (sheet !== undefined) outside.push(msg('工作表「{0}」', sheet));
  const inside = inTable(report, span) ?? inText(report, pieces, span);
  return [...outside, ...inside, ...(cell === undefined ? [] : [msg('{0}', cell)])];
}

function inTable({ tables }: Report, span: Span): Message[] | undefined {
  const table = tables.find((one) => one.span.start <= span.start && span.start <= one.span.end);
  if (!table) return undefined;
  return [msg('{0}', tableName(table.form)), ...inRow(table, span)];
}

function inRow(table: Table, span: Span): Message[] {
  for (const row of [...table.rows, ...table.duplicates]) {
    const column = row.cells.findIndex(({ place }) => place.start <= span.start && span.end <= place.end && touches(place, span.start));
    if (column >= 0) {
      const name = columnName(table, row.form.columns[column] ?? '');
      return [msg('{0}', nameOf(row.form)), ...(row.cells.length > 1 ? [msg('{0}', name)] : [])];
    }
    if (row.label && row.label.start <= span.start && span.start <= row.span.end) return [msg('{0}', nameOf(row.form))];
  }
  return [];
}

function inText({ title, sections }: Report, pieces: readonly PlacedWords[], span: Span): Message[] {
  if (title && touches(title.span, span.start)) return [msg('标题')];
  const section = sections.filter(({ heading }) => heading.start <= span.start).at(-1);
  const name = section ? [msg('{0}', `${section.form.numeral}、${section.form.name}`)] : [];
  if (section && span.start <= section.heading.end) return name;
  const from = section ? section.heading.end : (title?.span.end ?? 0);
  const number = pieces.filter(({ inTable: isCell, start }) => !isCell && start >= from && start <= span.start).length;
  return [...name, ...(number > 0 ? [msg('第{0}段', number)] : [])];
}
