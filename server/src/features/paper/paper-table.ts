/**
 * A table of the text as the form prints it, merged cells and all, with the findings on the cells and labels that they are
 * about. What the form has no place for stands below the table; so do findings that are about no cell of it.
 */
import type { ShownTable } from '../page/shown-table';
import { cellPlaceOf } from '../../report/writing/fill-cells';
import { printedLabel, type PrintedCell } from '../../report/writing/printed-form';
import type { Cell, Report, Row, Table } from '../../report/report';
import { escapeHtml } from '../../text/escape';
import { type Span, touches } from '../../text/span';
import { markOf, type Numbered, type Say } from './marks';

/** Findings by the cell or the printed label on which they are marked. */
interface Marks {
  readonly cells: ReadonlyMap<Cell, readonly Numbered[]>;
  readonly labels: ReadonlyMap<string, readonly Numbered[]>;
  /** About the table, or about what has no place in the form. */
  readonly others: readonly Numbered[];
}

/** @param findings those inside of the table's place */
export function paperTable(report: Report, shown: ShownTable, findings: readonly Numbered[], say: Say): string {
  const { table, printed, place } = shown;
  const marks = marksOf(report, table, findings);
  const told = new Set<string>();
  const rows = printed.lines.map(
    (cells) => `<tr>${cells.map((cell) => cellHtml(cell, { report, shown, marks, told, say })).join('')}</tr>\n`,
  );
  const unprinted = [...marks.labels].filter(([label]) => !told.has(label)).flatMap(([, own]) => own);
  const notes = notesHtml(shown, [...marks.others, ...unprinted], say);
  return `<div class="scroll" data-from="${place.start}"><table class="form form-${table.form.number}"><tbody>\n${rows.join('')}</tbody></table></div>\n${notes}`;
}

interface Context {
  readonly report: Report;
  readonly shown: ShownTable;
  readonly marks: Marks;
  /** Labels whose findings are marked already. */
  readonly told: Set<string>;
  readonly say: Say;
}

function cellHtml({ text, columns, lines, value }: PrintedCell, { report, shown, marks, told, say }: Context): string {
  const merged = (columns > 1 ? ` colspan="${columns}"` : '') + (lines > 1 ? ` rowspan="${lines}"` : '');
  if (!value) {
    const own = told.has(text) ? [] : (marks.labels.get(text) ?? []);
    if (own.length > 0) told.add(text);
    return `<th${merged}${markOf(own)}>${escapeHtml(text)}</th>`;
  }
  const row = shown.table.byId.get(value.row.id);
  const cell = row?.cells[value.index];
  const reason = cell ? undefined : shown.empty.get(value.row.id);
  if (!row || !cell) return `<td${merged} class="empty"${reason ? ` title="${escapeHtml(say(reason))}"` : ''}></td>`;
  const { start } = spanOf(report, shown.table, row, cell);
  return `<td${merged}${markOf(marks.cells.get(cell) ?? [])} data-from="${start}">${escapeHtml(text)}</td>`;
}

function marksOf(report: Report, table: Table, findings: readonly Numbered[]): Marks {
  const cells = new Map<Cell, Numbered[]>();
  const labels = new Map<string, Numbered[]>();
  const others: Numbered[] = [];
  const placed = table.rows.flatMap((row) => row.cells.map((cell) => ({ cell, span: spanOf(report, table, row, cell) })));
  for (const finding of findings) {
    const { start, end } = finding;
    const cell = placed.find(({ span }) => span.start === start && end <= span.end) ?? placed.find(({ span }) => holds(span, finding));
    const label = cell ? undefined : (table.labels.find(({ span }) => holds(span, finding)) ?? rowAt(table, finding));
    if (cell) push(cells, cell.cell, finding);
    else if (label) push(labels, printedLabel(label.form), finding);
    else others.push(finding);
  }
  return { cells, labels, others };
}

function rowAt(table: Table, { start, end }: Span): Row | undefined {
  return table.rows.find(({ span }) => span.start <= start && end <= span.end);
}

function holds(outer: Span, { start, end }: Span): boolean {
  return touches(outer, start) && touches(outer, end);
}

function spanOf(report: Report, table: Table, row: Row, cell: Cell): Span {
  return cell.kind === 'blank' ? cellPlaceOf(report, table, row, cell) : cell.span;
}

function notesHtml({ notes }: ShownTable, others: readonly Numbered[], say: Say): string {
  const left = notes.flatMap(({ left: words, message }) => (words === undefined ? [] : [{ words, message }]));
  const items = [
    ...others.map((one) => `<li><span${markOf([one])} data-from="${one.start}">${escapeHtml(say(one.finding.message))}</span></li>\n`),
    ...left.map(({ words, message }) => `<li>${escapeHtml(say(message))}<code>${escapeHtml(words)}</code></li>\n`),
  ];
  return items.length === 0 ? '' : `<ul class="notes">\n${items.join('')}</ul>\n`;
}

function push<K>(lists: Map<K, Numbered[]>, key: K, one: Numbered): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
