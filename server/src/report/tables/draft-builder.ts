/**
 * Builds the drafts of tables from what is read, in the order of the text: labels open rows and columns' heads, values go
 * to the open row, or in table four to the run of values. What a piece of text is, is told by `read-drafts.ts`.
 *
 *     label of a row      opens that row; values and blank cells that follow belong to it
 *     head, group, column closes the row; in the head of table three 其他 and 总计 are columns, later they are rows
 */
import type { GridCell, GridLine } from '../../table/grid';
import { readNumber } from '../../text/number';
import type { Span } from '../../text/span';
import type { Doubt } from './doubt';
import type { TableDraft, DraftRow, DraftRun, DraftTarget } from './draft';
import type { RowForm } from '../form/form';
import { isPartOf, matchExactly, type Meaning } from './labels';
import { longestLabel } from './pieces';

/** Words that may be the first part of a label, or the label of an unknown row. */
export interface Pending {
  readonly span: Span;
  readonly piece: string;
  readonly line: number;
  readonly column: number;
}

/** A cell, its grid line and its place on it. */
export interface CellPlace {
  readonly cell: GridCell;
  readonly index: number;
  readonly column: number;
}

/** Values of table four. */
const mostCases = 15;

export class DraftBuilder {
  readonly drafts: TableDraft[] = [];
  /** The table being built, its open row and how many values that has. */
  draft: TableDraft | undefined;
  row: DraftRow | undefined;
  filled = 0;
  pending: Pending | undefined;
  /** The words kept before them. */
  private earlier: Pending | undefined;
  private group: string | undefined;
  private inHead = false;
  /** Labels since the last value. */
  private labels = 0;
  private run: DraftRun | undefined;
  /** Ids of the rows of the current draft that have a value. */
  private readonly known = new Set<string>();
  private heads: Meaning[] = [];
  private targets: DraftTarget[] = [];

  constructor(private readonly grid: readonly GridLine[]) {}

  close(): void {
    this.draft = this.run = undefined;
    this.heads = [];
    this.targets = [];
    this.closeRow();
    this.inHead = false;
  }

  /** What a wording means here: by the table being read and by whether its head is being read. */
  choose(meanings: readonly Meaning[], piece: string): Meaning | undefined {
    // （六）其他 is the first half of （六）其他处理, not the row 3.其他.
    if (
      this.draft?.number === 3 &&
      piece.startsWith('六', 1) &&
      /^[(（]六[)）]/.test(piece) &&
      meanings.some((meaning) => meaning.form.id === '其他3')
    )
      return matchExactly('其他处理')[0];
    const [only] = meanings;
    if (meanings.length === 1 && only?.table === this.draft?.number) return only;
    const here = this.draft ? meanings.filter((meaning) => meaning.table === this.draft?.number) : [];
    if (here.length > 0) return this.chooseHere(here, piece);
    const strong = meanings.filter((meaning) => !isWeak(meaning, piece));
    return strong.length === 1 || strong.every((meaning) => meaning.table === strong[0]?.table) ? strong[0] : undefined;
  }

