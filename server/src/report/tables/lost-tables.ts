/**
 * Tables of the form whose labels and figures stand in their section in a shape that no reader knows: as sentences or a list,
 * in a notation of programs, with the columns of a page torn apart. They are there, so they are not missing, and nothing in
 * them is judged.
 */
import type { GridCell, GridLine } from '../../table/cell';
import { isDigits } from '../../text/characters';
import { lineAt, type LineIndex, lineSpan } from '../../text/lines';
import type { Span } from '../../text/span';
import { tablesFor } from '../edition';
import type { TableForm } from '../form/form';
import type { Cell, Label, Layout, Report, Row, Section, Table } from '../report';
import type { Doubt } from './doubt';
import { pieceOf } from './pieces';
import { readCell } from './read-cell';

/** Longest section that is searched. */
const longest = 20_000;

interface Evidence {
  /** Rows of the form that are named. */
  readonly rows: number;
  /** Heads and columns that are named. */
  readonly heads: number;
  readonly figures: number;
}

/** What must be there: a few of the form's names say nothing, a section may speak of them. */
const enough: Readonly<Record<TableForm['number'], Evidence>> = {
  2: { rows: 4, heads: 2, figures: 4 },
  3: { rows: 6, heads: 2, figures: 12 },
  4: { rows: 1, heads: 3, figures: 5 },
};

/** `tables` with those that are lost in their sections, in the order of the text. */
export function withLostTables(
  tables: readonly Table[],
  grid: readonly GridLine[],
  report: Pick<Report, 'text' | 'lines' | 'sections' | 'year' | 'unfinished'>,
): readonly Table[] {
  const { text, lines, sections, year, unfinished } = report;
  const forms = tablesFor(year);
  const seen = new Set<number>(tables.map(({ form }) => form.number));
  if (forms.every(({ number }) => seen.has(number))) return tables;
  const lost = (unfinished ? sections.slice(0, -1) : sections).flatMap((section) => {
    const form = forms.find(({ number }) => number === section.form.table);
    if (!form || seen.has(form.number)) return [];
    seen.add(form.number);
    return headlessCases(text, grid, section, form) ?? lostTable(text, lines, section, form) ?? [];
  });
  return lost.length === 0 ? tables : [...tables, ...lost].sort((a, b) => a.span.start - b.span.start);
}

/** Table four of one line of fifteen values, without any head, in the form's order; no other line of the section may hold values. */
function headlessCases(text: string, grid: readonly GridLine[], { body, heading }: Section, form: TableForm): Table | undefined {
  if (form.number !== 4) return undefined;
  const own = grid.filter(({ cells: [first] }) => first !== undefined && first.start >= body.start && first.start < body.end);
  const rows = own.filter(({ kind }) => kind !== 'bare');
  const cells = rows[0]?.cells.filter(({ start, end }) => start < end) ?? [];
  const width = form.columns.length;
  if (rows.length !== 1 || cells.length !== width * form.rows.length || !cells.every((cell) => isDigits(pieceOf(text, cell))))
    return undefined;
  const placed = form.rows.map((row, i): Row => {
    const values = cells.slice(i * width, i * width + width).map((cell) => readCell(text, cell, 'count'));
    return {
      form: row,
      label: undefined,
      cells: values,
      span: { start: (values[0] as Cell).span.start, end: (values.at(-1) as Cell).span.end },
    };
  });
  const span = { start: (cells[0] as GridCell).start, end: (cells.at(-1) as GridCell).end };
  const layout = (rows[0] as GridLine).kind as Layout;
  return { ...emptyTable(form, span, heading), layout, rows: placed, byId: new Map(placed.map((row) => [row.form.id, row])) };
}

/** The table of `form` that is lost in `section`, whose own table was not found; undefined if there is none. */
function lostTable(text: string, lines: LineIndex, section: Section, form: TableForm): Table | undefined {
  const { body, heading } = section;
  if (body.end - body.start > longest) return undefined;
  const span = withoutProse(text, lines, body);
  if (!span) return undefined;
  const piece = text.slice(span.start, span.end);
  const words = piece.replace(/[\s|｜（）()、，,.．。"“”]/g, '');
  const wanted = enough[form.number];
  const rows = form.rows.filter(({ label, aliases }) => isNamed(words, label, aliases)).length;
  const heads =
    [...form.columns, ...form.heads].filter(({ label, aliases }) => isNamed(words, label, aliases)).length +
    (form.number === 4 ? pieces.filter((one) => words.includes(one)).length : 0);
  const figures = piece.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  if (rows < wanted.rows || heads < wanted.heads || figures < wanted.figures) return undefined;
  return unreadTable(form, span, heading, { doubt: isListed(piece) ? 'list' : 'torn' });
}

/** A table of which no more is known than where it stands and why it cannot be read. */
export function unreadTable(
  form: TableForm,
  span: Span,
  caption: Span,
  { doubt, labels = [] }: { readonly doubt: Doubt; readonly labels?: readonly Label[] },
): Table {
  return { ...emptyTable(form, span, caption), labels, doubt };
}

/** A table in which nothing was read. */
function emptyTable(form: TableForm, span: Span, caption: Span): Table {
  return {
    identity: {},
    form,
    span,
    caption,
    layout: 'lines',
    rows: [],
    byId: new Map(),
    duplicates: [],
    ragged: [],
    unknown: [],
    labels: [],
    missing: [],
  };
}

/** Pieces of table four's broken heads. */
const pieces = ['维持', '纠正', '尚未', '总计'];

function isNamed(words: string, label: string, aliases: readonly string[] = []): boolean {
  return [label, ...aliases].some((name) => name.length > 1 && words.includes(name.replace(/[\s（）()、，,.“”:：]/g, '')));
}

/** Names with their figures behind them in one line, or braces and quotation marks. */
function isListed(piece: string): boolean {
  return (
    /[一-鿿][：:=是为]?\s*\d+[，,；;、\s]+[一-鿿]{2,}[：:=是为]?\s*\d/.test(piece) ||
    /["”]\s*:\s*[\d[{]/.test(piece) ||
    /^\s*[-*•].*\d/m.test(piece)
  );
}

/** `body` without sentences at its beginning and end; undefined if nothing else is in it. */
function withoutProse(text: string, lines: LineIndex, body: Span): Span | undefined {
  let first = lineAt(lines, body.start);
  let last = lineAt(lines, Math.max(body.start, body.end - 1));
  const isPassed = (line: number): boolean => {
    const { start, end } = lineSpan(text, lines, line);
    const piece = text.slice(Math.max(start, body.start), Math.min(end, body.end)).trim();
    return piece === '' || /。/.test(piece);
  };
  while (first <= last && isPassed(first)) first++;
  while (last > first && isPassed(last)) last--;
  if (first > last) return undefined;
  return { start: Math.max(body.start, lineSpan(text, lines, first).start), end: Math.min(body.end, lineSpan(text, lines, last).end) };
}
