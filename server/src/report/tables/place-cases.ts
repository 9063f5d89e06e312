/**
 * Places the values of table four: fifteen side by side under three groups, or five behind each group's label. Fewer are
 * placed only where delimiters or blank lines show which are missing. Figures between heads that belong to no group are torn
 * out of their columns: said, not guessed.
 */
import type { GridCell } from '../../table/cell';
import { type RowForm, type TableForm, table4 } from '../form/form';
import { type CaseRow, casesByRow } from './cases-by-row';
import { type TableDraft, type DraftRun, type Ground, isFilled, type Placed } from './draft';
import { placeByGaps } from './place-by-space';
import type { PlacedRows } from './place-rows';
import type { Span } from '../../text/span';
import { readCell } from './read-cell';
import { most } from './row-shapes';
import { addUpBy, splitNumber } from './split-number';

const rowIds = table4.rows.map(({ id }) => id);
const columnIds = table4.columns.map(({ id }) => id);
const width = columnIds.length;
const all = rowIds.length * width;
/** As many heads of columns tell that a table without any figure is the form, not filled in. */
const fewestHeads = 4;

type Groups = ReadonlyMap<string, readonly GridCell[]>;

export function placeCases(draft: TableDraft, form: TableForm, ground: Ground): PlacedRows {
  const result: PlacedRows = { rows: [], ragged: [], unknown: [] };
  const names = namesOf(draft);
  const byRow = casesByRow(draft, ground);
  if (byRow) {
    for (const row of form.rows) {
      const found = byRow.get(row.id);
      if (found) addGroup(result, row, found, ground.text);
    }
    return result;
  }
  const runs = draft.runs.filter((run) => run.cells.some(isFilled));
  if (runs.length === 0) {
    const blank = blankCells(draft);
    if (blank) addGroups(result, form, splitUp(blank, names, []), ground.text);
    return result;
  }
  const groups = runs.length > 1 ? (groupsByRun(runs, draft) ?? groupsByOutcome(runs, names) ?? groupsByPair(runs)) : undefined;
  if (groups) {
    addGroups(result, form, groups, ground.text);
    return result;
  }
  const cells = runs.length === 1 ? (runs[0] as DraftRun).cells : runs.flatMap((run) => run.cells);
  const filled = cells.filter(isFilled);
  if (isTorn(runs)) return { ...result, doubt: 'torn' };
  const isOpen = isByOutcome(runs) || (runs.some(({ together }) => together) && filled.length !== all);
  const whole = isOpen ? undefined : placeRun(cells, ground, draft);
  if (whole) addGroups(result, form, splitUp(whole, names, runs[0]?.heads ?? []), ground.text);
  else {
    const span = { start: (filled[0] as Placed).cell.start, end: (filled.at(-1) as Placed).cell.end };
    const values = filled.map(({ cell }) => cell);
    const split = values.length === all + 1 ? splitNumber(ground.text, values, addUpBy(width)) : undefined;
    const spans = values.map(({ start, end }) => ({ start, end }));
    result.ragged.push({
      form: undefined,
      name: '表四',
      span,
      values: spans,
      expected: all,
      found: filled.length,
      ...(split && { split }),
    });
  }
  return result;
}

/** The groups in the order of their labels, if all are named. */
function namesOf({ labels }: TableDraft): readonly string[] {
  const order: string[] = [];
  for (const { meaning } of labels) if (meaning.form.kind === 'row' && !order.includes(meaning.form.id)) order.push(meaning.form.id);
  return order.length === rowIds.length ? order : rowIds;
}

/** Fifteen values as three groups, each in the form's order of columns, where the heads name them in another. */
function splitUp(cells: readonly GridCell[], names: readonly string[], heads: DraftRun['heads']): Groups {
  const named = heads.filter(({ form }) => form.kind === 'column').map(({ form }) => form.id);
  return new Map(
    names.map((name, i) => {
      const own = named.length === all ? named.slice(i * width, i * width + width) : named;
      return [name, inOrder(cells.slice(i * width, i * width + width), own)];
    }),
  );
}

