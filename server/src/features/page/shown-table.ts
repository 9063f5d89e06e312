/**
 * The tables of a report as they are shown to people: the form with the draft's figures in it, whatever way the draft
 * separates its cells; the cells that findings are about, and in words below the table what they say and what of the draft
 * has no place in the form. So nothing that stands in the draft's table is left out. How it looks is for `table-html.ts`.
 *
 * A table that cannot be told apart from what stands around it, or of which no row could be placed, is not shown: it is
 * left as it was written.
 */
import { type PrintedTable, printTable } from '../../report/writing/printed-form';
import type { Cell, Report, Row, Table } from '../../report/report';
import { cellPlaceOf } from '../../report/writing/fill-cells';
import type { Finding, Severity } from '../../findings/finding';
import { type Message, msg } from '../../text/message';
import { firstFrom, slice, type Span } from '../../text/span';
import { severityValues } from '../choices/choices';
import { contentOf, type Loss, type LostPiece, piecesOf } from '../normalize/lost-content';
import { placesOf } from '../table-place';

export interface ShownTable {
  readonly table: Table;
  /** Where it stands in the text, all that belongs to it included. */
  readonly place: Span;
  readonly printed: PrintedTable;
  readonly marks: ReadonlyMap<Cell, Mark>;
  /** Why a row is printed without figures, by its id: the draft lacks it, or what it holds fits no columns. */
  readonly empty: ReadonlyMap<string, Message>;
  readonly notes: readonly Note[];
}

/** What is wrong with a cell. */
export interface Mark {
  /** The worst of its notes. */
  readonly severity: Severity;
  /** In the order of their numbers. */
  readonly notes: readonly Note[];
}

/** What is said below the table. */
export interface Note {
  /** By which cells refer to it, from 1; undefined for what no cell refers to. */
  readonly number: number | undefined;
  /** Undefined where no rule says it: it only has no place in the form. */
  readonly severity: Severity | undefined;
  readonly message: Message;
  /** What stands in the draft and not in the form, its cells set apart. */
  readonly left?: string;
}

/** The tables of `report` that can be shown, in the order of the text. `findings` are those of the report, in the order of their place. */
export function shownTables(report: Report, findings: readonly Finding[]): ShownTable[] {
  const placed = placedTables(report);
  if (placed.length === 0) return [];
  const pieces = piecesOf(report.text, report.read.grid);
  const remarks = remarksOf(findings);
  return placed.map(({ table, place }) => shownTable(report, table, place, pieces, remarks));
}

/** Which tables those are, and where. */
export function placedTables(report: Report): Pick<ShownTable, 'table' | 'place'>[] {
  if (!report.recognized || report.tables.length === 0) return [];
  return placesOf(report).flatMap((place, i) => {
    const table = report.tables[i] as Table;
    return place && table.rows.length > 0 ? [{ table, place }] : [];
  });
}

/** A place that a finding speaks of. */
interface Remark extends Span {
  readonly finding: Finding;
  /** Whether it is the finding's own place, not one related to it. */
  readonly own: boolean;
}

/** In the order of the text. */
function remarksOf(findings: readonly Finding[]): Remark[] {
  const remarks = findings.flatMap((finding) => [
    { ...finding.span, finding, own: true },
    ...(finding.related ?? []).map(({ span }) => ({ ...span, finding, own: false })),
  ]);
  return remarks.sort((a, b) => a.start - b.start);
}

function shownTable(report: Report, table: Table, place: Span, pieces: readonly LostPiece[], remarks: readonly Remark[]): ShownTable {
  const { values, losses, lost } = contentOf(report, table, place, pieces);
  const inside = remarks.slice(firstFrom(remarks, place.start), firstFrom(remarks, place.end + 1));
  const isMissing = ({ own, finding }: Remark): boolean => own && finding.lacks?.kind === 'row';
  const missing = [...aboveTable(report, place, remarks), ...inside].filter(isMissing);
  const empty = emptyRows(table, missing.length > 0);
  const textOf = ({ kind, span }: Cell): string => (kind === 'blank' ? '' : (values.get(span.start) ?? slice(report.text, span)));
  const texts = new Map<string, readonly string[]>([
    ...table.rows.map((row) => [row.form.id, row.cells.map(textOf)] as const),
    ...[...empty.keys()].map((id) => [id, []] as const),
  ]);
  const { marks, notes, others } = marksOf(report, table, place, inside);
  const rest = [...missing, ...others.filter((remark) => !isMissing(remark))].map(({ finding }) => finding);
  return {
    table,
    place,
    printed: printTable(table.form, texts, false),
    marks,
    empty,
    notes: [...notes, ...notesOfRest(rest, leftovers(losses, lost, pieces))],
  };
}

function emptyRows({ missing, ragged, byId }: Table, isTold: boolean): Map<string, Message> {
  return new Map([
    ...(isTold ? missing : []).map(({ id }) => [id, msg('草稿中没有这一行')] as const),
    ...ragged.flatMap(({ form }) => (form && !byId.has(form.id) ? [[form.id, msg('这一行的数对不上各栏，列在表下')] as const] : [])),
  ]);
}

