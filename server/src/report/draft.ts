/**
 * Reads grid lines into drafts of the three tables: which labels stand where and which values follow each row's label.
 * Goes by labels alone, never by the number of a line or column, so that it does not matter how the cells were
 * separated, in which order rows come or where a page break fell. Putting values into columns is `place.ts`'s work.
 *
 * A state machine over the cells in the order of the text:
 *
 *     label of a row      opens that row; values and blank cells that follow belong to it
 *     head, group, column closes the row; in the head of table three 其他 and 总计 are columns, later they are rows
 *     unknown words       the rest of a broken label, or an unknown row if values follow
 *     prose, heading      closes everything
 */
import type { GridCell, GridLine } from '../table/grid';
import { splitWords } from '../table/spaces';
import { hasSpace, isDigits } from '../text/characters';
import { readNumber } from '../text/number';
import type { Span } from '../text/span';
import type { RowForm } from './form';
import { isPartOf, matchExactly, mayBeginLabel, matchLoosely, type Meaning, type TableNumber } from './labels';
import type { FoundHeading } from './sections';

/** A cell and the grid line that it stands in. */
export interface Placed {
  readonly cell: GridCell;
  readonly line: number;
}

export interface DraftRow {
  /** Undefined for an unknown row. */
  readonly form: RowForm | undefined;
  label: Span;
  /** Values and blank cells after the label. */
  readonly cells: Placed[];
  /** Labels in front of the values, the row's own included. */
  readonly labels: number;
  /** Grid line and cell of the label. */
  readonly line: number;
  readonly column: number;
  /** A subtotal that the form does not have, such as 小计 or values after (三)不予公开. */
  readonly subtotal: boolean;
}

/** Values of table four that stand together, with the meanings of the labels since the run before. */
export interface DraftRun {
  readonly heads: readonly Meaning[];
  readonly cells: Placed[];
}

export interface DraftLabel {
  readonly span: Span;
  readonly meaning: Meaning;
  readonly line: number;
}

export interface Draft {
  readonly number: TableNumber;
  readonly rows: DraftRow[];
  readonly runs: DraftRun[];
  readonly labels: DraftLabel[];
  readonly start: number;
  end: number;
}

const longestLabel = 64;
/** Longest line of heads set apart by spaces. */
const longestHead = 200;

/** The tables in the order of the text, as far as their labels tell. */
export function readDrafts(text: string, grid: readonly GridLine[], headings: readonly FoundHeading[]): Draft[] {
  const reader = new Reader(text, grid);
  let h = 0;
  for (let i = 0; i < grid.length; i++) {
    const heading = headings[h];
    if (heading && i >= heading.from) {
      reader.close();
      if (i >= heading.index) h++;
      continue;
    }
    reader.read(i);
  }
  return reader.drafts;
}

/** State of one reading; a class only because its twenty small steps share it. */
class Reader {
  readonly drafts: Draft[] = [];
  private draft: Draft | undefined;
  private row: DraftRow | undefined;
  private filled = 0;
  private group: string | undefined;
  private inHead = false;
  /** Labels since the last value. */
  private labels = 0;
  private pending: { readonly span: Span; readonly piece: string; readonly line: number; readonly column: number } | undefined;
  private run: DraftRun | undefined;
  /** Ids of the rows of the current draft that have a value. */
  private readonly known = new Set<string>();
  private heads: Meaning[] = [];

  constructor(private readonly text: string, private readonly grid: readonly GridLine[]) {}

  close(): void {
    this.draft = this.run = undefined;
    this.heads = [];
    this.closeRow();
    this.inHead = false;
  }

  read(index: number): void {
    const line = this.grid[index] as GridLine;
    if (line.kind === 'bare') {
      const cell = line.cells[0] as GridCell;
      if (!this.draft && cell.shown === undefined && (!mayBeginLabel(this.text.charCodeAt(cell.start)) || isStop(this.text.charCodeAt(cell.end - 1)))) return;
      if (cell.end - cell.start > longestHead) {
        this.prose();
        return;
      }
      const piece = cell.shown ?? this.text.slice(cell.start, cell.end);
      if (piece.length > longestLabel) {
        // Heads set apart by spaces may make a long line; prose has no space so near to its start.
        if (!isDivided(piece.slice(0, 16)) || !this.readWords(cell, index, 0, !this.draft)) this.prose();
      } else this.readPiece(cell, index, 0, piece);
      return;
    }
    if (line.kind === 'spaces') {
      if (isPageMark(this.text.slice(line.cells[0]?.start, line.cells.at(-1)?.end))) return;
      if (!this.opensSpaced(line, index)) {
        this.prose();
        return;
      }
    }
    let held: GridCell[] = [];
    let blankSoFar = true;
    for (let column = 0; column < line.cells.length; column++) {
      const cell = line.cells[column] as GridCell;
      if (cell.start === cell.end) {
        if (blankSoFar && !line.filler) held.push(cell);
        else this.blank(cell, index);
        continue;
      }
      if (!blankSoFar && cell.shown === undefined && isDigits(this.text, cell.start, cell.end)) {
        this.value(cell, index);
        continue;
      }
      const piece = cell.shown ?? this.text.slice(cell.start, cell.end);
      if (blankSoFar) {
        blankSoFar = false;
        if (isDigits(piece) && this.isIndex(line, column)) continue;
        // Blank cells in front of a label stand for merged cells; in front of a value they may be values.
        if (this.isValue(piece)) for (const blank of held) this.blank(blank, index, true);
        held = [];
      }
      this.readPiece(cell, index, column, piece);
    }
  }

