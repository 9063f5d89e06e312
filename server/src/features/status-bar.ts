/** What the status bar tells about a selection and about the cursor: sum and count of figures, row and column. */
import { addUp, columnName } from '../report/sums/sums';
import type { Cell, Report } from '../report/report';
import { type Message, msg } from '../text/message';
import type { Span } from '../text/span';
import { locate } from './locate';
import { rowName, tableName } from '../report/names';

export interface SelectionSum {
  /** Figures inside of the selection. */
  readonly count: number;
  readonly sum: number;
  /** Cells inside of the selection that hold no number. */
  readonly empty: number;
}

/** More decimals than any amount in the form has: what lies beyond comes from adding fractions. */
const decimals = 8;

/**
 * Sum and count of the tables' figures that lie wholly inside of the selection; undefined if there is none.
 * @param selection one span, or several: each is searched, no cell counts twice.
 */
export function sumOfSelection(report: Report, selection: Span | readonly Span[]): SelectionSum | undefined {
  const spans = 'start' in selection ? [selection] : selection;
  const inside = ({ start, end }: Span): boolean => spans.some((span) => span.start < span.end && span.start <= start && end <= span.end);
  const cells: Cell[] = [];
  for (const { rows, duplicates } of report.tables) {
    for (const row of [...rows, ...duplicates]) for (const cell of row.cells) if (inside(cell.span)) cells.push(cell);
  }
  const values = cells.map(({ value }) => value).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  const sum = Number((addUp(values) ?? 0).toFixed(decimals));
  return { count: values.length, sum, empty: cells.length - values.length };
}

/** The same in words: 计数 6 · 合计 28. */
export function selectionText({ count, sum, empty }: SelectionSum): Message {
  return empty === 0 ? msg('计数 {0} · 合计 {1}', count, sum) : msg('计数 {0} · 合计 {1}（{2} 格没有数）', count, sum, empty);
}

/** In which table, row and column the cursor is: 表三 · 予以公开 · 自然人. Undefined outside of tables. */
export function cursorText(report: Report, offset: number): Message | undefined {
  const place = locate(report, offset);
  if (!place || !('table' in place)) return undefined;
  const { table } = place;
  const name = tableName(table.form);
  switch (place.kind) {
    case 'cell':
      return msg('{0} · {1} · {2}', name, rowName(table.form, place.row.form), columnName(table, place.column.id));
    case 'row-label':
      return msg('{0} · {1}', name, rowName(table.form, place.form));
    case 'column-head':
      return msg('{0} · {1}', name, columnName(table, place.form.id));
    case 'group':
      return msg('{0} · {1}', name, place.form.label);
    default:
      return msg(name);
  }
}