/** What is said at the heading under which the table stands. */
function aboveTable({ sections }: Report, { start }: Span, remarks: readonly Remark[]): readonly Remark[] {
  const heading = sections.findLast((section) => section.heading.start <= start)?.heading;
  return heading ? remarks.slice(firstFrom(remarks, heading.start), firstFrom(remarks, heading.end)) : [];
}

/** The marks of the cells that remarks are about; the notes that explain them; the remarks about no cell. */
function marksOf(
  report: Report,
  table: Table,
  place: Span,
  remarks: readonly Remark[],
): { marks: Map<Cell, Mark>; notes: Note[]; others: Remark[] } {
  const cellsAt = cellFinder(report, table);
  const marks = new Map<Cell, Mark>();
  const notes = new Map<Finding, Note>();
  const others: Remark[] = [];
  for (const remark of remarks) {
    const { finding, own } = remark;
    // What a finding in the table relates to are the parts of a sum, nothing is wrong with them.
    if (!own && place.start <= finding.span.start && finding.span.end <= place.end) continue;
    const cells = cellsAt(remark, finding);
    if (cells.length === 0) {
      if (own) others.push(remark);
      continue;
    }
    const note = notes.get(finding) ?? { number: notes.size + 1, severity: finding.severity, message: finding.message };
    notes.set(finding, note);
    for (const cell of cells) {
      const before = marks.get(cell);
      if (before?.notes.includes(note)) continue;
      marks.set(
        cell,
        before
          ? { severity: worse(before.severity, finding.severity), notes: [...before.notes, note] }
          : { severity: finding.severity, notes: [note] },
      );
    }
  }
  return { marks, notes: [...notes.values()], others };
}

/** Finds the cells that a span is about: one cell, or the blank ones that it covers. */
function cellFinder(report: Report, table: Table): (span: Span, finding: Finding) => readonly Cell[] {
  const cells = table.rows
    .flatMap((row) => row.cells.map((cell) => ({ cell, ...spanOf(report, table, row, cell) })))
    .sort((a, b) => a.start - b.start);
  const blanks = cells.filter(({ cell }) => cell.kind === 'blank').map(({ cell }) => cell);
  return ({ start, end }, { subject }) => {
    if (subject === 'blank-table' && start === table.caption.start && end === table.caption.end) return blanks;
    const found: Cell[] = [];
    let i = firstFrom(cells, start);
    const around = cells[i - 1];
    if (around && around.cell.kind !== 'blank' && end <= around.end) found.push(around.cell);
    for (let next = cells[i]; next && next.start <= end; next = cells[++i]) {
      if (next.cell.kind === 'blank' ? next.end <= end : next.start === start && end <= next.end && end > start) found.push(next.cell);
    }
    return found;
  };
}

function spanOf(report: Report, table: Table, row: Row, cell: Cell): Span {
  return cell.kind === 'blank' ? cellPlaceOf(report, table, row, cell) : cell.span;
}

/** What the form has no place for, and what stands there in the draft. */
interface Leftover extends Loss {
  readonly left: string;
}

/** The losses, each with the words and figures from there to the next, so that none is left out. */
function leftovers(losses: readonly Loss[], lost: readonly LostPiece[], pieces: readonly LostPiece[]): Leftover[] {
  const isLost = new Set(lost);
  return losses.map((loss, i) => {
    const next = losses[i + 1]?.span.start ?? Infinity;
    const texts: string[] = [];
    for (let at = firstFrom(pieces, loss.span.start); (pieces[at]?.start ?? Infinity) < next; at++) {
      const piece = pieces[at] as LostPiece;
      if (piece.start < loss.span.end || isLost.has(piece)) texts.push(piece.text);
    }
    return { ...loss, left: texts.join(' | ') };
  });
}

/** Notes for what is about no cell: findings that are worse than a remark on wording, and what has no place in the form. */
function notesOfRest(findings: readonly Finding[], leftovers: readonly Leftover[]): Note[] {
  const explained = new Map<Finding, Leftover>();
  const unexplained: Leftover[] = [];
  let next = 0;
  for (const leftover of leftovers) {
    while ((findings[next]?.span.end ?? Infinity) < leftover.span.start) next++;
    const finding = findings[next];
    if (finding && finding.span.start <= leftover.span.end && !explained.has(finding)) explained.set(finding, leftover);
    else unexplained.push(leftover);
  }
  const said = findings.filter((finding) => explained.has(finding) || finding.severity === 'error' || finding.severity === 'warning');
  return [
    ...said.map((finding) => noteOf(finding.message, finding.severity, explained.get(finding)?.left)),
    ...unexplained.map(({ message, left }) => noteOf(message, undefined, left)),
  ];
}

function noteOf(message: Message, severity: Severity | undefined, left = ''): Note {
  return { number: undefined, severity, message, ...(left !== '' && { left }) };
}

function worse(a: Severity, b: Severity): Severity {
  return severityValues.indexOf(a) <= severityValues.indexOf(b) ? a : b;
}
