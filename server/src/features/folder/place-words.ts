/**
 * Where a finding stands in a report, in words by which the person who wrote the report finds it: 表三“总计”栏第3行（予以公开）,
 * 第一部分第2段. Rows count as in the form, without heads.
 */
import { rowName, tableName } from '../../report/names';
import type { Report } from '../../report/report';
import { columnName } from '../../report/sums/sums';
import type { Span } from '../../text/span';
import { locate, type Place } from '../locate';

/** The place of `span` in `report`; in Chinese, as the report is. */
export function placeWords(report: Report, span: Span): string {
  const place = locate(report, span.start);
  if (!place) return '';
  return 'table' in place ? inTable(place) : inText(report, place, span);
}

function inTable(place: Extract<Place, { readonly table: unknown }>): string {
  const { form } = place.table;
  const name = tableName(form);
  if (place.kind === 'cell') {
    const row = place.row.form;
    const number = form.rows.indexOf(row) + 1;
    if (form.number === 4) return `${name}“${row.label}”一组的“${columnName(place.table, place.column.id)}”`;
    return row.columns.length === 1
      ? `${name}“${rowName(form, row)}”一行`
      : `${name}“${columnName(place.table, place.column.id)}”栏第${number}行（${rowName(form, row)}）`;
  }
  if (place.kind === 'row-label') return `${name}“${rowName(form, place.form)}”一行`;
  return place.kind === 'table' ? name : `${name}的表头`;
}

function inText({ prose, title, sections }: Report, place: Place, { start }: Span): string {
  if (place.kind === 'title' || (title && start <= title.span.start)) return '标题';
  const section = 'section' in place ? place.section : undefined;
  if (place.kind === 'heading') return `第${section?.form.numeral ?? ''}部分的标题`;
  if (!section) return sections.length > 0 ? '正文开头' : '正文';
  const number = prose.filter((line) => line.section === section.form.number && line.start <= start).length;
  return `第${section.form.numeral}部分${number > 0 ? `第${number}段` : ''}`;
}