  /** Of several meanings in the table that is being read, the one that fits what was read of it. */
  private chooseHere(here: readonly Meaning[], piece: string): Meaning | undefined {
    if (here.length === 1) return here[0];
    const column = here.find((meaning) => meaning.form.kind === 'column');
    const row = here.find((meaning) => meaning.form.kind === 'row' && !meaning.only2019);
    if (column && row) return !/^[(（\d]/.test(piece.trim()) && (this.inHead || this.draft?.rows.length === 0) ? column : row;
    return here.find((meaning) => meaning.form.kind === 'head') ?? row ?? this.nextHead(here);
  }

  /** Of heads of table four that were cut to the same word, the first that the group does not have yet. */
  private nextHead(heads: readonly Meaning[]): Meaning | undefined {
    const group = this.heads.slice(this.heads.findLastIndex((meaning) => meaning.form.id === '总计') + 1);
    return heads.find((meaning) => !group.some((known) => known.form.id === meaning.form.id)) ?? heads[0];
  }

  /** @param joined whether it is one of several labels in its cell. */
  label(meaning: Meaning, { cell, index, column }: CellPlace, joined = false): void {
    const span = { start: cell.start, end: cell.end };
    this.pending = undefined;
    const draft = this.draftFor(meaning, span);
    draft.labels.push(joined ? { span, meaning, line: index, column, joined } : { span, meaning, line: index, column });
    draft.end = Math.max(draft.end, span.end);
    this.run = undefined;
    this.targets = [];
    if (draft.number === 4) {
      this.heads.push(meaning);
      return;
    }
    const { form } = meaning;
    this.labels++;
    if (form.kind === 'row') {
      this.inHead = false;
      this.group = undefined;
      if (this.row?.form?.id === form.id && this.filled === 0) return;
      this.openRow(form, span, index, column, false);
    } else {
      this.row = undefined;
      this.filled = 0;
      const groups = form.kind === 'head' && form.rows !== undefined;
      this.group = groups ? form.id : undefined;
      this.inHead = !groups;
      if (!groups) this.labels = 0;
    }
  }

  /** A head that names a row and a column: values that follow go there, one to each such head. */
  target(row: Meaning, column: Meaning, { cell, index, column: at }: CellPlace): void {
    if (row.form.kind !== 'row') return;
    const span = { start: cell.start, end: cell.end };
    const draft = this.draftFor(row, span);
    this.closeRow();
    for (const meaning of [row, column]) draft.labels.push({ span, meaning, line: index, column: at, joined: true });
    draft.end = Math.max(draft.end, span.end);
    this.run = undefined;
    this.targets.push({ row: row.form, column: column.form.id });
  }

  private draftFor(meaning: Meaning, span: Span): TableDraft {
    const again =
      meaning.form.kind === 'row' && meaning.form.id === '新收' && this.draft?.number === 3 && this.hasRow('转出') && this.hasRow('新收');
    if (this.draft?.number === meaning.table && !again) return this.draft;
    this.close();
    this.known.clear();
    this.draft = { number: meaning.table, rows: [], runs: [], labels: [], start: span.start, end: span.end, strays: 0 };
    this.drafts.push(this.draft);
    return this.draft;
  }

  private openRow(form: RowForm | undefined, label: Span, line: number, column: number, subtotal: boolean): void {
    this.row = { form, label, cells: [], labels: Math.max(1, this.labels), line, column, subtotal };
    this.filled = 0;
    this.draft?.rows.push(this.row);
  }

  value(cell: GridCell, line: number): void {
    const draft = this.draft;
    if (!draft) return;
    if (this.takesRun()) {
      this.addToRun(cell, line);
    } else {
      if (!this.row) this.openUnlabelled();
      if (!this.row) draft.strays++;
      if (!this.row || this.isPageNumber(line)) return;
      this.row.cells.push({ cell, line });
      if (this.filled++ === 0 && this.row.form) this.known.add(this.row.form.id);
      this.labels = 0;
    }
    draft.end = Math.max(draft.end, cell.end);
  }

  /** Values that stand in one cell, the only one of the row that holds any. */
  valuesTogether(cells: readonly GridCell[], line: number): void {
    for (const cell of cells) this.value(cell, line);
    const owner = this.takesRun() ? this.run : this.row;
    if (owner) owner.together = true;
  }

  /** Whether values go to a run, not to a row. */
  private takesRun(): boolean {
    return this.draft?.number === 4 || this.targets.length > 0 || (this.run?.targets.length ?? 0) > 0;
  }

  /** A number alone on its line below a whole row of another layout: a page's number. */
  private isPageNumber(line: number): boolean {
    const before = this.row?.cells.at(-1);
    return (
      this.filled >= this.width() && this.grid[line]?.kind === 'bare' && before !== undefined && this.grid[before.line]?.kind !== 'bare'
    );
  }

  /** Opens a row for values that no row's label precedes: after a group's label, or after unknown words. */
  private openUnlabelled(): void {
    const label = this.draft?.labels.at(-1);
    if (this.pending) {
      this.openRow(
        undefined,
        this.pending.span,
        this.pending.line,
        this.pending.column,
        /^[\s(（一二三四五六七八九\d)）、.]*(?:小计|合计)$/.test(this.pending.piece),
      );
    } else if (this.group !== undefined && label) {
      const of2019 = this.group === '其他' ? matchExactly('其他处理').find((meaning) => meaning.only2019)?.form : undefined;
      this.openRow(of2019?.kind === 'row' ? of2019 : undefined, label.span, label.line, 0, true);
    }
    this.group = this.pending = undefined;
  }

  /** @param leads whether the cell stands in front of the values of its line. */
  blank(cell: GridCell, line: number, leads = false): void {
    if (!this.takesRun()) {
      // In the form of 2019 (六)其他处理 is a row.
      if (!this.row && this.group === '其他' && !this.grid[line]?.filler) this.openUnlabelled();
      this.row?.cells.push({ cell, line });
    } else if (this.run || this.beginsRun(line, leads)) this.addToRun(cell, line);
  }

  /** Whether blank cells on grid line `line` are values: behind a head, in front of a value, alone or as many as the form has. */
  private beginsRun(line: number, leads: boolean): boolean {
    if (this.heads.length === 0 && this.targets.length === 0) return false;
    const count = this.grid[line]?.cells.length ?? 0;
    return leads || count === 1 || (this.grid[line]?.filler === true && count >= Math.max(this.targets.length, mostCases));
  }

  private addToRun(cell: GridCell, line: number): void {
    if (!this.run) {
      this.run = { heads: this.heads, targets: this.targets, cells: [] };
      this.heads = [];
      this.targets = [];
      this.draft?.runs.push(this.run);
    }
    this.run.cells.push({ cell, line });
  }

  /** The rest of the open row's label, broken over lines or set around its values. */
  continuesLabel(piece: string, cell: GridCell): boolean {
    if (!this.row?.form || !isPartOf(piece, this.row.form) || readNumber(piece).kind !== 'unreadable') return false;
    if (this.filled === 0)
      this.row.label = { start: Math.min(this.row.label.start, cell.start), end: Math.max(this.row.label.end, cell.end) };
    return true;
  }

  /** The words that are kept, and those with the words kept before them on the lines above, as they stand before grid line `line`. */
  pendingBefore(line: number): Pending[] {
    const { pending, earlier } = this;
    if (!pending || line - pending.line > 2) return [];
    if (!earlier || pending.line - earlier.line > 1 || earlier.piece.length + pending.piece.length > longestLabel) return [pending];
    const { span } = pending;
    return [pending, { ...earlier, piece: earlier.piece + pending.piece, span: { start: earlier.span.start, end: span.end } }];
  }

  /** Keeps words until what follows tells what they are. They end a row that has values. */
  await(words: Pending): void {
    this.earlier = this.pending;
    this.pending = words;
    if (this.row && this.filled > 0) this.row = undefined;
  }

  prose(): void {
    this.closeRow();
    this.inHead = false;
    this.run = undefined;
    this.targets = [];
  }

  closeRow(): void {
    this.row = this.pending = this.group = undefined;
    this.filled = 0;
    this.labels = 0;
  }

  expectsValue(): boolean {
    return this.takesRun()
      ? this.run !== undefined || this.heads.length + this.targets.length > 0
      : this.row !== undefined || this.pending !== undefined || this.group !== undefined;
  }

  /** How many values the open row or the run of table four still wants; undefined where none is open. */
  wanted(): number | undefined {
    if (this.draft?.number === 4) {
      if (this.run) return mostCases - this.run.cells.length;
      return this.heads.length >= mostCases / 3 ? mostCases : undefined;
    }
    return this.row?.form && Math.max(0, this.width() - this.filled);
  }

  /** Says that what is being read cannot be trusted. */
  doubt(why: Doubt): void {
    if (this.draft) this.draft.doubt ??= why;
  }

  hasRow(id: string): boolean {
    return this.known.has(id);
  }

  width(): number {
    return this.draft?.number === 3 ? 7 : (this.row?.form?.columns.length ?? 3);
  }
}

/** Words too common to begin a table: 总计, 其他, 合计, and 结果, which ends the broken label 三、本年度办理结果. */
function isWeak({ form }: Meaning, piece: string): boolean {
  return (form.label.length <= 2 || piece.length <= 2) && form.id !== '规章';
}