/** The cells of one group in the form's order, if `named` names each column once. */
function inOrder(cells: readonly GridCell[], named: readonly string[]): readonly GridCell[] {
  if (named.length !== width || named.every((id, i) => id === columnIds[i]) || new Set(named).size !== width) return cells;
  return columnIds.map((id) => cells[named.indexOf(id)] as GridCell);
}

function addGroups(result: PlacedRows, form: TableForm, groups: Groups, text: string): void {
  for (const [id, cells] of groups)
    addGroup(
      result,
      form.rows.find((known) => known.id === id),
      { label: undefined, cells },
      text,
    );
}

function addGroup(
  { rows }: PlacedRows,
  form: RowForm | undefined,
  { label, cells }: Omit<CaseRow, 'label'> & { readonly label: Span | undefined },
  text: string,
): void {
  if (!form || cells.length === 0) return;
  let { start, end } = cells[0] as GridCell;
  for (const cell of cells) {
    start = Math.min(start, cell.start);
    end = Math.max(end, cell.end);
  }
  const read = cells.map((cell) => readCell(text, cell, 'count'));
  rows.push({ form, label, span: { start: label?.start ?? start, end }, cells: read });
}

/** The cells of the form that nobody has filled in: those that stand there, or one place behind its heads for all. */
function blankCells({ runs, labels, end }: TableDraft): GridCell[] | undefined {
  const cells = runs.flatMap((run) => run.cells.map(({ cell }) => cell));
  if (cells.length >= all) return cells.slice(0, all);
  const heads = new Set(labels.filter(({ meaning }) => meaning.form.kind === 'column').map(({ meaning }) => meaning.form.id));
  const groups = new Set(labels.filter(({ meaning }) => meaning.form.kind !== 'column').map(({ meaning }) => meaning.form.id));
  if (heads.size < fewestHeads || groups.size < 2) return undefined;
  return Array.from({ length: all }, () => ({ start: end, end, from: end, to: end }));
}

/**
 * Runs of five, or of five and ten, by the groups named before them; undefined if they are not so. A run of sums that the form
 * does not have, of both kinds of lawsuits or of all cases, is passed over.
 */
function groupsByRun(runs: readonly DraftRun[], { labels }: TableDraft): Groups | undefined {
  const groups = new Map<string, readonly GridCell[]>();
  const heads = labels.filter(({ meaning }) => meaning.form.kind === 'column').map(({ meaning }) => meaning.form.id);
  const order = heads.slice(0, width);
  for (const run of runs) {
    const cells = cellsOf(run);
    const named = [...new Set(run.heads.filter(({ form }) => form.kind === 'row').map(({ form }) => form.id))];
    if (named.length === 0 && cells.length === width && run.heads.length > 0) continue;
    if (cells.length !== named.length * width || named.some((id) => groups.has(id))) return undefined;
    named.forEach((id, i) => groups.set(id, inOrder(cells.slice(i * width, i * width + width), order)));
  }
  return groups.size === rowIds.length ? groups : undefined;
}

/** The values of a run, blanks among them where it holds as many cells as the form has columns. */
function cellsOf({ cells }: DraftRun): GridCell[] {
  const own = cells.length > 0 && cells.length % width === 0 ? cells : cells.filter(isFilled);
  return own.map(({ cell }) => cell);
}

/** Runs of three, each behind the name of an outcome: the groups stand side by side, the outcomes below each other. */
function groupsByOutcome(runs: readonly DraftRun[], names: readonly string[]): Groups | undefined {
  const outcomes = new Map<string, readonly GridCell[]>();
  for (const run of runs) {
    const outcome = outcomeOf(run);
    if (!outcome || run.cells.length !== names.length) return undefined;
    outcomes.set(
      outcome,
      run.cells.map(({ cell }) => cell),
    );
  }
  const columns = table4.columns.map(({ id }) => outcomes.get(id));
  if (!columns.every((cells) => cells !== undefined)) return undefined;
  return new Map(names.map((name, i) => [name, columns.map((cells) => cells[i] as GridCell)]));
}

