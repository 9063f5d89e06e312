/**
 * A table as the form prints it: its official labels with their numbers, merged cells, and the values given, in the form's
 * order. Everything comes from `form.ts`; nothing here knows how cells are separated, that is for `write-table.ts`.
 *
 *     三、本年度办理结果 │(一)予以公开           │ 20 │ 3 …      merged, as on paper: three columns of labels
 *                        ├────────────┬──────────┤
 *                        │(三)不予公开│1.属于国… │  0 │ 0 …
 *
 *     项目                                       │ 自然人 │ …  outline: one line of heads, one column of labels,
 *     三、本年度办理结果                         │        │     groups on lines of their own
 *     (一)予以公开                               │     20 │ …
 *     (三)不予公开                               │        │
 *     1.属于国家秘密                             │      0 │ …
 */
import type { ColumnForm, HeadForm, RowForm, TableForm } from '../form/form';

export interface PrintedCell {
  readonly text: string;
  /** How many columns and lines the cell takes. */
  readonly columns: number;
  readonly lines: number;
  /** Which value of which row it holds; undefined for a head, a label or nothing. */
  readonly value?: { readonly row: RowForm; readonly index: number };
  /** How deep an outline's label stands, from 0. */
  readonly depth: number;
}

export interface PrintedTable {
  /** Columns of the full grid. */
  readonly width: number;
  /** The cells that begin on each line; places that a merged cell takes are left out. */
  readonly lines: readonly (readonly PrintedCell[])[];
}

/** The texts of each row's cells, in the form's order of columns, by the id of the row. Rows not named are not printed. */
export type RowTexts = ReadonlyMap<string, readonly string[]>;

/**
 * The table with the rows of `texts`.
 * @param outline whether the table is to have one line of heads and one column of labels, as far as the form lets it.
 */
export function printTable(form: TableForm, texts: RowTexts, outline: boolean): PrintedTable {
  if (form.number === 2) return printItems(form, texts);
  if (outline) return printOutline(form, texts);
  return form.number === 3 ? printRequests(form, texts) : printCases(form, texts);
}

/** The note above the figures, which an outline has no place for. */
export function noteOf({ number, heads }: TableForm): HeadForm | undefined {
  return number === 3 ? heads.find((head) => !head.rows && !head.columns) : undefined;
}

/** Every place of the grid: the cell that begins there, or null where a merged cell goes on. */
export function fullGrid({ width, lines }: PrintedTable): (PrintedCell | null)[][] {
  const grid = lines.map(() => Array<PrintedCell | null | undefined>(width).fill(undefined));
  for (const [row, cells] of lines.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++;
      for (let i = 0; i < cell.lines; i++) {
        for (let j = 0; j < cell.columns; j++) {
          const line = grid[row + i];
          if (line) line[column + j] = i === 0 && j === 0 ? cell : null;
        }
      }
    }
  }
  return grid.map((line) => line.map((cell) => cell ?? null));
}

/** A head, label or column with its number as the form prints it. */
export function printedLabel({ ordinal = '', label }: ColumnForm | RowForm | HeadForm): string {
  return (ordinal + label).replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，').replaceAll(':', '：');
}

/** Table two: for each item of the article a caption over the whole width, a line of heads, its rows. */
function printItems(form: TableForm, texts: RowTexts): PrintedTable {
  const width = 1 + Math.max(...form.rows.map((row) => row.columns.length));
  const caption = form.heads.find((head) => !head.rows && !head.columns);
  const lines: PrintedCell[][] = [];
  for (const head of form.heads) {
    const rows = form.rows.filter((row) => row.group === head.id && texts.has(row.id));
    const [first] = rows;
    if (!first) continue;
    const heads = columnsOf(form, first).map((column, i, all) => labelCell(column, i === all.length - 1 ? width - all.length : 1));
    lines.push([labelCell(head, width)], [...(caption ? [labelCell(caption)] : []), ...heads]);
    for (const row of rows) lines.push([labelCell(row), ...valueCells(texts, row, width - 1)]);
  }
  return { width, lines };
}

/** Tables three and four: one line of heads, then a line for each row and each group of rows. */
function printOutline(form: TableForm, texts: RowTexts): PrintedTable {
  const width = 1 + form.columns.length;
  const heads = [{ ...labelCell(form.columns[0] as ColumnForm), text: '项目' }, ...form.columns.map((column) => labelCell(column))];
  const lines: PrintedCell[][] = [heads];
  const printed = new Set<HeadForm>();
  for (const row of form.rows) {
    if (!texts.has(row.id)) continue;
    const groups = groupsOver(form, row);
    for (const [depth, group] of groups.entries()) {
      if (printed.has(group)) continue;
      printed.add(group);
      lines.push([labelCell(group, 1, 1, depth), ...blanks(width - 1)]);
    }
    lines.push([labelCell(row, 1, 1, groups.length), ...valueCells(texts, row, form.columns.length)]);
  }
  return { width, lines };
}

