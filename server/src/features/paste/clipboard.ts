/**
 * Reads what another program put on the clipboard as tables of a report: the text with its tables in the standard form,
 * or why they cannot be written so. Values are placed by labels, as everywhere; what has no place is named, and then
 * nothing is written. Where the text goes is for `paste.ts` to say.
 */
import type { TableForm } from '../../report/form/form';
import { parse } from '../../report/parse';
import { nameOf } from '../../report/names';
import type { Report, Table } from '../../report/report';
import type { TableFormat } from '../../report/writing/table-format';
import { draftOfHtml, type PastedCell, type PastedDraft } from '../../table/pasted-html';
import { unquoteTabs } from '../../table/quoted-tabs';
import { applyEdits } from '../../text/edit';
import { type Message, msg, shortened } from '../../text/message';
import { slice } from '../../text/span';
import { normalize, tablePlaceOf } from '../normalize/normalize';

export interface Clipboard {
  /** As `text/html`. */
  readonly html?: string;
  /** As `text/plain`. */
  readonly text?: string;
}

export interface ClipboardOptions {
  readonly target: TableFormat;
  /** Whether a blank line stands between paragraphs. */
  readonly spaced: boolean;
}

/** Tables that can be written. */
export interface Pasted {
  /** Line ends are `\n`; none at either end. */
  readonly text: string;
  /** `text` read. It has at least one table. */
  readonly report: Report;
  /** The table, if `text` is nothing but one. */
  readonly alone: Table | undefined;
  /** Whether it was copied as the source of a table, HTML or Markdown, which may be just what is wanted. */
  readonly source: boolean;
  /** Rows that are not there. */
  readonly missing: readonly Remark[];
}

/** Why tables of a report on the clipboard cannot be written; at least one reason. */
export interface NotPasted {
  readonly reasons: readonly Remark[];
}

/** Something to be told of a table. */
export interface Remark {
  /** Undefined for what is none of the report's tables. */
  readonly table: TableForm | undefined;
  readonly message: Message;
}

/** Longer texts are not looked at. */
const longest = 4_000_000;
/** Nor are pages with more rows: a report has fewer than fifty. */
const mostRows = 2_000;

/** The tables on the clipboard; undefined if there is none of a report, or only a few rows of one. */
export function readClipboard({ html, text }: Clipboard, options: ClipboardOptions): Pasted | NotPasted | undefined {
  const between = options.spaced ? '\n\n' : '\n';
  if (html !== undefined && hasTable(html)) {
    const draft = draftOfHtml(html, between);
    const read = draft && fromDraft(draft, options.target, false);
    if (read) return read;
  }
  if (text === undefined || text.length > longest) return undefined;
  if (/^\s*<table[\s>]/i.test(text)) {
    const draft = hasTable(text) ? draftOfHtml(text, between) : undefined;
    return draft && fromDraft(draft, options.target, true);
  }
  return /[\t|]/.test(text) ? fromText(text, options.target) : undefined;
}

function hasTable(html: string): boolean {
  return html.length <= longest && /<table[\s>]/i.test(html) && (html.match(/<tr[\s>]/gi)?.length ?? 0) <= mostRows;
}

function fromText(text: string, target: TableFormat): Pasted | NotPasted | undefined {
  const draft = unquoteTabs(text)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\n+$/g, '');
  const report = parse(draft);
  // Cells between tabs come from a program that has tables; cells between bars were written so by somebody.
  if (!report.tables.every(({ layout }) => layout === 'tabs' || layout === 'pipes')) return undefined;
  return written(
    report,
    target,
    report.tables.some(({ layout }) => layout === 'pipes'),
  );
}

function fromDraft({ text, tables, cells }: PastedDraft, target: TableFormat, source: boolean): Pasted | NotPasted | undefined {
  const report = parse(text);
  if (!isPastable(report)) return undefined;
  const others = tables.filter(({ start, end }) => !report.tables.some(({ span }) => span.start < end && start < span.end));
  const reasons = [
    ...others.map((other): Remark => ({ table: undefined, message: msg('剪贴板里还有别的表格：「{0}」', shortened(slice(text, other))) })),
    ...report.tables.flatMap((table) => misplaced(table, text, cells)),
  ];
  return reasons.length > 0 ? { reasons } : written(report, target, source);
}

/** Whether tables of a report are there, each with most of its rows. */
function isPastable({ recognized, tables }: Report): boolean {
  return recognized && tables.length > 0 && tables.every(({ missing, form }) => missing.length * 3 <= form.rows.length);
}

/**
 * Values that are seen elsewhere than they are read: in a cell over several rows, or, in a row that has not as many cells
 * as the form, not under their head.
 */
function misplaced({ form, rows, labels }: Table, text: string, cells: PastedDraft['cells']): Remark[] {
  const heads = labels.map((label) => ({ id: label.form.id, kind: label.form.kind, place: cells.get(label.span.start) }));
  const named = new Set(heads.map(({ place }) => place));
  const isUnder = (cell: PastedCell, id: string, kind: 'row' | 'column') =>
    heads.some((head) => head.id === id && head.kind === kind && head.place && head.place.from < cell.to && cell.from < head.place.to);
  return rows.flatMap((row): Remark[] => {
    const filled = row.cells.flatMap(({ kind, span }, i) => {
      const place = kind === 'blank' ? undefined : cells.get(span.start);
      return place ? [{ span, place, column: row.form.columns[i] as string }] : [];
    });
    const tall = filled.find(({ place }) => place.lines > 1);
    if (tall)
      return [{ table: form, message: msg('「{0}」的「{1}」占了几行，不知道各行是多少', nameOf(row.form), slice(text, tall.span)) }];
    const count = filled[0]?.place.row.filter((cell) => !named.has(cell)).length;
    // Table four has its rows side by side.
    if (row.cells.length === 1 || count === row.cells.length || (!row.label && count === rows.length * row.cells.length)) return [];
    const astray = filled.find(
      ({ place, column }) => !isUnder(place, column, 'column') || (!row.label && !isUnder(place, row.form.id, 'row')),
    );
    return astray
      ? [{ table: form, message: msg('「{0}」的「{1}」不在表头下面，不知道填在哪一格', nameOf(row.form), slice(text, astray.span)) }]
      : [];
  });
}

function written(report: Report, target: TableFormat, source: boolean): Pasted | NotPasted | undefined {
  if (!isPastable(report)) return undefined;
  const { edits, refused } = normalize(report, { target });
  if (refused.length > 0) return { reasons: refused.map(({ table, message }) => ({ table: table.form, message })) };
  const text = applyEdits(report.text, edits).replace(/^\n+|\n+$/g, '');
  const after = parse(text);
  const [first, ...more] = after.tables;
  const place = first && more.length === 0 ? tablePlaceOf(after, first) : undefined;
  return {
    text,
    report: after,
    alone: place?.start === 0 && place.end === text.length ? first : undefined,
    source,
    missing: after.tables.flatMap(({ form, missing }) =>
      missing.map((row) => ({ table: form, message: msg('缺「{0}」一行', nameOf(row)) })),
    ),
  };
}