/** Runs of one value, each behind the name of its outcome, the group named once above them. */
function groupsByPair(runs: readonly DraftRun[]): Groups | undefined {
  const groups = new Map<string, Map<string, GridCell>>();
  let group: string | undefined;
  for (const { heads, cells } of runs) {
    for (const { form } of heads) if (form.kind === 'row') group = form.id;
    const filled = cells.filter(isFilled);
    const outcome = heads.at(-1)?.form;
    const [value] = filled;
    if (!group || !value || filled.length !== 1 || outcome?.kind !== 'column') return undefined;
    const own = groups.get(group) ?? new Map<string, GridCell>();
    groups.set(group, own.set(outcome.id, value.cell));
  }
  const whole = [...groups].map(([id, own]) => [id, columnIds.flatMap((column) => own.get(column) ?? [])] as const);
  return whole.length === rowIds.length && whole.every(([, cells]) => cells.length === width) ? new Map(whole) : undefined;
}

/** The outcome right before the values, if it is the only one named before them. */
function outcomeOf({ heads }: DraftRun): string | undefined {
  const last = heads.at(-1)?.form;
  return last?.kind === 'column' && heads.filter(({ form }) => form.kind === 'column').length === 1 ? last.id : undefined;
}

function isByOutcome(runs: readonly DraftRun[]): boolean {
  return runs.filter((run) => run.cells.filter(isFilled).length > 1 && outcomeOf(run)).length > 1;
}

/** Whether heads stand between figures that are no group of their own: a page's columns, read one after the other. */
function isTorn(runs: readonly DraftRun[]): boolean {
  const later = runs.slice(1).filter(({ heads }) => heads.length > 0);
  return later.length > 0 && !isByOutcome(runs);
}

function placeRun(placed: readonly Placed[], ground: Ground, draft: TableDraft): readonly GridCell[] | undefined {
  const cells = placed.map(({ cell }) => cell);
  const filled = cells.filter((cell) => cell.end > cell.start);
  if (filled.length === all) return filled;
  const first = cells.findIndex((cell) => cell.end > cell.start);
  const last = cells.findLastIndex((cell) => cell.end > cell.start);
  const kinds = new Set(placed.map(({ line }) => ground.grid[line]?.kind));
  let fit: readonly GridCell[] | undefined;
  if (last - first === all - 1) fit = cells.slice(first, last + 1);
  else if (cells.length >= all && last < all) fit = cells.slice(0, all);
  else if (kinds.size === 1 && kinds.has('bare')) fit = placeCasesByGaps(placed, ground, draft);
  if (!fit || fit.length !== all) return undefined;
  // In front of the others a whole group without any value is rather a merged cell than five blanks; in HTML that has one tag.
  const isMerged = !kinds.has('html') && fit.slice(0, width).every((cell) => cell.start === cell.end);
  return isMerged || (!isDelimited(kinds) && isGroupMissing(fit)) ? undefined : fit;
}

/** Whether delimiters show each cell. */
function isDelimited(kinds: ReadonlySet<string | undefined>): boolean {
  return !kinds.has('bare') && !kinds.has('spaces');
}

function isGroupMissing(cells: readonly GridCell[]): boolean {
  return rowIds.some((_, i) => cells.slice(i * width, i * width + width).every((cell) => cell.start === cell.end));
}

function placeCasesByGaps(placed: readonly Placed[], ground: Ground, draft: TableDraft): GridCell[] | undefined {
  const gap = most(placed.map(({ line }) => ground.grid[line]?.gap ?? 0)) ?? 0;
  const before = (placed[0] as Placed).line - 1;
  const row = {
    form: undefined,
    label: { start: draft.start, end: draft.start },
    cells: [...placed],
    labels: 1,
    line: before,
    column: 0,
    subtotal: false,
  };
  return placeByGaps(row, all, { leads: new Map(), gap, centers: [] }, ground);
}
