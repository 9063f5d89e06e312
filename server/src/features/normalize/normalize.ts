/**
 * Writes the tables of a report in the standard form: rows, heads and labels as the form prints them, every cell's text as
 * it was. Only tables change and no figure does. A table of which anything would be lost is left alone, and it is said
 * which row is why. What is written is read again before it is handed out: an edit after which any table would say
 * something else is not made.
 */
import { parse } from '../../report/parse';
import { nameOf } from '../../report/names';
import type { RowTexts } from '../../report/writing/printed-form';
import type { Report, Row, Table } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { unescaped, writeTable } from '../../report/writing/write-table';
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineAt, lineBreakOf, lineSpan, lineText } from '../../text/lines';
import { type Message, msg } from '../../text/message';
import { slice, type Span } from '../../text/span';
import { contentOf, type LostPiece, piecesOf } from './lost-content';
import { placesOf } from '../table-place';

export interface NormalizeOptions {
  readonly target: TableFormat;
  /** Only tables that this span touches; an empty span is a place. All tables without it. */
  readonly within?: Span;
}

/** The change of one table: whole lines, no more of them than differ. */
export interface TableEdit extends TextEdit {
  readonly table: Table;
}

/** Why a table stays as it is. One table may have several reasons. */
export interface Refusal {
  readonly table: Table;
  /** The row, or the words, because of which. */
  readonly span: Span;
  readonly message: Message;
}

export interface Normalized {
  /** Sorted, disjoint, at most one for each table; none for tables that are in the standard form. */
  readonly edits: readonly TableEdit[];
  /** In the order of the text. */
  readonly refused: readonly Refusal[];
  /** The tables that were asked for: in the standard form, changed or refused. */
  readonly tables: readonly Table[];
}

/** The edits that bring the tables of `report` into the standard form. Nothing where the text is no report. */
export function normalize(report: Report, { target, within }: NormalizeOptions): Normalized {
  const tables: Table[] = [];
  const refused: Refusal[] = [];
  const drafts: PlannedTable[] = [];
  if (!report.recognized || report.tables.length === 0) return { edits: [], refused, tables };
  const pieces = piecesOf(report.text, report.read.grid);
  for (const [i, place] of placesOf(report).entries()) {
    const table = report.tables[i] as Table;
    const { start, end } = place ?? table.span;
    if (within && (within.end < start || within.start > end)) continue;
    tables.push(table);
    if (!place) {
      refused.push(unseparated(table));
      continue;
    }
    const content = standardContent(report, table, place, pieces);
    if ('refused' in content) refused.push(...content.refused);
    else {
      const lines = writeTable(table.form, content.texts, target);
      const edit = editOf(report, table, place, lines, target);
      if (edit) drafts.push({ edit, texts: content.texts, lines });
    }
  }
  const { edits, spoilt } = proved(report, drafts, target);
  refused.push(...spoilt);
  return { edits, refused: refused.sort((a, b) => a.span.start - b.span.start), tables };
}

/** Where the table of `report` stands in its text, rulers and tags included; undefined where it has no place of its own. */
export function tablePlaceOf(report: Report, table: Table): Span | undefined {
  return placesOf(report)[report.tables.indexOf(table)];
}

/** The texts of one table's cells, or why it cannot be written anew without a loss. */
export function tableContent(report: Report, table: Table): TableContent {
  const place = tablePlaceOf(report, table);
  return place ? standardContent(report, table, place, piecesOf(report.text, report.read.grid)) : { refused: [unseparated(table)] };
}

export type TableContent = { readonly texts: RowTexts } | { readonly refused: readonly Refusal[] };

function standardContent(report: Report, table: Table, place: Span, pieces: readonly LostPiece[]): TableContent {
  const { values, losses } = contentOf(report, table, place, pieces);
  if (losses.length > 0) return { refused: losses.map((loss) => ({ table, ...loss })) };
  const texts: RowTexts = new Map(table.rows.map((row) => [row.form.id, textsOf(row, values)]));
  return sameFigures([...values.values()], [...texts.values()].flat()) ? { texts } : { refused: [changing(table, undefined)] };
}

function unseparated(table: Table): Refusal {
  return { table, span: table.caption, message: msg('表格与别的内容写在一起，分不开') };
}

function textsOf({ cells }: Row, values: ReadonlyMap<number, string>): string[] {
  return cells.map(({ kind, span }) => (kind === 'blank' ? '' : (values.get(span.start) ?? '')));
}

/** The edit that puts `lines` in the place of the table, without the lines at both ends that stay the same. */
function editOf(report: Report, table: Table, place: Span, lines: readonly string[], target: TableFormat): TableEdit | undefined {
  const { text } = report;
  const old = slice(text, place);
  const lineEnd = lineBreakOf(old, text);
  const { before, after } = apart(report, place, target, lineEnd);
  const written = before + lines.join(lineEnd) + after;
  if (written === old) return undefined;
  const shorter = Math.min(old.length, written.length);
  let from = 0;
  while (from < shorter && old[from] === written[from]) from++;
  while (from > 0 && !isLineStart(old, from)) from--;
  let kept = 0;
  while (kept < shorter - from && old[old.length - 1 - kept] === written[written.length - 1 - kept]) kept++;
  while (kept > 0 && !isLineEnd(old, old.length - kept)) kept--;
  return { table, span: { start: place.start + from, end: place.end - kept }, newText: written.slice(from, written.length - kept) };
}

