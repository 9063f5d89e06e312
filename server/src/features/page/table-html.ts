/**
 * A shown table as HTML: merged cells as on paper, marks on the cells that findings are about (the reason as tooltip and,
 * numbered, below the table). Class names only; how that looks is for a style sheet. All text is escaped.
 *
 *     ┌──────────────┬──────┐
 *     │一、本年新收… │ 13 ① │      <td class="nianbao-error" title="总计应为 …" data-nianbao-mark="①">13</td>
 *     └──────────────┴──────┘
 *      ① 总计应为 …
 */
import type { PrintedCell, PrintedTable } from '../../report/writing/printed-form';
import { escapeHtml } from '../../text/escape';
import { type Message, msg } from '../../text/message';
import type { Mark, Note, ShownTable } from './shown-table';

/** Puts a message into the reader's words. */
export type Say = (message: Message) => string;

/** More notes than this are not listed; the cells still have theirs as tooltips. */
const mostNotes = 40;

/**
 * The table and its notes.
 * @param lineOf the line, from 0, at which an offset stands, for viewers that scroll with the text; without it rows name none.
 */
export function tableHtml(shown: ShownTable, say: Say, lineOf?: (offset: number) => number): string {
  const { printed, table } = shown;
  const heads = table.form.number === 2 ? 0 : countHeads(printed);
  let last = -1;
  const row = (cells: readonly PrintedCell[]): string => {
    const line = lineOf ? lineIn(shown, cells, lineOf) : undefined;
    // Lines in a falling order would confuse the viewer.
    const told = line !== undefined && line > last;
    if (told) last = line;
    return `<tr${told ? ` class="code-line" data-line="${line}"` : ''}>${cells.map((cell) => cellHtml(shown, cell, say)).join('')}</tr>\n`;
  };
  const rows = printed.lines.map(row);
  const head = heads > 0 ? `<thead>\n${rows.slice(0, heads).join('')}</thead>\n` : '';
  return `<table class="nianbao-form nianbao-form-${table.form.number}">\n${head}<tbody>\n${rows.slice(heads).join('')}</tbody>\n</table>\n${notesHtml(shown, say)}`;
}

/** How many lines of heads stand above the first figure. */
function countHeads({ lines }: PrintedTable): number {
  return lines.findIndex((cells) => cells.some(({ value }) => value));
}

function lineIn({ table }: ShownTable, cells: readonly PrintedCell[], lineOf: (offset: number) => number): number | undefined {
  const value = cells.find((cell) => cell.value)?.value;
  const row = value && table.byId.get(value.row.id);
  const start = row?.label?.start ?? row?.cells[0]?.span.start;
  return start === undefined ? undefined : lineOf(start);
}

function cellHtml(shown: ShownTable, { text, columns, lines, value }: PrintedCell, say: Say): string {
  const merged = (columns > 1 ? ` colspan="${columns}"` : '') + (lines > 1 ? ` rowspan="${lines}"` : '');
  if (!value) return `<th${merged}>${escapeHtml(text)}</th>`;
  const cell = shown.table.byId.get(value.row.id)?.cells[value.index];
  const mark = cell && shown.marks.get(cell);
  const reason = shown.empty.get(value.row.id);
  const looks = mark ? markHtml(mark, say) : reason ? ` class="nianbao-empty" title="${escapeHtml(say(reason))}"` : '';
  return `<td${merged}${looks}>${escapeHtml(text)}</td>`;
}

function markHtml({ severity, notes }: Mark, say: Say): string {
  const reasons = notes.map(({ message }) => say(message)).join('\n');
  return ` class="nianbao-${severity}" title="${escapeHtml(reasons)}" data-nianbao-mark="${notes.map(({ number }) => numeral(number)).join('')}"`;
}

function notesHtml({ notes }: ShownTable, say: Say): string {
  if (notes.length === 0) return '';
  const items = notes.slice(0, mostNotes).map((note) => noteHtml(note, say));
  if (notes.length > mostNotes)
    items.push(`<li>${escapeHtml(say(msg('另有 {0} 处，见编辑器的问题面板', notes.length - mostNotes)))}</li>\n`);
  return `<ul class="nianbao-notes">\n${items.join('')}</ul>\n`;
}

function noteHtml({ number, severity, message, left }: Note, say: Say): string {
  const sign = number === undefined ? '' : `<span class="nianbao-number">${numeral(number)}</span> `;
  const rest = left === undefined ? '' : `<span class="nianbao-left">${escapeHtml(left)}</span>`;
  return `<li class="nianbao-${severity ?? 'unplaced'}">${sign}${escapeHtml(say(message))}${rest}</li>\n`;
}

/** ① to ㊿; larger numbers in brackets. */
function numeral(number: number | undefined): string {
  if (number === undefined) return '';
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  return number <= 50 ? String.fromCodePoint(0x32b1 + number - 36) : `(${number})`;
}