  /** Whether the number at the start of a line only counts the rows: a label follows it. */
  private isIndex(line: GridLine, column: number): boolean {
    const next = line.cells[column + 1];
    return next !== undefined && next.end > next.start && matchExactly(this.pieceOf(next)).some((meaning) => meaning.form.kind !== 'column');
  }

  private readPiece(cell: GridCell, index: number, column: number, piece: string): void {
    const first = piece.charCodeAt(0);
    if (first >= 48 && first <= 57 && isDigits(piece)) {
      this.value(cell, index);
      return;
    }
    if (this.draft?.number === 4 && piece.length <= 3 && (this.readJoined(piece, cell, index) || this.awaitsRest(piece, cell, index, column))) return;
    if (piece.length <= longestLabel) {
      const meanings = matchExactly(piece);
      if (meanings.length > 0) {
        const meaning = this.choose(meanings, piece);
        if (meaning) this.label(meaning, cell, index, column);
        return;
      }
    }
    if (isDivided(piece) && this.readWords(cell, index, column, true)) return;
    if (!this.draft) return;
    const bare = this.grid[index]?.kind === 'bare';
    if (piece.length > longestLabel || (bare && isSentence(piece))) {
      this.prose();
      return;
    }
    if (this.continuesLabel(piece, cell)) return;
    if (this.isValue(piece) && this.expectsValue()) {
      this.value(cell, index);
      return;
    }
    if (this.readJoined(piece, cell, index)) return;
    const before = this.followedByValue(index, column);
    if (before) {
      const meaning = matchLoosely(piece, this.draft.number);
      if (meaning && !(meaning.form.kind === 'row' && this.hasRow(meaning.form.id))) {
        this.label(meaning, cell, index, column);
        return;
      }
    }
    if (isDivided(piece) && this.readWords(cell, index, column)) return;
    if (this.row && !bare && piece.length <= 12 && this.filled < this.width() && !(before && column === firstFilled(this.grid[index]))) {
      this.value(cell, index);
      return;
    }
    if (isMark(piece)) return;
    if (bare && !before && this.filled > 0) {
      // Words that no value follows end the row: a note under the table.
      this.closeRow();
      return;
    }
    this.pending = { span: { start: cell.start, end: cell.end }, piece, line: index, column };
    if (this.row && this.filled > 0) this.row = undefined;
  }

  /** A line of words and numbers set apart by spaces is a row only if its words are a label or its numbers are table four's. */
  private opensSpaced(line: GridLine, index: number): boolean {
    const words = line.cells.filter((cell) => !isDigits(this.pieceOf(cell)));
    const first = words[0];
    if (!first) return this.draft !== undefined && (this.row !== undefined || this.draft.number === 4 || this.pending !== undefined);
    if (this.draft) return first.end - first.start <= longestLabel && !isSentence(this.pieceOf(first));
    return splitWords(this.text, first.start, first.end, 1).some((cell) => matchExactly(this.pieceOf(cell)).length > 0) || (matchExactly(this.pieceOf(first)).length > 0 && index >= 0);
  }

  private pieceOf(cell: GridCell): string {
    return cell.shown ?? this.text.slice(cell.start, cell.end);
  }

  private prose(): void {
    this.closeRow();
    this.inHead = false;
    this.run = undefined;
  }

  private closeRow(): void {
    this.row = this.pending = this.group = undefined;
    this.filled = 0;
    this.labels = 0;
  }

