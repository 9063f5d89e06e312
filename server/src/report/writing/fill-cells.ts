/**
 * Blank cells: where their value belongs and how it is written there, whatever separates the cells. Knows what stands
 * around a cell, not which layout its table has: one table may mix several.
 *
 *     规章 | 0 |  | 5 |     between delimiters        规章 | 0 | 0 | 5 |
 *     |                     before a lone bar         0 |
 *     (nothing)             on a blank line           0
 *     规章 |                behind the label          规章 | 0 | 0 | 0 |
 */
import type { Cell, Report, Row, Table } from '../report';
import { sortEdits, type TextEdit } from '../../text/edit';
import { lineAt } from '../../text/lines';
import type { Span } from '../../text/span';

/** Where the value of a blank cell belongs: all of the white space between its delimiters, or the point to write at. */
export function cellPlaceOf(report: Report, table: Table, row: Row, cell: Cell): Span {
  const spot = spotOf(report, table, row, cell);
  if (spot === 'behind') return isBlank(row) && row.label ? { start: row.label.end, end: row.label.end } : cell.span;
  return /^[^\S\r\n]*$/.test(report.text.slice(cell.place.start, cell.place.end)) ? cell.place : cell.span;
}

/** Edits that write `0` into the blank `cells` of `row`, sorted; undefined where the text gives no place for them. */
export function fillWithZero(report: Report, table: Table, row: Row, cells: readonly Cell[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const behind = new Map<number, number>();
  for (const cell of cells) {
    const spot = spotOf(report, table, row, cell);
    if (spot === 'behind') {
      const at = cellPlaceOf(report, table, row, cell).start;
      behind.set(at, (behind.get(at) ?? 0) + 1);
    } else edits.push(spot === 'bars' ? betweenBars(report, row, cell.place) : { span: cell.span, newText: '0' });
  }
  for (const [at, count] of behind) {
    const more = isBlank(row) ? behindLabel(report, table, at, count) : amongSpaces(report, at, count);
    if (!more) return undefined;
    edits.push(...more);
  }
  return sortEdits(edits);
}

/** Whether no cell of the row has anything in it. */
export function isBlank(row: Row): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => cell.kind === 'blank');
}

/** `bars`: beside a bar. `free`: alone on a line, between tabs or tags. `behind`: no place shown, it follows what stands there. */
type Spot = 'bars' | 'free' | 'behind';

function spotOf({ text, lines }: Report, table: Table, row: Row, { place }: Cell): Spot {
  const line = lineAt(lines, place.start);
  const start = lines.starts[line] as number;
  const end = lines.starts[line + 1] ?? text.length;
  if (table.layout === 'html') return text[place.start - 1] === '>' ? 'free' : 'behind';
  const whole = text.slice(start, end);
  // A row without any value may have its cells made up: they count only where nothing else stands.
  if (isBlank(row) && row.label && lineAt(lines, row.label.end) !== line && !/^[\s|｜│┃║]*$/.test(whole)) return 'behind';
  if (whole.trim() === '') return row.cells.filter((cell) => cell.place.start === place.start).length > 1 ? 'behind' : 'free';
  const before = text.slice(start, place.start);
  const after = text.slice(place.end, end);
  const opens =
    before.trim() === '' ? /^[\s|｜│┃║]*$/.test(whole) || before.endsWith('\t') || after.startsWith('\t') : /[\t|｜│┃║]$/.test(before);
  const closes = after.trim() === '' || /^[\t|｜│┃║]/.test(after);
  if (!opens || !closes) return 'behind';
  return /[|｜│┃║]$/.test(before) || /^[|｜│┃║]/.test(after) ? 'bars' : 'free';
}

/** Writes 0 beside bars with as much white space as the line has elsewhere. */
function betweenBars({ text, lines }: Report, row: Row, place: Span): TextEdit {
  const width = place.end - place.start;
  const start = lines.starts[lineAt(lines, place.start)] as number;
  if (width > 2) {
    const at = isRight(row) ? place.end - 2 : place.start + 1;
    return { span: { start: at, end: at + 1 }, newText: '0' };
  }
  if (width > 0) return { span: { start: place.start + 1, end: place.start + 1 }, newText: width === 2 ? '0' : '0 ' };
  const before = text.slice(start, place.start).replace(/[|｜│┃║]+$/, '');
  // A bar on a line of its own behind the cell: the value goes before it as the other values of the row do.
  if (text.slice(start, place.start).trim() === '') return { span: place, newText: `0${aloneOnLine(text, row) ?? ' '}` };
  return { span: place, newText: before === '' || /\s$/.test(before) ? ' 0 ' : '0' };
}

/** Whether the row's figures stand at the right of their cells. */
function isRight({ cells }: Row): boolean {
  const filled = cells.filter(({ kind, span, place }) => kind !== 'blank' && place.end - place.start > span.end - span.start + 2);
  return filled.length > 0 && filled.every(({ span, place }) => place.end - span.end < span.start - place.start);
}

/** The end of line behind the row's first value, or its label, if nothing else stands behind it on its line. */
function aloneOnLine(text: string, row: Row): string | undefined {
  const at = row.cells.find((cell) => cell.kind !== 'blank')?.span.end ?? row.label?.end ?? 0;
  return /^[^\S\r\n]*(\r\n|\n|\r)/.exec(text.slice(at, at + 40))?.[1];
}

/** Writes `count` zeros behind a label that nothing follows, separated as in the rest of the table. */
function behindLabel({ text, lines }: Report, table: Table, at: number, count: number): TextEdit[] | undefined {
  const span = { start: at, end: at };
  if (table.layout === 'html') return undefined;
  if (table.layout === 'pipes') return [{ span, newText: ' | 0'.repeat(count) }];
  if (table.layout === 'tabs') return [{ span, newText: '\t0'.repeat(count) }];
  if (table.layout === 'spaces') return [{ span, newText: '    0'.repeat(count) }];
  const other = table.rows.find((known) => known.cells.length > 1 && known.cells.every((cell) => cell.kind === 'number'));
  const [first, second] = other?.cells ?? [];
  const step = first && second ? Math.max(1, lineAt(lines, second.span.start) - lineAt(lines, first.span.start)) : 1;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span, newText: `${end.repeat(step)}0`.repeat(count) }];
}

/** Writes `count` zeros into the white space at `at`, evenly where it is wide enough, so that columns stay aligned. */
function amongSpaces({ text }: Report, at: number, count: number): TextEdit[] {
  let end = at;
  while (text[end] === ' ') end++;
  const step = Math.floor((end - at + 1) / (count + 1));
  if (step < 2 || end === text.length || /[\r\n]/.test(text[end] as string))
    return [{ span: { start: at, end: at }, newText: ' 0'.repeat(count) }];
  return Array.from({ length: count }, (_, i) => {
    const start = at + step * (i + 1) - 1;
    return { span: { start, end: start + 1 }, newText: '0' };
  });
}
