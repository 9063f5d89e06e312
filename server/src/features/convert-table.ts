/**
 * A table of a report as the form prints it, also where values of some rows fit no columns: these stand in one cell over all
 * columns of their row, so that whoever reads it, the reader of reports included, sees that nobody knows their places.
 *
 *     │ 2.重复申请 │ 2 │ 0 │ 0 │ 0 │ 0 │ 0 │ 2 │
 *     │ 3.其他     │  1   0   0   1   0   2    │      six values for seven columns
 */
import type { Cell, RaggedRow, Report, Table } from '../report/report';
import { type PrintedCell, type PrintedTable, printTable } from '../report/writing/printed-form';
import { slice, type Span } from '../text/span';
import { contentOf, type LostPiece, piecesOf } from './normalize/lost-content';
import { placesOf } from './table-place';

export interface WrittenTable {
  readonly place: Span;
  readonly printed: PrintedTable;
}

/** The tables that lose nothing when they are written so, in the order of the text. */
export function writtenTables(report: Report): WrittenTable[] {
  if (!report.recognized || report.tables.length === 0) return [];
  const pieces = piecesOf(report.text, report.read.grid);
  return placesOf(report).flatMap((place, i) => {
    const printed = place && printedTable(report, report.tables[i] as Table, place, pieces);
    return printed ? [{ place, printed }] : [];
  });
}

/** The text of a row's values in one cell. Blanks alone may also stand between the digits of one number. */
function valuesTogether(text: string, { values, expected }: RaggedRow): string {
  return values.map((span) => wordsOf(text, span)).join(expected === 1 ? '; ' : ' ');
}

/** One value without tags and blanks, which would make several of it. */
function wordsOf(text: string, span: Span): string {
  return slice(text, span)
    .replace(/<[^<>]*>|&nbsp;|\\/g, '')
    .replace(/\s+/g, '');
}

function printedTable(report: Report, table: Table, place: Span, pieces: readonly LostPiece[]): PrintedTable | undefined {
  const { rows, ragged, form, doubt } = table;
  if (doubt !== undefined || rows.length + ragged.length === 0) return undefined;
  const { values, losses, lost } = contentOf(report, table, place, pieces);
  const isTold = ({ start }: Span) => ragged.some(({ span }) => span.start <= start && start < span.end);
  if (losses.length !== ragged.length || !losses.every(({ span }) => isTold(span)) || !lost.every(isTold)) return undefined;
  const together = togetherById(report.text, table);
  if (!together) return undefined;
  const textOf = ({ kind, span }: Cell): string => (kind === 'blank' ? '' : (values.get(span.start) ?? slice(report.text, span)));
  const texts = new Map<string, readonly string[]>([
    ...rows.map((row) => [row.form.id, row.cells.map(textOf)] as const),
    ...[...together].map(([id, own]) => [id, [own]] as const),
  ]);
  const printed = printTable(form, texts, false);
  return together.size === 0 ? printed : { ...printed, lines: printed.lines.map((line) => joinedLine(line, together)) };
}

/** What is written behind the label of each row that is not whole; undefined where a row has none of its own. */
function togetherById(text: string, { form, rows, ragged }: Table): Map<string, string> | undefined {
  const [only] = ragged;
  // Table four has one line for all of its rows, and what does not fit belongs to none of them.
  if (form.number === 4) {
    if (!only) return new Map();
    if (ragged.length > 1 || rows.length > 0 || only.form) return undefined;
    return new Map(form.rows.map(({ id }) => [id, valuesTogether(text, only)]));
  }
  const together = new Map<string, string>();
  for (const row of ragged) {
    const own = row.form;
    if (!own || together.has(own.id) || rows.some(({ form: known }) => known.id === own.id)) return undefined;
    together.set(own.id, valuesTogether(text, row));
  }
  return together;
}

/** The line with the values of such rows over the whole width that its columns have. */
function joinedLine(line: readonly PrintedCell[], together: ReadonlyMap<string, string>): readonly PrintedCell[] {
  const own = line.filter(({ value }) => value && together.has(value.row.id));
  const [first] = own;
  if (!first?.value) return line;
  const columns = own.reduce((sum, cell) => sum + cell.columns, 0);
  const joined = { ...first, text: together.get(first.value.row.id) ?? '', columns };
  return line.filter((cell) => cell === first || !own.includes(cell)).map((cell) => (cell === first ? joined : cell));
}