/** Table three: three lines of heads, then the rows behind the labels of their groups. */
function printRequests(form: TableForm, texts: RowTexts): PrintedTable {
  const labels = 3;
  const width = labels + form.columns.length;
  const lines = headsOfRequests(form, labels);
  const printed = new Set<HeadForm>();
  for (const row of form.rows) {
    if (!texts.has(row.id)) continue;
    const groups = groupsOver(form, row);
    const line: PrintedCell[] = [];
    for (const group of groups) {
      if (printed.has(group)) continue;
      printed.add(group);
      line.push(labelCell(group, 1, form.rows.filter((other) => texts.has(other.id) && groupsOver(form, other).includes(group)).length));
    }
    lines.push([...line, labelCell(row, labels - groups.length, 1, groups.length), ...valueCells(texts, row, form.columns.length)]);
  }
  return { width, lines };
}

function headsOfRequests(form: TableForm, labels: number): PrintedCell[][] {
  const lines: PrintedCell[][] = [[], [], []];
  const merged = form.heads.find((head) => head.columns);
  const [note, applicants] = form.heads.filter((head) => !head.rows && !head.columns);
  if (note) lines[0]?.push(labelCell(note, labels, 3));
  if (applicants) lines[0]?.push(labelCell(applicants, form.columns.length));
  for (const column of form.columns) {
    if (!merged?.columns?.includes(column.id)) lines[1]?.push(labelCell(column, 1, 2));
    else {
      if (merged.columns[0] === column.id) lines[1]?.push(labelCell(merged, merged.columns.length));
      lines[2]?.push(labelCell(column));
    }
  }
  return lines;
}

/** Table four: its three groups stand side by side, their values on one line. */
function printCases(form: TableForm, texts: RowTexts): PrintedTable {
  const lines: PrintedCell[][] = [[], [], [], []];
  for (const row of form.rows) {
    const head = form.heads.find(({ rows }) => rows?.includes(row.id));
    const columns = columnsOf(form, row);
    if (!head) lines[0]?.push(labelCell(row, columns.length));
    else {
      if (head.rows?.[0] === row.id) lines[0]?.push(labelCell(head, columns.length * head.rows.length));
      lines[1]?.push(labelCell(row, columns.length));
    }
    for (const column of columns) lines[head ? 2 : 1]?.push(labelCell(column, 1, head ? 1 : 2));
    lines[3]?.push(...valueCells(texts, row, columns.length));
  }
  return { width: lines[3]?.length ?? 0, lines };
}

/** The heads under which a row stands, the outermost first: those whose rows lie on both sides of it, or that name it. */
export function groupsOver(form: TableForm, row: RowForm): readonly HeadForm[] {
  let own = groups.get(form);
  if (!own) groups.set(form, (own = new Map(form.rows.map((each, at) => [each, headsOver(form, at)]))));
  return own.get(row) ?? [];
}

/** For the rows of a form the heads over each; worked out when first asked for. */
const groups = new Map<TableForm, ReadonlyMap<RowForm, readonly HeadForm[]>>();

function headsOver(form: TableForm, at: number): HeadForm[] {
  const reach = (head: HeadForm) => {
    const places = (head.rows ?? []).map((id) => form.rows.findIndex((other) => other.id === id));
    return { first: Math.min(...places), last: Math.max(...places) };
  };
  return form.heads
    .map((head) => ({ head, ...reach(head) }))
    .filter(({ first, last }) => first <= at && at <= last)
    .sort((a, b) => b.last - b.first - (a.last - a.first))
    .map(({ head }) => head);
}

function columnsOf(form: TableForm, row: RowForm): ColumnForm[] {
  return row.columns.flatMap((id) => form.columns.find((column) => column.id === id) ?? []);
}

/** The row's values; the last one takes what is left of `width`. */
function valueCells(texts: RowTexts, row: RowForm, width: number): PrintedCell[] {
  const values = texts.get(row.id) ?? [];
  return row.columns.map((_, i, all) => ({
    text: values[i] ?? '',
    columns: i === all.length - 1 ? width - i : 1,
    lines: 1,
    value: { row, index: i },
    depth: 0,
  }));
}

function labelCell(form: ColumnForm | RowForm | HeadForm, columns = 1, lines = 1, depth = 0): PrintedCell {
  return { text: printedLabel(form), columns, lines, depth };
}

function blanks(count: number): PrintedCell[] {
  return Array.from({ length: count }, () => ({ text: '', columns: 1, lines: 1, depth: 0 }));
}
