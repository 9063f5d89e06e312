/**
 * Writes a missing table, all zeros, below the heading of its section: as the other tables of the text are written, else
 * in Markdown where the text has Markdown marks, else drawn. What was written is read again before it is handed out:
 * unless the table is there with all its rows, and everything else is as it was, it is tried in the next way.
 */
import { applyEdits, type TextEdit } from '../../text/edit';
import { lineAt, lineBreakOf, lineEnd } from '../../text/lines';
import { slice } from '../../text/span';
import { displayWidth } from '../../text/width';
import { tablesFor } from '../edition';
import type { TableForm } from '../form/form';
import { parse } from '../parse';
import { printTable, type RowTexts } from './printed-form';
import type { Report, Row, Section, Table } from '../report';
import type { TableFormat } from './table-format';
import { writeTable } from './write-table';

/** The edit that writes the table of `section`; undefined where it would not be read again. */
export function insertTable(report: Report, section: Section): TextEdit | undefined {
  const form = tablesFor(report.year).find(({ number }) => number === section.form.table);
  if (!form) return undefined;
  const texts: RowTexts = new Map(form.rows.map((row) => [row.id, row.columns.map(() => '0')]));
  for (const write of waysFor(report)) {
    const edit = placed(report, section, write(form, texts));
    if (isRead(report, form, edit)) return edit;
  }
  return undefined;
}

/** A way to write a table: its text, with the text's own line ends, and whether blank lines must set it apart. */
type Way = (form: TableForm, texts: RowTexts) => { readonly text: string; readonly apart: boolean };

function waysFor(report: Report): Way[] {
  const { text, tables } = report;
  const end = lineBreakOf(text);
  const way =
    (target: TableFormat): Way =>
    (form, texts) => ({ text: writeTable(form, texts, target).join(end), apart: target !== 'tabs' });
  const ways: Way[] = [];
  const model = [...tables].sort((a, b) => b.rows.length - a.rows.length)[0];
  if (model?.layout === 'html') ways.push(way('html'));
  else if (model?.layout === 'tabs') ways.push(way('tabs'));
  else if (model && rulerOf(report, model)) ways.push(way(isDrawn(report, model) ? 'text' : 'markdown'));
  else if (model) {
    const own = likeRowsOf(report, model, end);
    if (own) ways.push(own);
  }
  if (hasMarks(text)) ways.push(way('markdown'));
  return [...ways, way('text'), way('tabs')];
}

/** Cells separated as in the rows of `table`; undefined if it has no row to learn from. */
function likeRowsOf({ text, lines }: Report, table: Table, end: string): Way | undefined {
  const row = table.rows.find(isWhole);
  if (!row) return undefined;
  const [first, second] = row.cells;
  if (!row.label || !first || !second) return undefined;
  const between = text.slice(first.span.end, second.span.start);
  if (/[\r\n]/.test(between)) {
    const behind = between.replace(/\s+$/, '');
    return (form, texts) => ({
      text:
        printTable(form, texts, false)
          .lines.flat()
          .map((cell) => cell.text)
          .join(between) + behind,
      apart: false,
    });
  }
  const bar = /[|｜│┃║]/.exec(between)?.[0];
  const separator = bar ? ` ${bar} ` : between.trim() === '' ? '    ' : between.trim();
  const start = lines.starts[lineAt(lines, row.label.start)] as number;
  const leads = bar !== undefined && text.slice(start, row.label.start).trim().startsWith(bar);
  const closes = bar !== undefined && text.slice(row.span.end).trimStart().startsWith(bar);
  const line = (cells: readonly string[]): string => (leads ? `${bar} ` : '') + cells.join(separator) + (closes ? ` ${bar}` : '');
  return (form, texts) => ({
    text: printTable(form, texts, false)
      .lines.map((cells) => line(cells.map((cell) => cell.text)))
      .join(end),
    apart: false,
  });
}

/** A row of several values, all of them there. */
function isWhole({ label, cells }: Row): boolean {
  return label !== undefined && cells.length > 1 && cells.every(({ kind }) => kind === 'number');
}

/** The first Markdown ruler in the table, its line. */
function rulerOf({ text }: Report, { span }: Table): RegExpExecArray | null {
  return /^[ \t]*\|?[ \t]*:?-{2,}[-: |\t]*$/m.exec(slice(text, span));
}

/** Whether the ruler is a line through the whole table rather than a mark of Markdown. */
function isDrawn(report: Report, table: Table): boolean {
  const found = rulerOf(report, table);
  if (!found || /[: ]/.test(found[0])) return false;
  const above = slice(report.text, table.span).slice(0, found.index).trimEnd();
  return displayWidth(found[0]) === displayWidth(above.slice(above.lastIndexOf('\n') + 1));
}

/** Whether the text has Markdown headings or tables. */
function hasMarks(text: string): boolean {
  return /^#{1,6} /m.test(text) || /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[-: |\t]*$/m.test(text);
}

/** Below the heading's line, with a blank line between where other headings have one or the table needs it. */
function placed({ text, sections }: Report, { heading }: Section, { text: written, apart }: ReturnType<Way>): TextEdit {
  const end = lineBreakOf(text);
  const at = lineEnd(text, heading.end);
  const isBlankAfter = (offset: number): boolean =>
    /^(?:\r\n|\n|\r)[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(lineEnd(text, offset), lineEnd(text, offset) + 40));
  const habit = sections.some((section) => section.heading !== heading && isBlankAfter(section.heading.end));
  const above = apart || habit ? end + end : end;
  const below = (apart || habit) && at < text.length && !isBlankAfter(heading.end) ? end : '';
  return { span: { start: at, end: at }, newText: above + written + below };
}

/** Whether the table is there after `edit`, whole, and nothing else reads otherwise. */
function isRead(report: Report, form: TableForm, edit: TextEdit): boolean {
  const after = parse(applyEdits(report.text, [edit]));
  if (after.sections.length !== report.sections.length || after.tables.length !== report.tables.length + 1) return false;
  const added = after.tables.find(
    (table) => table.form === form && table.span.end > edit.span.start && table.span.start < edit.span.start + edit.newText.length,
  );
  if (!added || added.missing.length + added.ragged.length + added.unknown.length + added.duplicates.length > 0) return false;
  if (!added.rows.every(({ cells }) => cells.every(({ value }) => value === 0))) return false;
  const others = after.tables.filter((table) => table !== added);
  return report.tables.every((table, i) => valuesOf(table) === valuesOf(others[i]));
}

/** All that is read from a table's cells. */
function valuesOf(table: Table | undefined): string {
  return JSON.stringify(table?.rows.map(({ form, cells }) => [form.id, ...cells.map(({ kind, value }) => [kind, value])]));
}
