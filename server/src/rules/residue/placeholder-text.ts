/**
 * Words and signs of a template that were to be filled in: see `placeholders.ts`. The cells of tables are left to
 * unreadable-number, gaps in tables to blank-cell.
 */
import type { Report } from '../../report/report';
import { type Message, msg } from '../../text/message';
import type { Span } from '../../text/span';
import { findPlaceholders, type Placeholder } from '../../statements/placeholders';
import type { Rule } from '../rule';

export const placeholderText: Rule = {
  id: 'placeholder-text',
  family: 'residue',
  title: '没有填写的占位文字',
  severity: 'error',
  fixable: false,
  check(report) {
    const found = findPlaceholders(report.text);
    if (found.length === 0) return [];
    const cells = cellsOf(report);
    const tables = report.tables.map(({ span }) => span).sort(byPlace);
    const isCell = inOrder(cells);
    const isTable = inOrder(tables);
    return found
      .filter((placeholder) => !isCell(placeholder) && !(isTable(placeholder) && placeholder.kind !== 'sign'))
      .map((placeholder) => ({ span: { start: placeholder.start, end: placeholder.end }, message: messageFor(report.text, placeholder) }));
  },
};

function messageFor(text: string, { kind, start, end }: Placeholder): Message {
  if (kind === 'gap') return msg('这里的数字空着没有填写');
  const sign = text.slice(start, end);
  return kind === 'brackets' ? msg('「{0}」里面没有填写内容', sign) : msg('「{0}」是没有填写的占位文字，应换成实际内容', sign);
}

/** The cells of all tables, and the rows whose values could not be placed, in the order of the text. */
function cellsOf({ tables }: Report): Span[] {
  return tables
    .flatMap(({ rows, duplicates, ragged }) => [
      ...[...rows, ...duplicates].flatMap(({ cells }) => cells.map(({ span }) => span)),
      ...ragged.map(({ span }) => span),
    ])
    .sort(byPlace);
}

/** Tells, for spans asked in the order of the text, whether one lies inside of `areas` (sorted, disjoint). */
function inOrder(areas: readonly Span[]): (span: Span) => boolean {
  let i = 0;
  return ({ start, end }) => {
    while ((areas[i]?.end ?? Infinity) < end) i++;
    const area = areas[i];
    return area !== undefined && area.start <= start && end <= area.end;
  };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