function isLineStart(text: string, at: number): boolean {
  return text[at - 1] === '\n' || (text[at - 1] === '\r' && text[at] !== '\n');
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\r' || (text[at] === '\n' && text[at - 1] !== '\r');
}

/**
 * The line ends that set a table apart from what stands around it: on lines of its own, and where Markdown is to read it,
 * behind and before a blank line. Between other tags an element may stay where it is.
 */
function apart({ text, lines }: Report, { start, end }: Span, target: TableFormat, lineEnd: string): { before: string; after: string } {
  const first = lineAt(lines, start);
  const last = lineAt(lines, end);
  const lead = text.slice(lines.starts[first], start);
  const tail = text.slice(end, Math.max(end, lineSpan(text, lines, last).end));
  const ends = (own: string, next: string | undefined, tag: RegExp): string => {
    const beside = own.trim() !== '' ? own : target === 'tabs' ? '' : (next ?? '');
    if (beside.trim() === '' || (target === 'html' && tag.test(beside.trim()))) return '';
    return own.trim() !== '' && target !== 'tabs' ? lineEnd + lineEnd : lineEnd;
  };
  return {
    before: ends(lead, first > 0 ? lineText(text, lines, first - 1) : undefined, />$/),
    after: ends(tail, last + 1 < lines.starts.length ? lineText(text, lines, last + 1) : undefined, /^</),
  };
}

/** Whether the digits to be written are those of the values, no more and no fewer. */
function sameFigures(values: readonly string[], written: readonly string[]): boolean {
  const runs = (texts: readonly string[]) => (texts.join(' ').match(/[\d０-９]+/g) ?? []).sort().join();
  return runs(values) === runs(written);
}

/** More edits than this are not tried one by one when all together change what is read. */
const mostTables = 12;

/** An edit, the texts of the cells and the lines that it writes. */
interface PlannedTable {
  readonly edit: TableEdit;
  readonly texts: RowTexts;
  readonly lines: readonly string[];
}

/** The edits that leave all that is read from the report as it was; those that do not are refused. */
function proved(
  report: Report,
  drafts: readonly PlannedTable[],
  target: TableFormat,
): { edits: readonly TableEdit[]; spoilt: readonly Refusal[] } {
  const spoilt: Refusal[] = [];
  let kept = drafts;
  if (drafts.length > 0 && differenceAfter(report, drafts, target)) {
    kept = [];
    for (const draft of drafts) {
      // No report has so many tables; what does is not worth a reading for each.
      const difference = drafts.length > mostTables ? { row: undefined } : differenceAfter(report, [...kept, draft], target);
      if (difference) spoilt.push(changing(draft.edit.table, difference.row));
      else kept = [...kept, draft];
    }
  }
  return { edits: kept.map(({ edit }) => edit), spoilt };
}

function changing(table: Table, row: Row | undefined): Refusal {
  return row
    ? { table, span: row.span, message: msg('「{0}」一行换了写法就会读成别的，先补上空白或改正其中的数', nameOf(row.form)) }
    : { table, span: table.caption, message: msg('换了写法就会读成别的') };
}

/** What reads otherwise after the edits: a row of the last one, or something else; undefined if nothing does. */
function differenceAfter(
  report: Report,
  drafts: readonly PlannedTable[],
  target: TableFormat,
): { readonly row: Row | undefined } | undefined {
  const after = parse(
    applyEdits(
      report.text,
      drafts.map(({ edit }) => edit),
    ),
  );
  if (after.tables.length !== report.tables.length || after.sections.length !== report.sections.length) return { row: undefined };
  const written = new Map(drafts.map((draft) => [draft.edit.table, draft]));
  const places = placesOf(after);
  for (const [i, table] of report.tables.entries()) {
    const now = after.tables[i] as Table;
    const draft = written.get(table);
    const row = table.rows.find(
      (old) =>
        !isSame(old, now.byId.get(old.form.id)) ||
        (draft && !isWritten(after.text, now.byId.get(old.form.id), draft.texts.get(old.form.id), target)),
    );
    const others =
      now.form !== table.form ||
      countOf(now) !== countOf(table) ||
      now.rows.length !== table.rows.length ||
      (draft && !standsAlone(after.text, places[i], draft.lines));
    if (row || others) return { row: drafts.at(-1)?.edit.table === table ? row : undefined };
  }
  return undefined;
}

/** Whether what was written is the table's place and nothing else is: a second run has nothing to do. */
function standsAlone(text: string, place: Span | undefined, lines: readonly string[]): boolean {
  return (
    place !== undefined &&
    slice(text, place)
      .split(/\r\n|[\r\n]/)
      .join('\n') === lines.join('\n')
  );
}

function countOf({ ragged, unknown, duplicates }: Table): string {
  return [ragged.length, unknown.length, duplicates.length].join();
}

function isSame(old: Row, now: Row | undefined): boolean {
  return (
    now?.cells.length === old.cells.length &&
    old.cells.every(({ kind, value }, i) => kind === now.cells[i]?.kind && value === now.cells[i]?.value)
  );
}

/** Whether the row's cells hold what was written into them. */
function isWritten(text: string, row: Row | undefined, texts: readonly string[] | undefined, target: TableFormat): boolean {
  return row?.cells.every(({ span }, i) => unescaped(slice(text, span), target) === texts?.[i]) ?? false;
}