  /** What a wording means here: by the table being read and by whether its head is being read. */
  private choose(meanings: readonly Meaning[], piece: string): Meaning | undefined {
    // （六）其他 is the first half of （六）其他处理, not the row 3.其他.
    if (this.draft?.number === 3 && /^[(（]六[)）]/.test(piece) && meanings.some((meaning) => meaning.form.id === '其他3')) return matchExactly('其他处理')[0];
    const here = this.draft ? meanings.filter((meaning) => meaning.table === this.draft?.number) : [];
    if (here.length > 1) {
      const column = here.find((meaning) => meaning.form.kind === 'column');
      const row = here.find((meaning) => meaning.form.kind === 'row' && !meaning.only2019);
      const head = here.find((meaning) => meaning.form.kind === 'head');
      if (column && row) return !/^[(（\d]/.test(piece.trim()) && (this.inHead || this.draft?.rows.length === 0) ? column : row;
      return head ?? row ?? this.nextHead(here);
    }
    if (here[0]) return here[0];
    const strong = meanings.filter((meaning) => !isWeak(meaning));
    return strong.length === 1 || strong.every((meaning) => meaning.table === strong[0]?.table) ? strong[0] : undefined;
  }

  /** Of heads of table four that were cut to the same word, the first that the group does not have yet. */
  private nextHead(heads: readonly Meaning[]): Meaning | undefined {
    const group = this.heads.slice(this.heads.findLastIndex((meaning) => meaning.form.id === '总计') + 1);
    return heads.find((meaning) => !group.some((known) => known.form.id === meaning.form.id)) ?? heads[0];
  }

  private label(meaning: Meaning, cell: GridCell, index: number, column: number): void {
    const span = { start: cell.start, end: cell.end };
    this.pending = undefined;
    const draft = this.draftFor(meaning, span);
    draft.labels.push({ span, meaning, line: index });
    draft.end = Math.max(draft.end, span.end);
    this.run = undefined;
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

  private openRow(form: RowForm | undefined, label: Span, line: number, column: number, subtotal: boolean): void {
    this.row = { form, label, cells: [], labels: Math.max(1, this.labels), line, column, subtotal };
    this.filled = 0;
    this.draft?.rows.push(this.row);
  }

  private draftFor(meaning: Meaning, span: Span): Draft {
    const again = meaning.form.kind === 'row' && meaning.form.id === '新收' && this.draft?.number === 3 && this.hasRow('转出') && this.hasRow('新收');
    if (this.draft?.number === meaning.table && !again) return this.draft;
    this.close();
    this.known.clear();
    this.draft = { number: meaning.table, rows: [], runs: [], labels: [], start: span.start, end: span.end };
    this.drafts.push(this.draft);
    return this.draft;
  }

  private value(cell: GridCell, line: number): void {
    const draft = this.draft;
    if (!draft) return;
    if (draft.number === 4) {
      this.addToRun(cell, line);
    } else {
      if (!this.row) this.openUnlabelled();
      if (!this.row || this.isPageNumber(line)) return;
      this.row.cells.push({ cell, line });
      if (this.filled++ === 0 && this.row.form) this.known.add(this.row.form.id);
      this.labels = 0;
    }
    draft.end = Math.max(draft.end, cell.end);
  }

  /** A number alone on its line below a whole row of another layout: a page's number. */
  private isPageNumber(line: number): boolean {
    const before = this.row?.cells.at(-1);
    return this.filled >= this.width() && this.grid[line]?.kind === 'bare' && before !== undefined && this.grid[before.line]?.kind !== 'bare';
  }

  /** Opens a row for values that no row's label precedes: after a group's label, or after unknown words. */
  private openUnlabelled(): void {
    const label = this.draft?.labels.at(-1);
    if (this.pending) {
      this.openRow(undefined, this.pending.span, this.pending.line, this.pending.column, /^[\s(（一二三四五六七八九\d)）、.]*(?:小计|合计)$/.test(this.pending.piece));
    } else if (this.group !== undefined && label) {
      const of2019 = this.group === '其他' ? matchExactly('其他处理').find((meaning) => meaning.only2019)?.form : undefined;
      this.openRow(of2019?.kind === 'row' ? of2019 : undefined, label.span, label.line, 0, true);
    }
    this.group = this.pending = undefined;
  }

  /** @param leads whether the cell stands in front of the values of its line. */
  private blank(cell: GridCell, line: number, leads = false): void {
    if (this.draft?.number !== 4) this.row?.cells.push({ cell, line });
    else if (this.run || (this.heads.length > 0 && (leads || this.grid[line]?.cells.length === 1))) this.addToRun(cell, line);
  }

  private addToRun(cell: GridCell, line: number): void {
    if (!this.run) {
      this.run = { heads: this.heads, cells: [] };
      this.heads = [];
      this.draft?.runs.push(this.run);
    }
    this.run.cells.push({ cell, line });
  }

  /** The rest of the open row's label, broken over lines or set around its values. */
  private continuesLabel(piece: string, cell: GridCell): boolean {
    if (!this.row?.form || !isPartOf(piece, this.row.form) || readNumber(piece).kind !== 'unreadable') return false;
    if (this.filled === 0) this.row.label = { start: Math.min(this.row.label.start, cell.start), end: Math.max(this.row.label.end, cell.end) };
    return true;
  }

  /** Whether the pending words and these together are a label: 补正后申请内容 / 仍不明确. */
  private readJoined(piece: string, cell: GridCell, index: number): boolean {
    if (!this.pending || index - this.pending.line > 2) return false;
    const { pending } = this;
    const meaning = this.choose(matchExactly(pending.piece + piece), piece);
    if (!meaning) return false;
    this.label(meaning, { ...cell, start: pending.span.start }, pending.line, pending.column);
    return true;
  }

  /** Keeps half of a head of table four whose other half comes next: 结果 / 纠正. */
  private awaitsRest(piece: string, cell: GridCell, index: number, column: number): boolean {
    const line = this.grid[index] as GridLine;
    const next = line.cells[column + 1] ?? this.grid[index + 1]?.cells[0];
    if (!next || !matchExactly(piece + this.pieceOf(next)).some((meaning) => meaning.table === 4 && meaning.form.kind === 'column')) return false;
    this.pending = { span: { start: cell.start, end: cell.end }, piece, line: index, column };
    return true;
  }

  /** Several labels in one cell, set apart by spaces: 自然人 法人或其他组织 总计. */
  private readWords(cell: GridCell, index: number, column: number, all = false): boolean {
    if (cell.shown !== undefined) return false;
    const words = splitWords(this.text, cell.start, cell.end, 1).filter((word) => !isMark(this.pieceOf(word)));
    const known = words.filter((word) => matchExactly(this.pieceOf(word)).length > 0).length;
    if (known === 0 || known < (all ? words.length : words.length / 2)) return false;
    for (const word of words) {
      const meaning = this.choose(matchExactly(this.pieceOf(word)), this.pieceOf(word));
      if (meaning) this.label(meaning, word, index, column);
    }
    return true;
  }

  private isValue(piece: string): boolean {
    if (isDigits(piece)) return true;
    if (piece.length > 16 || isMark(piece) || isPageMark(piece)) return false;
    if (readNumber(piece, 'money').kind !== 'unreadable') return true;
    return piece.length <= 8 && (/^[xX×＊*?？oO口]+件?$/.test(piece) || /^[^一-鿿]*\d[^一-鿿]*$/.test(piece) || /^[约近超]?[\d.]+[件余个]?$/.test(piece));
  }

  private expectsValue(): boolean {
    return this.draft?.number === 4 ? this.run !== undefined || this.heads.length > 0 : this.row !== undefined || this.pending !== undefined || this.group !== undefined;
  }

  private hasRow(id: string): boolean {
    return this.known.has(id);
  }

  private width(): number {
    return this.draft?.number === 3 ? 7 : 3;
  }

  /** Whether a value comes next, at most three pieces of text later. */
  private followedByValue(index: number, column: number): boolean {
    const line = this.grid[index] as GridLine;
    for (let c = column + 1; c < line.cells.length; c++) {
      const cell = line.cells[c] as GridCell;
      if (cell.end > cell.start && this.isValue(this.pieceOf(cell))) return true;
    }
    for (let i = index + 1; i <= index + 3 && i < this.grid.length; i++) {
      const next = this.grid[i] as GridLine;
      for (const cell of next.cells) {
        if (cell.start === cell.end) continue;
        const piece = this.pieceOf(cell);
        if (this.isValue(piece)) return true;
        if (piece.length > longestLabel || matchExactly(piece).length > 0) return false;
        break;
      }
    }
    return false;
  }
}

function firstFilled(line: GridLine | undefined): number {
  return line?.cells.findIndex((cell) => cell.end > cell.start) ?? -1;
}

/** A list mark that stands alone: `1.`, `(一)`, `2、`. */
function isMark(piece: string): boolean {
  return /^[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]+$/.test(piece);
}

/** A page's number or foot: `- 3 -`, 第3页, P. 9. */
function isPageMark(piece: string): boolean {
  return /^(?:[-—–]\s*\d+\s*[-—–]|第?\s*\d+\s*页.*|P\.?\s*\d+|\d+\s*\/\s*\d+)$/.test(piece);
}

/** Whether words in `piece` are set apart by spaces, commas or semicolons. */
function isDivided(piece: string): boolean {
  return hasSpace(piece) || piece.includes(',') || piece.includes(';');
}

/** A mark after which no label ends: 。；：，、 */
function isStop(code: number): boolean {
  return code === 0x3002 || code === 0xff1b || code === 0xff1a || code === 0xff0c || code === 0x3001;
}

function isSentence(piece: string): boolean {
  return piece.includes('。') || /[；;！？]$/.test(piece);
}

/** Words too common to begin a table: 总计, 其他, 合计. */
function isWeak(meaning: Meaning): boolean {
  return meaning.form.label.length <= 2 && meaning.form.id !== '规章';
}
