/**
 * Puts the values of a draft into the form's columns. A row with as many values as columns is placed at once; one with
 * blank cells only if the delimiters of other rows, or the distances between its values, leave one way to place it.
 * Otherwise the row is ragged: said, not guessed.
 */
import type { GridCell, GridLine } from '../table/grid';
import { displayWidth } from '../text/width';
import { type NumberForm, readNumber } from '../text/number';
import { type ColumnForm, type RowForm, type TableForm, table2, table2Of2019, table3, table3Of2019, table4 } from './form';
import type { Draft, DraftRow, DraftRun, Placed } from './draft';
import type { Cell, CellKind, Layout, RaggedRow, Row, Table, UnknownRow } from './report';

/** What the cells of a draft are read with. */
interface Ground {
  readonly text: string;
  readonly grid: readonly GridLine[];
  readonly lineStarts: readonly number[];
}

/** The table that `draft` holds, or undefined if it is no table of the form. */
export function placeTable(draft: Draft, ground: Ground): Table | undefined {
  const form = formOf(draft);
  const placed = draft.number === 4 ? placeCases(draft, form, ground) : placeRows(draft, form, ground);
  const firstLabel = draft.labels[0];
  if (!firstLabel || (placed.rows.length === 0 && placed.ragged.length === 0 && placed.unknown.length === 0)) return undefined;
  const first = new Set<string>();
  const unsorted: Row[] = [];
  const duplicates: Row[] = [];
  for (const row of placed.rows) {
    if (first.has(row.form.id)) duplicates.push(row);
    else unsorted.push(row);
    first.add(row.form.id);
  }
  const rows = sortColumns(unsorted, draft, form);
  const byId = new Map(rows.map((row) => [row.form.id, row]));
  const present = new Set([...byId.keys(), ...placed.ragged.map((row) => row.form?.id)]);
  const missing = form.rows.filter((row) => !present.has(row.id));
  const unknown = placed.unknown.map((row): UnknownRow => ({ span: row.label, instead: rowBetween(form, rows, missing, row) }));
  return {
    form,
    span: { start: draft.start, end: draft.end },
    caption: firstLabel.span,
    layout: layoutOf(draft, ground.grid),
    rows,
    byId,
    duplicates,
    ragged: placed.ragged,
    unknown,
    labels: draft.labels.map(({ span, meaning }) => ({ span, form: meaning.form })),
    missing: missing.filter((row) => !unknown.some(({ instead }) => instead === row)),
  };
}

/** The rows of each form by their ids. */
const rowsById = new Map([table2, table3, table4, table2Of2019, table3Of2019].map((form) => [form, new Map(form.rows.map((row) => [row.id, row]))]));

interface PlacedRows {
  readonly rows: Row[];
  readonly ragged: RaggedRow[];
  readonly unknown: DraftRow[];
}

function formOf(draft: Draft): TableForm {
  if (draft.number === 4) return table4;
  if (draft.number === 3) {
    const ids = new Set(draft.rows.map((row) => row.form?.id));
    return ids.has('其他') && !ids.has('其他1') && !ids.has('其他2') && !ids.has('其他3') ? table3Of2019 : table3;
  }
  return draft.labels.filter(({ meaning }) => meaning.only2019).length > 2 ? table2Of2019 : table2;
}

function layoutOf(draft: Draft, grid: readonly GridLine[]): Layout {
  const counts = new Map<Layout, number>();
  for (const { line } of draft.labels) {
    const kind = grid[line]?.kind ?? 'bare';
    const layout = kind === 'bare' ? 'lines' : kind;
    counts.set(layout, (counts.get(layout) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'lines';
}

function placeRows(draft: Draft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const widths = rowsById.get(form) as ReadonlyMap<string, RowForm>;
  let habits: Habits | undefined;
  for (const row of draft.rows) {
    const rowForm = row.form && widths.get(row.form.id);
    if (!rowForm) {
      const values = row.cells.filter(isFilled).length;
      const whole = draft.number === 3 ? values === 7 : values === 3 || (values === 1 && row.cells.some(({ line }) => ground.grid[line]?.kind !== 'bare'));
      if (!row.subtotal && whole) result.unknown.push(row);
      continue;
    }
    const width = rowForm.columns.length;
    const values = filledOf(row);
    const cells = values.length === width ? values : placeCells(row, values, width, (habits ??= habitsOf(draft, widths, ground.grid)), ground);
    const last = values.at(-1)?.end ?? row.label.end;
    const span = { start: row.label.start, end: Math.max(last, row.label.end) };
    if (cells) {
      result.rows.push({ form: rowForm, label: row.label, span, cells: cells.map((cell, i) => readCell(ground.text, cell, numberForm(form, rowForm, rowForm.columns[i]))) });
    } else {
      result.ragged.push({ form: rowForm, name: nameOf(rowForm), span, expected: rowForm.columns.length, found: values.length });
    }
  }
  return result;
}

/** How rows of this table are written: what can be learnt from those that have all their values. */
interface Habits {
  /** Blank cells between label and first value, by the shape of the row. */
  readonly leads: ReadonlyMap<string, number>;
  /** Blank lines between the values of a table with one cell per line. */
  readonly gap: number;
  /** A whole row aligned by spaces: where its values stand. */
  readonly centers: readonly number[] | undefined;
}

function habitsOf(draft: Draft, forms: ReadonlyMap<string, RowForm>, grid: readonly GridLine[]): Habits {
  const leads = new Map<string, number[]>();
  const gaps: number[] = [];
  let centers: number[] | undefined;
  for (const row of draft.rows) {
    const width = row.form && forms.get(row.form.id)?.columns.length;
    const filled = row.cells.filter(isFilled);
    for (const { line } of filled) if (grid[line]?.kind === 'bare') gaps.push(grid[line]?.gap ?? 0);
    if (width === undefined || filled.length !== width) continue;
    const lead = row.cells.findIndex(isFilled);
    const shape = shapeOf(row, width, grid);
    const known = leads.get(shape);
    if (known) known.push(lead);
    else leads.set(shape, [lead]);
    if (width === 7 && !centers && grid[row.line]?.kind === 'spaces' && filled.every(({ line }) => line === row.line)) {
      centers = filled.map(({ cell }) => (cell.start + cell.end) / 2);
    }
  }
  return { leads: new Map([...leads].map(([shape, list]) => [shape, most(list) ?? 0])), gap: most(gaps) ?? 0, centers };
}

/** Rows of one shape have their label in the same column and the same number of cells, filler included. */
function shapeOf(row: DraftRow, width: number, grid: readonly GridLine[]): string {
  return `${width} values, label ${row.column}, cells ${totalOf(row, grid)}`;
}

function totalOf(row: DraftRow, grid: readonly GridLine[]): number {
  const line = grid[row.line];
  const alone = line !== undefined && row.cells.every((placed) => placed.line === row.line);
  return alone ? line.cells.length : row.labels + row.cells.length;
}

function placeCells(row: DraftRow, filled: readonly GridCell[], width: number, habits: Habits, ground: Ground): GridCell[] | undefined {
  const cells = row.cells.map(({ cell }) => cell);
  if (filled.length > width) return isRepeated(filled, width, ground.text) ? filled.slice(0, width) : undefined;
  if (filled.length === 0) return blankRow(row, width, habits, ground);
  const first = cells.findIndex((cell) => cell.end > cell.start);
  const last = cells.findLastIndex((cell) => cell.end > cell.start);
  if (last - first + 1 === width) return cells.slice(first, last + 1);
  const kind = ground.grid[row.cells[first]?.line ?? row.line]?.kind;
  if (kind === 'bare') return placeByGaps(row, width, habits, ground);
  if (kind === 'spaces') return placeByAlignment(row, habits, ground);
  const usual = habits.leads.get(shapeOf(row, width, ground.grid));
  if (usual === undefined && !(cells.length === width && habits.leads.size === 0)) return undefined;
  for (const lead of new Set([usual ?? 0, 0, first])) {
    if (lead + width > cells.length) return undefined;
    if (lead <= first && last < lead + width) return cells.slice(lead, lead + width);
  }
  return undefined;
}

/** A row without any value: its blank cells, made up at the label's end where the layout shows none. */
function blankRow(row: DraftRow, width: number, habits: Habits, ground: Ground): GridCell[] {
  const cells = row.cells.map(({ cell }) => cell);
  const lead = habits.leads.get(shapeOf(row, width, ground.grid)) ?? 0;
  if (cells.length >= lead + width) return cells.slice(lead, lead + width);
  if (cells.length >= width) return cells.slice(0, width);
  const made = ground.grid[row.line]?.kind === 'bare' ? blankLines(ground, row.line, width, habits.gap) : [];
  const fill = [...cells, ...made].slice(0, width);
  while (fill.length < width) fill.push({ start: row.label.end, end: row.label.end, from: row.label.end, to: row.label.end });
  return fill;
}

/** One cell per line: a value is missing where more blank lines stand than usual. */
function placeByGaps(row: DraftRow, width: number, habits: Habits, ground: Ground): GridCell[] | undefined {
  const step = habits.gap + 1;
  const result: GridCell[] = [];
  let line = row.line;
  const addBlanks = (next: number) => {
    const extra = ((ground.grid[next]?.gap ?? habits.gap) - habits.gap) / step;
    if (extra >= 1 && Number.isInteger(extra)) result.push(...blankLines(ground, line, extra, habits.gap));
  };
  for (const { cell, line: own } of row.cells.filter(isFilled)) {
    addBlanks(own);
    result.push(cell);
    line = own;
  }
  if (result.length < width) addBlanks(line + 1);
  // The gap before what follows the table may be wider than the blank cells at the row's end need.
  const beyond = result.slice(width).every((cell) => cell.start === cell.end);
  return result.length >= width && beyond ? result.slice(0, width) : undefined;
}

/** Blank cells on the lines after grid line `after`, one for each step of `gap + 1` lines. */
function blankLines(ground: Ground, after: number, count: number, gap: number): GridCell[] {
  const line = ground.grid[after]?.line ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const at = ground.lineStarts[line + (gap + 1) * (i + 1)] ?? ground.text.length;
    return { start: at, end: at, from: at, to: at };
  });
}

/** Columns aligned by spaces: each value goes to the column of a whole row under which it stands. */
function placeByAlignment(row: DraftRow, habits: Habits, ground: Ground): GridCell[] | undefined {
  const { centers } = habits;
  const filled = row.cells.filter(isFilled);
  const line = filled[0]?.line;
  if (!centers || line === undefined || filled.some((placed) => placed.line !== line)) return undefined;
  const columns = centers.map((center) => columnOf(ground, center));
  const result: (GridCell | undefined)[] = columns.map(() => undefined);
  for (const { cell } of filled) {
    const column = columnOf(ground, (cell.start + cell.end) / 2);
    let nearest = 0;
    for (let i = 1; i < columns.length; i++) {
      if (Math.abs((columns[i] as number) - column) < Math.abs((columns[nearest] as number) - column)) nearest = i;
    }
    if (result[nearest] || Math.abs((columns[nearest] as number) - column) > 2) return undefined;
    result[nearest] = cell;
  }
  return result.map((cell, i) => {
    const before = result.slice(0, i).findLast((known) => known !== undefined)?.end ?? row.label.end;
    return cell ?? { start: before, end: before, from: before, to: before };
  });
}

/** Display column of an offset. */
function columnOf(ground: Ground, offset: number): number {
  const start = ground.text.lastIndexOf('\n', Math.floor(offset) - 1) + 1;
  return displayWidth(ground.text.slice(start, Math.floor(offset))) + (offset % 1);
}

/** Whether surplus values only repeat the first: a merged cell written out in every column. */
function isRepeated(filled: readonly GridCell[], width: number, text: string): boolean {
  if (width !== 1 || filled.length > 3) return false;
  const first = filled[0] as GridCell;
  const value = text.slice(first.start, first.end);
  return filled.every((cell) => text.slice(cell.start, cell.end) === value);
}

/** Table four: fifteen values side by side under three groups, or five behind each group's label. */
function placeCases(draft: Draft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const order: string[] = [];
  for (const { meaning } of draft.labels) {
    if (meaning.form.kind === 'row' && !order.includes(meaning.form.id)) order.push(meaning.form.id);
  }
  const names = order.length === 3 ? order : form.rows.map((row) => row.id);
  const runs = draft.runs.filter((run) => run.cells.some(isFilled));
  const groups = runs.length > 1 ? groupsByRun(runs) : undefined;
  if (groups) {
    for (const [id, cells] of groups) addCases(result, form, id, cells, ground.text);
    return result;
  }
  const cells = runs.flatMap((run) => run.cells);
  const whole = placeRun(runs.length > 0 ? cells : (draft.runs[0]?.cells ?? []), ground, draft);
  if (whole) names.forEach((id, i) => addCases(result, form, id, whole.slice(i * 5, i * 5 + 5), ground.text));
  else if (cells.length > 0) {
    const filled = cells.filter(isFilled);
    const span = { start: (filled[0] as Placed).cell.start, end: (filled.at(-1) as Placed).cell.end };
    result.ragged.push({ form: undefined, name: '表四', span, expected: 15, found: filled.length });
  }
  return result;
}

function addCases(result: PlacedRows, form: TableForm, id: string, cells: readonly GridCell[], text: string): void {
  const row = form.rows.find((known) => known.id === id);
  const first = cells[0];
  const last = cells.at(-1);
  if (!row || !first || !last) return;
  result.rows.push({ form: row, label: undefined, span: { start: first.start, end: last.end }, cells: cells.map((cell) => readCell(text, cell, 'count')) });
}

/** Runs of five, or of five and ten, by the groups named before them; undefined if they are not so. */
function groupsByRun(runs: readonly DraftRun[]): Map<string, GridCell[]> | undefined {
  const groups = new Map<string, GridCell[]>();
  for (const run of runs) {
    const cells = run.cells.filter(isFilled).map(({ cell }) => cell);
    const named = [...new Set(run.heads.filter(({ form }) => form.kind === 'row').map(({ form }) => form.id))];
    if (cells.length !== named.length * 5) return undefined;
    named.forEach((id, i) => groups.set(id, cells.slice(i * 5, i * 5 + 5)));
  }
  return groups.size === 3 ? groups : undefined;
}

function placeRun(placed: readonly Placed[], ground: Ground, draft: Draft): GridCell[] | undefined {
  const cells = placed.map(({ cell }) => cell);
  const filled = cells.filter((cell) => cell.end > cell.start);
  if (filled.length === 15) return filled;
  if (filled.length === 0) return undefined;
  const first = cells.findIndex((cell) => cell.end > cell.start);
  const last = cells.findLastIndex((cell) => cell.end > cell.start);
  let fit: GridCell[] | undefined;
  if (last - first === 14) fit = cells.slice(first, last + 1);
  else if (cells.length === 15) fit = cells;
  else if (cells.length > 15 && last < 15 && first > 0) fit = cells.slice(0, 15);
  else if (cells.length > 15 && first === 0 && last < 15) fit = cells.slice(0, 15);
  else if (placed.every(({ line }) => ground.grid[line]?.kind === 'bare')) fit = placeCasesByGaps(placed, ground, draft);
  // A whole group without any value is rather a merged cell than five blanks: which group is missing is not known.
  if (!fit || [0, 5, 10].some((at) => fit.slice(at, at + 5).every((cell) => cell.start === cell.end))) return undefined;
  return fit;
}

function placeCasesByGaps(placed: readonly Placed[], ground: Ground, draft: Draft): GridCell[] | undefined {
  const gap = most(placed.map(({ line }) => ground.grid[line]?.gap ?? 0)) ?? 0;
  const before = (placed[0] as Placed).line - 1;
  const row = { form: undefined, label: { start: draft.start, end: draft.start }, cells: [...placed], labels: 1, line: before, column: 0, subtotal: false };
  return placeByGaps(row, 15, { leads: new Map(), gap, centers: undefined }, ground);
}

/** The cells of a row that are not blank. */
function filledOf(row: DraftRow): GridCell[] {
  const filled: GridCell[] = [];
  for (const { cell } of row.cells) if (cell.end > cell.start) filled.push(cell);
  return filled;
}

function isFilled(placed: Placed): boolean {
  return placed.cell.end > placed.cell.start;
}

function numberForm(form: TableForm, row: RowForm, column: string | undefined): NumberForm {
  if (form.edition === 2019 && form.number === 2) return column === '采购额' ? 'money' : 'difference';
  return row.money ? 'money' : 'count';
}

function readCell(text: string, cell: GridCell, form: NumberForm): Cell {
  const span = { start: cell.start, end: cell.end };
  const place = { start: cell.from, end: cell.to };
  if (cell.start === cell.end) return { span, place, kind: 'blank', value: undefined };
  const { kind, value }: { kind: CellKind; value: number | undefined } = readNumber(cell.shown ?? text.slice(cell.start, cell.end), form);
  return { span, place, kind, value };
}

/**
 * The rows with their cells in the form's order of columns. The head's order counts where it names every column; in
 * table three only if more rows add up by it than by the form's order, because heads come apart more easily than rows.
 */
function sortColumns(rows: readonly Row[], draft: Draft, form: TableForm): Row[] {
  if (draft.number === 4) return [...rows];
  const heads = draft.labels.filter(({ meaning }) => meaning.form.kind === 'column' || meaning.form.id === '法人').map(({ meaning }) => meaning.form);
  const orders = new Map<readonly string[], string[] | undefined>();
  for (const { form: row } of rows) {
    if (!orders.has(row.columns)) orders.set(row.columns, orderOf(heads, row, form.columns));
  }
  if ([...orders.values()].every((order) => order === undefined)) return [...rows];
  const sorted = rows.map((row) => {
    const order = orders.get(row.form.columns);
    return order ? { ...row, cells: row.form.columns.map((id) => row.cells[order.indexOf(id)] as Cell) } : row;
  });
  return draft.number === 3 && count(rows, addsUp) >= count(sorted, addsUp) ? [...rows] : sorted;
}

/** Ids of the row's columns in the order of the heads, or undefined if that is the form's order or not known. */
function orderOf(heads: readonly { readonly id: string }[], row: RowForm, columns: readonly ColumnForm[]): string[] | undefined {
  if (row.columns.length < 2) return undefined;
  const known = new Set(columns.map((column) => column.id));
  const order: string[] = [];
  const later: string[] = [];
  let merged = -1;
  for (const { id } of heads) {
    if (id === '法人') {
      if (merged < 0) merged = order.length;
    } else if (known.has(id) && row.columns.includes(id) && !order.includes(id) && !later.includes(id)) {
      if (merged >= 0 && id !== '自然人' && id !== '总计') later.push(id);
      else order.push(id);
    }
  }
  const full = merged < 0 ? order : [...order.slice(0, merged), ...later, ...order.slice(merged)];
  if (full.length !== row.columns.length || full.every((id, i) => id === row.columns[i])) return undefined;
  return full;
}

function count(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0);
}

function addsUp({ cells }: Row): boolean {
  const total = cells.at(-1)?.value;
  return total !== undefined && total > 0 && cells.slice(0, -1).reduce((sum, cell) => sum + (cell.value ?? 0), 0) === total;
}

/** The one row of the form that is missing where an unknown row stands. */
function rowBetween(form: TableForm, rows: readonly Row[], missing: readonly RowForm[], unknown: DraftRow): RowForm | undefined {
  const before = rows.filter((row) => row.span.end <= unknown.label.start).at(-1);
  const after = rows.find((row) => row.span.start >= unknown.label.end);
  const from = before ? form.rows.indexOf(before.form) : -1;
  const to = after ? form.rows.indexOf(after.form) : form.rows.length;
  const candidate = form.rows[from + 1];
  return to - from === 2 && candidate && missing.includes(candidate) ? candidate : undefined;
}

/** The row's name as the form prints it, number included. */
export function nameOf(row: RowForm): string {
  return `${row.ordinal ?? ''}${row.label}`;
}

function most(list: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  let best: number | undefined;
  for (const item of list) {
    const count = (counts.get(item) ?? 0) + 1;
    counts.set(item, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = item;
  }
  return best;
}
